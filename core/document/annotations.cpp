#include "core/document/annotations.h"

#include <array>
#include <charconv>

namespace quoth {
namespace {

constexpr std::array<std::string_view, 5> entityTypes = {"person", "organization", "place", "group",
                                                         "other"};
constexpr std::array<std::string_view, 3> mentionKinds = {"name", "noun", "pronoun"};
constexpr std::array<std::string_view, 3> quoteKinds = {"direct", "mixed", "indirect"};
constexpr std::array<std::string_view, 2> quoteActs = {"speech", "thought"};
constexpr std::array<std::string_view, 9> reasonSteps = {
    "cue", "source", "title", "alias", "role", "pronoun", "continuation", "turn", "reader"};
constexpr std::array<std::string_view, 4> timeTypes = {"date", "time", "duration", "set"};
constexpr std::array<std::string_view, 4> checkStates = {"unchecked", "confirmed", "altered",
                                                         "unsourced"};
constexpr std::array<std::string_view, 4> eventStatuses = {"happened", "planned", "possible",
                                                           "negated"};

constexpr std::array<std::string_view, 3> eventClasses = {"occurrence", "state", "reporting"};

template <class Enum, std::size_t n>
std::optional<Enum> find(const std::array<std::string_view, n>& names, std::string_view name) {
    for (std::size_t i = 0; i < n; ++i)
        if (names[i] == name) return static_cast<Enum>(i);
    return std::nullopt;
}

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size() || value < 0)
        return std::nullopt;
    return value;
}

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

std::optional<DayRange> months(int y, unsigned first, unsigned count) {
    if (y < 1 || first < 1 || first > 12) return std::nullopt;
    const auto begin = year{y} / month{first};
    const auto end = begin + std::chrono::months{count - 1};
    return DayRange{begin / day{1}, Date{end / std::chrono::last}};
}

std::optional<DayRange> isoWeek(int y, int week) {
    if (week < 1 || week > 53) return std::nullopt;
    const sys_days january4 = year{y} / month{1} / day{4}; // always in week 1
    const std::chrono::weekday weekday{january4};
    const sys_days monday = january4 - (weekday - std::chrono::Monday) + days{7 * (week - 1)};
    const sys_days thursday = monday + days{3}; // lies in the year that the week belongs to
    if (Date{thursday}.year() != year{y}) return std::nullopt;
    return DayRange{Date{monday}, Date{monday + days{6}}};
}

} // namespace

std::string_view name(EntityType type) {
    return entityTypes[static_cast<std::size_t>(type)];
}
std::string_view name(MentionKind kind) {
    return mentionKinds[static_cast<std::size_t>(kind)];
}
std::string_view name(QuoteKind kind) {
    return quoteKinds[static_cast<std::size_t>(kind)];
}
std::string_view name(QuoteAct act) {
    return quoteActs[static_cast<std::size_t>(act)];
}
std::string_view name(ReasonStep step) {
    return reasonSteps[static_cast<std::size_t>(step)];
}
std::string_view name(TimeType type) {
    return timeTypes[static_cast<std::size_t>(type)];
}
std::string_view name(CheckState state) {
    return checkStates[static_cast<std::size_t>(state)];
}

std::string_view name(EventStatus status) {
    return eventStatuses[static_cast<std::size_t>(status)];
}
std::string_view name(EventClass eventClass) {
    return eventClasses[static_cast<std::size_t>(eventClass)];
}

std::optional<EntityType> entityTypeFromName(std::string_view n) {
    return find<EntityType>(entityTypes, n);
}
std::optional<MentionKind> mentionKindFromName(std::string_view n) {
    return find<MentionKind>(mentionKinds, n);
}
std::optional<QuoteKind> quoteKindFromName(std::string_view n) {
    return find<QuoteKind>(quoteKinds, n);
}
std::optional<QuoteAct> quoteActFromName(std::string_view n) {
    return find<QuoteAct>(quoteActs, n);
}
std::optional<ReasonStep> reasonStepFromName(std::string_view n) {
    return find<ReasonStep>(reasonSteps, n);
}
std::optional<TimeType> timeTypeFromName(std::string_view n) {
    return find<TimeType>(timeTypes, n);
}
std::optional<CheckState> checkStateFromName(std::string_view n) {
    return find<CheckState>(checkStates, n);
}
std::optional<EventStatus> eventStatusFromName(std::string_view n) {
    return find<EventStatus>(eventStatuses, n);
}
std::optional<EventClass> eventClassFromName(std::string_view n) {
    return find<EventClass>(eventClasses, n);
}

std::optional<DayRange> daysOf(std::string_view value) {
    if (const auto slash = value.find('/'); slash != std::string_view::npos) {
        const auto first = daysOf(value.substr(0, slash)), last = daysOf(value.substr(slash + 1));
        if (!first || !last || sys_days{first->first} > sys_days{last->last}) return std::nullopt;
        return DayRange{first->first, last->last};
    }
    if (value.size() == 4 && value.ends_with('X')) { // "199X", a decade; "19XX", a century
        const std::size_t digits = value.ends_with("XX") ? 2 : 3;
        const int years = digits == 2 ? 100 : 10;
        const auto n = number(value.substr(0, digits));
        if (!n || *n < 1) return std::nullopt;
        return DayRange{year{*n * years} / month{1} / day{1},
                        year{*n * years + years - 1} / month{12} / day{31}};
    }
    if (value.size() < 4) return std::nullopt;
    const auto y = number(value.substr(0, 4));
    if (!y || *y < 1) return std::nullopt;
    if (value.size() == 4) return months(*y, 1, 12);
    if (value[4] != '-' || value.size() < 7) return std::nullopt;
    const std::string_view rest = value.substr(5);
    if (rest == "WI") return months(*y, 12, 3); // before weeks, which begin alike
    if (rest[0] == 'W') {
        const auto week = number(rest.substr(1, 2));
        if (!week) return std::nullopt;
        auto range = isoWeek(*y, *week);
        if (range && rest.substr(3) == "-WE") range->first = Date{sys_days{range->last} - days{1}};
        return range;
    }
    if (rest[0] == 'Q' && rest[1] >= '1' && rest[1] <= '4')
        return months(*y, static_cast<unsigned>(rest[1] - '1') * 3 + 1, 3);
    if (rest[0] == 'H' && (rest[1] == '1' || rest[1] == '2'))
        return months(*y, rest[1] == '1' ? 1 : 7, 6);
    if (rest == "SP") return months(*y, 3, 3);
    if (rest == "SU") return months(*y, 6, 3);
    if (rest == "FA") return months(*y, 9, 3);
    const auto m = number(rest.substr(0, 2));
    if (!m) return std::nullopt;
    if (rest.size() == 2) return months(*y, static_cast<unsigned>(*m), 1);
    const auto date = parseDate(value);
    if (!date) return std::nullopt;
    return DayRange{*date, *date};
}

std::optional<ClockRange> clockOf(std::string_view value) {
    const auto mark = value.find('T');
    if (mark == std::string_view::npos || value.substr(0, 1) == "P") return std::nullopt;
    const std::string_view clock = value.substr(mark + 1);
    struct Part {
        std::string_view name;
        ClockRange minutes;
    };
    constexpr std::array<Part, 5> parts = {{{"MO", {6 * 60, 12 * 60}},
                                            {"MI", {12 * 60, 12 * 60}},
                                            {"AF", {12 * 60, 18 * 60}},
                                            {"EV", {18 * 60, 22 * 60}},
                                            {"NI", {20 * 60, 24 * 60}}}};
    for (const Part& part : parts)
        if (part.name == clock) return part.minutes;
    const auto hour = number(clock.substr(0, 2));
    if (clock.size() < 2 || !hour || *hour > 24) return std::nullopt;
    if (clock.size() == 2) return ClockRange{*hour * 60, *hour * 60 + 60};
    const auto minute = clock[2] == ':' ? number(clock.substr(3, 2)) : std::nullopt;
    if (!minute || *minute > 59) return std::nullopt;
    return ClockRange{*hour * 60 + *minute, *hour * 60 + *minute};
}

} // namespace quoth
