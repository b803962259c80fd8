#include "core/syntax/arc_hybrid.h"

namespace quoth {

void ArcHybrid::start(std::uint32_t size) {
    m_size = size;
    m_next = 1;
    m_stack.clear();
    m_words.assign(size + 2, Word{});
}

bool ArcHybrid::allows(Transition transition) const {
    switch (transition) {
    case Transition::Shift:
        return m_next <= m_size;
    case Transition::Left: // one root
        return !m_stack.empty() && (m_next <= m_size || m_stack.size() == 1);
    case Transition::Right:
        return m_stack.size() >= 2;
    }
    return false;
}

void ArcHybrid::apply(Transition transition, Relation relation) {
    if (transition == Transition::Shift) {
        m_stack.push_back(m_next++);
        return;
    }
    const Position dependent = this->dependent(), head = headBy(transition);
    m_stack.pop_back();
    m_words[dependent].head = head;
    m_words[dependent].relation = relation;
    Word& word = m_words[head];
    if (transition == Transition::Left) {
        word.firstLeft = dependent;
        ++word.lefts;
    } else {
        word.lastRight = dependent;
        ++word.rights;
    }
}

std::array<std::uint32_t, transitionCount> ArcHybrid::costs(std::span<const Position> heads) const {
    std::array<std::uint32_t, transitionCount> out = {forbidden, forbidden, forbidden};
    const Position top = stack(0), below = stack(1);
    const auto count = [](bool lost) { return lost ? 1U : 0U; };
    if (allows(Transition::Shift)) {
        // The word's head below the top, and its dependents on the stack.
        std::uint32_t lost = 0;
        for (std::size_t i = 0; i < m_stack.size(); ++i) {
            lost += count(heads[m_stack[i]] == m_next);
            lost += count(i + 1 < m_stack.size() && heads[m_next] == m_stack[i]);
        }
        out[0] = lost;
    }
    std::uint32_t dependents = 0; // of the top, in the queue
    for (Position p = m_next; top != 0 && p <= m_size; ++p)
        dependents += count(heads[p] == top);
    if (allows(Transition::Left))
        out[1] = dependents + count(heads[top] > m_next || (below != 0 && heads[top] == below));
    if (allows(Transition::Right)) out[2] = dependents + count(heads[top] >= m_next);
    return out;
}

} // namespace quoth
