#include "core/document/time_value.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace quoth {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isDigitOrOpen(char c) {
    return isDigit(c) || c == 'X';
}

// The number that exactly `size` digits write.
std::optional<int> number(std::string_view digits, std::size_t size) {
    if (digits.size() != size || !std::all_of(digits.begin(), digits.end(), isDigit))
        return std::nullopt;
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::optional<DayRange> months(int y, unsigned first, unsigned count) {
    if (first < 1 || first > 12) return std::nullopt;
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

std::optional<DayRange> weekOf(int y, std::string_view week) { // "W20", "W20-WE"
    const auto n = number(week.substr(1, std::min<std::size_t>(week.size() - 1, 2)), 2);
    const std::string_view rest = n ? week.substr(3) : std::string_view();
    if (!n || (!rest.empty() && rest != "-WE")) return std::nullopt;
    auto range = isoWeek(y, *n);
    if (range && !rest.empty()) range->first = Date{sys_days{range->last} - days{1}};
    return range;
}

// What follows the year and its hyphen.
std::optional<DayRange> partOfYear(int y, std::string_view part) {
    struct Named {
        std::string_view name;
        unsigned first, count; // months
    };
    constexpr std::array<Named, 10> parts = {{{"SP", 3, 3},
                                              {"SU", 6, 3},
                                              {"FA", 9, 3},
                                              {"WI", 12, 3},
                                              {"Q1", 1, 3},
                                              {"Q2", 4, 3},
                                              {"Q3", 7, 3},
                                              {"Q4", 10, 3},
                                              {"H1", 1, 6},
                                              {"H2", 7, 6}}};
    for (const Named& named : parts)
        if (named.name == part) return months(y, named.first, named.count);
    if (part.starts_with('W')) return weekOf(y, part);
    const auto m = number(part.substr(0, 2), 2);
    if (!m) return std::nullopt;
    if (part.size() == 2) return months(y, static_cast<unsigned>(*m), 1);
    const auto d = part[2] == '-' ? number(part.substr(3), 2) : std::nullopt;
    if (!d) return std::nullopt;
    const Date date{year{y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (!date.ok()) return std::nullopt;
    return DayRange{date, date};
}

std::optional<DayRange> manyYears(std::string_view value) { // "199X", a decade; "19XX", a century
    const std::size_t digits = value.ends_with("XX") ? 2 : 3;
    const int years = digits == 2 ? 100 : 10;
    const auto n = number(value.substr(0, digits), digits);
    if (!n || *n < 1) return std::nullopt;
    return DayRange{year{*n * years} / month{1} / day{1},
                    year{*n * years + years - 1} / month{12} / day{31}};
}

std::optional<ClockRange> clock(std::string_view text) { // what follows the T
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
        if (part.name == text) return part.minutes;
    const auto hour = number(text.substr(0, 2), 2);
    if (!hour || *hour > 24) return std::nullopt;
    if (text.size() == 2) return ClockRange{*hour * 60, *hour * 60 + 60};
    const auto minute = text[2] == ':' ? number(text.substr(3), 2) : std::nullopt;
    if (!minute || *minute > 59) return std::nullopt;
    return ClockRange{*hour * 60 + *minute, *hour * 60 + *minute};
}

std::string_view beforeClock(std::string_view value) {
    return value.substr(0, value.find('T'));
}

// Without a slash.
std::optional<DayRange> stretchOf(std::string_view value) {
    if (const std::string_view date = beforeClock(value); date.size() < value.size()) {
        constexpr std::size_t dayLength = 10;
        if (date.size() != dayLength || !clock(value.substr(date.size() + 1))) return std::nullopt;
        value = date;
    }
    if (value.size() == 4 && value.ends_with('X')) return manyYears(value);
    const auto y = number(value.substr(0, 4), 4);
    if (!y || *y < 1) return std::nullopt;
    const auto range = value.size() == 4 ? months(*y, 1, 12)
                       : value[4] == '-' ? partOfYear(*y, value.substr(5))
                                         : std::nullopt;
    if (!range || range->last.year() > year{9999} || range->first.year() < year{1})
        return std::nullopt;
    return range;
}

bool isOpen(std::string_view text, std::size_t size) { // digits, or X where one is open
    return text.size() == size && std::all_of(text.begin(), text.end(), isDigitOrOpen);
}

// "XXXX-WXX-1", "XXXX-XX-XXTMO": a day with open places.
bool isOpenDay(std::string_view value) {
    if (const std::string_view date = beforeClock(value); date.size() < value.size()) {
        if (!clock(value.substr(date.size() + 1))) return false;
        value = date;
    }
    if (!isOpen(value.substr(0, 4), 4)) return false;
    if (value.size() == 4) return true;
    if (value[4] != '-') return false;
    const std::string_view part = value.substr(5);
    for (const std::string_view season : {"SP", "SU", "FA", "WI"})
        if (part == season) return true;
    if (part.starts_with('Q') || part.starts_with('H')) return isOpen(part.substr(1), 1);
    const std::string_view rest = part.substr(std::min<std::size_t>(part.size(), 3));
    if (part.starts_with('W'))
        return isOpen(part.substr(1, 2), 2) &&
               (rest.empty() || rest == "-WE" || (rest[0] == '-' && isOpen(rest.substr(1), 1)));
    return isOpen(part.substr(0, 2), 2) &&
           (part.size() == 2 || (part[2] == '-' && isOpen(rest, 2)));
}

// "P2Y6M", "PT1H30M", "PXD", "P1.5D".
bool isDuration(std::string_view value) {
    constexpr std::array<std::string_view, 9> units = {"NI", "WE", "Y", "M", "W",
                                                       "D",  "Q",  "H", "S"};
    if (!value.starts_with('P')) return false;
    value.remove_prefix(1);
    bool timed = false;
    std::size_t amounts = 0;
    while (!value.empty()) {
        if (value[0] == 'T' && !timed) {
            timed = true;
            value.remove_prefix(1);
            continue;
        }
        const auto size = static_cast<std::size_t>(
            std::find_if_not(value.begin(), value.end(),
                             [](char c) { return isDigitOrOpen(c) || c == '.'; }) -
            value.begin());
        const std::string_view unit = value.substr(size);
        const auto found = std::find_if(units.begin(), units.end(),
                                        [&](std::string_view u) { return unit.starts_with(u); });
        if (size == 0 || value[0] == '.' || value[size - 1] == '.' || found == units.end())
            return false;
        value = unit.substr(found->size());
        ++amounts;
    }
    return amounts > 0;
}

} // namespace

std::optional<DayRange> daysOf(std::string_view value) {
    const auto slash = value.find('/');
    if (slash == std::string_view::npos) return stretchOf(value);
    const auto first = stretchOf(value.substr(0, slash)), last = stretchOf(value.substr(slash + 1));
    if (!first || !last || sys_days{first->first} > sys_days{last->last}) return std::nullopt;
    return DayRange{first->first, last->last};
}

std::optional<ClockRange> clockOf(std::string_view value) {
    const std::string_view date = beforeClock(value);
    if (date.size() == value.size() || value.starts_with('P')) return std::nullopt;
    return clock(value.substr(date.size() + 1));
}

bool isTimeValue(std::string_view value) {
    constexpr std::size_t longest = 40;
    if (value.size() > longest) return false;
    if (value.empty() || value == "PAST_REF" || value == "PRESENT_REF" || value == "FUTURE_REF")
        return true;
    if (value.starts_with("FY")) return number(value.substr(2), 4).has_value();
    if (value.starts_with('T')) return clock(value.substr(1)).has_value();
    return daysOf(value) || isDuration(value) || isOpenDay(value);
}

} // namespace quoth
