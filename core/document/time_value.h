// Values of times and events as ISO-TimeML (TIMEX3) writes them: what days and times of day they
// cover, and whether a text is such a value at all. A value is read whole or not: whatever follows
// a good beginning makes it none. Values come from files and corrections, too, so that nothing here
// trusts its input.
#pragma once

#include "core/document/calendar_value.h"

#include <optional>
#include <string_view>

namespace quoth {

// The days that an event or time value covers: "2021-05-19", "2021-W20", "2021-05", "2021", "202X"
// (decade), "20XX" (century), "2021-SU" and other seasons, "2021-Q2", "2021-H1", "2021-W20-WE",
// "start/end"; a time of day ("2021-05-19T08:30") counts as its day. nullopt for values without
// calendar days (P5Y, PRESENT_REF, empty), days before the year 1 or after 9999, and what is no
// value.
std::optional<DayRange> daysOf(std::string_view value);

// The time of day that a value gives: "2021-05-19T08:30" a moment, "2021-05-19T08" an hour,
// "2021-05-19TMO" the morning. nullopt for values without one.
std::optional<ClockRange> clockOf(std::string_view value);

// Is it a value of a time expression: one with days, a duration ("P5Y", "PT1H30M", "PXM"), a
// reference ("PAST_REF"), a fiscal year ("FY2021"), a time of day alone ("T08:30") or a day with
// open places ("XXXX-WXX-1", "XXXX-05")? The empty value is one, too: not known.
bool isTimeValue(std::string_view value);

} // namespace quoth
