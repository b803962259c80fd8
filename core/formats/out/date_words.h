// Calendar values as a reader says them.
#pragma once

#include "core/document/calendar_value.h"
#include "core/document/date.h"

#include <optional>
#include <string>
#include <string_view>

namespace quoth {

std::string dateInWords(Date date);                         // "20 May 2021"
std::string momentInWords(std::chrono::sys_seconds moment); // "20 May 2021, 08:30 UTC"
std::string clockInWords(int minutes); // of a day: "08:30"; the day's end is "24:00"

// "2021-05-20" is "20 May 2021", "2021-05" "May 2021", "2021-W20" "week of 17 May 2021", "202X"
// "2020s", "2021-SU" "summer 2021", "2021-Q2" "second quarter of 2021", "a/b" "A – B",
// "2021-05-20T08:30" "20 May 2021, 08:30".
std::string valueInWords(const CalendarValue& value);

// The value that a reader's words mean: a value with calendar days as it is ("2021-05-20",
// "2021-W20", "2021-05-20/2021-05-23"), "20 May 2021", "May 20, 2021", "May 2021", "2021", month
// names of at least three letters, any case; two of them with "/", "–", " - " or " to " between,
// the earlier one first. nullopt for anything else, impossible days included.
std::optional<CalendarValue> valueFromWords(std::string_view words);

// Is the value one that <time datetime> allows: a day, month, year or week, a
// day with its time?
bool isHtmlDate(const CalendarValue& value);

} // namespace quoth
