#include "core/events/event_value.h"

#include "core/document/time_value.h"
#include "core/time/calendar.h"

namespace quoth {
namespace {

using std::chrono::sys_days;

std::string dayInterval(const DayRange& range) {
    return toIso(range.first) + "/" + toIso(range.last);
}

bool isDigits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "the last five years" (P5Y) before the document date.
std::string tiedDuration(std::string_view value, std::string_view words,
                         std::optional<Date> published) {
    if (!published || value.size() < 3 || value[0] != 'P') return {};
    if (words.find("last") == std::string_view::npos &&
        words.find("past") == std::string_view::npos)
        return {};
    const std::string_view digits = value.substr(1, value.size() - 2);
    if (!isDigits(digits) || digits.size() > 4) return {};
    const int n = std::stoi(std::string(digits));
    switch (value.back()) {
    case 'D':
        return intervalValue(steppedValue(*published, TimeUnit::Day, -n), toIso(*published));
    case 'W':
        return intervalValue(steppedValue(*published, TimeUnit::Day, -7 * n), toIso(*published));
    case 'M':
        return intervalValue(steppedValue(*published, TimeUnit::Month, -n),
                             steppedValue(*published, TimeUnit::Month, 0));
    case 'Y':
        return intervalValue(steppedValue(*published, TimeUnit::Year, -n),
                             steppedValue(*published, TimeUnit::Year, 0));
    default:
        return {};
    }
}

} // namespace

std::string eventValue(const TimeExpression& time, std::string_view words,
                       std::optional<Date> published) {
    const std::string& value = time.value;
    if (time.type == TimeType::Set || value.empty()) return {};
    if (time.type == TimeType::Duration) return tiedDuration(value, words, published);
    if (const auto clock = value.find('T'); clock != std::string::npos) {
        const std::string day = value.substr(0, clock);
        return parseDate(day) ? day : std::string();
    }
    const auto range = daysOf(value);
    if (!range || static_cast<int>(range->last.year()) > 9999) return {};
    if (value.ends_with('X')) // a decade, a century
        return toIso(range->first).substr(0, 4) + "/" + toIso(range->last).substr(0, 4);
    if (value.ends_with("-WE") || value.find_first_of("SFW") == value.size() - 2)
        return dayInterval(*range);
    if (value.find_first_of("QH") != std::string::npos)
        return toIso(range->first).substr(0, 7) + "/" + toIso(range->last).substr(0, 7);
    return value;
}

std::string intervalValue(std::string_view first, std::string_view last) {
    if (first.empty() || last.empty() || first.find('/') != std::string_view::npos ||
        last.find('/') != std::string_view::npos)
        return {};
    std::string value = std::string(first) + "/" + std::string(last);
    return daysOf(value) && first != last ? value : std::string();
}

std::string sinceValue(std::string_view first, std::optional<Date> published) {
    const auto slash = first.find('/'); // "since the summer"
    if (slash != std::string_view::npos) first = first.substr(0, slash);
    if (!published || first.empty()) return {};
    std::string end = toIso(*published);
    if (first.size() == 4 || first.size() == 7) end.resize(first.size());
    if (first.find('W') != std::string_view::npos) end = weekValue(*published);
    return intervalValue(first, end);
}

} // namespace quoth
