#include "core/document/time_value.h"

#include "core/document/calendar_value.h"

#include <algorithm>
#include <array>
#include <string>

namespace quoth {
namespace {

bool isDigitOrOpen(char c) {
    return (c >= '0' && c <= '9') || c == 'X';
}

bool isOpen(std::string_view text, std::size_t size) { // digits, or X where one is open
    return text.size() == size && std::all_of(text.begin(), text.end(), isDigitOrOpen);
}

// "XXXX-WXX-1", "XXXX-XX-XXTMO": a day with open places.
bool isOpenDay(std::string_view value) {
    if (const std::size_t clock = value.find('T'); clock != std::string_view::npos) {
        if (!TimeOfDay::parse(value.substr(clock))) return false;
        value = value.substr(0, clock);
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

// "BC0044", "BC0044-03-15", "BC02": before the calendar begins.
bool isBeforeChrist(std::string_view value) {
    if (!value.starts_with("BC")) return false;
    value.remove_prefix(2);
    const auto digits = [](std::string_view text) {
        return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (value.size() == 2 || value.size() == 4) return digits(value);
    return value.size() == 10 && digits(value.substr(0, 4)) && value[4] == '-' &&
           CalendarValue::parse("2000" + std::string(value.substr(4)));
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

bool isTimeValue(std::string_view value) {
    constexpr std::size_t longest = 40;
    if (value.size() > longest) return false;
    if (value.empty() || value == "PAST_REF" || value == "PRESENT_REF" || value == "FUTURE_REF")
        return true;
    if (value.starts_with("FY")) {
        const auto year = CalendarValue::parse(value.substr(2));
        return year && year->granularity() == Granularity::Year;
    }
    return CalendarValue::parse(value) || TimeOfDay::parse(value) || isDuration(value) ||
           isOpenDay(value) || isBeforeChrist(value);
}

} // namespace quoth
