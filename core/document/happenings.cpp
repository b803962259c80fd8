#include "core/document/happenings.h"

#include <algorithm>
#include <unordered_set>

namespace quoth {
namespace {

long lengthOf(const DayRange& days) {
    using std::chrono::sys_days;
    return (sys_days{days.last} - sys_days{days.first}).count();
}

bool ofOneClause(const Event& a, const Event& b) {
    return a.time == b.time && a.value == b.value && a.status == b.status &&
           a.summary == b.summary && !a.summary.empty();
}

// Puts what one clause tells of one time together, under its first event.
std::vector<Happening> joinClauses(const Document& document, std::vector<Happening> happenings) {
    constexpr std::size_t farthest = 4; // events of one clause lie near each other
    std::vector<Happening> out;
    for (Happening& happening : happenings) {
        const auto nearby = static_cast<std::ptrdiff_t>(std::min(out.size(), farthest));
        const auto same = std::find_if(out.end() - nearby, out.end(), [&](const Happening& other) {
            return happening.days && other.days &&
                   ofOneClause(document.event(other.shown), document.event(happening.shown));
        });
        if (same == out.end()) {
            out.push_back(std::move(happening));
            continue;
        }
        same->alongside.push_back(happening.shown);
        same->alongside.insert(same->alongside.end(), happening.retold.begin(),
                               happening.retold.end());
    }
    return out;
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
            out.push_back({id, {}, {}, days});
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
    return joinClauses(document, std::move(out));
}

std::vector<Happening> happeningsByDate(const Document& document) {
    std::vector<Happening> out = happeningsOf(document);
    const auto minuteOf = [&](const Happening& happening) {
        const auto clock = clockOf(exactValue(document, happening.shown));
        return clock ? clock->first : 0;
    };
    std::stable_sort(out.begin(), out.end(), [&](const Happening& a, const Happening& b) {
        if (!a.days || !b.days) return a.days.has_value() && !b.days.has_value();
        if (a.days->first != b.days->first)
            return std::chrono::sys_days{a.days->first} < std::chrono::sys_days{b.days->first};
        return minuteOf(a) < minuteOf(b);
    });
    return out;
}

EventId tellingMention(const Document& document, const Happening& happening) {
    if (happening.retold.empty()) return happening.shown;
    const auto& blocks = document.blocks();
    const auto headline = std::find_if(blocks.begin(), blocks.end(), [](const Block& block) {
        return block.kind == BlockKind::Headline;
    });
    if (headline == blocks.end()) return happening.shown;
    const auto told =
        std::find_if(happening.retold.begin(), happening.retold.end(), [&](EventId id) {
            return headline->span.contains(document.event(id).trigger);
        });
    return told == happening.retold.end() ? happening.shown : *told;
}

std::vector<EntityId> participantsOf(const Document& document, const Happening& happening) {
    std::vector<EntityId> out;
    std::unordered_set<EntityId> known;
    const auto add = [&](EventId id) {
        for (const EntityId entity : document.event(id).participants)
            if (known.insert(entity).second) out.push_back(entity);
    };
    add(happening.shown);
    for (const auto* others : {&happening.retold, &happening.alongside})
        for (const EventId id : *others)
            add(id);
    return out;
}

const std::string& exactValue(const Document& document, EventId event) {
    const Event& e = document.event(event);
    if (!e.time || e.value.empty()) return e.value;
    const std::string& value = document.time(*e.time).value;
    return value.starts_with(e.value) && clockOf(value) ? value : e.value;
}

bool isOpenEnded(const Document& document, EventId event) {
    const Event& e = document.event(event);
    const auto slash = e.value.find('/');
    if (slash == std::string::npos || !e.time || !document.published()) return false;
    const std::string_view end = std::string_view(e.value).substr(slash + 1);
    const auto last = daysOf(end);
    using std::chrono::sys_days;
    if (!last || sys_days{last->last} < sys_days{*document.published()}) return false;
    // "from 2014 to 2021": an end that is told.
    const auto next = static_cast<std::size_t>(e.time->value) + 1;
    const auto own = daysOf(document.time(*e.time).value); // "the 2030s" end with themselves
    const bool told = (own && own->last == last->last) ||
                      (next < document.times().size() && document.times()[next].value == end);
    return !told;
}

std::string_view relativeWords(const Document& document, EventId event) {
    const Event& e = document.event(event);
    if (!e.time || e.value.size() < 4) return {};
    const std::string_view words = document.slice(document.time(*e.time).span);
    const bool states = words.find(std::string_view(e.value).substr(0, 4)) != std::string::npos;
    return states ? std::string_view() : words;
}

} // namespace quoth
