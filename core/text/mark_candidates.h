// The characters of one block that may be quotation marks, each with its surroundings and what
// these alone say of it. The first half of findQuoteMarks (marks.h).
#pragma once

#include "core/text/marks.h"

#include <array>
#include <optional>

namespace quoth {

enum class Glyph : std::uint8_t { Opening, Closing, Neutral }; // what the shape alone says
enum class Side : std::uint8_t { Space, Bracket, Dash, Word, Stop };
enum class Verdict : std::uint8_t { Open, Close, Unknown };

// A possible quotation mark with its surroundings; marks that touch it are looked through.
struct Candidate {
    Span span;
    MarkFamily family = MarkFamily::Double;
    Glyph glyph = Glyph::Neutral;
    bool low = false;                             // „ or ‚, which “ or ‘ closes
    Side left = Side::Space, right = Side::Space; // Bracket: opening ones
    bool touchesWord = false;                     // the very next character is a letter or digit
    Verdict context = Verdict::Unknown;           // what the surroundings say
    bool doubtful = false;                        // may as well be an apostrophe or inches
    // The next mark beyond doubt later in the block, by family; of single ones also the next that
    // comes before a closing double mark.
    std::array<Verdict, 2> nextSure{Verdict::Unknown, Verdict::Unknown};
    Verdict nextSureInside = Verdict::Unknown;
};

// What a character is as a quotation mark; nullopt for one that never is.
struct MarkShape {
    MarkFamily family;
    Glyph glyph;
    bool low = false;
};
std::optional<MarkShape> markShapeOf(char32_t c);

// Candidates in order. Left out: apostrophes inside a word, feet and inches (6'2").
void collectCandidates(std::string_view text, Span block, std::vector<Candidate>& out);

} // namespace quoth
