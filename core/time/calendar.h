// Calendar arithmetic behind time values: movable feasts, steps by a unit, durations. All dates are
// proleptic Gregorian days (core/document/date.h). Easter follows
// the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991).
#pragma once

#include "core/document/calendar_value.h"
#include "core/document/date.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quoth {

enum class TimeUnit : std::uint8_t {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century
};

// Feasts whose day depends on the year.
enum class Feast : std::uint8_t {
    Fixed, // the same month and day every year
    Easter,
    Thanksgiving, // of the United States: fourth Thursday of November
    LaborDay,     // of the United States: first Monday of September
    MemorialDay,  // last Monday of May
    KingDay,      // third Monday of January
    PresidentsDay,
    ColumbusDay,
    ElectionDay // of the United States: the Tuesday after the first Monday of November
};

Date addDays(Date date, int days);
// The day of a year and month; nullopt where the calendar has no such day.
std::optional<Date> dayOf(int year, unsigned month, unsigned day);
Date easter(int year);
// The n-th (from 1; 0: the last) weekday of a month.
Date nthWeekday(int year, unsigned month, std::chrono::weekday weekday, unsigned n);
Date feastDay(Feast feast, int year); // not for Feast::Fixed

// The stretch of the calendar that holds the first of a month; nullopt beyond the years 1 to 9999.
std::optional<CalendarValue> stretchOf(int year, unsigned month, Granularity granularity);

// The stretch of the size of `unit` that lies `n` units after the one with `base`; a decade or
// century counts as that many years when `asYears`. "last week" is (Week, -1), "two years ago"
// (Year, -2). nullopt beyond the years 1 to 9999.
std::optional<CalendarValue> steppedValue(Date base, TimeUnit unit, int n, bool asYears = false);

// ISO 8601 duration of n units with tenths: "P5Y", "PT45M"; n < 0 gives "PXY" (how many is open).
// A half of a year, an hour or a minute is written in the next unit: "P2Y6M", "PT1H30M".
std::string durationValue(TimeUnit unit, int n, int tenths = 0);

// A duration of one whole number of one unit: "P5Y", "PT45M". nullopt for others ("P2Y6M", "P1.5D",
// "PXM") and for what is no duration; a fortnight is two weeks, a decade ten years.
struct Duration {
    TimeUnit unit;
    int count;
};
std::optional<Duration> durationOf(std::string_view value);

} // namespace quoth
