// Calendar values of times and events, as ISO-TimeML (TIMEX3) writes them: "2021-05-19",
// "2021-W20", "2021-SU", "199X", "2021-05-20/2021-05-23". Annotations, corrections and files carry
// the text; whoever asks what it says reads it here. Immutable values; all days lie in the years 1
// to 9999.
//
// Most of these values come from core/time, which stands on core/document. The type is here because
// documents check their own values, corrections bring some along, and happenings compare them.
#pragma once

#include "core/document/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quoth {

// A stretch of calendar days, both included; the first one is not after the last.
struct DayRange {
    Date first, last;

    bool operator==(const DayRange&) const = default;
    int days() const; // at least 1
    bool contains(const DayRange& other) const;
    bool overlaps(const DayRange& other) const;
};

// Minutes of a day, [first, last); a moment has both the same. The day's end is 24 * 60; an hour
// that begins there ends after it.
struct ClockRange {
    int first, last;

    bool operator==(const ClockRange&) const = default;
};

// What one value names, the finest first.
enum class Granularity : std::uint8_t {
    Moment,    // of a day: "2021-05-19T08:30"
    Hour,      // of a day: "2021-05-19T08"
    PartOfDay, // "2021-05-19TMO"
    Day,       // "2021-05-19"
    Weekend,   // "2021-W20-WE"
    Week,      // "2021-W20", of ISO 8601: from Monday, week 1 holds 4 January
    Month,     // "2021-05"
    Quarter,   // "2021-Q2"
    Season,    // "2021-SU", of whole months; winter begins in the December of its year
    Half,      // "2021-H1"
    Year,      // "2021"
    Decade,    // "202X"
    Century,   // "20", the years 2000 to 2099
    Interval,  // "2021-05-20/2021-05-23", of any two of the others
};

enum class DayPart : std::uint8_t { Morning, Midday, Afternoon, Evening, Night };
enum class Season : std::uint8_t { Spring, Summer, Autumn, Winter };

// A time of day: a moment ("T08:30"), an hour ("T08") or a part of the day ("TMO").
class TimeOfDay {
public:
    // nullopt for what is no time of day, hours after 24 and minutes after 59 included.
    static std::optional<TimeOfDay> parse(std::string_view text);
    static std::optional<TimeOfDay> moment(int hour, int minute);
    explicit TimeOfDay(DayPart part);

    std::string toString() const; // what parse reads
    Granularity granularity() const { return m_granularity; }
    ClockRange minutes() const; // midday is a moment here
    std::optional<DayPart> part() const;

    bool operator==(const TimeOfDay&) const = default;

private:
    TimeOfDay(Granularity granularity, int value);

    Granularity m_granularity;
    std::int16_t m_value; // minutes from midnight, or the part
};

class CalendarValue {
public:
    // Reads a value whole: whatever follows a good beginning makes it none. Any text may come in.
    // nullopt for days that the calendar lacks (2021-02-30, 2021-W53), intervals whose end is
    // before their beginning, and values without calendar days (P5Y, PRESENT_REF, XXXX-05, empty).
    static std::optional<CalendarValue> parse(std::string_view value);

    static CalendarValue day(Date day);
    // The stretch of the calendar that holds the day (Weekend: that of the day's week). nullopt
    // where it leaves the years 1 to 9999, for intervals and for what is finer than a day.
    static std::optional<CalendarValue> around(Date day, Granularity granularity);
    // From the first day of one to the last day of the other; nullopt where that lies before it or
    // either is an interval already.
    static std::optional<CalendarValue> interval(const CalendarValue& start,
                                                 const CalendarValue& end);
    // At this time of that day; nullopt for what is no single day or has a time already.
    std::optional<CalendarValue> at(TimeOfDay time) const;

    std::string toString() const; // the text that parse reads, the same for the same value
    Granularity granularity() const;
    DayRange days() const { return {m_start.days.first, m_end.days.last}; }
    bool isOneDay() const { return m_start.days.first == m_end.days.last; }
    // The year that the text begins with: of a week the one that it counts for, of a winter that of
    // its December, of a decade its first one.
    int year() const;
    // Of a day. An interval has its end's where its beginning tells none: "1-3 July at 8 p.m."
    std::optional<TimeOfDay> timeOfDay() const;
    // The two values that an interval joins; of any other value itself.
    CalendarValue start() const { return CalendarValue(m_start); }
    CalendarValue end() const { return CalendarValue(m_end); }

    // Tells it the day more exactly: by fewer days, whatever the time of day? A short month or year
    // is as exact as a long one.
    bool isSharperThan(const CalendarValue& other) const;
    bool operator==(const CalendarValue&) const = default;

private:
    struct Stretch {
        Granularity granularity;
        DayRange days;
        std::optional<TimeOfDay> time{};

        bool operator==(const Stretch&) const = default;
    };
    explicit CalendarValue(const Stretch& stretch) : m_start(stretch), m_end(stretch) {}

    static std::optional<CalendarValue> parseStretch(std::string_view value);
    static int year(const Stretch& stretch);
    static std::string toString(const Stretch& stretch);

    Stretch m_start, m_end; // the same one unless it is an interval
    bool m_isInterval = false;
};

// The season of a day by whole months (March to May is spring).
Season seasonOf(Date date);
std::string_view seasonCode(Season season); // "SU", as values have it

} // namespace quoth
