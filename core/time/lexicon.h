// Words that make up time expressions, their classes and values. Lookups take lower-case words
// without a closing stop ("jan", "a.m"); a built vocabulary is read-only.
#pragma once

#include "core/document/calendar_value.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace quoth {

// A word may belong to several classes ("second" is Unit and Ordinal); they are bits of a set.
using WordClasses = std::uint32_t;
namespace word_class {
inline constexpr WordClasses Month = 1u << 0;     // value 1-12
inline constexpr WordClasses Weekday = 1u << 1;   // value 1-7, Monday first
inline constexpr WordClasses Weekdays = 1u << 2;  // "Mondays", likewise
inline constexpr WordClasses Unit = 1u << 3;      // value: TimeUnit
inline constexpr WordClasses Units = 1u << 4;     // plural of a unit
inline constexpr WordClasses Number = 1u << 5;    // value, tenths
inline constexpr WordClasses DayNumber = 1u << 6; // 1-31 in one or two digits, "20th" included
inline constexpr WordClasses Year = 1u << 7;      // four digits
inline constexpr WordClasses Ordinal = 1u << 8;   // "first", "19th"
inline constexpr WordClasses PartOfDay = 1u << 9; // value: DayPart
inline constexpr WordClasses SeasonName = 1u << 10;
inline constexpr WordClasses Deictic = 1u << 11;    // value: days from the document date
inline constexpr WordClasses Shift = 1u << 12;      // "last" -1, "this" 0, "next" +1
inline constexpr WordClasses Vague = 1u << 13;      // "several", "few"
inline constexpr WordClasses Frequency = 1u << 14;  // "daily"; value: TimeUnit
inline constexpr WordClasses Zone = 1u << 15;       // "GMT"
inline constexpr WordClasses HalfDay = 1u << 16;    // "a.m." 0, "p.m." 12
inline constexpr WordClasses DecadeName = 1u << 17; // "1990s", "nineties"; value: first year
inline constexpr WordClasses Reference = 1u << 18;  // "now"; value: Reference
inline constexpr WordClasses Edge = 1u << 19;       // "early", "mid", "late"
inline constexpr WordClasses ClockWord = 1u << 20;  // "noon"; value: hour
inline constexpr WordClasses Scale = 1u << 21; // "hundred", "thousand"; used while reading numbers
inline constexpr WordClasses TwoDigits = 1u << 22;  // exactly two digits
inline constexpr WordClasses FourDigits = 1u << 23; // exactly four digits
inline constexpr WordClasses Decimal = 1u << 24;    // "8.30": value 8, minutes in `fraction`
} // namespace word_class

enum class ReferenceTime : std::uint8_t { Past, Present, Future };

struct WordEntry {
    WordClasses classes = 0;
    std::int32_t value = 0;
    bool needsCapital = false; // "May", "Sun": in lower case another word
    std::uint16_t literal = 0; // id of a word that patterns name as such; 0 for none
};

// All words that time expressions are made of: the lexicon's and the literal words of patterns.
class Vocabulary {
public:
    Vocabulary(); // the lexicon

    // The id of a literal word; the same for the same word.
    std::uint16_t intern(std::string_view word);
    // nullptr for a word that no time expression contains.
    const WordEntry* find(std::string_view lower) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const {
            return std::hash<std::string_view>{}(word);
        }
    };
    std::unordered_map<std::string, WordEntry, Hash, std::equal_to<>> m_entries;
    std::uint16_t m_literals = 0;
};

// The class that a pattern's upper-case name stands for ("MONTH"); 0 for an unknown one.
WordClasses wordClassFromName(std::string_view name);

} // namespace quoth
