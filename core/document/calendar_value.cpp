#include "core/document/calendar_value.h"

#include "core/support/digits.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace quoth {
namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

constexpr std::array<std::string_view, 5> dayParts = {"TMO", "TMI", "TAF", "TEV", "TNI"};

struct PartOfYear {
    std::string_view name;
    Granularity granularity;
    unsigned month; // the first one
};
constexpr std::array<PartOfYear, 10> partsOfYear = {{{"SP", Granularity::Season, 3},
                                                     {"SU", Granularity::Season, 6},
                                                     {"FA", Granularity::Season, 9},
                                                     {"WI", Granularity::Season, 12},
                                                     {"Q1", Granularity::Quarter, 1},
                                                     {"Q2", Granularity::Quarter, 4},
                                                     {"Q3", Granularity::Quarter, 7},
                                                     {"Q4", Granularity::Quarter, 10},
                                                     {"H1", Granularity::Half, 1},
                                                     {"H2", Granularity::Half, 7}}};

template <class... Args>
std::string format(const char* pattern, Args... args) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, pattern, args...);
    return buffer;
}

int yearOf(Date date) {
    return static_cast<int>(date.year());
}
unsigned monthOf(Date date) {
    return static_cast<unsigned>(date.month());
}

DayRange months(int y, unsigned first, unsigned count) {
    const auto begin = year{y} / month{first};
    const auto end = begin + std::chrono::months{count - 1};
    return {begin / std::chrono::day{1}, Date{end / std::chrono::last}};
}

DayRange years(int first, int count) {
    return {year{first} / month{1} / 1, year{first + count - 1} / month{12} / 31};
}

Date mondayOf(Date date) {
    const sys_days at{date};
    return Date{at - (std::chrono::weekday{at} - std::chrono::Monday)};
}

// The Thursday of an ISO week lies in the year that the week counts for.
Date thursdayOf(Date date) {
    return Date{sys_days{mondayOf(date)} + days{3}};
}

unsigned isoWeek(Date date) {
    const Date thursday = thursdayOf(date);
    const sys_days newYear = thursday.year() / month{1} / 1;
    return static_cast<unsigned>((sys_days{thursday} - newYear).count()) / 7 + 1;
}

DayRange rangeAround(Date date, Granularity granularity) {
    const int y = yearOf(date);
    const unsigned m = monthOf(date);
    switch (granularity) {
    case Granularity::Weekend:
        return {Date{sys_days{mondayOf(date)} + days{5}}, Date{sys_days{mondayOf(date)} + days{6}}};
    case Granularity::Week:
        return {mondayOf(date), Date{sys_days{mondayOf(date)} + days{6}}};
    case Granularity::Month:
        return months(y, m, 1);
    case Granularity::Quarter:
        return months(y, (m - 1) / 3 * 3 + 1, 3);
    case Granularity::Season:
        return m < 3 ? months(y - 1, 12, 3) : months(y, m / 3 * 3, 3);
    case Granularity::Half:
        return months(y, m < 7 ? 1 : 7, 6);
    case Granularity::Year:
        return years(y, 1);
    case Granularity::Decade:
        return years(y / 10 * 10, 10);
    case Granularity::Century:
        return years(y / 100 * 100, 100);
    default:
        return {date, date};
    }
}

// "20", "202X": the years that begin with these digits. "20XX" is read too: older files have it.
std::optional<CalendarValue> manyYears(std::string_view value) {
    const bool century = value.size() == 2 || value.ends_with("XX");
    const std::size_t digits = century ? 2 : 3;
    const auto n = readDigits(value.substr(0, digits), digits);
    if (!n) return std::nullopt;
    return CalendarValue::around(year{*n * (century ? 100 : 10)} / month{1} / 1,
                                 century ? Granularity::Century : Granularity::Decade);
}

std::optional<CalendarValue> weekOf(int y, std::string_view week) { // "W20", "W20-WE"
    const auto n = readDigits(week.substr(1, 2), 2);
    if (!n || *n < 1) return std::nullopt;
    const std::string_view rest = week.substr(3);
    if (!rest.empty() && rest != "-WE") return std::nullopt;
    const Date january4 = year{y} / month{1} / 4; // always in week 1
    const auto value =
        CalendarValue::around(Date{sys_days{january4} + days{7 * (*n - 1)}},
                              rest.empty() ? Granularity::Week : Granularity::Weekend);
    return value && value->year() == y ? value : std::nullopt; // else the year has no week 53
}

std::optional<CalendarValue> partOfYear(int y, std::string_view part) { // after "2021-"
    for (const PartOfYear& each : partsOfYear)
        if (each.name == part)
            return CalendarValue::around(year{y} / month{each.month} / 1, each.granularity);
    if (part.starts_with('W')) return weekOf(y, part);
    const auto m = readDigits(part.substr(0, 2), 2);
    const bool wholeMonth = part.size() == 2;
    const auto d = wholeMonth                           ? std::optional(1)
                   : part.size() == 5 && part[2] == '-' ? readDigits(part.substr(3), 2)
                                                        : std::nullopt;
    if (!m || !d) return std::nullopt;
    const Date date{year{y}, month{static_cast<unsigned>(*m)},
                    std::chrono::day{static_cast<unsigned>(*d)}};
    if (!date.ok()) return std::nullopt;
    return CalendarValue::around(date, wholeMonth ? Granularity::Month : Granularity::Day);
}

} // namespace

int DayRange::days() const {
    return static_cast<int>((sys_days{last} - sys_days{first}).count()) + 1;
}

bool DayRange::contains(const DayRange& other) const {
    return first <= other.first && other.last <= last;
}

bool DayRange::overlaps(const DayRange& other) const {
    return first <= other.last && other.first <= last;
}

Season seasonOf(Date date) {
    return static_cast<Season>((monthOf(date) + 9) % 12 / 3);
}

std::string_view seasonCode(Season season) {
    return partsOfYear[static_cast<std::size_t>(season)].name; // the seasons come first
}

TimeOfDay::TimeOfDay(Granularity granularity, int value)
    : m_granularity(granularity), m_value(static_cast<std::int16_t>(value)) {}

TimeOfDay::TimeOfDay(DayPart part) : TimeOfDay(Granularity::PartOfDay, static_cast<int>(part)) {}

std::optional<TimeOfDay> TimeOfDay::moment(int hour, int minute) {
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59) return std::nullopt;
    return TimeOfDay(Granularity::Moment, hour * 60 + minute);
}

std::optional<TimeOfDay> TimeOfDay::parse(std::string_view text) {
    const auto part = std::find(dayParts.begin(), dayParts.end(), text);
    if (part != dayParts.end()) return TimeOfDay(static_cast<DayPart>(part - dayParts.begin()));
    if (!text.starts_with('T')) return std::nullopt;
    const auto hour = readDigits(text.substr(1, 2), 2);
    if (!hour || *hour > 24) return std::nullopt;
    if (text.size() == 3) return TimeOfDay(Granularity::Hour, *hour * 60);
    const auto minute = text[3] == ':' ? readDigits(text.substr(4), 2) : std::nullopt;
    return minute ? moment(*hour, *minute) : std::nullopt;
}

std::string TimeOfDay::toString() const {
    switch (m_granularity) {
    case Granularity::PartOfDay:
        return std::string(dayParts[static_cast<std::size_t>(m_value)]);
    case Granularity::Hour:
        return format("T%02d", m_value / 60);
    default:
        return format("T%02d:%02d", m_value / 60, m_value % 60);
    }
}

ClockRange TimeOfDay::minutes() const {
    constexpr std::array<ClockRange, 5> parts = {{{6 * 60, 12 * 60},
                                                  {12 * 60, 12 * 60},
                                                  {12 * 60, 18 * 60},
                                                  {18 * 60, 22 * 60},
                                                  {20 * 60, 24 * 60}}};
    if (m_granularity == Granularity::PartOfDay) return parts[static_cast<std::size_t>(m_value)];
    return {m_value, m_granularity == Granularity::Hour ? m_value + 60 : m_value};
}

std::optional<DayPart> TimeOfDay::part() const {
    if (m_granularity != Granularity::PartOfDay) return std::nullopt;
    return static_cast<DayPart>(m_value);
}

std::optional<CalendarValue> CalendarValue::parse(std::string_view value) {
    const auto slash = value.find('/');
    if (slash == std::string_view::npos) return parseStretch(value);
    const auto start = parseStretch(value.substr(0, slash));
    const auto end = parseStretch(value.substr(slash + 1));
    return start && end ? interval(*start, *end) : std::nullopt;
}

std::optional<CalendarValue> CalendarValue::parseStretch(std::string_view value) {
    const std::string_view date = value.substr(0, value.find('T'));
    if (date.size() < value.size()) {
        const auto time = TimeOfDay::parse(value.substr(date.size()));
        const auto day = parseStretch(date);
        return time && day ? day->at(*time) : std::nullopt;
    }
    if (value.size() == 2 || (value.size() == 4 && value.ends_with('X'))) return manyYears(value);
    const auto y = readDigits(value.substr(0, 4), 4);
    if (!y || *y < 1) return std::nullopt;
    if (value.size() == 4) return around(std::chrono::year{*y} / month{1} / 1, Granularity::Year);
    return value[4] == '-' ? partOfYear(*y, value.substr(5)) : std::nullopt;
}

CalendarValue CalendarValue::day(Date day) {
    return CalendarValue(Stretch{Granularity::Day, {day, day}});
}

std::optional<CalendarValue> CalendarValue::around(Date day, Granularity granularity) {
    if (granularity < Granularity::Day || granularity == Granularity::Interval) return std::nullopt;
    const DayRange range = rangeAround(day, granularity);
    if (yearOf(range.first) < 1 || yearOf(range.last) > 9999) return std::nullopt;
    return CalendarValue(Stretch{granularity, range});
}

std::optional<CalendarValue> CalendarValue::interval(const CalendarValue& start,
                                                     const CalendarValue& end) {
    if (start.m_isInterval || end.m_isInterval || start.days().first > end.days().last)
        return std::nullopt;
    CalendarValue out = start;
    out.m_end = end.m_start;
    out.m_isInterval = true;
    return out;
}

std::optional<CalendarValue> CalendarValue::at(TimeOfDay time) const {
    if (granularity() != Granularity::Day) return std::nullopt;
    return CalendarValue(Stretch{time.granularity(), m_start.days, time});
}

std::string CalendarValue::toString() const {
    return m_isInterval ? toString(m_start) + "/" + toString(m_end) : toString(m_start);
}

std::string CalendarValue::toString(const Stretch& stretch) {
    const Date first = stretch.days.first;
    const int y = year(stretch);
    switch (stretch.granularity) {
    case Granularity::Weekend:
        return format("%04d-W%02u-WE", y, isoWeek(first));
    case Granularity::Week:
        return format("%04d-W%02u", y, isoWeek(first));
    case Granularity::Month:
        return format("%04d-%02u", y, monthOf(first));
    case Granularity::Quarter:
    case Granularity::Season:
    case Granularity::Half:
        for (const PartOfYear& each : partsOfYear)
            if (each.granularity == stretch.granularity && each.month == monthOf(first))
                return format("%04d-", y) + std::string(each.name);
        return {};
    case Granularity::Year:
        return format("%04d", y);
    case Granularity::Decade:
        return format("%03dX", y / 10);
    case Granularity::Century:
        return format("%02d", y / 100);
    default:
        return toIso(first) + (stretch.time ? stretch.time->toString() : std::string());
    }
}

Granularity CalendarValue::granularity() const {
    return m_isInterval ? Granularity::Interval : m_start.granularity;
}

int CalendarValue::year(const Stretch& stretch) {
    const Date first = stretch.days.first;
    const bool ofWeek =
        stretch.granularity == Granularity::Week || stretch.granularity == Granularity::Weekend;
    return yearOf(ofWeek ? thursdayOf(first) : first);
}

int CalendarValue::year() const {
    return year(m_start);
}

std::optional<TimeOfDay> CalendarValue::timeOfDay() const {
    if (m_isInterval && m_start.time) return std::nullopt;
    return m_end.time;
}

bool CalendarValue::isSharperThan(const CalendarValue& other) const {
    if (granularity() == other.granularity() && !m_isInterval) return false;
    return days().days() < other.days().days();
}

} // namespace quoth
