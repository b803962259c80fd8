#include "core/events/words/classifier.h"

#include "core/events/words/features.h"
#include "core/learning/model_samples.h"
#include "core/text/plain_analysis.h"

#include <algorithm>

namespace quoth {

Expected<EventClassifier> EventClassifier::load(const std::filesystem::path& path,
                                                const EventLexicon& lexicon, const Tagger& tagger) {
    auto file = ModelFile::open(path, stage, eventFeatureRevision);
    if (!file) return unexpected(file.error());
    auto model = SequenceModel::read(*file);
    if (!model) return unexpected(model.error());
    if (!std::equal(model->labels().begin(), model->labels().end(), eventLabels.begin(),
                    eventLabels.end()))
        return unexpected(ErrorCode::BadResource,
                          "The model " + path.string() + " has other labels than events have.");
    EventClassifier out(std::move(*file), std::move(*model));
    const Outcome checked = checkModelSamples(
        out.m_file, [&](std::string_view sample) { return out.answer(lexicon, tagger, sample); });
    if (!checked) return unexpected(checked.error());
    return out;
}

std::vector<std::optional<EventClass>>
EventClassifier::classify(const TokenizedText& text, const EventLexicon& lexicon) const {
    std::vector<std::optional<EventClass>> classes(text.tokens.size());
    std::vector<std::uint32_t> candidates;
    FeatureRows rows;
    std::vector<float> emissions;
    BestPath path(m_model.chain());
    for (const Sentence& sentence : text.sentences) {
        findEventCandidates(text, sentence, candidates);
        findEventFeatures(text, lexicon, candidates, rows);
        m_model.score(rows, emissions, encodedEvents(text, candidates));
        const auto found = path.find(emissions);
        for (std::size_t k = 0; k < found.size(); ++k)
            classes[candidates[k]] = eventClassOf(found[k]);
    }
    return classes;
}

std::string EventClassifier::answer(const EventLexicon& lexicon, const Tagger& tagger,
                                    std::string_view paragraph) const {
    const TokenizedText text = tagger.tag(analyzePlainText(paragraph));
    const auto classes = classify(text, lexicon);
    std::string words;
    for (std::uint32_t i = 0; i < text.tokens.size(); ++i)
        if (classes[i])
            words += (words.empty() ? "" : "; ") + text.tokens[i].lower + ":" +
                     std::string(name(*classes[i]));
    return words;
}

} // namespace quoth
