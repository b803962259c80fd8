// The day that a page was published on, chosen among all that it says of days.
#pragma once

#include "core/document/document.h"
#include "core/formats/in/day_stamp.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace quoth {

enum class DateRole : std::uint8_t { Published, Created, Modified };

// What one place of the page says.
struct DateClaim {
    DayStamp stamp;
    DateSource source = DateSource::None;
    DateRole role = DateRole::Published;
};

struct PageDate {
    Date day;
    DateSource source = DateSource::None;

    bool operator==(const PageDate&) const = default;
};

// Published before created before modified, then in the order of DateSource, then of the claims.
// Days that no article has (an unset 0001-01-01 or 1970-01-01, one after tomorrow) are passed over.
// Of an instant in UTC, the day in the publisher's zone: the one that the page prints, where that
// is a neighbour, else as the offset of another stamp tells.
std::optional<PageDate> choosePublished(const std::vector<DateClaim>& claims, Date today);

// "/2021/05/20/", "/2021/may/20/", "2021-05-20", "/20210520/" in an address.
std::optional<Date> dayInAddress(std::string_view url);

} // namespace quoth
