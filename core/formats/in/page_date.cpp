#include "core/formats/in/page_date.h"

#include "core/support/unicode.h"
#include "core/text/calendar_names.h"

#include <algorithm>
#include <tuple>

namespace quoth {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

bool isPlausible(Date day, Date today) {
    constexpr std::chrono::year firstPrinted{1600};
    const Date unset{std::chrono::year{1970}, std::chrono::January, std::chrono::day{1}};
    return day.year() >= firstPrinted && day != unset && sys_days(day) <= sys_days(today) + days(1);
}

bool areNeighbours(Date a, Date b) {
    const auto apart = sys_days(a) - sys_days(b);
    return apart >= days(-1) && apart <= days(1);
}

// The day of an instant in UTC where the page was published.
PageDate localDay(const DateClaim& claim, const std::vector<DateClaim>& claims) {
    for (const DateSource visible : {DateSource::Printed, DateSource::TimeElement})
        for (const DateClaim& other : claims)
            if (other.source == visible && other.role == claim.role && !other.stamp.utcSecond &&
                areNeighbours(other.stamp.day, claim.stamp.day))
                return {other.stamp.day,
                        other.stamp.day == claim.stamp.day ? claim.source : other.source};
    for (const DateClaim& other : claims)
        if (other.stamp.offsetMinutes) {
            const auto moment = sys_days(claim.stamp.day) +
                                std::chrono::seconds(*claim.stamp.utcSecond) +
                                std::chrono::minutes(*other.stamp.offsetMinutes);
            return {Date(std::chrono::floor<days>(moment)), claim.source};
        }
    return {claim.stamp.day, claim.source};
}

// A number of `digits` digits at the front, which goes; nullopt where there are more or fewer.
std::optional<unsigned> takeNumber(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t length = 0;
    unsigned value = 0;
    while (length < text.size() && text[length] >= '0' && text[length] <= '9' && length <= most)
        value = value * 10 + static_cast<unsigned>(text[length++] - '0');
    if (length < least || length > most) return std::nullopt;
    text.remove_prefix(length);
    return value;
}

std::optional<Date> dayAtFront(std::string_view text) {
    const auto ok = [](unsigned year, unsigned month, unsigned day) -> std::optional<Date> {
        const Date date{std::chrono::year{static_cast<int>(year)}, std::chrono::month{month},
                        std::chrono::day{day}};
        return date.ok() && year >= 1900 && year < 2200 ? std::optional(date) : std::nullopt;
    };
    if (std::string_view compact = text; const auto all = takeNumber(compact, 8, 8))
        return ok(*all / 10'000, *all / 100 % 100, *all % 100);
    const auto year = takeNumber(text, 4, 4);
    if (!year || text.empty() || (text[0] != '/' && text[0] != '-' && text[0] != '_')) return {};
    const char mark = text[0];
    text.remove_prefix(1);
    std::optional<unsigned> month = takeNumber(text, 1, 2);
    if (!month) {
        const std::size_t length = std::min(text.find(mark), text.size());
        if (const unsigned named = monthOf(text.substr(0, length))) month = named;
        text.remove_prefix(length);
    }
    if (!month || text.empty() || text[0] != mark) return {};
    text.remove_prefix(1);
    const auto day = takeNumber(text, 1, 2);
    return day ? ok(*year, *month, *day) : std::nullopt;
}

} // namespace

std::optional<PageDate> choosePublished(const std::vector<DateClaim>& claims, Date today) {
    const DateClaim* best = nullptr;
    const auto rank = [](const DateClaim& claim) { return std::tuple(claim.role, claim.source); };
    for (const DateClaim& claim : claims)
        if (isPlausible(claim.stamp.day, today) && (!best || rank(claim) < rank(*best)))
            best = &claim;
    if (!best) return std::nullopt;
    return best->stamp.utcSecond ? localDay(*best, claims)
                                 : PageDate{best->stamp.day, best->source};
}

std::optional<Date> dayInAddress(std::string_view url) {
    const std::size_t scheme = url.find("://");
    std::size_t at = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
    for (; at < url.size(); ++at) {
        if (url[at] != '/' && url[at] != '-' && url[at] != '_' && url[at] != '=') continue;
        if (const auto day = dayAtFront(url.substr(at + 1))) return day;
    }
    return std::nullopt;
}

} // namespace quoth
