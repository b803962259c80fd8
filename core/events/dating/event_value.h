// The calendar value of an event from that of the time expression which dates it: a day, week,
// month or year, or "start/end". In: the expression's value, its words and the document date.
#pragma once

#include "core/document/annotations.h"
#include "core/document/calendar_value.h"
#include "core/document/date.h"

#include <optional>
#include <string_view>

namespace quoth {

// A time of day gives its day; weekends and seasons their first and last day; quarters and halves
// their months; decades and centuries their years. `words` (lower case) are the expression's: a
// duration has days only when they tie it to the document date ("the last five years"). nullopt for
// values without calendar days and for fiscal years.
std::optional<CalendarValue> eventValue(const TimeExpression& time, std::string_view words,
                                        std::optional<Date> published);

// "2014" and "2016": "2014/2016"; likewise "since 2016" with the document date as the end, to the
// same exactness. nullopt where the two do not make an interval, as where either is unknown.
std::optional<CalendarValue> intervalValue(const std::optional<CalendarValue>& first,
                                           const std::optional<CalendarValue>& last);
std::optional<CalendarValue> sinceValue(const std::optional<CalendarValue>& first,
                                        std::optional<Date> published);

} // namespace quoth
