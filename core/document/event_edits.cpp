#include "core/document/event_edits.h"

#include <algorithm>

namespace quoth {
namespace {

// The entities of the sentence around a byte, in the order of their first mentions there.
std::vector<EntityId> mentionedAround(const Document::Parts& parts, std::uint32_t at) {
    const auto sentence = std::find_if(parts.sentences.begin(), parts.sentences.end(),
                                       [&](const Span& s) { return s.contains(at); });
    std::vector<EntityId> out;
    if (sentence == parts.sentences.end()) return out;
    std::vector<std::pair<Span, EntityId>> found;
    for (std::size_t i = 0; i < parts.entities.size(); ++i) {
        const auto& mentions = parts.entities[i].mentions;
        const auto first = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& m) {
            return sentence->contains(m.span);
        });
        if (first != mentions.end()) found.emplace_back(first->span, makeId<EntityTag>(i));
    }
    std::sort(found.begin(), found.end());
    for (const auto& [span, entity] : found)
        out.push_back(entity);
    return out;
}

} // namespace

std::optional<std::size_t> findEvent(const Document::Parts& parts, const Anchor& trigger) {
    const auto span = locate(parts.article.text, trigger);
    if (!span) return std::nullopt;
    const auto event = std::find_if(parts.events.begin(), parts.events.end(),
                                    [&](const Event& e) { return e.trigger == *span; });
    if (event == parts.events.end()) return std::nullopt;
    return static_cast<std::size_t>(event - parts.events.begin());
}

void removeEvent(Document::Parts& parts, std::size_t index) {
    auto& events = parts.events;
    const auto gone = makeId<EventTag>(index);
    std::optional<EventId> first; // that repeats it, in the old numbering
    for (std::size_t i = index + 1; i < events.size(); ++i) {
        if (events[i].same != gone) continue;
        events[i].same = first;
        if (!first) first = makeId<EventTag>(i);
    }
    events.erase(events.begin() + static_cast<std::ptrdiff_t>(index));
    for (Event& event : events)
        if (event.same && event.same->value > gone.value) --event.same->value;
}

std::size_t addEvent(Document::Parts& parts, Span trigger) {
    auto& events = parts.events;
    const auto place = std::upper_bound(events.begin(), events.end(), trigger,
                                        [](Span t, const Event& e) { return t < e.trigger; });
    const auto index = static_cast<std::size_t>(place - events.begin());
    Event event;
    event.trigger = trigger;
    event.participants = mentionedAround(parts, trigger.begin);
    for (Event& other : events)
        if (other.same && other.same->value >= index) ++other.same->value;
    events.insert(place, std::move(event));
    return index;
}

} // namespace quoth
