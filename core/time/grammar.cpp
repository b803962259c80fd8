#include "core/time/grammar.h"

#include "core/support/unicode.h"
#include "core/time/calendar.h"

#include <cstdlib>

namespace quoth {

using namespace word_class;
using std::chrono::sys_days;

const Lexeme* TimeMatch::find(WordClasses any, std::size_t nth) const {
    for (std::size_t i = 0; i < m_row.atoms.size(); ++i) {
        const Lexeme& lexeme = m_context.lexemes[m_at + i];
        if ((m_row.atoms[i].classes & lexeme.classes & any) != 0 && nth-- == 0) return &lexeme;
    }
    return nullptr;
}

const Lexeme* TimeMatch::before(std::size_t distance) const {
    return distance <= m_at ? &m_context.lexemes[m_at - distance] : nullptr;
}

const Lexeme* TimeMatch::after(std::size_t distance) const {
    const std::size_t at = m_at + m_row.atoms.size() + distance - 1;
    return at < m_context.lexemes.size() ? &m_context.lexemes[at] : nullptr;
}

std::string TimeMatch::word(const Lexeme* lexeme) const {
    return lexeme ? toLower(m_context.text->slice(lexeme->span)) : std::string();
}

Direction TimeMatch::direction() const {
    return directionAt(*m_context.text, *m_context.syntax, m_context.lexemes[m_at].token);
}

TimeGrammar::TimeGrammar() {
    for (const auto family :
         {dateRules(), yearRules(), holidayRules(), relativeRules(), durationRules(), clockRules()})
        for (const TimeRule& rule : family) {
            m_patterns.add(rule.pattern, static_cast<std::uint16_t>(m_rules.size()), m_vocabulary);
            m_rules.push_back(&rule);
        }
}

const TimeGrammar& TimeGrammar::instance() {
    static const TimeGrammar grammar;
    return grammar;
}

std::optional<Date> resolveMonthDay(const TimeMatch& match, unsigned month, unsigned day) {
    const auto& published = match.context().published;
    if (!published) return std::nullopt;
    const int year = static_cast<int>(published->year());
    std::optional<Date> best;
    const auto distance = [&](Date date) {
        return std::abs((sys_days{date} - sys_days{*published}).count());
    };
    // Leap days may be four (at a century eight) years away.
    for (int y = year - 8; y <= year + 8; ++y)
        if (const auto date = dayOf(y, month, day))
            if (!best || distance(*date) < distance(*best)) best = date;
    if (!best) return best;
    // Writers leave the year out within about half a year. Beyond a few months the tense decides.
    const long gap = distance(*best);
    const bool after = sys_days{*best} > sys_days{*published};
    const bool since =
        match.word(match.before()) == "since" ||
        (match.word(match.before()) == "the" && match.word(match.before(2)) == "since");
    const Direction direction = since       ? Direction::Past
                                : gap > 100 ? match.direction()
                                            : Direction::Unknown;
    const int step = direction == Direction::Past && after      ? -1
                     : direction == Direction::Future && !after ? 1
                                                                : 0;
    if (step != 0)
        if (const auto date = dayOf(static_cast<int>(best->year()) + step, month, day)) return date;
    return best;
}

unsigned number(const Lexeme* lexeme) {
    return static_cast<unsigned>(lexeme->value);
}

// "second" has the value of the unit.
int ordinal(const TimeMatch& m, const Lexeme* lexeme) {
    return m.word(lexeme) == "second" ? 2 : lexeme->value;
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

bool shiftsOtherThanYear(const TimeMatch& m) {
    const Lexeme* unit = m.find(Unit);
    return unit && unit->value != static_cast<int>(TimeUnit::Year);
}

std::optional<int> resolveMonthYear(const TimeMatch& match, unsigned month) {
    const auto& published = match.context().published;
    if (!published) return std::nullopt;
    const int year = static_cast<int>(published->year());
    const int ahead =
        static_cast<int>(month) - static_cast<int>(static_cast<unsigned>(published->month()));
    if (ahead == 0) return year;
    const std::string before = match.word(match.before());
    Direction direction = before == "since" ? Direction::Past : match.direction();
    if (direction == Direction::Unknown || direction == Direction::Present)
        direction = before == "by" || before == "until" ? Direction::Future
                    : std::abs(ahead) <= 6              ? Direction::Unknown
                                                        : Direction::Past;
    if (direction == Direction::Past) return ahead > 0 ? year - 1 : year;
    if (direction == Direction::Future) return ahead < 0 ? year + 1 : year;
    return year;
}

Reading dayReading(std::optional<Date> day) {
    if (day && (static_cast<int>(day->year()) < 1 || static_cast<int>(day->year()) > 9999))
        day.reset();
    return {TimeType::Date, day ? toIso(*day) : std::string(), day};
}

Reading valueReading(std::string value, TimeType type) {
    return {type, std::move(value), std::nullopt};
}

Reading valueReading(const std::optional<CalendarValue>& value) {
    return valueReading(textOf(value));
}

std::string textOf(const std::optional<CalendarValue>& value) {
    return value ? value->toString() : std::string();
}

} // namespace quoth
