#include "core/formats/date_words.h"

#include "core/document/annotations.h"
#include "core/document/time_value.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <array>
#include <vector>

namespace quoth {
namespace {

constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string yearOf(Date date) {
    return std::to_string(static_cast<int>(date.year()));
}

std::string_view monthOf(Date date) {
    return months[static_cast<unsigned>(date.month()) - 1];
}

std::string_view partOfYear(std::string_view code) {
    constexpr std::array<std::array<std::string_view, 2>, 10> names = {{
        {"SP", "spring"},
        {"SU", "summer"},
        {"FA", "autumn"},
        {"WI", "winter"},
        {"Q1", "first quarter of"},
        {"Q2", "second quarter of"},
        {"Q3", "third quarter of"},
        {"Q4", "fourth quarter of"},
        {"H1", "first half of"},
        {"H2", "second half of"},
    }};
    for (const auto& [key, words] : names)
        if (key == code) return words;
    return {};
}

// 1 to 12 for a month's name or its first letters, at least three; else 0.
unsigned monthNamed(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    const std::string lower = toLower(word);
    for (std::size_t i = 0; i < months.size() && lower.size() >= 3; ++i)
        if (toLower(months[i]).starts_with(lower)) return static_cast<unsigned>(i) + 1;
    return 0;
}

bool isNumber(std::string_view word, std::size_t least, std::size_t most) {
    return word.size() >= least && word.size() <= most &&
           word.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string twoDigits(std::string_view number) {
    return (number.size() == 1 ? "0" : "") + std::string(number);
}

// "20 May 2021", "May 20, 2021" or "May 2021"; what is none of them gives none.
std::optional<std::string> oneValueFromWords(std::string_view words) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t begin = words.find_first_not_of(" ,", at);
        if (begin == std::string_view::npos) break;
        at = std::min(words.find_first_of(" ,", begin), words.size());
        parts.push_back(words.substr(begin, at - begin));
    }
    if (parts.size() == 1 && daysOf(parts[0])) return std::string(parts[0]);
    if (parts.size() < 2 || parts.size() > 3 || !isNumber(parts.back(), 4, 4)) return std::nullopt;
    std::string value(parts.back());
    const bool dayFirst = isNumber(parts[0], 1, 2);
    const std::string_view month = parts[parts.size() == 3 && dayFirst ? 1 : 0];
    const unsigned number = monthNamed(month);
    if (number == 0) return std::nullopt;
    value += "-" + twoDigits(std::to_string(number));
    if (parts.size() == 3) {
        const std::string_view day = parts[dayFirst ? 0 : 1];
        if (!isNumber(day, 1, 2)) return std::nullopt;
        value += "-" + twoDigits(day);
    }
    return daysOf(value) ? std::optional(value) : std::nullopt;
}

} // namespace

std::string dateInWords(Date date) {
    return std::to_string(static_cast<unsigned>(date.day())) + " " + std::string(monthOf(date)) +
           " " + yearOf(date);
}

std::string clockInWords(int minutes) {
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

std::string momentInWords(std::chrono::sys_seconds moment) {
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const auto minutes = std::chrono::floor<std::chrono::minutes>(moment - day).count();
    return dateInWords(Date(day)) + ", " + clockInWords(static_cast<int>(minutes)) + " UTC";
}

std::string valueInWords(std::string_view value) {
    if (const auto slash = value.find('/'); slash != std::string_view::npos)
        return valueInWords(value.substr(0, slash)) + " – " + valueInWords(value.substr(slash + 1));
    const auto days = daysOf(value);
    if (!days) return std::string(value);
    const std::string year = yearOf(days->first);
    if (value.size() == 4 && value.back() == 'X') return year + "s"; // a decade, a century
    if (value.size() == 4) return year;
    if (value[5] == 'W' && value[6] != 'I') // a week, not a winter
        return (value.ends_with("-WE") ? "weekend of " : "week of ") + dateInWords(days->first);
    if (const auto part = partOfYear(value.substr(5)); !part.empty())
        return std::string(part) + " " + year;
    if (value.size() == 7) return std::string(monthOf(days->first)) + " " + year;
    const auto clock = clockOf(value);
    if (!clock) return dateInWords(days->first);
    constexpr std::array<std::array<std::string_view, 2>, 4> parts = {
        {{"MO", "morning"}, {"AF", "afternoon"}, {"EV", "evening"}, {"NI", "night"}}};
    for (const auto& [code, words] : parts)
        if (value.ends_with(code)) return dateInWords(days->first) + ", " + std::string(words);
    const std::string first = dateInWords(days->first) + ", " + clockInWords(clock->first);
    return clock->first == clock->last ? first : first + "–" + clockInWords(clock->last);
}

std::optional<std::string> valueFromWords(std::string_view words) {
    if (auto one = oneValueFromWords(words)) return one;
    for (const std::string_view between : {"/", "–", " - ", " to "}) {
        const std::size_t at = words.find(between);
        if (at == std::string_view::npos) continue;
        const auto first = oneValueFromWords(words.substr(0, at));
        const auto last = oneValueFromWords(words.substr(at + between.size()));
        if (!first || !last) return std::nullopt;
        const std::string value = *first + "/" + *last;
        const auto days = daysOf(value);
        const bool ordered =
            days && std::chrono::sys_days{days->first} <= std::chrono::sys_days{days->last};
        return ordered ? std::optional(value) : std::nullopt;
    }
    return std::nullopt;
}

bool isHtmlDate(std::string_view value) {
    if (!daysOf(value) || value.find('/') != std::string_view::npos) return false;
    if (value.size() == 4) return true;
    if (value.size() == 8) return value[5] == 'W';
    constexpr std::size_t dayAndClock = 16; // "2021-05-20T08:30"
    if (value.size() == dayAndClock && clockOf(value)) return value.substr(11, 2) != "24";
    return (value.size() == 7 && value[5] >= '0' && value[5] <= '9') || value.size() == 10;
}

} // namespace quoth
