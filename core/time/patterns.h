// The pattern language of the time grammar and its matcher. A pattern is a row of atoms:
//   MONTH         a lexeme of that class (lexicon.h)        of        that word
//   a|an|NUM      either                                    ,?        may be missing
//   ~pm           no white space before it                  ( of )?   a group that may be missing
//   { MONTH DAY } to { DAY }   two expressions; without braces the whole is one
// Patterns are expanded once into flat rows, indexed by what they begin with.
#pragma once

#include "core/time/lexemes.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace quoth {

class PatternSet {
public:
    struct Atom {
        WordClasses classes = 0;
        std::array<std::uint16_t, 12> literals{}; // 0 ends the list
        bool glued = false;
        std::uint8_t group = 1; // from 1: the expression it belongs to; 0: outside
        bool accepts(const Lexeme& lexeme) const;
    };
    struct Row {
        std::uint16_t rule = 0; // as given to add()
        std::vector<Atom> atoms;
    };

    void add(std::string_view pattern, std::uint16_t rule, Vocabulary& vocabulary);

    // The rows that match at the head of `lexemes`, into `found`: longest first, then in the order
    // in which they were added.
    void match(std::span<const Lexeme> lexemes, std::vector<const Row*>& found) const;

private:
    // A row with what its second atom may take, by which most are ruled out.
    struct Entry {
        std::uint32_t row, size;
        WordClasses classes = 0;
        std::uint64_t literals = 0; // bits, by their ids modulo 64

        bool mayMatch(std::span<const Lexeme> lexemes) const {
            if (size == 1) return true;
            if (size > lexemes.size()) return false;
            const Lexeme& second = lexemes[1];
            return second.is(classes) ||
                   (second.literal != 0 && (literals >> second.literal % 64 & 1) != 0);
        }
    };

    std::vector<Row> m_rows;
    std::array<std::vector<Entry>, 32> m_byClass; // rows whose first atom takes the class
    std::vector<std::vector<Entry>> m_byLiteral;  // likewise the literal word
};

} // namespace quoth
