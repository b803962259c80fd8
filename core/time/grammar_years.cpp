#include "core/time/calendar.h"
#include "core/time/grammar.h"
#include "core/word_sets/time.h"

namespace quoth {
namespace {

using namespace word_class;
using Result = std::optional<Reading>;

Reading seasonReading(int year, Season season) {
    return valueReading(
        stretchOf(year, 3 * static_cast<unsigned>(season) + 3, Granularity::Season));
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
    {"MONTH ' ~NN", shortYear},
    {"' ~NN", shortYear},
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

std::span<const TimeRule> yearRules() {
    return rules;
}

} // namespace quoth
