// The turns of a transcript or an interview: paragraphs that somebody speaks without quote marks,
// under a label ("SMITH:", "Q:") or as the answer to a question that the format sets off.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/names/name_finder.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quoth {

struct TurnPart {
    IndexRange words; // tokens of one paragraph, without its label
    std::uint32_t block = 0;
};

struct Turn {
    std::vector<TurnPart> parts;       // at least one
    std::optional<IndexRange> speaker; // the label
    bool answer = false;               // to a question, without a label
};

// In no particular order; empty where the text is neither.
std::vector<Turn> findTurns(const TokenizedText& text, const std::vector<NamedMention>& names);

} // namespace quoth
