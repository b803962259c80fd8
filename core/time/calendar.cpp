#include "core/time/calendar.h"

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

int yearOf(Date date) {
    return static_cast<int>(date.year());
}
unsigned monthOf(Date date) {
    return static_cast<unsigned>(date.month());
}

// The Thursday of an ISO week lies in the year that the week counts for.
Date thursdayOf(Date date) {
    const sys_days at{date};
    return Date{at - (weekday{at} - std::chrono::Monday) + days{3}};
}

unsigned isoWeek(Date thursday) {
    const sys_days newYear = thursday.year() / month{1} / day{1};
    return static_cast<unsigned>((sys_days{thursday} - newYear).count()) / 7 + 1;
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

std::string dayValue(Date date) {
    return toIso(date);
}
std::string monthValue(int y, unsigned m) {
    return format("%04d-%02u", y, m);
}
std::string yearValue(int y) {
    return format("%04d", y);
}
std::string weekValue(Date date) {
    const Date thursday = thursdayOf(date);
    return format("%04d-W%02u", yearOf(thursday), isoWeek(thursday));
}
std::string weekendValue(Date date) {
    return weekValue(date) + "-WE";
}
std::string quarterValue(int y, unsigned n) {
    return format("%04d-Q%u", y, n);
}
std::string seasonValue(int y, Season season) {
    constexpr const char* names[] = {"SP", "SU", "FA", "WI"};
    return format("%04d-%s", y, names[static_cast<std::size_t>(season)]);
}
std::string decadeValue(int y) {
    return format("%03dX", y / 10);
}
std::string centuryValue(int y) {
    return format("%02dXX", y / 100);
}

std::string steppedValue(Date base, TimeUnit unit, int n, bool asYears) {
    const long long reach = static_cast<long long>(n) * (unit == TimeUnit::Century  ? 100
                                                         : unit == TimeUnit::Decade ? 10
                                                                                    : 1);
    if (reach > 9998 * 366 || reach < -9998 * 366) return {};
    const auto byYears = [&](long long years) -> std::string {
        const long long y = yearOf(base) + years;
        if (y < 1 || y > 9999) return {};
        const int value = static_cast<int>(y);
        if (unit == TimeUnit::Decade && !asYears) return decadeValue(value);
        if (unit == TimeUnit::Century && !asYears) return centuryValue(value);
        return yearValue(value);
    };
    const auto byDays = [&](long long count, std::string (*show)(Date)) -> std::string {
        if (count > 9998LL * 366 || count < -9998LL * 366) return {};
        const Date date = addDays(base, static_cast<int>(count));
        return inRange(yearOf(date)) ? show(date) : std::string();
    };
    const auto byMonths = [&](long long count) -> std::optional<std::chrono::year_month> {
        const long long total = yearOf(base) * 12LL + monthOf(base) - 1 + count;
        if (total < 12 || total >= 10000LL * 12) return std::nullopt;
        return year{static_cast<int>(total / 12)} / month{static_cast<unsigned>(total % 12 + 1)};
    };
    switch (unit) {
    case TimeUnit::Second:
    case TimeUnit::Minute:
    case TimeUnit::Hour:
        return dayValue(base); // the hour of publication is unknown
    case TimeUnit::Day:
    case TimeUnit::Night:
        return byDays(n, dayValue);
    case TimeUnit::Weekend:
        return byDays(7LL * n, weekendValue);
    case TimeUnit::Week:
        return byDays(7LL * n, weekValue);
    case TimeUnit::Fortnight:
        return byDays(14LL * n, weekValue);
    case TimeUnit::Month:
        if (const auto at = byMonths(n))
            return monthValue(static_cast<int>(at->year()), static_cast<unsigned>(at->month()));
        return {};
    case TimeUnit::Quarter:
        if (const auto at = byMonths(3LL * n))
            return quarterValue(static_cast<int>(at->year()),
                                (static_cast<unsigned>(at->month()) + 2) / 3);
        return {};
    case TimeUnit::Year:
    case TimeUnit::Decade:
    case TimeUnit::Century:
        return byYears(reach);
    }
    return {};
}

std::string durationValue(TimeUnit unit, int n, int tenths) {
    constexpr const char* names[] = {"S", "M", "H", "D", "NI", "WE", "W",
                                     "W", "M", "Q", "Y", "Y",  "Y"};
    constexpr int sizes[] = {1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 10, 100};
    const auto index = static_cast<std::size_t>(unit);
    const bool clock = unit <= TimeUnit::Hour;
    const char* head = clock ? "PT" : "P";
    if (n < 0) return format("%sX%s", head, names[index]);
    const long long total = (static_cast<long long>(n) * 10 + tenths) * sizes[index];
    if (total % 10 == 0) return format("%s%lld%s", head, total / 10, names[index]);
    if (total % 10 == 5) {
        const char* rest = unit == TimeUnit::Year     ? "6M"
                           : unit == TimeUnit::Hour   ? "30M"
                           : unit == TimeUnit::Minute ? "30S"
                                                      : nullptr;
        if (rest && total < 10) return format("%s%s", head, rest);
        if (rest) return format("%s%lld%s%s", head, total / 10, names[index], rest);
    }
    return format("%s%lld.%lld%s", head, total / 10, total % 10, names[index]);
}

} // namespace quoth
