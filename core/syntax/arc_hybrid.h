// The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta, "Dynamic programming
// algorithms for transition-based dependency parsers", 2011) over one sentence: a stack of words
// whose heads are open, and a queue of words to come. Every sequence of allowed transitions ends in
// a projective tree with one root.
//
// Positions count from 1 to the sentence's size; one more stands for the root's head, at the end of
// the queue; 0 stands for no word.
#pragma once

#include "core/syntax/relations.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace quoth {

enum class Transition : std::uint8_t {
    Shift, // the queue's first word onto the stack
    Left,  // the stack's top becomes a dependent of the queue's first word
    Right, // the stack's top becomes a dependent of the word below it
};
constexpr std::size_t transitionCount = 3;

class ArcHybrid {
public:
    using Position = std::uint32_t;
    struct Word { // what is known of a word so far; 0 for none
        Position head = 0;
        Relation relation = Relation::Root;
        Position firstLeft = 0, lastRight = 0; // outermost dependents on either side
        std::uint32_t lefts = 0, rights = 0;   // dependents on either side
    };

    void start(std::uint32_t size);

    std::uint32_t size() const { return m_size; }
    Position rootHead() const { return m_size + 1; }
    bool isDone() const { return m_stack.empty() && m_next == m_size + 1; }
    bool allows(Transition transition) const;
    // For Left and Right: the dependent and its head to be.
    Position dependent() const { return stack(0); }
    Position headBy(Transition transition) const {
        return transition == Transition::Left ? m_next : stack(1);
    }
    void apply(Transition transition, Relation relation = Relation::Root);

    Position stack(std::size_t depth) const { // 0: its top
        return depth < m_stack.size() ? m_stack[m_stack.size() - 1 - depth] : 0;
    }
    std::size_t stackSize() const { return m_stack.size(); }
    Position queue() const { return m_next; } // its first; rootHead() at the end
    const Word& word(Position position) const { return m_words[position]; }

    // How many arcs of the gold tree each transition makes unreachable (Goldberg and Nivre,
    // "Training deterministic parsers with non-deterministic oracles", 2013); `heads` gives the
    // gold head of each position from 1 on (index 0 is not read). Forbidden ones cost `forbidden`.
    static constexpr std::uint32_t forbidden = 0xFFFFFFFF;
    std::array<std::uint32_t, transitionCount> costs(std::span<const Position> heads) const;

private:
    std::uint32_t m_size = 0;
    Position m_next = 1;
    std::vector<Position> m_stack;
    std::vector<Word> m_words;
};

} // namespace quoth
