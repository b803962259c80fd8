// Where names stand: runs of capitalised words with what joins them ("Ministry of Health", "Ursula
// von der Leyen", "J. K. Rowling"), cut at titles, roles and nationalities ("Russian President
// Vladimir Putin"). Types are not decided here.
#pragma once

#include "core/document/annotations.h"
#include "core/names/name_words.h"

#include <vector>

namespace quoth {

struct NameSpan {
    IndexRange tokens;
    Span span;                        // bytes; less than the tokens where a compound is cut
    std::uint32_t phrase = 0;         // facts of the whole as a phrase or single word
    bool title = false, role = false; // a title, a role directly before it
    Gender gender = Gender::Unknown;  // from the title
    bool demonym = false;             // cut off as a nationality before another name or role
};

// Ordered, without overlap.
std::vector<NameSpan> findNameSpans(const TokenizedText& text, const Gazetteer& gazetteer,
                                    const std::vector<NameWord>& words);

} // namespace quoth
