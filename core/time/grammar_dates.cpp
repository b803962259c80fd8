#include "core/time/calendar.h"
#include "core/time/grammar.h"
#include "core/word_sets/names.h"
#include "core/word_sets/time.h"

namespace quoth {
namespace {

using namespace word_class;
using Result = std::optional<Reading>;

// "July of that year"
std::optional<int> namedYear(const TimeMatch& m) {
    const auto& named = m.context().named;
    return named ? std::optional(named->year()) : std::nullopt;
}

// "last Oct. 23"
Result shiftedMonthDay(const TimeMatch& m, unsigned month, unsigned day) {
    const Date published = *m.context().published;
    const int shift = m.find(Shift)->value;
    int year = static_cast<int>(published.year());
    const auto same = dayOf(year, month, day);
    if (same && shift < 0 && *same >= published) --year;
    if (same && shift > 0 && *same <= published) ++year;
    return dayReading(dayOf(year, month, day));
}

Result monthDay(const TimeMatch& m, int) {
    if (shiftsOtherThanYear(m)) return std::nullopt;
    const unsigned month = number(m.find(Month)), day = number(m.find(DayNumber));
    if (m.has(Shift) && !m.context().published) return Reading{};
    if (m.has(Shift) && !m.has(Unit)) return shiftedMonthDay(m, month, day);
    const auto year = statedYear(m);
    return dayReading(year ? dayOf(*year, month, day) : resolveMonthDay(m, month, day));
}

Result monthDayOfNamedYear(const TimeMatch& m, int) { // "3 July of that year"
    const auto year = namedYear(m);
    if (shiftsOtherThanYear(m)) return std::nullopt;
    return year ? dayReading(dayOf(*year, number(m.find(Month)), number(m.find(DayNumber))))
                : Reading{};
}

Result weekOfDay(const TimeMatch& m, int) {
    const Result day = monthDay(m, 0);
    return day->day ? valueReading(CalendarValue::around(*day->day, Granularity::Week)) : Reading{};
}

// "first" to "fourth" as 1 to 4, "last" as 0; other ones name no part of a month.
std::optional<int> nthOf(const TimeMatch& m) {
    const Lexeme* nth = m.find(Ordinal);
    const int n = nth ? ordinal(m, nth) : 0;
    return nth && (n < 1 || n > 4) ? std::nullopt : std::optional(n);
}

std::optional<std::chrono::year_month> monthOf(const TimeMatch& m) {
    const unsigned month = number(m.find(Month));
    const auto stated = statedYear(m);
    const auto year = stated ? stated : resolveMonthYear(m, month);
    if (!year) return std::nullopt;
    return std::chrono::year{*year} / std::chrono::month{month};
}

// "the last week of March", "the first week of May 2020": the week that holds its middle.
Result weekOfMonth(const TimeMatch& m, int) {
    const auto nth = nthOf(m);
    const auto month = monthOf(m);
    if (!nth) return std::nullopt;
    if (!month) return Reading{};
    constexpr int middle = 3; // days from either end of a week
    const Date day = *nth > 0 ? Date{*month / (7 * *nth - middle)}
                              : addDays(Date{*month / std::chrono::last}, -middle);
    return valueReading(CalendarValue::around(day, Granularity::Week));
}

// "the first Saturday of June", "the last Monday in May"
Result nthWeekday(const TimeMatch& m, int) {
    const auto nth = nthOf(m);
    const auto month = monthOf(m);
    if (!nth) return std::nullopt;
    if (!month) return Reading{};
    const std::chrono::weekday day{number(m.find(Weekday)) % 7};
    using std::chrono::sys_days;
    return dayReading(Date{*nth > 0 ? sys_days{*month / day[static_cast<unsigned>(*nth)]}
                                    : sys_days{*month / day[std::chrono::last]}});
}

// Two days of one month: "July 1 to 3", "1-3 July".
Result dayRange(const TimeMatch& m, int oneExpression) {
    const unsigned month = number(m.find(Month));
    const unsigned first = number(m.find(DayNumber)), last = number(m.find(DayNumber, 1));
    if (first >= last) return std::nullopt;
    const auto year = statedYear(m);
    const auto resolve = [&](unsigned day) {
        return year ? dayOf(*year, month, day) : resolveMonthDay(m, month, day);
    };
    const auto end = resolve(last);
    const auto begin = end ? dayOf(static_cast<int>(end->year()), month, first) : resolve(first);
    const Reading from = dayReading(begin), to = dayReading(end);
    if (oneExpression)
        return begin && end ? valueReading(CalendarValue::interval(CalendarValue::day(*begin),
                                                                   CalendarValue::day(*end)))
                            : Reading{};
    Reading reading = valueReading(from.value);
    reading.further = {to.value};
    return reading;
}

bool isBareMonth(const TimeMatch& m, const Lexeme* month) {
    if (!month->capital && month->value != 0) return m.word(month).size() > 4;
    const std::string word = m.word(month), before = m.word(m.before()), after = m.word(m.after());
    if (words::honorifics.contains(before) || words::nobleTitles.contains(before))
        return false; // "Mr August"
    if (words::monthLeads.contains(before)) return true;
    if (word == "march" || word == "may") { // "the May riot", not "the march on the capital"
        if (before != "the" || !m.after() || m.after()->capital) return false;
        const Pos next = m.context().text->tokens[m.after()->token].pos;
        return next == Pos::Noun || next == Pos::Adj;
    }
    // "April Smith", "Augustus"; "June's" and "a July summit" are months.
    const bool firstName = word == "april" || word == "june" || word == "august";
    if (firstName && m.after() && m.after()->capital && !m.after()->is(Weekday)) return false;
    return word.size() > 4 || word == "june" || word == "july"; // no bare "Jan"
}

// "the following June", "the previous May": beside the time named last.
Reading besideNamed(const TimeMatch& m, unsigned month, int step) {
    const auto& named = m.context().named;
    if (!named || named->days().first.year() != named->days().last.year()) return Reading{};
    const bool wholeYear = named->granularity() == Granularity::Year;
    const auto then = static_cast<unsigned>(named->days().first.month());
    const bool other = wholeYear || (step > 0 ? month <= then : month >= then);
    return valueReading(stretchOf(named->year() + (other ? step : 0), month, Granularity::Month));
}

Result monthOfNamedYear(const TimeMatch& m, int) { // "July of that year"
    const auto year = namedYear(m);
    if (shiftsOtherThanYear(m)) return std::nullopt;
    return year ? valueReading(stretchOf(*year, number(m.find(Month)), Granularity::Month))
                : Reading{};
}

Result month(const TimeMatch& m, int) {
    if (shiftsOtherThanYear(m)) return std::nullopt;
    const Lexeme* name = m.find(Month);
    if (const Lexeme* shift = m.find(Shift); shift && !m.has(Unit))
        if (const std::string which = m.word(shift); which == "following" || which == "previous")
            return besideNamed(m, number(name), shift->value);
    if (const auto year = statedYear(m))
        return valueReading(stretchOf(*year, number(name), Granularity::Month));
    if (m.has(Shift) && m.has(Unit)) return Reading{};
    if (const Lexeme* shift = m.find(Shift)) { // "last August"
        const auto& published = m.context().published;
        if (!published) return Reading{};
        const int year = static_cast<int>(published->year());
        const unsigned now = static_cast<unsigned>(published->month());
        const int step = shift->value < 0   ? (number(name) < now ? 0 : -1)
                         : shift->value > 0 ? (number(name) > now ? 0 : 1)
                                            : 0;
        return valueReading(stretchOf(year + step, number(name), Granularity::Month));
    }
    if (!m.has(Edge) && !isBareMonth(m, name)) return std::nullopt;
    const auto year = resolveMonthYear(m, number(name));
    return year ? valueReading(stretchOf(*year, number(name), Granularity::Month)) : Reading{};
}

// Days of one month: "Nov. 3, 4 and 5", "the 3rd, 4th and 5th of June".
Result dayList(const TimeMatch& m, int) {
    const unsigned month = number(m.find(Month));
    const auto year = statedYear(m);
    std::vector<std::string> values;
    int last = 0;
    for (std::size_t n = 0; const Lexeme* day = m.find(DayNumber, n); ++n) {
        if (day->value <= last) return std::nullopt;
        last = day->value;
        values.push_back(dayReading(year ? dayOf(*year, month, number(day))
                                         : resolveMonthDay(m, month, number(day)))
                             .value);
    }
    Reading reading = valueReading(values.front());
    reading.further.assign(values.begin() + 1, values.end());
    return reading;
}

// "25 Dec - 2 Jan 2016", "from 10/1 to 11/7": the first day is the last such one before the second.
Result dayPair(const TimeMatch& m, int inNumbers) {
    unsigned months[2], days[2];
    for (std::size_t n = 0; n < 2; ++n) {
        const Lexeme* day = m.find(DayNumber, inNumbers ? 2 * n : n);
        const Lexeme* month = inNumbers ? m.find(DayNumber, 2 * n + 1) : m.find(Month, n);
        if (inNumbers && !m.context().dayFirst) std::swap(day, month);
        days[n] = number(day);
        months[n] = number(month);
        if (inNumbers && (months[n] > 12 || m.word(m.before()) != "from")) return std::nullopt;
    }
    const auto year = statedYear(m);
    const auto end =
        year ? dayOf(*year, months[1], days[1]) : resolveMonthDay(m, months[1], days[1]);
    std::optional<Date> begin;
    if (end) {
        begin = dayOf(static_cast<int>(end->year()), months[0], days[0]);
        if (begin && *begin > *end)
            begin = dayOf(static_cast<int>(end->year()) - 1, months[0], days[0]);
    }
    Reading reading = dayReading(begin);
    reading.further = {dayReading(end).value};
    return reading;
}

Result monthPair(const TimeMatch& m, int oneExpression) {
    const Lexeme *first = m.find(Month), *last = m.find(Month, 1);
    const auto year = m.find(Year)->value;
    const int firstYear = first->value > last->value ? year - 1 : year;
    const auto begin = stretchOf(firstYear, number(first), Granularity::Month);
    const auto end = stretchOf(year, number(last), Granularity::Month);
    if (oneExpression)
        return begin && end ? valueReading(CalendarValue::interval(*begin, *end)) : Reading{};
    Reading reading = valueReading(begin);
    reading.further = {textOf(end)};
    return reading;
}

// "from March to June": of one year, or of two in a row.
Result openMonthPair(const TimeMatch& m, int) {
    const Lexeme *first = m.find(Month), *last = m.find(Month, 1);
    const std::string before = m.word(m.before());
    if (before != "from" && before != "between") return std::nullopt;
    if (m.after() && m.after()->is(Year | DayNumber)) return std::nullopt;
    const auto year = resolveMonthYear(m, number(last));
    if (!year) return Reading{};
    Reading reading = valueReading(stretchOf(first->value > last->value ? *year - 1 : *year,
                                             number(first), Granularity::Month));
    reading.further = {textOf(stretchOf(*year, number(last), Granularity::Month))};
    return reading;
}

Result laterMonth(const TimeMatch& m, int) { // "from March 2020 to June"
    const Lexeme *first = m.find(Month), *last = m.find(Month, 1);
    const int year = m.find(Year)->value;
    if (m.after() && m.after()->is(Year | DayNumber)) return std::nullopt;
    Reading reading = valueReading(stretchOf(year, number(first), Granularity::Month));
    reading.further = {textOf(
        stretchOf(last->value > first->value ? year : year + 1, number(last), Granularity::Month))};
    return reading;
}

Result isoDay(const TimeMatch& m, int) {
    return dayReading(
        dayOf(m.find(Year)->value, number(m.find(TwoDigits)), number(m.find(TwoDigits, 1))));
}

// Written in four digits or two, of which the century is the one that is nearer.
int writtenYear(const TimeMatch& m) {
    if (const Lexeme* year = m.find(Year)) return year->value;
    std::size_t last = 0;
    while (m.find(TwoDigits, last + 1))
        ++last;
    const auto& published = m.context().published;
    const int now = published ? static_cast<int>(published->year()) : 2000;
    const int year = now / 100 * 100 + m.find(TwoDigits, last)->value;
    return year > now + 50 ? year - 100 : year <= now - 50 ? year + 100 : year;
}

// "20/05/2021": by the article's own habit, unless only one reading is a day.
Result slashDay(const TimeMatch& m, int) {
    const unsigned a = number(m.find(DayNumber)), b = number(m.find(DayNumber, 1));
    const int year = writtenYear(m);
    const auto dayFirst = dayOf(year, b, a), monthFirst = dayOf(year, a, b);
    if (!dayFirst || !monthFirst) return dayReading(dayFirst ? dayFirst : monthFirst);
    return dayReading(m.context().dayFirst ? dayFirst : monthFirst);
}

Result dottedDay(const TimeMatch& m, int) { // "20.05.2021", "20.05.21"
    const auto day = dayOf(writtenYear(m), number(m.find(DayNumber, 1)), number(m.find(DayNumber)));
    const bool version = words::numberLeads.contains(m.word(m.before()));
    if (!m.has(Year) && (version || !day)) return std::nullopt; // "version 1.20.30"
    return dayReading(day);
}

Result hyphenedDay(const TimeMatch& m, int) { // "20-May-21"
    return dayReading(dayOf(writtenYear(m), number(m.find(Month)), number(m.find(DayNumber))));
}

Result onlyDay(const TimeMatch& m, int) {
    const Lexeme* day = m.find(DayNumber);
    if (!day->is(Ordinal) || m.word(m.before()) != "on") return std::nullopt;
    if (m.word(m.after()) == "of") return std::nullopt; // of a month, or the 14th of many
    if (m.after() && m.word(m.after()).size() > 1 && m.after()->classes == 0 &&
        m.after()->literal == 0)
        return std::nullopt; // "on the 14th floor"
    const auto& published = m.context().published;
    if (!published) return Reading{};
    // Of this month, or where the clause tells, of the last or next one.
    const auto same = std::chrono::year_month{published->year(), published->month()};
    const int ahead = day->value - static_cast<int>(static_cast<unsigned>(published->day()));
    const Direction direction = m.direction();
    const int step = direction == Direction::Past && ahead > 0     ? -1
                     : direction == Direction::Future && ahead < 0 ? 1
                                                                   : 0;
    const auto month = same + std::chrono::months{step};
    return dayReading(
        dayOf(static_cast<int>(month.year()), static_cast<unsigned>(month.month()), number(day)));
}

constexpr TimeRule rules[] = {
    {"( WEEKDAY ,? the? )? MONTH DAY ( ,? YEAR )?", monthDay},
    {"( WEEKDAY ,? the? )? DAY of? MONTH ( ,? YEAR )?", monthDay},
    {"MONTH the DAY", monthDay},
    {"SHIFT MONTH DAY", monthDay},
    {"MONTH DAY ,? SHIFT UNIT", monthDay},
    {"DAY of? MONTH ,? SHIFT UNIT", monthDay},
    {"MONTH DAY of that same? UNIT", monthDayOfNamedYear},
    {"DAY MONTH of that same? UNIT", monthDayOfNamedYear},
    {"week of MONTH DAY ( ,? YEAR )?", weekOfDay},
    {"the? ORD|last WEEKDAY of|in MONTH ( ,? YEAR )?", nthWeekday},
    {"the? ORD|last week of MONTH ( ,? YEAR )?", weekOfMonth},
    {"MONTH DAY ~- ~DAY ( ,? YEAR )?", dayRange, 1},
    {"DAY ~- ~DAY MONTH ( ,? YEAR )?", dayRange, 1},
    {"{ MONTH DAY } to|through|until|till|and|- { DAY } ( ,? YEAR )?", dayRange},
    {"the? { DAY } to|through|until|till|and|- { DAY of? MONTH ( ,? YEAR )? }", dayRange},
    {"{ MONTH DAY } , { DAY } ,? and|or { DAY } ( ,? YEAR )?", dayList},
    {"{ MONTH DAY } , { DAY } , { DAY } ,? and|or { DAY } ( ,? YEAR )?", dayList},
    {"the? { DAY } , { DAY } ,? and|or { DAY of? MONTH ( ,? YEAR )? }", dayList},
    {"the? { DAY } , { DAY } , { DAY } ,? and|or { DAY of? MONTH ( ,? YEAR )? }", dayList},
    {"{ WEEKDAY DAY } and|to|- { WEEKDAY DAY of? MONTH ( ,? YEAR )? }", dayList},
    {"{ WEEKDAY DAY } , { WEEKDAY DAY } ,? and|or { WEEKDAY DAY of? MONTH ( ,? YEAR )? }", dayList},
    {"{ DAY of? MONTH } to|through|until|till|- { DAY of? MONTH ( ,? YEAR )? }", dayPair},
    {"{ MONTH DAY } to|through|until|till|- { MONTH DAY ( ,? YEAR )? }", dayPair},
    {"{ DAY ~/ ~DAY } to|through|until|till|- { DAY ~/ ~DAY }", dayPair, 1},
    {"EDGE? -? MONTH", month},
    {"SHIFT MONTH", month},
    {"EDGE? -? MONTH ,? of? YEAR", month},
    {"EDGE? -? MONTH ,? of? SHIFT UNIT", month},
    {"EDGE? -? MONTH of that same? UNIT", monthOfNamedYear},
    {"end|beginning|start|middle of MONTH ( ,? YEAR )?", month},
    {"earlier|later|early|late in the? month of MONTH", month},
    {"{ MONTH } to|through|until|till|and|- { MONTH ,? YEAR }", monthPair},
    {"MONTH ~- ~MONTH YEAR", monthPair, 1},
    {"{ MONTH } to|through|until|till|and|- { MONTH }", openMonthPair},
    {"{ MONTH ,? YEAR } to|through|until|till|and|- { MONTH }", laterMonth},
    {"YEAR ~- ~NN ~- ~NN", isoDay},
    {"YEAR ~/ ~NN ~/ ~NN", isoDay},
    {"DAY ~/ ~DAY ~/ ~YEAR|NN", slashDay},
    {"DAY ~. ~DAY ~. ~YEAR|NN", dottedDay},
    {"DAY ~- ~MONTH ~- ~YEAR|NN", hyphenedDay},
    {"the DAY", onlyDay},
};

} // namespace

std::span<const TimeRule> dateRules() {
    return rules;
}

} // namespace quoth
