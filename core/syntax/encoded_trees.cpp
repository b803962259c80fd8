#include "core/syntax/encoded_trees.h"

#include "core/document/pair_scores.h"

#include <algorithm>

namespace quoth {
namespace {

// What the parser's word counts beside the encoder's: chosen on GUM dev.
constexpr float arcBonus = 2, relationBonus = 4;
constexpr std::uint32_t longest = 256; // tokens; longer sentences are none

} // namespace

void EncodedTrees::correct(const TokenizedText& text, IndexRange tokens,
                           std::span<Dependency> tree) {
    const std::uint32_t count = tokens.size();
    const auto arcs = text.encoded.of(encoder_task::arcs, tokens);
    const auto relations = text.encoded.of(encoder_task::relations, tokens);
    if (arcs.size() != count * 2 * arcWidth || relations.size() != count * relationCount ||
        count > longest)
        return;
    m_scores.resize(std::size_t{count} * count);
    for (std::uint32_t d = 0; d < count; ++d) {
        for (std::uint32_t h = 0; h < count; ++h)
            m_scores[d * count + h] = pairScore(arcs, d, h);
        m_scores[d * count + (tree[d].head - tokens.begin)] += arcBonus;
    }
    const auto heads = m_best.find(count, m_scores);
    for (std::uint32_t d = 0; d < count; ++d) {
        const std::uint32_t head = tokens.begin + heads[d];
        if (heads[d] == d) {
            tree[d] = {head, Relation::Root};
            continue;
        }
        const auto row = relations.subspan(d * relationCount, relationCount);
        const auto score = [&](std::size_t r) {
            const auto relation = static_cast<Relation>(r);
            if (relation == Relation::Root) return -1e9f;
            return row[r] +
                   (tree[d].head == head && tree[d].relation == relation ? relationBonus : 0.0f);
        };
        std::size_t best = 0;
        for (std::size_t r = 1; r < relationCount; ++r)
            if (score(r) > score(best)) best = r;
        tree[d] = {head, static_cast<Relation>(best)};
    }
}

} // namespace quoth
