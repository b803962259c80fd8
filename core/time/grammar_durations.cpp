#include "core/time/calendar.h"
#include "core/time/grammar.h"
#include "core/word_sets/time.h"

namespace quoth {
namespace {

using namespace word_class;
using Result = std::optional<Reading>;

TimeUnit unitOf(const Lexeme* lexeme) {
    return static_cast<TimeUnit>(lexeme->value);
}

Reading duration(std::string value) {
    return valueReading(std::move(value), TimeType::Duration);
}
Reading set(std::string value) {
    return valueReading(std::move(value), TimeType::Set);
}

// "$50 a day", "twice a week", "500 people a year": how often, not how long.
bool isRate(const TimeMatch& m) {
    const Lexeme* before = m.before();
    if (!before) return false;
    if (before->is(Units) && unitOf(before) < unitOf(m.find(Unit)))
        return true; // "48 hours a week"
    if (before->is(Number | Scale)) return true;
    if (words::rateWords.contains(m.word(before))) return true;
    const Token& token = m.context().text->tokens[before->token];
    return token.tag == FineTag::NNS && !before->is(Units);
}

// "a 27-year-old man", "two months old": how old somebody is, not when or how long.
bool isAge(const TimeMatch& m) {
    const Lexeme* after = m.after();
    if (after && m.word(after) == "-") after = m.after(2);
    const std::string word = m.word(after);
    return word == "old" || word == "olds";
}

Result count(const TimeMatch& m, int half) {
    const Lexeme *number = m.find(Number), *unit = m.find(Unit | Units);
    if (m.word(unit) == "second" && number->value != 1) return std::nullopt;
    if (number->is(FourDigits) && unitOf(unit) == TimeUnit::Hour && number->value < 2400 &&
        number->value % 100 < 60)
        return std::nullopt; // "1430 hours"
    if (unitOf(unit) == TimeUnit::Quarter && (unit->is(Unit) || unit->glued))
        return std::nullopt;                                    // "three-quarters of all crops"
    if (unit->capital && !number->capital) return std::nullopt; // "60 Minutes", the broadcast
    if (number->is(Year) && number->value >= 1900 && unit->is(Unit)) return std::nullopt;
    if (isAge(m)) return std::nullopt;
    return duration(durationValue(unitOf(unit), number->value, half ? 5 : number->tenths));
}

Result one(const TimeMatch& m, int half) { // "a year", "an hour and a half"
    const TimeUnit unit = unitOf(m.find(Unit));
    if (isAge(m)) return std::nullopt;
    if (unit == TimeUnit::Second || unit == TimeUnit::Quarter || unit == TimeUnit::Weekend ||
        unit == TimeUnit::Night)
        return std::nullopt;
    if (m.firstWord() != "one" && half == 0 && isRate(m)) return set(durationValue(unit, 1));
    return duration(durationValue(unit, 1, half));
}

Result halfUnit(const TimeMatch& m, int) {
    const TimeUnit unit = unitOf(m.find(Unit));
    if (unit == TimeUnit::Decade) return duration("P5Y");
    if (unit == TimeUnit::Century) return duration("P50Y");
    return duration(durationValue(unit, 0, 5));
}

Result fraction(const TimeMatch& m, int) { // "5 1/2 hours"
    if (m.find(Number, 1)->value != 1 || m.find(Number, 2)->value != 2) return std::nullopt;
    return duration(durationValue(unitOf(m.find(Units)), m.find(Number)->value, 5));
}

// "two hours and 45 minutes", "an hour and 45 minutes", "six years and three months".
Result sum(const TimeMatch& m, int) {
    const Lexeme* large = m.find(Unit | Units);
    const Lexeme* small = m.find(Unit | Units, 1);
    const bool stated = m.find(Number) && m.find(Number)->span.begin < large->span.begin;
    const int first = stated ? m.find(Number)->value : 1;
    const int second = m.find(Number, stated ? 1 : 0)->value;
    if (unitOf(large) <= unitOf(small)) return std::nullopt;
    const std::string head = durationValue(unitOf(large), first);
    const std::string tail = durationValue(unitOf(small), second);
    const bool clockHead = head.starts_with("PT"), clockTail = tail.starts_with("PT");
    return duration(head + tail.substr(clockTail ? (clockHead ? 2 : 1) : 1));
}

Result open(const TimeMatch& m, int) { // "several years", "recent weeks", "decades-long"
    return duration(durationValue(unitOf(m.find(Unit | Units)), -1));
}

Result bareUnits(const TimeMatch& m, int) { // "for years"
    return words::spanLeads.contains(m.word(m.before())) ? open(m, 0) : std::nullopt;
}

Result shifted(const TimeMatch& m, int) { // "the last five years", but not "it will last a week"
    if (m.context().text->tokens[m.find(Shift)->token].pos == Pos::Verb) return std::nullopt;
    const Lexeme* number = m.find(Number);
    const TimeUnit unit = unitOf(m.find(Unit | Units));
    return duration(durationValue(unit, number ? number->value : -1));
}

Result whole(const TimeMatch& m, int) { // "all day", "the whole week"
    return duration(durationValue(unitOf(m.find(Unit)), 1));
}

Result lasting(const TimeMatch& m, int unit) { // "yearlong"
    (void)m;
    return duration(durationValue(static_cast<TimeUnit>(unit), 1));
}

Result every(const TimeMatch& m, int factor) {
    if (factor != 1 && m.has(Weekday)) return set(durationValue(TimeUnit::Week, factor));
    if (const Lexeme* day = m.find(Weekday)) return set("XXXX-WXX-" + std::to_string(day->value));
    if (const Lexeme* month = m.find(Month))
        return set(month->value < 10 ? "XXXX-0" + std::to_string(month->value)
                                     : "XXXX-" + std::to_string(month->value));
    if (const Lexeme* season = m.find(SeasonName))
        return set("XXXX-" + std::string(seasonCode(static_cast<Season>(season->value))));
    if (const Lexeme* unit = m.find(Unit | Units)) {
        if (unitOf(unit) == TimeUnit::Weekend) return set("XXXX-WXX-WE");
        const Lexeme* number = m.find(Number);
        return set(durationValue(unitOf(unit), number ? number->value : factor));
    }
    const TimeOfDay part(static_cast<DayPart>(m.find(PartOfDay)->value));
    return set("XXXX-XX-XX" + part.toString());
}

Result perUnit(const TimeMatch& m, int) { // "three times a week"
    return set(durationValue(unitOf(m.find(Unit)), 1));
}

Result frequency(const TimeMatch& m, int) {
    if (m.find(Frequency)->capital && m.before()) return std::nullopt; // "the Daily Mail"
    return set(durationValue(unitOf(m.find(Frequency)), 1));
}

Result weekdays(const TimeMatch& m, int) {
    return set("XXXX-WXX-" + std::to_string(m.find(Weekdays)->value));
}

constexpr TimeRule rules[] = {
    {"NUM -? more? UNIT|UNITS", count},
    {"NUM -? UNIT|UNITS -? long", count},
    {"NUM more|full|straight|consecutive UNITS", count},
    {"NUM -? and -? a -? half -? UNIT|UNITS", count, 1},
    {"NUM NUM ~/ ~NUM UNITS", fraction},
    {"a|an|one UNIT", one},
    {"a|an|one UNIT and a half", one, 5},
    {"half -? a|an UNIT", halfUnit},
    {"a half -? UNIT", halfUnit},
    {"half - UNIT", halfUnit},
    {"NUM UNIT|UNITS ,? and? NUM UNIT|UNITS", sum},
    {"a|an UNIT and NUM UNIT|UNITS", sum},
    {"UNIT and NUM UNITS", sum},
    {"VAGUE more? UNITS", open},
    {"a VAGUE of? more? UNITS", open},
    {"a number of UNITS", open},
    {"recent|coming|many|most|hundreds|thousands|dozens|tens of? UNITS", open},
    {"NUM or|to NUM UNITS", open},
    {"UNITS - old|long", open},
    {"UNIT - long", whole},
    {"a|an UNIT - long", whole},
    {"UNITS", bareUnits},
    {"in|over|during { the UNITS } before|after|since|following|leading", open},
    {"in|over|during { the UNITS } that|which followed|follow|passed|preceded", open},
    {"the? SHIFT NUM|VAGUE UNIT|UNITS", shifted},
    {"the? SHIFT NUM or|to NUM UNITS", open},
    {"the? SHIFT UNITS", shifted},
    {"all UNIT", whole},
    {"the|a whole|entire|full UNIT", whole},
    {"daylong", lasting, static_cast<int>(TimeUnit::Day)},
    {"weeklong", lasting, static_cast<int>(TimeUnit::Week)},
    {"monthlong", lasting, static_cast<int>(TimeUnit::Month)},
    {"yearlong", lasting, static_cast<int>(TimeUnit::Year)},
    {"every|each UNIT|WEEKDAY|MONTH|SEASON|PART", every, 1},
    {"every NUM UNITS", every, 1},
    {"every other UNIT|WEEKDAY", every, 2},
    {"once|twice|per a|an|every|each|per? UNIT", every, 1},
    {"NUM times a|an|every|each|per UNIT", perUnit},
    {"FREQ", frequency},
    {"WEEKDAYS", weekdays},
};

} // namespace

std::span<const TimeRule> durationRules() {
    return rules;
}

} // namespace quoth
