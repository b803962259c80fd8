#include "core/training/parser_teachers.h"

#include "core/learning/linear_chain.h"

#include <algorithm>

namespace quoth::training {
namespace {

// Adds `factor` times each score's share of the exponentials of those that are allowed.
template <std::size_t size, class Allowed>
void addShares(const std::array<float, size>& scores, std::size_t count, float factor,
               Allowed allowed, auto& sums) {
    std::array<float, size> shares{};
    float top = impossible, sum = 0;
    for (std::size_t k = 0; k < count; ++k)
        if (allowed(k)) top = std::max(top, scores[k]);
    for (std::size_t k = 0; k < count; ++k)
        if (allowed(k)) sum += shares[k] = expOf(scores[k] - top);
    for (std::size_t k = 0; k < count; ++k)
        sums[k] += factor * shares[k] / sum;
}

} // namespace

void TaughtSentence::read(const ParserTeachers& teachers, std::span<const std::uint32_t> rows,
                          std::span<const std::uint32_t> ends) {
    m_teachers = &teachers;
    m_rows.clear();
    for (const std::uint32_t row : rows)
        m_rows.push_back(row == unknownFeature ? unknownFeature : teachers.rows[row]);
    m_sentences.resize(teachers.networks.size());
    for (std::size_t n = 0; n < m_sentences.size(); ++n) {
        embedWords(teachers.networks[n], m_rows, ends, m_sentences[n]);
        encodeWords(teachers.networks[n], m_sentences[n]);
    }
}

std::array<float, transitionCount> TaughtSentence::transitions(const ArcHybrid& state,
                                                               const ActionContext& context) const {
    std::array<bool, transitionCount> allowed{};
    for (std::size_t t = 0; t < transitionCount; ++t)
        allowed[t] = state.allows(static_cast<Transition>(t));
    std::array<float, transitionCount> out{};
    ActionScores own;
    for (std::size_t n = 0; n < m_sentences.size(); ++n) {
        scoreActions(m_teachers->networks[n], m_sentences[n], context, own);
        addShares(
            own.scores, transitionCount, 1 / static_cast<float>(m_sentences.size()),
            [&](std::size_t t) { return allowed[t]; }, out);
    }
    return out;
}

std::array<float, network_size::relations>
TaughtSentence::relations(const RelationContext& context) const {
    std::array<float, network_size::relations> out{};
    RelationScores own;
    for (std::size_t n = 0; n < m_sentences.size(); ++n) {
        scoreRelations(m_teachers->networks[n], m_sentences[n], context, own);
        addShares(
            own.scores, relationCount, 1 / static_cast<float>(m_sentences.size()),
            [](std::size_t) { return true; }, out);
    }
    return out;
}

} // namespace quoth::training
