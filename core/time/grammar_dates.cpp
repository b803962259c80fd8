#include "core/time/calendar.h"
#include "core/time/grammar.h"
#include "core/word_sets/names.h"
#include "core/word_sets/time.h"

namespace quoth {
namespace {

using namespace word_class;
using Result = std::optional<Reading>;

unsigned number(const Lexeme* lexeme) {
    return static_cast<unsigned>(lexeme->value);
}

// "second" has the value of the unit.
int ordinal(const TimeMatch& m, const Lexeme* lexeme) {
    return m.word(lexeme) == "second" ? 2 : lexeme->value;
}

Reading seasonReading(int year, Season season) {
    return valueReading(
        stretchOf(year, 3 * static_cast<unsigned>(season) + 3, Granularity::Season));
}

// The year that the match states, as a number or as "last year".
std::optional<int> statedYear(const TimeMatch& m) {
    if (const Lexeme* year = m.find(Year)) return year->value;
    if (const Lexeme* shift = m.find(Shift)) {
        const Lexeme* unit = m.find(Unit);
        if (unit && unit->value == static_cast<int>(TimeUnit::Year) && m.context().published)
            return static_cast<int>(m.context().published->year()) + shift->value;
    }
    return std::nullopt;
}

// "July of that year"
std::optional<int> namedYear(const TimeMatch& m) {
    const auto& named = m.context().named;
    return named ? std::optional(named->year()) : std::nullopt;
}

bool shiftsOtherThanYear(const TimeMatch& m) {
    const Lexeme* unit = m.find(Unit);
    return unit && unit->value != static_cast<int>(TimeUnit::Year);
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

// "the last week of March", "the first week of May 2020": the week that holds its middle.
Result weekOfMonth(const TimeMatch& m, int) {
    const Lexeme* nth = m.find(Ordinal);
    const int n = nth ? ordinal(m, nth) : 0;
    if (nth && (n < 1 || n > 4)) return std::nullopt;
    const unsigned month = number(m.find(Month));
    const auto stated = statedYear(m);
    const auto year = stated ? stated : resolveMonthYear(m, month);
    if (!year) return Reading{};
    constexpr int middle = 3; // days from either end of a week
    const Date last{std::chrono::year{*year} / std::chrono::month{month} / std::chrono::last};
    const auto day = nth ? dayOf(*year, month, static_cast<unsigned>(7 * n - middle))
                         : std::optional(addDays(last, -middle));
    return day ? valueReading(CalendarValue::around(*day, Granularity::Week)) : Reading{};
}

// "the first Saturday of June", "the last Monday in May"
Result nthWeekday(const TimeMatch& m, int) {
    const Lexeme* nth = m.find(Ordinal);
    const int n = nth ? ordinal(m, nth) : 0;
    if (nth && (n < 1 || n > 4)) return std::nullopt;
    const unsigned month = number(m.find(Month));
    const auto stated = statedYear(m);
    const auto year = stated ? stated : resolveMonthYear(m, month);
    if (!year) return Reading{};
    const auto first = std::chrono::year{*year} / std::chrono::month{month};
    const std::chrono::weekday day{number(m.find(Weekday)) % 7};
    return dayReading(Date{
        std::chrono::sys_days{nth ? std::chrono::sys_days{first / day[static_cast<unsigned>(n)]}
                                  : std::chrono::sys_days{first / day[std::chrono::last]}}});
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

// "August '68": the last such year that has come, or is at most so many years ahead.
int fullYear(const TimeMatch& m, int ofCentury, int ahead = 0) {
    const auto& published = m.context().published;
    const int now = (published ? static_cast<int>(published->year()) : 2030) + ahead;
    const int year = now / 100 * 100 + ofCentury;
    return year > now ? year - 100 : year;
}

Result shortYear(const TimeMatch& m, int) {
    const int year = fullYear(m, m.find(TwoDigits)->value);
    if (const Lexeme* name = m.find(Month))
        return valueReading(stretchOf(year, number(name), Granularity::Month));
    if (!words::yearLeads.contains(m.word(m.before()))) return std::nullopt;
    return valueReading(stretchOf(year, 1, Granularity::Year)); // "in '92"
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

// "the 2012 attacks", "its 2013 amendments", but not "the 2000 workers", "he sold 1973 cars".
bool saysWhich(const TimeMatch& m) {
    const int number = m.find(Year)->value;
    if (number < 1950 || number >= 2050 || number % 50 == 0 || !m.before()) return false;
    const Token& before = m.context().text->tokens[m.before()->token];
    return before.pos == Pos::Det || before.tag == FineTag::PRPS || before.tag == FineTag::POS;
}

bool isMeasured(const TimeMatch& m) {
    const Lexeme* next = m.after();
    if (!next) return false;
    const std::string word = m.word(next);
    if (words::measuredWords.contains(word)) return true;
    if (next->is(Units | Scale)) return true;
    if (next->glued && (word == "-" || word == "/" || word == ":")) return true;
    const Token& token = m.context().text->tokens[next->token];
    if (token.tag != FineTag::None) return token.tag == FineTag::NNS && !saysWhich(m);
    return !next->capital && word.size() > 3 && word.ends_with('s') && !word.ends_with("ss");
}

Result year(const TimeMatch& m, int) {
    const Lexeme* lexeme = m.find(Year);
    const std::string before = m.word(m.before());
    if (words::numberLeads.contains(before)) return std::nullopt;
    if (!m.has(Edge) && m.before() && lexeme->glued && before != "(" && before != "-" &&
        before != "/" && before != "'" && before != "\"" && before != ",")
        return std::nullopt;
    if (m.before() && m.before()->glued && before == "-" && m.before(2) &&
        m.before(2)->is(Number) && !m.before(2)->is(Year))
        return std::nullopt; // a telephone number
    const auto value = stretchOf(lexeme->value, 1, Granularity::Year);
    if (m.has(Edge)) return valueReading(value);
    const bool ofName = before == "of" && m.before(2) && m.before(2)->capital; // "Mutiny of 1857"
    const bool strong = words::yearLeads.contains(before) || ofName;
    const bool headed = strong || words::weakYearLeads.contains(before);
    const bool modern = lexeme->value >= 1900 && lexeme->value < 2100;
    if (isMeasured(m)) return std::nullopt;
    if (strong) return valueReading(value);
    if (modern && (headed || lexeme->value >= 1950)) return valueReading(value);
    return std::nullopt;
}

Result yearBeside(const TimeMatch& m, int) { // "post-1959"
    return valueReading(stretchOf(m.find(Year)->value, 1, Granularity::Year));
}

// "44 BC", "on 15 March 44 BC": before the calendar, so that it has a value but no days.
Result beforeChrist(const TimeMatch& m, int) {
    const Lexeme* next = m.after();
    if (next && (m.word(next) == "'s" || m.context().text->tokens[next->token].pos == Pos::Noun))
        return std::nullopt; // British Columbia
    if (m.has(Ordinal)) {    // "the third century BC" holds the years 300 to 201
        const int n = ordinal(m, m.find(Ordinal));
        if (n < 1 || n > 30) return std::nullopt;
        return valueReading((n <= 10 ? "BC0" : "BC") + std::to_string(n - 1));
    }
    std::size_t last = 0;
    while (m.find(Number, last + 1))
        ++last;
    const int year = m.find(Number, last)->value;
    if (year < 1 || year > 9999) return std::nullopt;
    std::string value = std::to_string(year);
    value = "BC" + std::string(4 - value.size(), '0') + value;
    if (const Lexeme* month = m.find(Month)) {
        const auto day = dayOf(2000, number(month), number(m.find(DayNumber)));
        if (!day) return Reading{};
        value += toIso(*day).substr(4);
    }
    return valueReading(std::move(value));
}

// "2010/11": a season, not a month.
Result doubleYear(const TimeMatch& m, int) {
    const int first = m.find(Year)->value;
    if ((first + 1) % 100 != m.find(TwoDigits)->value) return std::nullopt;
    return valueReading(CalendarValue::interval(*stretchOf(first, 1, Granularity::Year),
                                                *stretchOf(first + 1, 1, Granularity::Year)));
}

Result yearRange(const TimeMatch& m, int) {
    const Lexeme *first = m.find(Year), *last = m.find(Year, 1);
    int end = 0;
    if (last) {
        end = last->value;
    } else {
        end = first->value / 100 * 100 + m.find(TwoDigits)->value;
        if (end <= first->value) end += 100;
        if (end > first->value + 30) return std::nullopt;
    }
    if (end <= first->value || (m.after() && m.after()->glued && m.word(m.after()) == "-"))
        return std::nullopt;
    return valueReading(CalendarValue::interval(*stretchOf(first->value, 1, Granularity::Year),
                                                *stretchOf(end, 1, Granularity::Year)));
}

Result yearPair(const TimeMatch& m, int) { // "from 1368 to 1644"
    const int first = m.find(Year)->value, last = m.find(Year, 1)->value;
    const Lexeme* next = m.after(); // "from 1500 to 2000 people"
    const bool counts =
        next && m.context().text->tokens[next->token].tag == FineTag::NNS && !next->is(Year);
    if (first >= last || counts) return std::nullopt;
    Reading reading = valueReading(stretchOf(first, 1, Granularity::Year));
    reading.further = {textOf(stretchOf(last, 1, Granularity::Year))};
    return reading;
}

Result season(const TimeMatch& m, int) {
    if (shiftsOtherThanYear(m)) return std::nullopt;
    const Lexeme* name = m.find(SeasonName);
    const auto season = static_cast<Season>(name->value);
    if (const auto year = statedYear(m)) return seasonReading(*year, season);
    const std::string after = m.word(m.after()), before = m.word(m.before());
    if (after == "of" && m.after(2) && m.after(2)->is(Year)) return std::nullopt; // a longer match
    const bool word = m.word(name) == "fall" || m.word(name) == "spring";
    if (word && !m.has(Shift) &&
        (after == "of" || after == "in" || after == "from" || after == "off"))
        return std::nullopt;
    if (!m.has(Shift | Edge) && !words::seasonLeads.contains(before)) return std::nullopt;
    const auto& published = m.context().published;
    if (!published) return Reading{};
    // The nearest such season that the clause or "last", "this", "next" allows.
    const int year = static_cast<int>(published->year());
    const int now = static_cast<int>(seasonOf(*published)), then = static_cast<int>(season);
    const bool wrapped = static_cast<unsigned>(published->month()) <= 2; // winter since last year
    const int current = wrapped ? year - 1 : year; // the year whose seasons we are in
    const Lexeme* shift = m.find(Shift);
    int pick = current;
    if (shift && shift->value < 0)
        pick = then >= now ? current - 1 : current;
    else if (shift && shift->value > 0)
        pick = then <= now ? current + 1 : current;
    else if (shift || now == then)
        pick = now == then ? current : wrapped ? year : current;
    else if (m.direction() == Direction::Future)
        pick = then < now ? current + 1 : current;
    else
        pick = then > now ? current - 1 : current;
    return seasonReading(pick, season);
}

Result part(const TimeMatch& m, int parts) { // quarters 4, halves 2
    if (shiftsOtherThanYear(m)) return std::nullopt;
    const int n = ordinal(m, m.find(Ordinal | Number));
    if (n < 1 || n > parts) return std::nullopt;
    auto year = statedYear(m);
    if (!year) {
        if (parts == 2) return std::nullopt; // a half of anything
        const auto& published = m.context().published;
        if (!published) return Reading{};
        const int month = static_cast<int>(static_cast<unsigned>(published->month()));
        year = static_cast<int>(published->year());
        if ((n - 1) * 3 + 1 > month && m.direction() != Direction::Future) --*year;
    }
    return valueReading(stretchOf(*year, static_cast<unsigned>((n - 1) * 12 / parts + 1),
                                  parts == 4 ? Granularity::Quarter : Granularity::Half));
}

Result fiscal(const TimeMatch& m, int) {
    const auto reading = [](int year) {
        const auto value = stretchOf(year, 1, Granularity::Year);
        return value ? valueReading("FY" + value->toString()) : Reading{};
    };
    const Lexeme *year = m.find(Year), *digits = m.find(TwoDigits);
    if (year && digits) // "fiscal 2023-24": called after its end
        return (year->value + 1) % 100 == digits->value ? reading(year->value + 1) : Result{};
    if (year) return reading(year->value);
    constexpr int ahead = 10; // years: "FY30" is to come, "FY99" is over
    if (digits) return reading(fullYear(m, digits->value, ahead));
    if (shiftsOtherThanYear(m) || !m.context().published) return Reading{};
    return reading(static_cast<int>(m.context().published->year()) + m.find(Shift)->value);
}

// Its months depend on who counts.
Result fiscalQuarter(const TimeMatch&, int) {
    return Reading{};
}

// "the 1990s"; of a round hundred a century: "the 1800s".
Reading yearsFrom(int year) {
    const bool century = year % 100 == 0 && year < 2000;
    return valueReading(stretchOf(year, 1, century ? Granularity::Century : Granularity::Decade));
}

Result decade(const TimeMatch& m, int) {
    const Lexeme* name = m.find(DecadeName);
    const std::string before = m.word(m.before()), written = m.word(name);
    if (written.size() == 3 && before == "the" && m.before(2) &&
        m.context().text->tokens[m.before(2)->token].pos == Pos::Verb)
        return std::nullopt; // "temperatures reached the 90s"
    if (written.size() == 3 && before != "'" &&
        ((before != "the" && !m.has(Edge)) || name->value < 1950))
        return std::nullopt; // "in his 60s", "the mid-30s"
    if (written.back() == 's' && (written[0] < '0' || written[0] > '9') && before != "the" &&
        !m.has(Edge))
        return std::nullopt;
    return yearsFrom(name->value);
}

Result possessiveDecade(const TimeMatch& m, int) { // "in the 1990's"
    const int year = m.find(Year)->value;
    if (year % 10 != 0 || (m.word(m.before()) != "the" && !m.has(Edge))) return std::nullopt;
    return yearsFrom(year);
}

Result century(const TimeMatch& m, int) {
    const int n = ordinal(m, m.find(Ordinal));
    if (n < 1 || n > 30) return std::nullopt;
    if (n == 1) return valueReading("00"); // which begins before the calendar does
    return valueReading(stretchOf((n - 1) * 100, 1, Granularity::Century));
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
    {"MONTH ' ~NN", shortYear},
    {"' ~NN", shortYear},
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
    {"YEAR", year},
    {"EDGE -? YEAR", year},
    {"post|pre ~- ~YEAR", yearBeside},
    {"YEAR ~- ~NN|YEAR", yearRange},
    {"from { YEAR } to|until|till { YEAR }", yearPair},
    {"YEAR ~/ ~NN", doubleYear},
    {"NUM bc|b.c", beforeChrist},
    {"DAY of? MONTH ,? NUM bc|b.c", beforeChrist},
    {"MONTH DAY ,? NUM bc|b.c", beforeChrist},
    {"ORD -? century bc|b.c", beforeChrist},
    {"SEASON ,? of? YEAR", season},
    {"the SEASON", season},
    {"SHIFT SEASON", season},
    {"EDGE -? SEASON", season},
    {"SEASON of? SHIFT UNIT", season},
    {"SEASON", season},
    {"ORD quarter ( ,? of? YEAR )?", part, 4},
    {"ORD quarter of SHIFT UNIT", part, 4},
    {"q ~NUM YEAR?", part, 4},
    {"ORD half ,? of? YEAR", part, 2},
    {"ORD half of SHIFT UNIT", part, 2},
    {"h ~NUM YEAR", part, 2},
    {"fy -? YEAR|NN", fiscal},
    {"fiscal year? YEAR ( ~- ~NN )?", fiscal},
    {"financial year YEAR ( ~- ~NN )?", fiscal},
    {"ORD quarter of fiscal|financial year? YEAR ( ~- ~NN )?", fiscalQuarter},
    {"q ~NUM fy -? YEAR|NN", fiscalQuarter},
    {"SHIFT fiscal|financial UNIT", fiscal},
    {"EDGE? -? DECADE", decade},
    {"' ~DECADE", decade},
    {"EDGE? -? YEAR ~'s", possessiveDecade},
    {"ORD -? century", century},
};

} // namespace

std::span<const TimeRule> dateRules() {
    return rules;
}

} // namespace quoth
