// A place in a text that survives edits of the text: its position, its words and a little of what
// stands around them (as W3C Web Annotation's text-quote and text-position selectors do).
#pragma once

#include "core/document/span.h"

#include <optional>
#include <string>
#include <string_view>

namespace quoth {

struct Anchor {
    Span span;                 // bytes, in the text that the anchor was made from
    std::string exact;         // the words at that span
    std::string before, after; // up to 32 bytes of context, whole characters

    bool operator==(const Anchor&) const = default;
};

// `span` must lie in the text on character boundaries and hold at least one character.
Anchor makeAnchor(std::string_view text, Span span);

// How much of its words an anchor finds again at least, when they were reworded (similar_text.h).
inline constexpr double minimumSimilarity = 0.75;

// Where the anchor's words stand in `text`: the old position where nothing has changed there; else
// the occurrence with the most context in common, the nearest to the old position among equals;
// else, for words that are long enough, the place that is most similar, context counted. nullopt
// when nothing is similar enough, or when nothing but words too short to be told from others
// remains.
std::optional<Span> locate(std::string_view text, const Anchor& anchor);

} // namespace quoth
