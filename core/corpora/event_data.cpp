#include "core/corpora/event_data.h"

#include "core/text/plain_analysis.h"

namespace quoth::corpora {
namespace {

EventClass classOf(const EventLexicon& lexicon, const Token& token) {
    return lexicon.isReport(token.lemma)    ? EventClass::Reporting
           : lexicon.isStative(token.lemma) ? EventClass::State
                                            : EventClass::Occurrence;
}

EventArticle eventArticle(EventDocument document, const Tagger& tagger, const EventLexicon& lexicon,
                          const TextEncoder& encode) {
    EventArticle out;
    out.id = std::move(document.id);
    out.source = std::make_unique<const std::string>(std::move(document.text));
    out.text = tagger.tag(encodedBy(encode, analyzePlainArticle(*out.source)));
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
                                        const EventLexicon& lexicon, const TextEncoder& encode) {
    std::vector<EventArticle> out;
    for (EventDocument& document : documents)
        out.push_back(eventArticle(std::move(document), tagger, lexicon, encode));
    return out;
}

} // namespace

Expected<EventCorpora> readEventCorpora(const std::filesystem::path& corpora, const Tagger& tagger,
                                        const EventLexicon& lexicon, const TextEncoder& encode) {
    auto aquaint = readTimeml(corpora / "timeml" / "AQUAINT");
    if (!aquaint) return unexpected(aquaint.error());
    auto meantime = readMeantime(corpora / "meantime" / "corpus_apple");
    if (!meantime) return unexpected(meantime.error());
    EventCorpora out;
    out.aquaint = eventArticles(std::move(*aquaint), tagger, lexicon, encode);
    out.meantime = eventArticles(std::move(*meantime), tagger, lexicon, encode);
    return out;
}

} // namespace quoth::corpora
