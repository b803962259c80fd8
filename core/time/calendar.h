// Calendar arithmetic behind time values: ISO weeks, movable feasts, steps by a unit. All dates are
// proleptic Gregorian days (core/document/date.h); values are ISO-TimeML strings. Easter follows
// the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991).
#pragma once

#include "core/document/calendar_value.h"
#include "core/document/date.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

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

std::string dayValue(Date date);                  // "2021-05-20"
std::string monthValue(int year, unsigned month); // "2021-05"
std::string yearValue(int year);                  // "2021"
std::string weekValue(Date date);                 // "2021-W20", the ISO week that holds the day
std::string weekendValue(Date date);              // "2021-W20-WE"
std::string quarterValue(int year, unsigned n);   // "2021-Q2"
std::string seasonValue(int year, Season season); // "2021-SU"
std::string decadeValue(int year);                // "202X"
std::string centuryValue(int year);               // "20XX", the years 2000 to 2099

// The stretch of the size of `unit` that lies `n` units after the one with `base`; a decade or
// century counts as that many years when `asYears`. "last week" is (Week, -1), "two years ago"
// (Year, -2). Empty beyond the years 1 to 9999.
std::string steppedValue(Date base, TimeUnit unit, int n, bool asYears = false);

// ISO 8601 duration of n units with tenths: "P5Y", "PT45M"; n < 0 gives "PXY" (how many is open).
// A half of a year, an hour or a minute is written in the next unit: "P2Y6M", "PT1H30M".
std::string durationValue(TimeUnit unit, int n, int tenths = 0);

} // namespace quoth
