#include "core/time/calendar.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace quoth {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;

template <class... Args>
std::string format(const char* pattern, Args... args) {
    char buffer[48];
    std::snprintf(buffer, sizeof buffer, pattern, args...);
    return buffer;
}

// By TimeUnit; those up to the hour follow a T.
constexpr std::array<std::string_view, 13> unitCodes = {"S", "M", "H", "D", "NI", "WE", "W",
                                                        "W", "M", "Q", "Y", "Y",  "Y"};

int yearOf(Date date) {
    return static_cast<int>(date.year());
}
unsigned monthOf(Date date) {
    return static_cast<unsigned>(date.month());
}

bool inRange(int y) {
    return y >= 1 && y <= 9999;
}

} // namespace

Date addDays(Date date, int n) {
    return Date{sys_days{date} + days{n}};
}

std::optional<Date> dayOf(int y, unsigned m, unsigned d) {
    const Date date{year{y}, month{m}, day{d}};
    if (!date.ok() || !inRange(y)) return std::nullopt;
    return date;
}

Date easter(int y) {
    const int a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4;
    const int f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
    return Date{year{y}, month{static_cast<unsigned>(n / 31)},
                day{static_cast<unsigned>(n % 31 + 1)}};
}

Date nthWeekday(int y, unsigned m, weekday wd, unsigned n) {
    if (n == 0) return Date{sys_days{year{y} / month{m} / wd[std::chrono::last]}};
    return Date{sys_days{year{y} / month{m} / wd[n]}};
}

Date feastDay(Feast feast, int y) {
    using namespace std::chrono;
    switch (feast) {
    case Feast::Fixed:
        break;
    case Feast::Easter:
        return easter(y);
    case Feast::Thanksgiving:
        return nthWeekday(y, 11, Thursday, 4);
    case Feast::LaborDay:
        return nthWeekday(y, 9, Monday, 1);
    case Feast::MemorialDay:
        return nthWeekday(y, 5, Monday, 0);
    case Feast::KingDay:
        return nthWeekday(y, 1, Monday, 3);
    case Feast::PresidentsDay:
        return nthWeekday(y, 2, Monday, 3);
    case Feast::ColumbusDay:
        return nthWeekday(y, 10, Monday, 2);
    case Feast::ElectionDay:
        return addDays(nthWeekday(y, 11, Monday, 1), 1);
    }
    return Date{std::chrono::year{y}, month{1}, day{1}};
}

std::optional<CalendarValue> stretchOf(int year, unsigned month, Granularity granularity) {
    const auto day = dayOf(year, month, 1);
    return day ? CalendarValue::around(*day, granularity) : std::nullopt;
}

std::optional<CalendarValue> steppedValue(Date base, TimeUnit unit, int n, bool asYears) {
    constexpr long long mostDays = 9998LL * 366;
    const auto byDays = [&](long long count,
                            Granularity granularity) -> std::optional<CalendarValue> {
        if (count > mostDays || count < -mostDays) return std::nullopt;
        const Date date = addDays(base, static_cast<int>(count));
        if (!inRange(yearOf(date))) return std::nullopt;
        return CalendarValue::around(date, granularity);
    };
    const auto byMonths = [&](long long count,
                              Granularity granularity) -> std::optional<CalendarValue> {
        const long long total = yearOf(base) * 12LL + monthOf(base) - 1 + count;
        if (total < 12 || total >= 10000LL * 12) return std::nullopt;
        return stretchOf(static_cast<int>(total / 12), static_cast<unsigned>(total % 12 + 1),
                         granularity);
    };
    switch (unit) {
    case TimeUnit::Second:
    case TimeUnit::Minute:
    case TimeUnit::Hour:
        return CalendarValue::day(base); // the hour of publication is unknown
    case TimeUnit::Day:
    case TimeUnit::Night:
        return byDays(n, Granularity::Day);
    case TimeUnit::Weekend:
        return byDays(7LL * n, Granularity::Weekend);
    case TimeUnit::Week:
        return byDays(7LL * n, Granularity::Week);
    case TimeUnit::Fortnight:
        return byDays(14LL * n, Granularity::Week);
    case TimeUnit::Month:
        return byMonths(n, Granularity::Month);
    case TimeUnit::Quarter:
        return byMonths(3LL * n, Granularity::Quarter);
    case TimeUnit::Year:
        return byMonths(12LL * n, Granularity::Year);
    case TimeUnit::Decade:
        return byMonths(120LL * n, asYears ? Granularity::Year : Granularity::Decade);
    case TimeUnit::Century:
        return byMonths(1200LL * n, asYears ? Granularity::Year : Granularity::Century);
    }
    return std::nullopt;
}

std::string durationValue(TimeUnit unit, int n, int tenths) {
    constexpr int sizes[] = {1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 10, 100};
    const auto index = static_cast<std::size_t>(unit);
    const bool clock = unit <= TimeUnit::Hour;
    const char* head = clock ? "PT" : "P";
    if (n < 0) return format("%sX%s", head, unitCodes[index].data());
    const long long total = (static_cast<long long>(n) * 10 + tenths) * sizes[index];
    if (total % 10 == 0) return format("%s%lld%s", head, total / 10, unitCodes[index].data());
    if (total % 10 == 5) {
        const char* rest = unit == TimeUnit::Year     ? "6M"
                           : unit == TimeUnit::Hour   ? "30M"
                           : unit == TimeUnit::Minute ? "30S"
                                                      : nullptr;
        if (rest && total < 10) return format("%s%s", head, rest);
        if (rest) return format("%s%lld%s%s", head, total / 10, unitCodes[index].data(), rest);
    }
    return format("%s%lld.%lld%s", head, total / 10, total % 10, unitCodes[index].data());
}

std::optional<Duration> durationOf(std::string_view value) {
    const bool clock = value.starts_with("PT");
    if (!value.starts_with('P')) return std::nullopt;
    value.remove_prefix(clock ? 2 : 1);
    int count = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), count);
    if (error != std::errc() || count < 0) return std::nullopt;
    value.remove_prefix(static_cast<std::size_t>(end - value.data()));
    constexpr std::size_t clockUnits = 3;
    for (std::size_t i = clock ? 0 : clockUnits; i < (clock ? clockUnits : unitCodes.size()); ++i)
        if (unitCodes[i] == value) return Duration{static_cast<TimeUnit>(i), count};
    return std::nullopt;
}

} // namespace quoth
