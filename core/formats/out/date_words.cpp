#include "core/formats/out/date_words.h"

#include "core/document/annotations.h"
#include "core/support/unicode.h"
#include "core/text/calendar_names.h"

#include <algorithm>
#include <array>
#include <vector>

namespace quoth {
namespace {

std::string yearOf(Date date) {
    return std::to_string(static_cast<int>(date.year()));
}

std::string_view monthOf(Date date) {
    return monthNames[static_cast<unsigned>(date.month()) - 1];
}

// "first quarter of", "summer", "second half of".
std::string_view partOfYear(const CalendarValue& value) {
    constexpr std::array<std::string_view, 4> seasons = {"spring", "summer", "autumn", "winter"};
    constexpr std::array<std::string_view, 4> quarters = {"first quarter of", "second quarter of",
                                                          "third quarter of", "fourth quarter of"};
    const Date first = value.days().first;
    const unsigned month = static_cast<unsigned>(first.month());
    if (value.granularity() == Granularity::Season)
        return seasons[static_cast<std::size_t>(seasonOf(first))];
    if (value.granularity() == Granularity::Quarter) return quarters[month / 3];
    return month == 1 ? "first half of" : "second half of";
}

// 1 to 12 for a month's name or its first letters, at least three; else 0.
unsigned monthNamed(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    const std::string lower = toLower(word);
    for (std::size_t i = 0; i < monthNames.size() && lower.size() >= 3; ++i)
        if (toLower(monthNames[i]).starts_with(lower)) return static_cast<unsigned>(i) + 1;
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
std::optional<CalendarValue> oneValueFromWords(std::string_view words) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t begin = words.find_first_not_of(" ,", at);
        if (begin == std::string_view::npos) break;
        at = std::min(words.find_first_of(" ,", begin), words.size());
        parts.push_back(words.substr(begin, at - begin));
    }
    if (parts.size() == 1) return CalendarValue::parse(parts[0]);
    if (parts.empty() || parts.size() > 3 || !isNumber(parts.back(), 4, 4)) return std::nullopt;
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
    return CalendarValue::parse(value);
}

std::string timeOfDayInWords(TimeOfDay time) { // "08:30", "08:00–09:00", "morning"
    constexpr std::array<std::string_view, 5> parts = {"morning", "", "afternoon", "evening",
                                                       "night"};
    const ClockRange minutes = time.minutes();
    const std::string first = clockInWords(minutes.first);
    if (minutes.first == minutes.last) return first; // midday, too
    if (const auto part = time.part()) return std::string(parts[static_cast<std::size_t>(*part)]);
    return first + "–" + clockInWords(minutes.last);
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

std::string valueInWords(const CalendarValue& value) {
    const Date first = value.days().first;
    const std::string year = std::to_string(value.year());
    switch (value.granularity()) {
    case Granularity::Interval:
        return valueInWords(value.start()) + " – " + valueInWords(value.end());
    case Granularity::Century:
    case Granularity::Decade:
        return year + "s";
    case Granularity::Year:
        return year;
    case Granularity::Half:
    case Granularity::Season:
    case Granularity::Quarter:
        return std::string(partOfYear(value)) + " " + year;
    case Granularity::Month:
        return std::string(monthOf(first)) + " " + year;
    case Granularity::Week:
        return "week of " + dateInWords(first);
    case Granularity::Weekend:
        return "weekend of " + dateInWords(first);
    case Granularity::Day:
        return dateInWords(first);
    case Granularity::PartOfDay:
    case Granularity::Hour:
    case Granularity::Moment:
        return dateInWords(first) + ", " + timeOfDayInWords(*value.timeOfDay());
    }
    return {};
}

std::optional<CalendarValue> valueFromWords(std::string_view words) {
    if (const auto one = oneValueFromWords(words)) return one;
    for (const std::string_view between : {"/", "–", " - ", " to "}) {
        const std::size_t at = words.find(between);
        if (at == std::string_view::npos) continue;
        const auto first = oneValueFromWords(words.substr(0, at));
        const auto last = oneValueFromWords(words.substr(at + between.size()));
        return first && last ? CalendarValue::interval(*first, *last) : std::nullopt;
    }
    return std::nullopt;
}

bool isHtmlDate(const CalendarValue& value) {
    switch (value.granularity()) {
    case Granularity::Year:
    case Granularity::Month:
    case Granularity::Week:
    case Granularity::Day:
        return true;
    case Granularity::Moment:
        return value.timeOfDay()->minutes().first < 24 * 60;
    default:
        return false;
    }
}

} // namespace quoth
