// The timeline's axis: days and hours to pixels, and the ticks that a zoom calls for. Days are
// counted from 1970-01-01 (negative before); a day covers [day, day + 1). Pixels are
// device-independent.
#pragma once

#include "core/document/annotations.h"
#include "core/document/calendar_value.h"

#include <QString>
#include <vector>

namespace quoth::ui {

int dayNumber(Date date);
Date dateOfDay(int day); // clamped to the years 1 to 9999

struct TimeScale {
    static constexpr double largest = 2880;      // pixels a day: two a minute
    static constexpr double largestOfDays = 160; // where no times of day are known

    double origin = 0; // the day at pixel 0
    double pixelsPerDay = 10;

    double x(double day) const { return (day - origin) * pixelsPerDay; }
    double day(double x) const { return origin + x / pixelsPerDay; }
    // The day under `x` stays where it is. Within `smallest` and `most` pixels a day.
    TimeScale zoomed(double factor, double x, double smallest, double most) const;
    // The days [first, last) over `width` pixels; at least `least` days.
    static TimeScale fitting(double first, double last, double width, double least);
};

enum class TickUnit {
    Hour,
    ThreeHours,
    SixHours,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    FiveYears,
    Decade,
    HalfCentury,
    Century
};

struct Tick {
    double day;    // where the unit begins
    QString label; // empty where there is no room to say anything: never for units of this header
};

// The finest unit whose labels, `labelWidth` pixels wide, do not touch.
TickUnit tickUnit(double pixelsPerDay, double labelWidth);
// The unit that says where the ticks are: days over hours, months over days and weeks, years over
// months and quarters; nullopt over years, which say it themselves.
std::optional<TickUnit> contextUnit(TickUnit unit);
// Every beginning of the unit from the last one at or before `first` to `last`. Labels are short
// ("08:00", "19", "May", "2021") unless `full`: "May 2021".
std::vector<Tick> ticks(TickUnit unit, int first, int last, bool full = false);

// "18 May 2021", "3 May – 9 Aug 2020", "17–23 May 2021".
QString rangeLabel(const DayRange& days);
// A value in words: "May 2021", "2021", "the 2020s", "Q2 2021", "19 May 2021, 08:30", else as
// rangeLabel.
QString whenLabel(const CalendarValue& value);

} // namespace quoth::ui
