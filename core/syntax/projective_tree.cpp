#include "core/syntax/projective_tree.h"

#include <algorithm>

namespace quoth {

void ProjectiveTree::join(std::size_t from, std::size_t to, std::span<const float> scores) {
    Best best{};
    const auto better = [](bool first, float score, float& most, std::uint32_t& split,
                           std::size_t k) {
        if (!first && score <= most) return;
        most = score;
        split = static_cast<std::uint32_t>(k);
    };
    float inner = 0;
    for (std::size_t k = from; k < to; ++k)
        better(k == from, at(from, k).wholeLeft + at(k + 1, to).wholeRight, inner, best.arcSplit,
               k);
    best.arcLeft = inner + scores[to * m_words + from];
    best.arcRight = inner + scores[from * m_words + to];
    at(from, to) = best; // its arcs are asked for below
    for (std::size_t k = from + 1; k <= to; ++k)
        better(k == from + 1, at(from, k).arcLeft + at(k, to).wholeLeft, best.wholeLeft,
               best.leftSplit, k);
    for (std::size_t k = from; k < to; ++k)
        better(k == from, at(from, k).wholeRight + at(k, to).arcRight, best.wholeRight,
               best.rightSplit, k);
    at(from, to) = best;
}

// Reads the heads below one end of a whole part.
void ProjectiveTree::readWhole(std::size_t from, std::size_t to, bool leftHead) {
    m_parts.assign(1, {from, to, leftHead});
    while (!m_parts.empty()) {
        const Part part = m_parts.back();
        m_parts.pop_back();
        if (part.from == part.to) continue;
        const Best& whole = at(part.from, part.to);
        const std::size_t split = part.leftHead ? whole.leftSplit : whole.rightSplit;
        const std::size_t begin = part.leftHead ? part.from : split,
                          end = part.leftHead ? split : part.to; // of the arc
        m_heads[part.leftHead ? end : begin] =
            static_cast<std::uint32_t>(part.leftHead ? begin : end);
        if (part.leftHead)
            m_parts.push_back({split, part.to, true});
        else
            m_parts.push_back({part.from, split, false});
        const std::size_t inner = at(begin, end).arcSplit;
        m_parts.push_back({begin, inner, true});
        m_parts.push_back({inner + 1, end, false});
    }
}

std::span<const std::uint32_t> ProjectiveTree::find(std::size_t words,
                                                    std::span<const float> scores) {
    m_words = words;
    m_heads.assign(words, 0);
    if (words == 0) return m_heads;
    m_table.resize(std::max(m_table.size(), words * words));
    for (std::size_t i = 0; i < words; ++i)
        at(i, i) = {};
    for (std::size_t length = 1; length < words; ++length)
        for (std::size_t from = 0; from + length < words; ++from)
            join(from, from + length, scores);
    const auto with = [&](std::size_t root) {
        return at(0, root).wholeRight + at(root, words - 1).wholeLeft + scores[root * words + root];
    };
    std::size_t root = 0;
    for (std::size_t i = 1; i < words; ++i)
        if (with(i) > with(root)) root = i;
    readWhole(0, root, false);
    readWhole(root, words - 1, true);
    m_heads[root] = static_cast<std::uint32_t>(root);
    return m_heads;
}

} // namespace quoth
