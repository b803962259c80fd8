// Outer sentences: a paragraph as the attribution stage reads it, each quoted stretch folded into
// one item, so that `"We won. At last," she said.` is one sentence of the shape QUOTE she said
// STOP.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/names/name_finder.h"
#include "core/quotes/marks/quote_marks.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quoth {

struct Item {
    IndexRange tokens;                    // one token, or all of the stretch's
    std::optional<std::uint32_t> stretch; // index, for a folded stretch
    std::optional<std::uint32_t> name;    // index of the named mention that holds this token
};

struct OuterSentence {
    std::vector<Item> items;
    std::uint32_t block = 0;
};

// Folds the outermost stretches of kind Speech; titles, scare quotes and terms stay plain tokens.
std::vector<OuterSentence> foldSentences(const TokenizedText& text,
                                         const std::vector<QuotedStretch>& stretches,
                                         const std::vector<NamedMention>& names);

} // namespace quoth
