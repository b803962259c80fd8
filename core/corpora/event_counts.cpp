#include "core/corpora/event_counts.h"

#include <map>

namespace quoth::corpora {

EventCounts& EventCounts::operator+=(const EventCounts& other) {
    all += other.all;
    for (std::size_t c = 0; c < ofClass.size(); ++c)
        ofClass[c] += other.ofClass[c];
    return *this;
}

EventCounts countEvents(const EventArticle& article, std::span<const Label> labels) {
    const bool classes = !article.gold.empty() && article.gold.front().eventClass;
    EventCounts counts;
    std::map<Span, Label> found;
    for (std::uint32_t i = 0; i < labels.size(); ++i) {
        if (labels[i] == noEvent) continue;
        found.emplace(article.text.tokens[i].span, labels[i]);
        ++counts.all.predicted;
        if (classes) ++counts.ofClass[labels[i] - 1u].predicted;
    }
    for (const EventAnnotation& event : article.gold) {
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

EventFigures measureEvents(const EventCorpora& corpora, const UnseenEventLabeller& labelUnseen,
                           const EventVisitor& visit) {
    EventFigures figures;
    labelUnseen(
        corpora,
        [&](const EventArticle& article, std::span<const Label> labels) {
            figures.aquaint += countEvents(article, labels);
            if (visit) visit(article, labels);
        },
        [&](const EventArticle& article, std::span<const Label> labels) {
            figures.meantime += countEvents(article, labels);
        });
    return figures;
}

} // namespace quoth::corpora
