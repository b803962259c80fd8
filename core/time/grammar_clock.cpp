#include "core/time/calendar.h"
#include "core/time/grammar.h"
#include "core/word_sets/time.h"

namespace quoth {
namespace {

using namespace word_class;
using Result = std::optional<Reading>;

// Joined to a day later (time_finder.cpp).
Result clockReading(int hour, int minute, bool needsDay = false) {
    const auto moment = TimeOfDay::moment(hour, minute);
    if (!moment) return std::nullopt;
    Reading reading;
    reading.type = TimeType::Time;
    reading.clock = moment;
    reading.needsDay = needsDay;
    return reading;
}

Result clock(const TimeMatch& m, int) {
    const Lexeme* number = m.find(Number | Decimal);
    int hour = number->value, minute = 0;
    if (number->is(Decimal)) minute = number->minutes;
    if (const Lexeme* minutes = m.find(TwoDigits)) minute = minutes->value;
    if (const Lexeme* half = m.find(HalfDay)) {
        if (hour < 1 || hour > 12) return std::nullopt;
        hour = hour % 12 + half->value;
    }
    return clockReading(hour, minute);
}

// "10:00" alone may be a score or a ratio; it is none behind "2021-05-20".
Result plainClock(const TimeMatch& m, int) {
    const bool stamp =
        m.before() && m.before()->is(TwoDigits) && m.before()->glued && m.word(m.before(2)) == "-";
    const bool led = stamp || words::clockLeads.contains(m.word(m.before()));
    return led ? clock(m, 0) : std::nullopt;
}

// "at 10.15 on Wednesday": a number with a point is a time only beside a day.
Result pointedClock(const TimeMatch& m, int) {
    const Lexeme* next = m.after();
    if (m.word(next) == "on") next = m.after(2);
    const bool day = next && next->is(Weekday | Deictic | PartOfDay | Month | DayNumber);
    return m.word(m.before()) == "at" && day ? clock(m, 0) : std::nullopt;
}

Result military(const TimeMatch& m, int) { // "1430 GMT", "0600 hours"
    const int value = m.find(FourDigits)->value;
    if (const Lexeme* unit = m.find(Units);
        unit && static_cast<TimeUnit>(unit->value) != TimeUnit::Hour)
        return std::nullopt;
    return clockReading(value / 100, value % 100);
}

Result besideHour(int hour, int minutes) { // so many after it, or before it
    if (hour < 1 || hour > 12) return std::nullopt;
    const int total = (hour * 60 + minutes + 12 * 60) % (12 * 60);
    return clockReading(total < 60 ? 12 : total / 60, total % 60);
}

Result spoken(const TimeMatch& m, int minutes) { // "half past nine", "quarter to six"
    return besideHour(m.find(Number)->value, minutes);
}

// "ten past eight", "at five to six"; "five to six" may be people.
Result spokenMinutes(const TimeMatch& m, int sign) {
    const int minutes = m.find(Number)->value;
    if (minutes < 1 || minutes > 59) return std::nullopt;
    const Lexeme* unit = m.find(Units);
    if (unit && static_cast<TimeUnit>(unit->value) != TimeUnit::Minute) return std::nullopt;
    const bool stated = unit || sign > 0 || m.word(m.before()) == "at";
    if (!stated || (m.after() && m.after()->is(Units))) return std::nullopt;
    return besideHour(m.find(Number, 1)->value, sign * minutes);
}

Result noon(const TimeMatch& m, int) {
    if (m.find(ClockWord)->capital && m.before()) return std::nullopt; // "High Noon"
    return clockReading(m.find(ClockWord)->value, 0);
}

Result hourInPart(const TimeMatch& m, int) { // "4 in the morning"
    const int hour = m.find(Number)->value;
    const auto part = static_cast<DayPart>(m.find(PartOfDay)->value);
    if (hour < 1 || hour > 12) return std::nullopt;
    return clockReading(part == DayPart::Morning ? hour % 12 : hour % 12 + 12, 0);
}

Result part(const TimeMatch& m, int) {
    Reading reading;
    reading.type = TimeType::Time;
    reading.clock = TimeOfDay(static_cast<DayPart>(m.find(PartOfDay)->value));
    reading.needsDay = true;
    return reading;
}

constexpr TimeRule rules[] = {
    {"NUM ~: ~NN AMPM|ZONE", clock},
    {"NUM ~: ~NN AMPM ZONE", clock},
    {"NUM ~: ~NN", plainClock},
    {"NUM ~: ~NN NOON", clock},
    {"half past NUM", spoken, 30},
    {"a? quarter past NUM", spoken, 15},
    {"a? quarter to NUM", spoken, -15},
    {"NUM UNITS? past NUM", spokenMinutes, 1},
    {"NUM UNITS? to NUM", spokenMinutes, -1},
    {"NUM AMPM ZONE?", clock},
    {"DECIMAL AMPM ZONE?", clock},
    {"DECIMAL ZONE", clock},
    {"DECIMAL", pointedClock},
    {"NNNN ZONE|UNITS ZONE?", military},
    {"NUM o'clock", clock},
    {"NUM o ~' ~clock", clock},
    {"NUM in the PART", hourInPart},
    {"NOON", noon},
    {"PART", part},
};

} // namespace

std::span<const TimeRule> clockRules() {
    return rules;
}

} // namespace quoth
