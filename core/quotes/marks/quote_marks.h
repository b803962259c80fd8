// Quote marks: an automaton over the whole document that pairs quotation marks into stretches.
// Curly, straight, LaTeX (`` '') and British single marks, apostrophes told apart, nesting,
// paragraphs that re-open an unclosed quote, recovery from a missing mark at the paragraph's end.
// Never fails.
#pragma once

#include "core/document/tokenized_text.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quoth {

enum class StretchKind : std::uint8_t {
    Speech, // words that someone said, as far as the marks and the form can tell
    Title,  // of a work, bill, film, newspaper: ‘Gone with the Wind’
    Scare,  // one to three words that the writer holds at arm's length
    Term,   // a word mentioned, named or nicknamed: so-called "fracking", known as "the Butcher"
};

// One quoted stretch within one paragraph.
struct QuotedStretch {
    Span span;         // marks included; a comma or stop inside the marks as well
    IndexRange tokens; // the same in tokens, marks included
    StretchKind kind = StretchKind::Speech;
    std::uint8_t depth = 0;              // 0: not inside another stretch
    std::optional<std::uint32_t> parent; // index of the stretch around it
    bool opened = true;                  // has an opening mark of its own
    bool closed = true; // has a closing mark; false before a paragraph that goes on
    // Index of the earlier stretch of which this is the next paragraph (its mark was left open).
    std::optional<std::uint32_t> continues;
};

// Ordered by begin; a parent stands before its children.
std::vector<QuotedStretch> findQuotedStretches(const TokenizedText& text);

} // namespace quoth
