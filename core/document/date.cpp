#include "core/document/date.h"

#include <charconv>
#include <cstdio>

namespace quoth {

Expected<Date> parseDate(std::string_view iso) {
    const auto failure = [&] {
        return unexpected(ErrorCode::BadArgument, "\"" + std::string(iso.substr(0, 40)) +
                                                      "\" is not a date of the form YYYY-MM-DD.");
    };
    if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return failure();
    if (iso.size() > 10 && iso[10] != 'T' && iso[10] != ' ') return failure();
    int year = 0;
    unsigned month = 0, day = 0;
    const auto number = [](std::string_view digits, auto& value) {
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return error == std::errc{} && end == digits.data() + digits.size();
    };
    if (!number(iso.substr(0, 4), year) || !number(iso.substr(5, 2), month) ||
        !number(iso.substr(8, 2), day))
        return failure();
    const Date date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!date.ok() || year < 1) return failure();
    return date;
}

std::string toIso(Date date) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return buffer;
}

} // namespace quoth
