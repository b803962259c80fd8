#include "core/evaluation/event_counts.h"

#include <map>

namespace quoth::evaluation {

EventCounts& EventCounts::operator+=(const EventCounts& other) {
    all += other.all;
    for (std::size_t c = 0; c < ofClass.size(); ++c)
        ofClass[c] += other.ofClass[c];
    return *this;
}

EventCounts countEvents(const training::EventArticle& article, std::span<const Label> labels) {
    const bool classes = !article.gold.empty() && article.gold.front().eventClass;
    EventCounts counts;
    std::map<Span, Label> found;
    for (std::uint32_t i = 0; i < labels.size(); ++i) {
        if (labels[i] == noEvent) continue;
        found.emplace(article.text.tokens[i].span, labels[i]);
        ++counts.all.predicted;
        if (classes) ++counts.ofClass[labels[i] - 1u].predicted;
    }
    for (const training::EventAnnotation& event : article.gold) {
        const auto at = found.find(event.span);
        ++counts.all.gold;
        if (at != found.end()) ++counts.all.right;
        if (!classes) continue;
        Counts& ofClass = counts.ofClass[static_cast<std::size_t>(*event.eventClass)];
        ++ofClass.gold;
        if (at != found.end() && at->second == eventLabelOf(*event.eventClass)) ++ofClass.right;
    }
    return counts;
}

EventFigures measureEvents(
    const training::EventCorpora& corpora, const training::TrainerOptions& options,
    const std::function<void(const training::EventArticle&, std::span<const Label>)>& visit) {
    EventFigures figures;
    training::crossValidateEvents(
        corpora.aquaint, corpora.meantime, options,
        [&](const training::EventArticle& article, const training::TrainedChain& model) {
            const std::vector<Label> labels = training::eventLabelsBy(model, article);
            figures.within += countEvents(article, labels);
            if (visit) visit(article, labels);
        });
    const training::TrainedChain other =
        training::trainEventChain(corpora.aquaint, {}, options, [](std::size_t) { return true; });
    for (const training::EventArticle& article : corpora.meantime)
        figures.across += countEvents(article, training::eventLabelsBy(other, article));
    return figures;
}

} // namespace quoth::evaluation
