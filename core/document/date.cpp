#include "core/document/date.h"

#include "core/support/digits.h"

#include <cstdio>

namespace quoth {

Expected<Date> parseDate(std::string_view iso) {
    const auto failure = [&] {
        return unexpected(ErrorCode::BadArgument, "\"" + std::string(iso.substr(0, 40)) +
                                                      "\" is not a date of the form YYYY-MM-DD.");
    };
    if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return failure();
    if (iso.size() > 10 && iso[10] != 'T' && iso[10] != ' ') return failure();
    const auto year = readDigits(iso.substr(0, 4), 4), month = readDigits(iso.substr(5, 2), 2),
               day = readDigits(iso.substr(8, 2), 2);
    if (!year || !month || !day) return failure();
    const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                    std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok() || *year < 1) return failure();
    return date;
}

std::string toIso(Date date) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return buffer;
}

Expected<std::chrono::sys_seconds> parseMoment(std::string_view iso) {
    const auto failure = [&] {
        return unexpected(ErrorCode::BadArgument,
                          "\"" + std::string(iso.substr(0, 40)) +
                              "\" is not a moment of the form YYYY-MM-DDThh:mm:ssZ.");
    };
    if (iso.size() != 20 || iso[10] != 'T' || iso[13] != ':' || iso[16] != ':' || iso[19] != 'Z')
        return failure();
    const auto day = parseDate(iso);
    const auto hours = readDigits(iso.substr(11, 2), 2), minutes = readDigits(iso.substr(14, 2), 2),
               seconds = readDigits(iso.substr(17, 2), 2);
    if (!day || !hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 59)
        return failure();
    return std::chrono::sys_days(*day) + std::chrono::hours(*hours) +
           std::chrono::minutes(*minutes) + std::chrono::seconds(*seconds);
}

std::string toIso(std::chrono::sys_seconds moment) {
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::hh_mm_ss time(moment - day);
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "T%02d:%02d:%02dZ", static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return toIso(Date(day)) + buffer;
}

} // namespace quoth
