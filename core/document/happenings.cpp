#include "core/document/happenings.h"

#include <algorithm>
#include <unordered_set>

namespace quoth {
namespace {

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
        const auto value = CalendarValue::parse(events[i].value);
        const auto days = value ? std::optional(value->days()) : std::nullopt;
        const std::size_t first = events[i].same ? happeningOf[events[i].same->value] : none;
        if (first == none) {
            if (!days && events[i].eventClass != EventClass::Occurrence) continue;
            happeningOf[i] = out.size();
            out.push_back({id, {}, {}, days});
            continue;
        }
        Happening& known = out[happeningOf[i] = first];
        const bool sharper = days && (!known.days || days->days() < known.days->days());
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
        const auto value = exactValue(document, happening.shown);
        const auto time = value ? value->timeOfDay() : std::nullopt;
        return time ? time->minutes().first : 0;
    };
    std::stable_sort(out.begin(), out.end(), [&](const Happening& a, const Happening& b) {
        if (!a.days || !b.days) return a.days.has_value() && !b.days.has_value();
        if (a.days->first != b.days->first) return a.days->first < b.days->first;
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

std::optional<CalendarValue> exactValue(const Document& document, EventId event) {
    const Event& e = document.event(event);
    const auto own = CalendarValue::parse(e.value);
    if (!own || !e.time) return own;
    const auto told = CalendarValue::parse(document.time(*e.time).value);
    return told && told->timeOfDay() && told->days() == own->days() ? told : own;
}

bool isOpenEnded(const Document& document, EventId event) {
    const Event& e = document.event(event);
    const auto value = CalendarValue::parse(e.value);
    if (!value || value->granularity() != Granularity::Interval || !e.time ||
        !document.published() || value->days().last < *document.published())
        return false;
    // "from 2014 to 2021": an end that is told.
    const auto next = static_cast<std::size_t>(e.time->value) + 1;
    // "The 2030s" end with themselves.
    const auto own = CalendarValue::parse(document.time(*e.time).value);
    const bool told = (own && own->days().last == value->days().last) ||
                      (next < document.times().size() &&
                       CalendarValue::parse(document.times()[next].value) == value->end());
    return !told;
}

bool statesYear(std::string_view words, const CalendarValue& value) {
    std::string year = std::to_string(value.year());
    year.insert(0, 4 - year.size(), '0');
    return words.find(year) != std::string_view::npos;
}

std::string_view relativeWords(const Document& document, EventId event) {
    const Event& e = document.event(event);
    const auto value = CalendarValue::parse(e.value);
    if (!e.time || !value) return {};
    const std::string_view words = document.slice(document.time(*e.time).span);
    return statesYear(words, *value) ? std::string_view() : words;
}

} // namespace quoth
