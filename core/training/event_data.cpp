#include "core/training/event_data.h"

#include "core/text/plain_analysis.h"

namespace quoth::training {
namespace {

EventClass classOf(const EventLexicon& lexicon, const Token& token) {
    return lexicon.isReport(token.lemma)    ? EventClass::Reporting
           : lexicon.isStative(token.lemma) ? EventClass::State
                                            : EventClass::Occurrence;
}

EventArticle eventArticle(EventDocument document, const Tagger& tagger,
                          const EventLexicon& lexicon) {
    EventArticle out;
    out.id = std::move(document.id);
    out.source = std::make_unique<const std::string>(std::move(document.text));
    out.text = tagger.tag(analyzePlainArticle(*out.source));
    std::vector<Label> labels(out.text.tokens.size(), noEvent);
    for (const EventAnnotation& event : document.events) {
        const IndexRange tokens = out.text.tokensIn(event.span);
        if (tokens.size() != 1) continue;
        const Token& token = out.text.tokens[tokens.begin];
        labels[tokens.begin] =
            eventLabelOf(event.eventClass ? *event.eventClass : classOf(lexicon, token));
    }
    out.gold = std::move(document.events);
    for (const Sentence& sentence : out.text.sentences) {
        std::vector<std::uint32_t> candidates;
        findEventCandidates(out.text, sentence, candidates);
        if (candidates.empty()) continue;
        LabelledSequence sequence;
        findEventFeatures(out.text, lexicon, candidates, sequence.rows);
        for (const std::uint32_t i : candidates)
            sequence.labels.push_back(labels[i]);
        out.candidates.push_back(std::move(candidates));
        out.sequences.push_back(std::move(sequence));
    }
    return out;
}

std::vector<EventArticle> eventArticles(std::vector<EventDocument> documents, const Tagger& tagger,
                                        const EventLexicon& lexicon) {
    std::vector<EventArticle> out;
    for (EventDocument& document : documents)
        out.push_back(eventArticle(std::move(document), tagger, lexicon));
    return out;
}

} // namespace

Expected<EventCorpora> readEventCorpora(const std::filesystem::path& corpora, const Tagger& tagger,
                                        const EventLexicon& lexicon) {
    auto aquaint = readTimeml(corpora / "timeml" / "AQUAINT");
    if (!aquaint) return unexpected(aquaint.error());
    auto meantime = readMeantime(corpora / "meantime" / "corpus_apple");
    if (!meantime) return unexpected(meantime.error());
    return EventCorpora{eventArticles(std::move(*aquaint), tagger, lexicon),
                        eventArticles(std::move(*meantime), tagger, lexicon)};
}

TrainerOptions eventTrainerOptions() {
    TrainerOptions options;
    options.epochs = 15;
    options.l2 = 1;
    options.dropout = 0.3f;
    return options;
}

TrainedChain trainEventChain(const std::vector<EventArticle>& articles,
                             const std::vector<EventArticle>& beside, const TrainerOptions& options,
                             const std::function<bool(std::size_t)>& chosen) {
    std::vector<LabelledSequence> sequences;
    const auto add = [&](const EventArticle& article) {
        sequences.insert(sequences.end(), article.sequences.begin(), article.sequences.end());
    };
    for (std::size_t a = 0; a < articles.size(); ++a)
        if (chosen(a)) add(articles[a]);
    for (const EventArticle& article : beside)
        add(article);
    return trainChain(sequences, {}, {eventLabels.begin(), eventLabels.end()}, options);
}

void crossValidateEvents(
    const std::vector<EventArticle>& articles, const std::vector<EventArticle>& beside,
    const TrainerOptions& options,
    const std::function<void(const EventArticle&, const TrainedChain&)>& visit) {
    const auto foldOf = [&](std::size_t a) { return a * eventFolds / articles.size(); };
    for (std::size_t fold = 0; fold < eventFolds; ++fold) {
        const TrainedChain model = trainEventChain(
            articles, beside, options, [&](std::size_t a) { return foldOf(a) != fold; });
        for (std::size_t a = 0; a < articles.size(); ++a)
            if (foldOf(a) == fold) visit(articles[a], model);
    }
}

std::vector<Label> eventLabelsBy(const TrainedChain& model, const EventArticle& article) {
    std::vector<Label> out(article.text.tokens.size(), noEvent);
    for (std::size_t s = 0; s < article.sequences.size(); ++s) {
        const std::vector<Label> found = model.decode(article.sequences[s].rows);
        for (std::size_t k = 0; k < found.size(); ++k)
            out[article.candidates[s][k]] = found[k];
    }
    return out;
}

} // namespace quoth::training
