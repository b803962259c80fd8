// The checker's sheet: every claim of an article on paper, with its surroundings, what was found so
// far, boxes to tick and room to write. As values for any layout, and as a web page to print.
#pragma once

#include "core/document/document.h"
#include "core/formats/out/exporters.h"

#include <string>
#include <vector>

namespace quoth {

struct Claim {
    struct Piece {
        std::string text; // as in the article, line ends included
        bool claimed;     // part of the quote, else of the words around it
    };
    QuoteId quote;
    std::string speaker;       // "Speaker unknown" without one
    std::string kind;          // "direct", "indirect thought"
    std::vector<Piece> pieces; // in the article's order
    int doubt = 0;             // the confidence in per cent where it is doubtful, else 0
};

// The claims in the article's order, at most mostListed (limits.h). One whose confidence is
// below `doubtThreshold` is doubtful.
std::vector<Claim> claimsOf(const Document& document, float doubtThreshold = doubtfulConfidence);

// The states that a checker ticks, with the words for them.
struct TickedState {
    CheckState state;
    const char* words;
};
inline constexpr TickedState tickedStates[] = {{CheckState::Confirmed, "Confirmed"},
                                               {CheckState::Altered, "Altered"},
                                               {CheckState::Unsourced, "Unsourced"},
                                               {CheckState::Disputed, "Disputed"}};

// One self-contained page without script, for A4 and Letter; no claim is broken over pages.
std::string writeCheckSheet(const Document& document, const ExportContext& context);

} // namespace quoth
