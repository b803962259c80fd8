// The English names of months and days of the week: the one table of them.
#pragma once

#include <array>
#include <string_view>

namespace quoth {

inline constexpr std::array<std::string_view, 12> monthNames = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
inline constexpr std::array<std::string_view, 7> weekdayNames = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

// 1 to 12 for a month, in full or by its first three letters ("sept", too), in any case; else 0.
unsigned monthOf(std::string_view word);
// 1 to 7, Monday first, for a day of the week, in full or by its first three letters; else 0.
unsigned weekdayOf(std::string_view word);

} // namespace quoth
