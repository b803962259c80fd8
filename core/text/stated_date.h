// Calendar dates written out in full: "20 May 2021", "May 20th, 2021", "2021-05-20".
#pragma once

#include "core/document/date.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace quoth {

// A day as written at the front of a text; the year may be missing.
struct WrittenDay {
    std::size_t length = 0; // bytes it takes
    unsigned day = 0, month = 0;
    std::optional<int> year;
};
std::optional<WrittenDay> readDay(std::string_view text);

// The first full date in the text.
std::optional<Date> findFullDate(std::string_view text);

} // namespace quoth
