// A calendar day of the proleptic Gregorian calendar, years 1 to 9999, and a moment of one.
#pragma once

#include "core/support/expected.h"

#include <chrono>
#include <string>
#include <string_view>

namespace quoth {

using Date = std::chrono::year_month_day; // always ok() where a function takes or gives one

// "2021-05-20", also the day of an ISO date-time ("2021-05-20T10:00:00Z"). Fails with BadArgument
// for anything else, impossible days (2021-02-30) included.
Expected<Date> parseDate(std::string_view iso);
std::string toIso(Date date); // "2021-05-20"

// "2021-05-20T10:00:00Z", a moment in UTC. Fails with BadArgument for anything else.
Expected<std::chrono::sys_seconds> parseMoment(std::string_view iso);
std::string toIso(std::chrono::sys_seconds moment); // of the years 1 to 9999

} // namespace quoth
