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

// "10:00" alone may be a score or a ratio.
Result plainClock(const TimeMatch& m, int) {
    return words::clockLeads.contains(m.word(m.before())) ? clock(m, 0) : std::nullopt;
}

// "at 10.15 on Wednesday": a number with a point is a time only beside a day.
Result pointedClock(const TimeMatch& m, int) {
    const Lexeme* next = m.after();
    if (m.word(next) == "on") next = m.after(2);
    const bool day = next && next->is(Weekday | Deictic | PartOfDay | Month | DayNumber);
    return m.word(m.before()) == "at" && day ? clock(m, 0) : std::nullopt;
}

Result military(const TimeMatch& m, int) { // "1430 GMT"
    const int value = m.find(FourDigits)->value;
    return clockReading(value / 100, value % 100);
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
    {"NUM AMPM ZONE?", clock},
    {"DECIMAL AMPM ZONE?", clock},
    {"DECIMAL ZONE", clock},
    {"DECIMAL", pointedClock},
    {"NNNN ZONE|hours|hrs ZONE?", military},
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
