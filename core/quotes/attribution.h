// An attribution: what was said (content), the words that say so (cue) and who says it as written
// (source). Speakers are found later, by core/people.
#pragma once

#include "core/document/annotations.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quoth {

struct Attribution {
    QuoteKind kind = QuoteKind::Indirect;
    QuoteAct act = QuoteAct::Speech;
    // Each list is ordered, and its spans do not overlap.
    std::vector<Span> content; // at least one
    std::vector<Span> cue;     // empty where there is none
    std::vector<Span> source;  // the whole noun phrase; empty where there is none
    std::optional<Span> addressee;
    // Index of the earlier attribution whose speaker goes on, where this one has no source.
    std::optional<std::uint32_t> continues;
    // A mention nearby that likely speaks, where there is neither source nor continuation.
    std::optional<Span> implied;
    // A turn of a transcript ("SMITH: Yes."): verbatim, though without quote marks.
    bool turn = false;
    // A turn without a label that answers an interviewer's question.
    bool answer = false;
    float confidence = 1; // that these words are an attribution with these bounds

    // Does neither a cue nor a source introduce it?
    bool isBare() const { return cue.empty() && source.empty(); }
};

// Of two such lists: does a span of the one overlap a span of the other?
bool overlap(const std::vector<Span>& a, const std::vector<Span>& b);

// How many bytes two such lists have in common.
std::size_t commonLength(const std::vector<Span>& a, const std::vector<Span>& b);

std::size_t lengthOf(const std::vector<Span>& spans); // bytes of all

// Of two contents: bytes in common, of all those in either.
double shareOf(std::size_t common, std::size_t lengthA, std::size_t lengthB);
double overlapOf(const std::vector<Span>& a, const std::vector<Span>& b);

// Do content and cue of `inner` lie within the content of `outer`, which is longer?
bool isWithin(const Attribution& inner, const Attribution& outer);

// From the first byte of the first span to the last byte of the last one.
inline Span extentOf(const std::vector<Span>& spans) {
    return {spans.front().begin, spans.back().end};
}

// Sorted by first content; `continues` points at the new places. What would continue a later one
// has its source as `implied` instead.
std::vector<Attribution> ordered(std::vector<Attribution> attributions);

} // namespace quoth
