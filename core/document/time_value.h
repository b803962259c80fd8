// Values of time expressions as ISO-TimeML (TIMEX3) writes them: those of the calendar
// (calendar_value.h) and the rest. Values come from files and corrections, too, so that nothing
// here trusts its input.
#pragma once

#include <string_view>

namespace quoth {

// Is it a value of a time expression: one with days, a duration ("P5Y", "PT1H30M", "PXM"), a
// reference ("PAST_REF"), a fiscal year ("FY2021"), a time of day alone ("T08:30"), a day with open
// places ("XXXX-WXX-1", "XXXX-05") or one before the calendar ("BC0044")? The empty value is one,
// too: not known.
bool isTimeValue(std::string_view value);

} // namespace quoth
