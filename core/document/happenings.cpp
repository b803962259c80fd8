#include "core/document/happenings.h"

#include <algorithm>

namespace quoth {
namespace {

long lengthOf(const DayRange& days) {
    using std::chrono::sys_days;
    return (sys_days{days.last} - sys_days{days.first}).count();
}

} // namespace

std::vector<Happening> happeningsOf(const Document& document) {
    const auto& events = document.events();
    std::vector<Happening> out;
    constexpr auto none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> happeningOf(events.size(), none);
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto id = makeId<EventTag>(i);
        const auto days = daysOf(events[i].value);
        const std::size_t first = events[i].same ? happeningOf[events[i].same->value] : none;
        if (first == none) {
            if (!days && events[i].eventClass != EventClass::Occurrence) continue;
            happeningOf[i] = out.size();
            out.push_back({id, {}, days});
            continue;
        }
        Happening& known = out[happeningOf[i] = first];
        const bool sharper = days && (!known.days || lengthOf(*days) < lengthOf(*known.days));
        const bool byReader = days && !events[i].time; // a correction stands in no expression
        const bool knownByReader = known.days && !document.event(known.shown).time;
        if (!knownByReader && (sharper || byReader)) {
            known.retold.push_back(known.shown);
            known.shown = id;
            known.days = days;
        } else {
            known.retold.push_back(id);
        }
    }
    for (Happening& happening : out)
        std::sort(happening.retold.begin(), happening.retold.end(),
                  [](EventId a, EventId b) { return a.value < b.value; });
    return out;
}

std::vector<EntityId> participantsOf(const Document& document, const Happening& happening) {
    std::vector<EntityId> out;
    const auto add = [&](EventId id) {
        for (const EntityId entity : document.event(id).participants)
            if (std::find(out.begin(), out.end(), entity) == out.end()) out.push_back(entity);
    };
    add(happening.shown);
    for (const EventId id : happening.retold)
        add(id);
    return out;
}

std::string_view relativeWords(const Document& document, EventId event) {
    const Event& e = document.event(event);
    if (!e.time || e.value.size() < 4) return {};
    const std::string_view words = document.slice(document.time(*e.time).span);
    const bool states = words.find(std::string_view(e.value).substr(0, 4)) != std::string::npos;
    return states ? std::string_view() : words;
}

} // namespace quoth
