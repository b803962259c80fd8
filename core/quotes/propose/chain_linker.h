// Which contents, cues and sources belong together. In: the segments of a document. Out:
// attributions as lists of segments, ordered by their first content.
#pragma once

#include "core/quotes/propose/chain_features.h"
#include "core/syntax/syntax.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quoth {

// Indices of segments.
struct LinkedAttribution {
    std::vector<std::uint32_t> contents; // at least one
    std::vector<std::uint32_t> cues;     // may be empty
    std::optional<std::uint32_t> source;
};

// Each content goes with the cue whose complement it is or into whose clause the cue is set, else
// with the nearest cue of its sentence or paragraph, and each cue with its subject or agent, else
// with the nearest source; contents of one cue are one attribution (after Newell et al., "An
// attribution relations corpus for political news", 2018).
std::vector<LinkedAttribution> linkSegments(const TokenizedText& text, const Syntax& syntax,
                                            const std::vector<AttributionSegment>& segments);

} // namespace quoth
