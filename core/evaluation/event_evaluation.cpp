// Measures the classifier of event words: on AQUAINT by cross-validation, on MEANTIME by a model
// that has not seen it.
#include "core/corpora/event_counts.h"
#include "core/evaluation/error_list.h"
#include "core/evaluation/evaluation_stages.h"

#include <map>

namespace quoth::evaluation {
namespace {

using corpora::EventAnnotation;
using corpora::EventArticle;

void listErrors(const EventArticle& article, std::span<const Label> labels, ErrorList& errors) {
    struct Wrong {
        std::size_t count = 0;
        std::string note;
    };
    std::map<std::uint32_t, Wrong> wrong; // by sentence
    const auto note = [&](std::uint32_t token, const std::string& what) {
        Wrong& here = wrong[article.text.sentenceOf(token)];
        ++here.count;
        here.note += std::string(article.text.word(token)) + " " + what + "; ";
    };
    const auto named = [](Label label) { return std::string(eventLabels[label]); };
    std::vector<bool> gold(labels.size());
    for (const EventAnnotation& event : article.gold) {
        const IndexRange tokens = article.text.tokensIn(event.span);
        if (tokens.empty()) continue;
        const bool one = tokens.size() == 1;
        const Label found = one ? labels[tokens.begin] : noEvent;
        if (one) gold[tokens.begin] = true;
        if (found != noEvent) continue;
        const std::string pos(name(article.text.tokens[tokens.begin].pos));
        errors.confuse(one ? pos : "several words", named(noEvent));
        note(tokens.begin, "is an event");
    }
    for (std::uint32_t i = 0; i < labels.size(); ++i) {
        if (labels[i] == noEvent || gold[i]) continue;
        errors.confuse("no event, " + std::string(name(article.text.tokens[i].pos)) + ",",
                       named(labels[i]));
        note(i, "is no event");
    }
    for (const auto& [sentence, here] : wrong)
        errors.addSentence(std::string(article.text.slice(article.text.sentences[sentence].span)),
                           here.count, here.note);
}

} // namespace

Outcome evaluateEvents(const EvaluationRequest& request) {
    const auto tagger = Tagger::load(request.resources);
    if (!tagger) return unexpected(tagger.error());
    const auto lexicon = EventLexicon::load(request.resources);
    if (!lexicon) return unexpected(lexicon.error());
    const auto corpora =
        corpora::readEventCorpora(request.corpora, *tagger, *lexicon, request.encodeUnseen);
    if (!corpora) return unexpected(corpora.error());
    ErrorList errors;
    const auto [aquaint, meantime] =
        corpora::measureEvents(*corpora, request.labelUnseenEvents,
                               [&](const EventArticle& article, std::span<const Label> labels) {
                                   listErrors(article, labels, errors);
                               });

    request.print(line("AQUAINT, five folds", aquaint.all));
    for (const EventClass c : {EventClass::Occurrence, EventClass::State, EventClass::Reporting})
        request.print(
            line("  " + std::string(name(c)), aquaint.ofClass[static_cast<std::size_t>(c)]));
    request.print(line("MEANTIME, by AQUAINT", meantime.all));
    if (request.worst > 0) errors.print(request.worst, request.print);
    return std::monostate{};
}

} // namespace quoth::evaluation
