// The time grammar: patterns and what each of them means. The rules live in grammar_*.cpp, one file
// a family; grammar.cpp compiles them once. A rule reads a match in its context and gives the
// expression's type and value, or refuses it ("May" the verb).
#pragma once

#include "core/document/annotations.h"
#include "core/document/calendar_value.h"
#include "core/document/date.h"
#include "core/time/patterns.h"
#include "core/time/tense.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quoth {

// What the rules may look at besides the match itself.
struct TimeContext {
    const TokenizedText* text = nullptr;
    const Syntax* syntax = nullptr;  // of the text
    std::span<const Lexeme> lexemes; // of the block
    std::optional<Date> published;
    bool dayFirst = true;               // 05/06/2021 is 5 June
    std::optional<Date> anchor;         // the day last named nearby, for "the next day"
    std::uint32_t anchorToken = 0;      // where it was named
    std::optional<CalendarValue> named; // last named nearby, for "that year"
};

struct Reading {
    TimeType type = TimeType::Date;
    std::string value;       // empty where the calendar cannot tell
    std::optional<Date> day; // the one day it names
    // Of an expression that names no day of its own: joined to a day beside it.
    std::optional<TimeOfDay> clock{};
    bool needsDay = false; // a bare part of the day, left out where no day is beside it
    // Values of the second and further expressions of a braced pattern.
    std::vector<std::string> further{};
};

class TimeMatch {
public:
    TimeMatch(const TimeContext& context, std::size_t at, const PatternSet::Row& row)
        : m_context(context), m_at(at), m_row(row) {}

    const TimeContext& context() const { return m_context; }
    // The nth lexeme (from 0) that matched an atom of this class; nullptr where there is none.
    const Lexeme* find(WordClasses any, std::size_t nth = 0) const;
    bool has(WordClasses any) const { return find(any) != nullptr; }
    // Lexeme `distance` before the match (1: next to it) or after it; nullptr at the block's edge.
    const Lexeme* before(std::size_t distance = 1) const;
    const Lexeme* after(std::size_t distance = 1) const;
    // As written, in lower case.
    std::string word(const Lexeme* lexeme) const; // empty for nullptr
    std::string firstWord() const { return word(&m_context.lexemes[m_at]); }
    std::string lastWord() const { return word(&m_context.lexemes[m_at + m_row.atoms.size() - 1]); }
    Direction direction() const;

private:
    const TimeContext& m_context;
    std::size_t m_at;
    const PatternSet::Row& m_row;
};

struct TimeRule {
    const char* pattern;
    std::optional<Reading> (*read)(const TimeMatch& match, int argument);
    int argument = 0;
};

// One a family.
std::span<const TimeRule> dateRules();     // days and months, lists and ranges of them
std::span<const TimeRule> yearRules();     // years and what they are parts of or have as parts
std::span<const TimeRule> holidayRules();  // feasts
std::span<const TimeRule> relativeRules(); // weekdays, "last month", "two weeks ago", "now"
std::span<const TimeRule> durationRules(); // durations, sets
std::span<const TimeRule> clockRules();    // times of day

class TimeGrammar {
public:
    static const TimeGrammar& instance(); // compiled on first use, then read-only

    const Vocabulary& vocabulary() const { return m_vocabulary; }
    const PatternSet& patterns() const { return m_patterns; }
    const TimeRule& rule(std::uint16_t id) const { return *m_rules[id]; }

private:
    TimeGrammar();

    Vocabulary m_vocabulary;
    PatternSet m_patterns;
    std::vector<const TimeRule*> m_rules;
};

// Resolution shared by the families; empty or nullopt without a document date.
// The day nearest to the document date that fits month and day, on the side that the clause tells.
std::optional<Date> resolveMonthDay(const TimeMatch& match, unsigned month, unsigned day);
std::optional<int> resolveMonthYear(const TimeMatch& match, unsigned month);
// What a match says by its lexemes: a number, "first" as 1; the year, stated or as "last year"; is
// "last week" where only a year would do?
unsigned number(const Lexeme* lexeme);
int ordinal(const TimeMatch& match, const Lexeme* lexeme);
std::optional<int> statedYear(const TimeMatch& match);
bool shiftsOtherThanYear(const TimeMatch& match);
Reading dayReading(std::optional<Date> day);
Reading valueReading(std::string value, TimeType type = TimeType::Date);
Reading valueReading(const std::optional<CalendarValue>& value);
std::string textOf(const std::optional<CalendarValue>& value); // empty for nullopt

} // namespace quoth
