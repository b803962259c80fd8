#include "core/events/dating/event_value.h"

#include "core/events/event_limits.h"
#include "core/time/calendar.h"

namespace quoth {
namespace {

// "the last five years" (P5Y) before the document date.
std::optional<CalendarValue> tiedDuration(std::string_view value, std::string_view words,
                                          std::optional<Date> published) {
    if (words.find("last") == std::string_view::npos &&
        words.find("past") == std::string_view::npos)
        return std::nullopt;
    const auto duration = durationOf(value);
    if (!published || !duration || duration->count > event_limits::longestCount)
        return std::nullopt;
    const auto before = [&](TimeUnit unit, int count) {
        return intervalValue(steppedValue(*published, unit, -count),
                             steppedValue(*published, unit, 0));
    };
    switch (duration->unit) {
    case TimeUnit::Week:
        return before(TimeUnit::Day, 7 * duration->count);
    case TimeUnit::Day:
    case TimeUnit::Month:
    case TimeUnit::Year:
        return before(duration->unit, duration->count);
    default:
        return std::nullopt;
    }
}

// From the first to the last stretch of this size that the value covers.
std::optional<CalendarValue> betweenIn(Granularity granularity, const CalendarValue& value) {
    const DayRange days = value.days();
    const auto first = CalendarValue::around(days.first, granularity);
    const auto last = CalendarValue::around(days.last, granularity);
    return first && last ? CalendarValue::interval(*first, *last) : std::nullopt;
}

} // namespace

std::optional<CalendarValue> eventValue(const TimeExpression& time, std::string_view words,
                                        std::optional<Date> published) {
    if (time.type == TimeType::Set) return std::nullopt;
    if (time.type == TimeType::Duration) return tiedDuration(time.value, words, published);
    const auto value = CalendarValue::parse(time.value);
    if (!value) return std::nullopt;
    switch (value->granularity()) {
    case Granularity::Moment:
    case Granularity::Hour:
    case Granularity::PartOfDay:
        return CalendarValue::day(value->days().first);
    case Granularity::Weekend:
    case Granularity::Season:
        return betweenIn(Granularity::Day, *value);
    case Granularity::Quarter:
    case Granularity::Half:
        return betweenIn(Granularity::Month, *value);
    case Granularity::Decade:
    case Granularity::Century:
        return betweenIn(Granularity::Year, *value);
    case Granularity::Interval: // none at a time of day: "1-3 July at 8 p.m."
        return value->timeOfDay() ? std::nullopt : value;
    case Granularity::Day:
    case Granularity::Week:
    case Granularity::Month:
    case Granularity::Year:
        return value;
    }
    return std::nullopt;
}

std::optional<CalendarValue> intervalValue(const std::optional<CalendarValue>& first,
                                           const std::optional<CalendarValue>& last) {
    if (!first || !last || *first == *last) return std::nullopt;
    return CalendarValue::interval(*first, *last);
}

std::optional<CalendarValue> sinceValue(const std::optional<CalendarValue>& first,
                                        std::optional<Date> published) {
    if (!first || !published) return std::nullopt;
    const CalendarValue start = first->start(); // "since the summer"
    return intervalValue(start, CalendarValue::around(*published, start.granularity()));
}

} // namespace quoth
