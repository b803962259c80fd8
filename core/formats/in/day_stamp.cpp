#include "core/formats/in/day_stamp.h"

#include "core/support/unicode.h"
#include "core/text/stated_date.h"

#include <algorithm>
#include <charconv>

namespace quoth {
namespace {

constexpr int secondsADay = 24 * 60 * 60;

bool isDigitByte(char c) {
    return c >= '0' && c <= '9';
}

// How many digits stand at `at`.
std::size_t digitsAt(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && isDigitByte(text[end]))
        ++end;
    return end - at;
}

int number(std::string_view digits) { // at most nine
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::optional<Date> dateOf(int year, int month, int day) {
    const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                    std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

// The time and zone after an ISO day: "T10:00:00.000Z", " 10:00 +0200".
void readTime(std::string_view rest, DayStamp& out) {
    if (rest.size() < 6 || (rest[0] != 'T' && rest[0] != 't' && rest[0] != ' ')) return;
    rest.remove_prefix(1);
    if (digitsAt(rest, 0) != 2 || rest.size() < 5 || rest[2] != ':' || digitsAt(rest, 3) != 2)
        return;
    int second = number(rest.substr(0, 2)) * 3600 + number(rest.substr(3, 2)) * 60;
    rest.remove_prefix(5);
    if (digitsAt(rest, 1) == 2 && rest[0] == ':') {
        second += number(rest.substr(1, 2));
        rest.remove_prefix(3);
        if (rest.starts_with('.')) rest.remove_prefix(1 + digitsAt(rest, 1));
    }
    while (rest.starts_with(' '))
        rest.remove_prefix(1);
    if (rest == "Z" || rest == "z" || rest == "UTC" || rest == "GMT") {
        out.utcSecond = second % secondsADay;
        return;
    }
    if (rest.size() < 3 || (rest[0] != '+' && rest[0] != '-') || digitsAt(rest, 1) < 2) return;
    int offset = number(rest.substr(1, 2)) * 60;
    const std::size_t minutes = rest.size() > 3 && rest[3] == ':' ? 4 : 3;
    if (digitsAt(rest, minutes) == 2) offset += number(rest.substr(minutes, 2));
    if (offset == 0)
        out.utcSecond = second % secondsADay;
    else
        out.offsetMinutes = rest[0] == '-' ? -offset : offset;
}

std::optional<DayStamp> readIso(std::string_view value) {
    const std::size_t digits = digitsAt(value, 0);
    DayStamp out;
    std::optional<Date> day;
    if (digits == 8) {
        day = dateOf(number(value.substr(0, 4)), number(value.substr(4, 2)),
                     number(value.substr(6, 2)));
        value.remove_prefix(8);
    } else if (digits == 4 && value.size() >= 8 &&
               (value[4] == '-' || value[4] == '/' || value[4] == '.')) {
        const char mark = value[4];
        const std::size_t month = digitsAt(value, 5), at = 6 + month;
        if (month < 1 || month > 2 || at >= value.size() || value[at - 1] != mark) return {};
        const std::size_t length = digitsAt(value, at);
        if (length < 1 || length > 2) return {};
        day = dateOf(number(value.substr(0, 4)), number(value.substr(5, month)),
                     number(value.substr(at, length)));
        value.remove_prefix(at + length);
    }
    if (!day) return {};
    out.day = *day;
    readTime(value, out);
    return out;
}

std::optional<DayStamp> readUnixTime(std::string_view value) {
    const std::size_t digits = digitsAt(value, 0);
    if (digits != value.size() || (digits != 10 && digits != 13)) return {};
    const auto seconds =
        std::chrono::seconds(static_cast<std::int64_t>(number(value.substr(0, 5))) * 100'000 +
                             number(value.substr(5, 5))); // milliseconds have three more digits
    const std::chrono::sys_seconds moment(seconds);
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    return DayStamp{Date(day), static_cast<int>((moment - day).count()), {}};
}

// Day and month in numbers, the year last; only where they can be read in one way.
std::optional<DayStamp> readYearLast(std::string_view value) {
    const std::size_t first = digitsAt(value, 0);
    if (first < 1 || first > 2 || first >= value.size()) return {};
    const char mark = value[first];
    if (mark != '/' && mark != '.' && mark != '-') return {};
    const std::size_t second = digitsAt(value, first + 1), at = first + second + 2;
    if (second < 1 || second > 2 || at > value.size() || value[at - 1] != mark ||
        digitsAt(value, at) != 4)
        return {};
    const int a = number(value.substr(0, first)), b = number(value.substr(first + 1, second));
    const int year = number(value.substr(at, 4));
    const std::string rest = toLower(value.substr(at + 4));
    const bool american =
        rest.find("am") != std::string::npos || rest.find("pm") != std::string::npos;
    std::optional<Date> day;
    if (mark == '.' || a > 12 || a == b)
        day = dateOf(year, b, a);
    else if (b > 12 || american)
        day = dateOf(year, a, b);
    return day ? std::optional(DayStamp{*day, {}, {}}) : std::nullopt;
}

} // namespace

std::optional<DayStamp> readDayStamp(std::string_view value) {
    constexpr std::size_t longest = 100; // bytes
    while (!value.empty() && value.front() == ' ')
        value.remove_prefix(1);
    while (!value.empty() && value.back() == ' ')
        value.remove_suffix(1);
    if (value.empty() || value.size() > longest) return {};
    for (const auto read : {readIso, readUnixTime, readYearLast})
        if (auto stamp = read(value)) return stamp;
    if (const auto day = findFullDate(value)) return DayStamp{*day, {}, {}};
    std::string apart(value); // "20-May-2021"
    std::replace(apart.begin(), apart.end(), '-', ' ');
    if (const auto day = findFullDate(apart)) return DayStamp{*day, {}, {}};
    return {};
}

} // namespace quoth
