// Days as files state them: ISO 8601 and its common variants, RFC 2822, Unix times, days in words.
#pragma once

#include "core/document/date.h"

#include <optional>
#include <string_view>

namespace quoth {

struct DayStamp {
    Date day;
    // Of an instant that is told in UTC, the second of the day: where it was published, the day may
    // have been the one before or after.
    std::optional<int> utcSecond;
    std::optional<int> offsetMinutes; // east of UTC, where another zone is stated in numbers

    bool operator==(const DayStamp&) const = default;
};

// "2021-05-20", "2021-05-20T10:00:00Z", "20210520", "2021/05/20", "20.05.2021", "5/20/2021",
// "Thu, 20 May 2021 10:00:00 GMT", "May 20, 2021 at 10 a.m.", "1621504800". nullopt for days in
// numbers that may be read in two ways ("5/6/2021") and for longer texts.
std::optional<DayStamp> readDayStamp(std::string_view value);

} // namespace quoth
