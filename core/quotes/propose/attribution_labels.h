// What the trained field of attributions gives each token, and the pieces of a document that it
// labels one after the other.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/learning/linear_chain.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace quoth {

// Labels: "O", then a role with the token's place in its segment.
enum class AttributionRole : std::uint8_t { Content, Source, Cue };
constexpr std::size_t attributionRoles = 3;
enum class SegmentPart : std::uint8_t { Begin, Inside, End, Single };
constexpr std::size_t attributionLabelCount = 1 + 4 * attributionRoles;
constexpr Label unattributed = 0;
constexpr Label attributionLabelOf(AttributionRole role, SegmentPart part) {
    return static_cast<Label>(1 + 4 * static_cast<unsigned>(role) + static_cast<unsigned>(part));
}
constexpr AttributionRole attributionRoleOf(Label label) { // not of `unattributed`
    return static_cast<AttributionRole>((label - 1u) / 4);
}
constexpr SegmentPart segmentPartOf(Label label) {
    return static_cast<SegmentPart>((label - 1u) % 4);
}
std::string attributionLabel(Label label); // "B-Content", "O"
inline SegmentPart partOf(IndexRange segment, std::uint32_t token) {
    return segment.size() == 1        ? SegmentPart::Single
           : token == segment.begin   ? SegmentPart::Begin
           : token + 1 == segment.end ? SegmentPart::End
                                      : SegmentPart::Inside;
}

struct AttributionSegment {
    IndexRange tokens;
    AttributionRole role = AttributionRole::Content;
    float confidence = 1; // probability of role and bounds
};
// Segments from well-formed or other labels; the first label is that of token `first`.
std::vector<AttributionSegment> segmentsOf(std::span<const Label> labels, std::uint32_t first);

// A unit of the model: a block's tokens; of a block that is longer than any paragraph, as many of
// its sentences as fit, since the model holds some 900 bytes for each token of a unit.
constexpr std::uint32_t longestAttributionUnit = 8192; // tokens
std::vector<IndexRange> attributionUnits(const TokenizedText& text);

} // namespace quoth
