// The best tree of a sentence under scores of its arcs, without arcs that cross (Eisner, "Three new
// probabilistic models for dependency parsing: an exploration", 1996). Time grows with the cube of
// the words; buffers are reused from one sentence to the next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace quoth {

class ProjectiveTree {
public:
    // `scores`: of each word a row of how well each word fits as its head, itself for the root; a
    // number that is added to all of a row changes nothing. Gives each word's head; exactly one
    // word, the root, is its own. Ties go to the word further left. Valid until the next call.
    std::span<const std::uint32_t> find(std::size_t words, std::span<const float> scores);

private:
    // Of the words between two, both included: joined by an arc, and with all of an end's
    // dependents there found; headed by the left or by the right one.
    struct Best {
        float arcLeft, arcRight, wholeLeft, wholeRight;
        std::uint32_t arcSplit, leftSplit, rightSplit;
    };
    Best& at(std::size_t from, std::size_t to) { return m_table[from * m_words + to]; }
    void join(std::size_t from, std::size_t to, std::span<const float> scores);
    void readWhole(std::size_t from, std::size_t to, bool leftHead);

    std::size_t m_words = 0;
    std::vector<Best> m_table;
    std::vector<std::uint32_t> m_heads;
    struct Part {
        std::size_t from, to;
        bool leftHead;
    };
    std::vector<Part> m_parts; // still to be read
};

} // namespace quoth
