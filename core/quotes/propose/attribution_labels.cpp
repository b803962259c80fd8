#include "core/quotes/propose/attribution_labels.h"

#include <array>

namespace quoth {

std::string attributionLabel(Label label) {
    if (label == unattributed) return "O";
    constexpr std::array roles = {"Content", "Source", "Cue"};
    return std::string(1, "BIES"[static_cast<std::size_t>(segmentPartOf(label))]) + "-" +
           roles[static_cast<std::size_t>(attributionRoleOf(label))];
}

std::vector<AttributionSegment> segmentsOf(std::span<const Label> labels, std::uint32_t first) {
    std::vector<AttributionSegment> out;
    bool open = false; // the last segment may go on
    for (std::size_t k = 0; k < labels.size(); ++k) {
        if (labels[k] == unattributed) {
            open = false;
            continue;
        }
        const AttributionRole role = attributionRoleOf(labels[k]);
        const SegmentPart part = segmentPartOf(labels[k]);
        const auto at = first + static_cast<std::uint32_t>(k);
        const bool begins = part == SegmentPart::Begin || part == SegmentPart::Single;
        if (open && !begins && out.back().role == role)
            out.back().tokens.end = at + 1;
        else
            out.push_back({{at, at + 1}, role});
        open = part == SegmentPart::Begin || part == SegmentPart::Inside;
    }
    return out;
}

std::vector<IndexRange> attributionUnits(const TokenizedText& text) {
    std::vector<IndexRange> units;
    std::uint32_t block = 0;
    for (const Sentence& sentence : text.sentences) {
        if (sentence.tokens.empty()) continue;
        const bool goesOn = !units.empty() && sentence.block == block;
        if (goesOn && sentence.tokens.end - units.back().begin <= longestAttributionUnit)
            units.back().end = sentence.tokens.end;
        else
            units.push_back(sentence.tokens);
        block = sentence.block;
    }
    return units;
}

} // namespace quoth
