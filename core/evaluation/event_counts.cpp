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

} // namespace quoth::evaluation
