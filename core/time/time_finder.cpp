#include "core/time/time_finder.h"

#include "core/time/calendar.h"
#include "core/time/grammar.h"
#include "core/time/time_limits.h"

#include <algorithm>

namespace quoth {
namespace {

struct Found {
    std::size_t begin = 0, end = 0; // lexemes
    Reading reading;
    bool nextDay = false; // "from 9 p.m. to 5 a.m.": on the day after the one before it
};

// 13/02 shows that days come first, 02/13 that months do; else "20 May" against "May 20" tells.
bool writesDayFirst(std::span<const Lexeme> lexemes, const TimeContext& context) {
    using namespace word_class;
    int days = 0, months = 0;
    for (std::size_t i = 0; i + 2 < lexemes.size(); ++i) {
        const Lexeme &a = lexemes[i], &mark = lexemes[i + 1], &b = lexemes[i + 2];
        if (a.is(DayNumber) && b.is(DayNumber) && mark.glued && b.glued &&
            context.text->slice(mark.span) == "/") {
            if (a.value > 12) days += 10;
            if (b.value > 12) months += 10;
        }
        if (a.is(DayNumber) && mark.is(Month)) ++days;
        if (a.is(Month) && mark.is(DayNumber)) ++months;
    }
    return days >= months;
}

class Finder {
public:
    Finder(const TokenizedText& text, const Syntax& syntax, std::optional<Date> published)
        : m_text(text), m_lexemes(readLexemes(text, TimeGrammar::instance().vocabulary())) {
        m_context.text = &text;
        m_context.syntax = &syntax;
        m_context.published = published;
        m_context.dayFirst = writesDayFirst(m_lexemes, m_context);
    }

    std::vector<TimeExpression> find() {
        std::size_t begin = 0;
        for (const Block& block : m_text.blocks) {
            std::size_t end = begin;
            while (end < m_lexemes.size() && m_lexemes[end].span.begin < block.span.end)
                ++end;
            m_context.lexemes = std::span(m_lexemes).subspan(begin, end - begin);
            readBlock();
            joinDays();
            orderRanges();
            emit();
            begin = end;
        }
        return std::move(m_times);
    }

private:
    void readBlock() {
        const TimeGrammar& grammar = TimeGrammar::instance();
        m_found.clear();
        for (std::size_t at = 0; at < m_context.lexemes.size();) {
            const Lexeme& lexeme = m_context.lexemes[at];
            if (lexeme.classes == 0 && lexeme.literal == 0) {
                ++at;
                continue;
            }
            grammar.patterns().match(m_context.lexemes.subspan(at), m_rows);
            std::size_t next = at + 1;
            for (const PatternSet::Row* row : m_rows) {
                // A day named long ago is no anchor for "the next day".
                const std::uint32_t sentence = m_text.sentenceOf(lexeme.token);
                if (sentence > m_anchorSentence + 1) {
                    m_context.anchor.reset();
                    m_context.named.reset();
                }
                const TimeRule& rule = grammar.rule(row->rule);
                const auto reading = rule.read(TimeMatch(m_context, at, *row), rule.argument);
                if (!reading) continue;
                if (reading->day) m_context.anchor = reading->day;
                if (reading->day) m_context.anchorToken = lexeme.token;
                const auto named = reading->type == TimeType::Date
                                       ? CalendarValue::parse(reading->value)
                                       : std::nullopt;
                if (named) {
                    m_context.named = named;
                    m_anchorSentence = sentence;
                }
                next = add(at, *row, *reading);
                break;
            }
            at = next;
        }
    }

    // Past the last lexeme that belongs to an expression.
    std::size_t add(std::size_t at, const PatternSet::Row& row, const Reading& reading) {
        std::size_t end = at;
        for (std::uint8_t group = 1; group <= 1 + reading.further.size(); ++group) {
            Found found;
            found.begin = at + row.atoms.size();
            for (std::size_t i = 0; i < row.atoms.size(); ++i)
                if (row.atoms[i].group == group) {
                    found.begin = std::min(found.begin, at + i);
                    found.end = at + i + 1;
                }
            if (found.begin >= found.end) continue;
            found.reading = reading;
            if (group > 1) {
                found.reading.value = reading.further[group - 2U];
                const auto value = CalendarValue::parse(found.reading.value);
                const bool day = value && value->granularity() == Granularity::Day;
                found.reading.day = day ? std::optional(value->days().first) : std::nullopt;
            }
            found.reading.further.clear();
            end = std::max(end, found.end);
            m_found.push_back(std::move(found));
        }
        return end;
    }

    std::string_view wordAt(std::size_t i) const {
        return m_text.tokens[m_context.lexemes[i].token].lower;
    }

    // May these two expressions be one ("9 a.m. on Tuesday", "Tuesday, 9 a.m.")?
    bool touch(const Found& left, const Found& right) const {
        for (std::size_t i = left.end; i < right.begin; ++i) {
            const std::string_view word = wordAt(i);
            if (word != "on" && word != "of" && word != "," && word != "at" && word != "(")
                return false;
        }
        return right.begin - left.end <= 2;
    }

    // A time of day and the day beside it become one expression.
    void joinDays() {
        std::vector<Found> joined;
        for (std::size_t i = 0; i < m_found.size(); ++i) {
            Found& found = m_found[i];
            Found* const before = joined.empty() ? nullptr : &joined.back();
            const auto bothWays = [](const Reading& day, const Reading& clock) {
                return day.type == TimeType::Date && !day.clock && clock.clock;
            };
            if (before && touch(*before, found) && bothWays(before->reading, found.reading) &&
                (before->reading.day || isDayName(*before))) {
                before->end = found.end;
                attach(before->reading, *found.reading.clock);
            } else if (before && touch(*before, found) &&
                       bothWays(found.reading, before->reading) &&
                       (found.reading.day || isDayName(found))) {
                before->end = found.end;
                const auto clock = before->reading.clock;
                before->reading = found.reading;
                attach(before->reading, *clock);
            } else if (before && before->end == found.begin && found.reading.needsDay &&
                       before->reading.day && clockOf(before->reading)) {
                before->end = found.end;
                moveToPart(before->reading, *found.reading.clock);
            } else {
                if (before && isSameDay(*before, found)) {
                    found.reading.value = before->reading.value;
                    found.reading.day = before->reading.day;
                }
                joined.push_back(std::move(found));
            }
        }
        m_found = std::move(joined);
    }

    // "on Tuesday, the day before the vote": a day without a value beside one with it.
    bool isSameDay(const Found& day, const Found& found) const {
        const bool beside = found.begin == day.end + 1 && wordAt(day.end) == ",";
        return beside && day.reading.type == TimeType::Date && day.reading.day &&
               found.reading.type == TimeType::Date && found.reading.value.empty() &&
               !found.reading.clock && wordAt(found.begin) == "the" &&
               wordAt(found.begin + 1) == "day";
    }

    // "from 10 p.m. to 2 a.m. Friday": what ends is not before what begins.
    void orderRanges() {
        for (std::size_t i = 0; i + 1 < m_found.size(); ++i) {
            Found &first = m_found[i], &last = m_found[i + 1];
            if (last.begin != first.end + 1) continue;
            const std::string_view word = wordAt(first.end);
            if (word != "to" && word != "until" && word != "till" && word != "-") continue;
            Reading &from = first.reading, &until = last.reading;
            if (from.clock && until.clock && !from.day && !until.day)
                last.nextDay = until.clock->minutes().first < from.clock->minutes().first;
            else if (from.clock && !from.needsDay && until.day && until.type == TimeType::Time)
                beginBefore(first, last);
            else if (until.clock && !until.needsDay && from.day && from.type == TimeType::Time)
                endAfter(first, last);
            const bool named =
                std::any_of(m_context.lexemes.begin() + static_cast<std::ptrdiff_t>(first.begin),
                            m_context.lexemes.begin() + static_cast<std::ptrdiff_t>(first.end),
                            [](const Lexeme& l) { return l.is(word_class::Weekday); });
            if (named && from.day && until.day && *from.day > *until.day)
                moveWeekday(from, *until.day);
        }
    }

    static std::optional<TimeOfDay> clockOf(const Reading& reading) {
        const auto value = CalendarValue::parse(reading.value);
        return value ? value->timeOfDay() : std::nullopt;
    }

    // "half past two on Wednesday afternoon": of the two times that a clock shows, the one in it.
    static void moveToPart(Reading& reading, TimeOfDay part) {
        const auto clock = clockOf(reading);
        const bool late = part.minutes().first >= 12 * 60;
        if (!late || clock->granularity() != Granularity::Moment ||
            clock->minutes().first >= 12 * 60)
            return;
        const int minutes = clock->minutes().first + 12 * 60;
        constexpr int slack = 120; // "at 5.30 in the evening", but not "1.30 on Wednesday night"
        if (minutes + slack < part.minutes().first) return;
        if (const auto moved = TimeOfDay::moment(minutes / 60, minutes % 60))
            reading.value = toIso(*reading.day) + moved->toString();
    }

    // A lone clock before one with a day: on that day, or the one before.
    static void beginBefore(Found& first, const Found& last) {
        const auto end = clockOf(last.reading);
        const bool before = end && first.reading.clock->minutes().first > end->minutes().first;
        const Date day = addDays(*last.reading.day, before ? -1 : 0);
        setDay(first.reading, day);
    }

    static void endAfter(const Found& first, Found& last) {
        const auto begin = clockOf(first.reading);
        const bool next = begin && last.reading.clock->minutes().first < begin->minutes().first;
        setDay(last.reading, addDays(*first.reading.day, next ? 1 : 0));
    }

    static void setDay(Reading& reading, Date day) {
        reading.value = toIso(day) + reading.clock->toString();
        reading.day = day;
        reading.clock.reset();
    }

    // To the last such weekday that is not after the other day.
    static void moveWeekday(Reading& reading, Date other) {
        const auto clock = clockOf(reading);
        const int days = static_cast<int>(
            (std::chrono::sys_days{*reading.day} - std::chrono::sys_days{other}).count());
        reading.day = addDays(*reading.day, -(days + 6) / 7 * 7);
        reading.value = toIso(*reading.day) + (clock ? clock->toString() : std::string());
    }

    // A weekday or "today" names a day also where no document date gives its value.
    bool isDayName(const Found& found) const {
        for (std::size_t i = found.begin; i < found.end; ++i)
            if (m_context.lexemes[i].is(word_class::Weekday | word_class::Deictic |
                                        word_class::DayNumber))
                return true;
        return false;
    }

    static void attach(Reading& day, TimeOfDay clock) {
        day.type = TimeType::Time;
        const auto value = CalendarValue::parse(day.value); // "the night of May 3-4": of its first
        if (value && value->granularity() == Granularity::Interval)
            day.value = value->start().toString();
        if (!day.value.empty()) day.value += clock.toString();
        day.clock.reset();
    }

    // The day for a lone "8.30pm": one named in the same sentence or just before it, else the
    // document's.
    std::optional<Date> dayBeside(std::size_t i) const {
        const std::uint32_t sentence = m_text.sentenceOf(m_context.lexemes[m_found[i].begin].token);
        const auto sentenceAt = [&](std::size_t k) {
            return m_text.sentenceOf(m_context.lexemes[m_found[k].begin].token);
        };
        const auto before = [&]() -> std::optional<Date> {
            for (std::size_t k = i; k-- > 0 && sentenceAt(k) == sentence;)
                if (m_found[k].reading.day) return m_found[k].reading.day;
            return std::nullopt;
        };
        if (const auto day = before()) return day;
        for (std::size_t k = i + 1; k < m_found.size() && sentenceAt(k) == sentence; ++k)
            if (m_found[k].reading.day && !verbBetween(m_found[i], m_found[k]))
                return m_found[k].reading.day;
        if (m_lastDay && m_lastDaySentence + reachOf(*m_lastDay) >= sentence &&
            directionAt(m_text, *m_context.syntax, m_context.lexemes[m_found[i].begin].token) ==
                Direction::Past)
            return m_lastDay;
        return m_context.published;
    }

    std::uint32_t reachOf(Date day) const {
        if (!m_context.published) return time_limits::narrativeReach;
        const auto distance =
            std::chrono::sys_days{*m_context.published} - std::chrono::sys_days{day};
        return distance >= std::chrono::days{0} && distance.count() <= time_limits::newsDays
                   ? time_limits::narrativeReachOnNews
                   : time_limits::narrativeReach;
    }

    // "He had rung on Wednesday" leaves the narrative where it stands.
    bool looksBack(std::uint32_t token) const {
        const IndexRange sentence = m_text.sentences[m_text.sentenceOf(token)].tokens;
        for (std::uint32_t i = token; i > sentence.begin; --i) {
            const Token& before = m_text.tokens[i - 1];
            if (before.pos == Pos::Verb && before.tag != FineTag::VBN) return false;
            if (before.pos == Pos::Aux && before.lower == "had") return true;
        }
        return false;
    }

    // "arrested at 9 p.m. and released on Thursday": that day is of something else.
    bool verbBetween(const Found& left, const Found& right) const {
        const auto& tokens = m_text.tokens;
        for (std::uint32_t i = m_context.lexemes[left.end - 1].token;
             i < m_context.lexemes[right.begin].token; ++i)
            if (tokens[i].pos == Pos::Verb) return true;
        return false;
    }

    void emit() {
        for (std::size_t i = 0; i < m_found.size(); ++i) {
            Found& found = m_found[i];
            if (const auto& clock = found.reading.clock) {
                if (found.reading.needsDay) continue;
                auto day = dayBeside(i);
                if (day && found.nextDay) day = addDays(*day, 1);
                found.reading.value = day ? toIso(*day) + clock->toString() : std::string();
                found.reading.day = day; // the narrative stays on it
            }
            const std::uint32_t token = m_context.lexemes[found.begin].token;
            if (found.reading.day && !looksBack(token)) {
                m_lastDay = found.reading.day;
                m_lastDaySentence = m_text.sentenceOf(token);
            }
            m_times.push_back({{m_context.lexemes[found.begin].span.begin,
                                m_context.lexemes[found.end - 1].span.end},
                               found.reading.type,
                               std::move(found.reading.value)});
        }
    }

    const TokenizedText& m_text;
    std::vector<Lexeme> m_lexemes;
    TimeContext m_context;
    std::uint32_t m_anchorSentence = 0; // where the context's named time was
    std::optional<Date> m_lastDay;      // named before this block or in its part that is emitted
    std::uint32_t m_lastDaySentence = 0;
    std::vector<Found> m_found;                 // of the block being read
    std::vector<const PatternSet::Row*> m_rows; // scratch
    std::vector<TimeExpression> m_times;
};

} // namespace

std::vector<TimeExpression> findTimes(const TokenizedText& text, const Syntax& syntax,
                                      std::optional<Date> published) {
    return Finder(text, syntax, published).find();
}

} // namespace quoth
