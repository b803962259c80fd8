#include "core/time/calendar.h"
#include "core/time/grammar.h"
#include "core/word_sets/time.h"

#include <array>

namespace quoth {
namespace {

using namespace word_class;
using std::chrono::sys_days;
using Result = std::optional<Reading>;

TimeUnit unitOf(const Lexeme* lexeme) {
    return static_cast<TimeUnit>(lexeme->value);
}

int isoWeekday(Date date) {
    return static_cast<int>(std::chrono::weekday{sys_days{date}}.iso_encoding());
}

Reading steppedReading(std::optional<Date> base, TimeUnit unit, int n, bool asYears = false) {
    if (!base) return Reading{};
    const auto value = steppedValue(*base, unit, n, asYears);
    Reading reading = valueReading(value);
    if (value && (unit == TimeUnit::Day || unit == TimeUnit::Night))
        reading.day = value->days().first;
    return reading;
}

// Where the narrative stands, for a step of this size: "the following year" needs no more than the
// year last named.
std::optional<Date> narrativeBase(const TimeMatch& m, TimeUnit size) {
    const TimeContext& context = m.context();
    if (size < TimeUnit::Month) return context.anchor;
    if (!context.named) return std::nullopt;
    const Granularity granularity = context.named->start().granularity();
    const bool exact = size >= TimeUnit::Year || granularity == Granularity::Day ||
                       granularity == Granularity::Month;
    const DayRange days = context.named->days();
    if (!exact || days.first.year() != days.last.year()) return std::nullopt;
    return days.first;
}

// "said on Friday that it was on Thursday", in a paper of Thursday: is the clause of the token told
// on the day named last, before the document's?
bool wasTold(const TimeMatch& m, std::uint32_t token) {
    const TimeContext& context = m.context();
    const Syntax& syntax = *context.syntax;
    if (!context.anchor || *context.anchor >= *context.published ||
        context.anchorToken >= syntax.size() || token >= syntax.size() ||
        m.direction() != Direction::Past)
        return false;
    std::uint32_t said = context.anchorToken; // the verb that the last day hangs on
    while (!syntax.isRoot(said) && context.text->tokens[said].pos != Pos::Verb)
        said = syntax.headOf(said);
    while (!syntax.isRoot(token)) {
        const bool told = syntax.relationOf(token) == Relation::Ccomp;
        token = syntax.headOf(token);
        if (told && token == said) return true;
    }
    return false;
}

Result weekday(const TimeMatch& m, int) {
    const Lexeme* name = m.find(Weekday);
    const std::string word = m.word(name), after = m.word(m.after());
    if (words::afterWeekdays.contains(after) && m.after()->capital && name->capital &&
        !m.has(Shift))
        return std::nullopt; // "The Sunday Times", "Saturday Night Live"
    if (word.size() <= 5 && !m.has(Shift) && !word.ends_with('.') &&
        (m.word(m.before()) != "on" || !name->capital))
        if (word != "tues" && word != "thurs") return std::nullopt; // "Sun", "Sat", "Mon" the words
    const auto& published = m.context().published;
    if (!published || (m.word(m.before()) == "a" && m.word(m.before(2)) == "on"))
        return Reading{};                                             // "on a Sunday"
    const int ahead = (name->value - isoWeekday(*published) + 7) % 7; // 0 to 6
    const int back = ahead == 0 ? 0 : ahead - 7;
    if (const Lexeme* shift = m.find(Shift)) {
        const std::string which = m.word(shift);
        if (m.find(Unit)) { // "Tuesday of next week"
            if (unitOf(m.find(Unit)) != TimeUnit::Week) return std::nullopt;
            return dayReading(
                addDays(*published, name->value - isoWeekday(*published) + 7 * shift->value));
        }
        if (which == "following" || which == "previous") {
            const auto& anchor = m.context().anchor;
            if (!anchor) return Reading{};
            const int step = (name->value - isoWeekday(*anchor) + 7) % 7;
            return dayReading(addDays(*anchor, shift->value > 0 ? (step == 0 ? 7 : step)
                                                                : (step == 0 ? -7 : step - 7)));
        }
        if (shift->value < 0) return dayReading(addDays(*published, back == 0 ? -7 : back));
        if (shift->value > 0) return dayReading(addDays(*published, ahead == 0 ? 7 : ahead));
        if (m.direction() != Direction::Past) return dayReading(addDays(*published, ahead));
    }
    if (ahead == 0) return dayReading(addDays(*published, wasTold(m, name->token) ? -7 : 0));
    std::size_t distance = 1; // "until 9 a.m. Tuesday"
    while (m.before(distance) &&
           m.before(distance)->is(Number | Decimal | HalfDay | Zone | ClockWord))
        ++distance;
    const std::string before = m.word(m.before(distance));
    // "until Tuesday", "as soon as Tuesday"; but "until Tuesday he had not left"
    const bool until = (before == "until" || before == "till") &&
                       !(m.direction() == Direction::Past && m.before(distance)->capital);
    const bool limit = until || before == "by" || (before == "as" && m.word(m.before(3)) == "as");
    bool future = limit || m.direction() >= Direction::Present;
    // "will appeal against Wednesday's ruling": given already, unless it is where they will be.
    if (future && after == "'s" && m.before() && !m.before()->capital)
        future = limit || words::venueLeads.contains(before);
    return dayReading(addDays(*published, future ? ahead : back));
}

// "from Monday to Friday": the last day follows the first one.
Result weekdayPair(const TimeMatch& m, int) {
    const Lexeme *first = m.find(Weekday), *last = m.find(Weekday, 1);
    const auto& published = m.context().published;
    if (first->value == last->value) return std::nullopt;
    if (!published) return Reading{};
    const int ahead = (first->value - isoWeekday(*published) + 7) % 7;
    const int step = ahead == 0 || m.direction() >= Direction::Present ? ahead : ahead - 7;
    const Date begin = addDays(*published, step);
    Reading reading = dayReading(begin);
    reading.further = {dayReading(addDays(begin, (last->value - first->value + 7) % 7)).value};
    return reading;
}

// The weekday so many weeks after the next one, or before the last one.
Result stepFromWeekday(const TimeMatch& m, int weeks) {
    const auto& published = m.context().published;
    if (!published) return Reading{};
    const int ahead = (m.find(Weekday | Weekdays)->value - isoWeekday(*published) + 7) % 7;
    const int nearest = weeks > 0 ? (ahead == 0 ? 7 : ahead) : ahead - 7;
    return dayReading(addDays(*published, nearest + 7 * weeks));
}

Result weekdaysAgo(const TimeMatch& m, int) { // "two Mondays ago"
    const int n = m.find(Number)->value;
    if (n < 1 || n > 52) return std::nullopt;
    const auto& published = m.context().published;
    if (!published) return Reading{};
    const int ahead = (m.find(Weekdays)->value - isoWeekday(*published) + 7) % 7;
    return dayReading(addDays(*published, ahead - 7 * n));
}

Result weeksFromWeekday(const TimeMatch& m, int sign) { // "a week ago Monday", "a week from Monday"
    const Lexeme* number = m.find(Number);
    const int n = number ? number->value : 1;
    if (unitOf(m.find(Unit | Units)) != TimeUnit::Week || n < 1 || n > 52) return std::nullopt;
    return stepFromWeekday(m, sign * n);
}

Result weekdayWeek(const TimeMatch& m, int) { // "Monday week"
    const auto last = m.lastWord();
    const Lexeme* next = m.after();
    const bool ends = !next || m.context().text->tokens[next->token].pos != Pos::Noun;
    return last == "week" && ends && m.find(Weekday)->capital ? stepFromWeekday(m, 1)
                                                              : std::nullopt;
}

Result deictic(const TimeMatch& m, int shift) {
    const auto& published = m.context().published;
    const Lexeme* word = m.find(Deictic);
    int days = word->value + shift;
    // Of the last night, unless one is told that is to come.
    if (m.word(word) == "overnight" && m.direction() == Direction::Future) days = 0;
    Reading reading = published ? dayReading(addDays(*published, days)) : Reading{};
    if (word->is(PartOfDay)) {
        reading.type = TimeType::Time;
        if (!reading.value.empty()) reading.value += TimeOfDay(DayPart::Night).toString();
    }
    return reading;
}

Result twoDays(const TimeMatch& m, int days) {
    const auto& published = m.context().published;
    return published ? dayReading(addDays(*published, days)) : Reading{};
}

// "last month", "this week", "next year".
Result shiftedUnit(const TimeMatch& m, int) {
    const Lexeme *shift = m.find(Shift), *unit = m.find(Unit);
    const TimeUnit size = unitOf(unit);
    const std::string which = m.word(shift);
    if (size <= TimeUnit::Hour) return std::nullopt;
    if (which == "past") // "the past week"
        return valueReading(durationValue(size, 1), TimeType::Duration);
    if (which == "following" || which == "previous" ||
        (m.firstWord() == "the" && which != "coming" && which != "upcoming")) {
        if (which == "last" && size != TimeUnit::Weekend)
            return valueReading(durationValue(size, 1), TimeType::Duration);
        if (which != "following" && which != "previous" && size != TimeUnit::Day &&
            size != TimeUnit::Night)
            return valueReading(durationValue(size, 1), TimeType::Duration);
        if (which == "last") return std::nullopt;
        return steppedReading(narrativeBase(m, size), size, shift->value); // "the next day"
    }
    if (size == TimeUnit::Day) return std::nullopt;
    const auto& published = m.context().published;
    if (size == TimeUnit::Night) {
        if (which != "last") return std::nullopt;
        Reading reading = steppedReading(published, TimeUnit::Day, -1);
        if (!reading.value.empty()) reading.value += TimeOfDay(DayPart::Night).toString();
        reading.type = TimeType::Time;
        return reading;
    }
    return steppedReading(published, size, shift->value);
}

// "the week after next", "the year before last"
Result unitBesideShifted(const TimeMatch& m, int n) {
    const TimeUnit size = unitOf(m.find(Unit));
    if (size < TimeUnit::Weekend) return std::nullopt;
    return steppedReading(m.context().published, size, n);
}

// "the early hours of Sunday": its first ones.
Result smallHours(const TimeMatch& m, int) {
    Result day = weekday(m, 0);
    if (!day || !day->day) return day;
    day->type = TimeType::Time;
    day->value += TimeOfDay(DayPart::Morning).toString();
    return day;
}

// "the day before last Tuesday's hearing"
Result besideWeekday(const TimeMatch& m, int days) {
    const Result day = weekday(m, 0);
    return day && day->day ? dayReading(addDays(*day->day, days)) : day;
}

// "the end of the year", "earlier in the week": the unit that the document date lies in.
Result currentUnit(const TimeMatch& m, int) {
    const TimeUnit size = unitOf(m.find(Unit));
    if (size <= TimeUnit::Night) return std::nullopt;
    const Lexeme* shift = m.find(Shift);
    return steppedReading(m.context().published, size, shift ? shift->value : 0);
}

Result weekend(const TimeMatch& m, int) {
    if (unitOf(m.find(Unit)) != TimeUnit::Weekend) return std::nullopt;
    const auto& published = m.context().published;
    if (!published) return Reading{};
    const bool during = isoWeekday(*published) >= 6;
    const bool future = m.direction() >= Direction::Present;
    return steppedReading(published, TimeUnit::Weekend, during || future ? 0 : -1);
}

// "this morning", "last night", "that evening", "the next morning".
Result shiftedPart(const TimeMatch& m, int) {
    const Lexeme *shift = m.find(Shift), *part = m.find(PartOfDay);
    if (m.firstWord() == "the" && !shift) return std::nullopt; // "the evening of July 17"
    const bool narrative = m.firstWord() == "the" || m.firstWord() == "that";
    const auto base = narrative ? m.context().anchor : m.context().published;
    Reading reading = steppedReading(base, TimeUnit::Day, shift ? shift->value : 0);
    if (reading.day) reading.value += TimeOfDay(static_cast<DayPart>(part->value)).toString();
    reading.type = TimeType::Time;
    return reading;
}

// "that day", "the same day", "that year".
Result sameUnit(const TimeMatch& m, int) {
    const TimeUnit size = unitOf(m.find(Unit));
    if (size <= TimeUnit::Hour) return std::nullopt;
    const auto& named = m.context().named;
    if (size == TimeUnit::Year) { // none of "the 1990s"
        const bool one = named && named->granularity() != Granularity::Decade &&
                         named->granularity() != Granularity::Century;
        return one ? valueReading(stretchOf(named->year(), 1, Granularity::Year)) : Reading{};
    }
    if (size == TimeUnit::Month) {
        const auto base = narrativeBase(m, size);
        return base ? valueReading(CalendarValue::around(*base, Granularity::Month)) : Reading{};
    }
    return steppedReading(m.context().anchor, size, 0);
}

enum Step { Ago, FromNow, Later, Earlier };

// "exactly ten years ago": to the day.
Result exactly(Date day, TimeUnit unit, int n) {
    if (unit == TimeUnit::Week) return dayReading(addDays(day, -7 * std::min(n, 5000)));
    const int months = unit == TimeUnit::Month    ? 1
                       : unit == TimeUnit::Year   ? 12
                       : unit == TimeUnit::Decade ? 120
                                                  : 0;
    if (months == 0 || n > 1000) return steppedReading(day, unit, -n, true);
    const auto month =
        std::chrono::year_month{day.year(), day.month()} - std::chrono::months{months * n};
    return dayReading(dayOf(static_cast<int>(month.year()), static_cast<unsigned>(month.month()),
                            static_cast<unsigned>(day.day())));
}

// "two weeks ago", "ten days from now", "three days later".
Result steps(const TimeMatch& m, int step) {
    const Lexeme* unit = m.find(Unit | Units);
    const Lexeme* number = m.find(Number);
    // "ten days before the storm", "the day after he left": from what is not known here.
    // "later in the day before he left"
    if (m.lastWord() == "before" && m.word(m.before()) == "in" && unitOf(unit) == TimeUnit::Day)
        return std::nullopt;
    const bool ofSomething = m.lastWord() == "before" || m.lastWord() == "after";
    if (ofSomething && m.after() &&
        m.context().text->tokens[m.after()->token].kind != TokenKind::Punctuation) {
        if (!number) return Reading{};
        return valueReading(durationValue(unitOf(unit), number->value), TimeType::Duration);
    }
    // "ten years from now", "a week before": TIMEX3 has their length.
    if (step == FromNow || m.lastWord() == "before") {
        if (m.has(Vague)) return Reading{};
        return valueReading(durationValue(unitOf(unit), number ? number->value : 1),
                            TimeType::Duration);
    }
    const int sign = step == Ago || step == Earlier ? -1 : 1;
    const bool fromDocument = step == Ago || step == FromNow;
    if (m.find(Vague) || (!number && unit->is(Units))) {
        if (!fromDocument) return Reading{};
        return valueReading(step == Ago ? "PAST_REF" : "FUTURE_REF");
    }
    const auto base = fromDocument ? m.context().published : narrativeBase(m, unitOf(unit));
    const int n = number ? number->value : 1;
    if (step == Ago && base && m.word(m.before()) == "exactly")
        return exactly(*base, unitOf(unit), n);
    if (unitOf(unit) <= TimeUnit::Hour && !fromDocument)
        return valueReading(durationValue(unitOf(unit), n), TimeType::Duration);
    if (n > 100000) return Reading{};
    return steppedReading(base, unitOf(unit), sign * n, true);
}

// "in two days": a time ahead, but "in two years" of what was done is how long it took.
Result within(const TimeMatch& m, int) {
    const Lexeme *number = m.find(Number), *unit = m.find(Unit | Units);
    const bool ahead = m.lastWord() == "time" || m.direction() == Direction::Future;
    constexpr int farthest = 100; // of any unit: no plan is for the year 3022
    if (!ahead || number->value > farthest) return std::nullopt;
    return steppedReading(m.context().published, unitOf(unit), number->value, true);
}

Result reference(const TimeMatch& m, int) {
    const Lexeme* word = m.find(Reference);
    constexpr std::array<std::string_view, 3> values = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
    const std::string after = m.word(m.after());
    if (m.firstWord() == "soon" &&
        (after == "after" || after == "as" || m.word(m.before()) == "as"))
        return std::nullopt;
    return valueReading(std::string(values[static_cast<std::size_t>(word->value)]));
}

Result namedReference(const TimeMatch& m, int which) {
    constexpr std::array<const char*, 3> values = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
    if (const Lexeme* next = m.after())
        if (next->is(Number | Unit | Units | Vague | SeasonName | Weekday | Month))
            return std::nullopt;
    return valueReading(values[static_cast<std::size_t>(which)]);
}

constexpr int past = 0, present = 1, future = 2;

constexpr TimeRule rules[] = {
    {"EDGE? SHIFT? WEEKDAY", weekday},
    {"WEEKDAY of? SHIFT UNIT", weekday},
    {"{ WEEKDAY } to|through|until|till { WEEKDAY }", weekdayPair},
    {"the? early|small hours of|on SHIFT? WEEKDAY ( morning )?", smallHours},
    {"NUM WEEKDAYS ago", weekdaysAgo},
    {"NUM|a UNIT|UNITS ago ,? on? WEEKDAY", weeksFromWeekday, -1},
    {"NUM|a UNIT|UNITS from WEEKDAY", weeksFromWeekday, 1},
    {"WEEKDAY UNIT", weekdayWeek},
    {"the WEEKDAY after next", stepFromWeekday, 1},
    {"the WEEKDAY before last", stepFromWeekday, -1},
    {"the UNIT after next", unitBesideShifted, 2},
    {"the UNIT before last", unitBesideShifted, -2},
    {"the day before SHIFT? WEEKDAY", besideWeekday, -1},
    {"the day after SHIFT? WEEKDAY", besideWeekday, 1},
    {"DEICTIC", deictic},
    {"the day before yesterday", twoDays, -2},
    {"the day after tomorrow", twoDays, 2},
    {"the? SHIFT UNIT", shiftedUnit},
    {"EDGE|earlier|later -? SHIFT UNIT", currentUnit},
    {"earlier|later|early|late in the UNIT", currentUnit},
    {"the? end|beginning|start|middle of the|SHIFT UNIT", currentUnit},
    {"the UNIT", weekend},
    {"SHIFT PART", shiftedPart},
    {"the|that SHIFT? PART", shiftedPart},
    {"EDGE|earlier|later? that same? UNIT", sameUnit},
    {"the same UNIT", sameUnit},
    {"NUM|a|an|VAGUE UNIT|UNITS ago", steps, Ago},
    {"a VAGUE of? UNITS ago", steps, Ago},
    {"UNITS ago", steps, Ago},
    {"NUM|a UNIT|UNITS from now", steps, FromNow},
    {"NUM|a|an|VAGUE UNIT|UNITS later|afterwards|afterward", steps, Later},
    {"a VAGUE UNITS later", steps, Later},
    {"NUM|a|an|VAGUE UNIT|UNITS earlier|before|previously", steps, Earlier},
    {"the UNIT before", steps, Earlier},
    {"the UNIT after", steps, Later},
    {"in NUM UNIT|UNITS", within},
    {"in NUM UNITS ' time", within},
    {"REF", reference},
    {"in the { past }", namedReference, past},
    {"in the recent? { past }", namedReference, past},
    {"the past", namedReference, past},
    {"the near? future", namedReference, future},
    {"at present", namedReference, present},
    {"these days", namedReference, present},
    {"at the { moment }", namedReference, present},
};

} // namespace

std::span<const TimeRule> relativeRules() {
    return rules;
}

} // namespace quoth
