// What parsers that are trained already say of each decision while another one learns: it learns
// from their doubts as well as from trees, also on sentences that have none (Liu et al.,
// "Distilling knowledge for search-based structured prediction", 2018).
#pragma once

#include "core/syntax/parser_network.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace quoth::training {

struct ParserTeachers {
    std::vector<ParserNetwork> networks;
    std::vector<std::uint32_t> rows; // theirs of each row of the learner; unknownFeature for none
};

// One sentence as the teachers see it. The shares are means over the teachers and add up to 1.
class TaughtSentence {
public:
    // `rows` are the learner's.
    void read(const ParserTeachers& teachers, std::span<const std::uint32_t> rows,
              std::span<const std::uint32_t> ends);
    // Of the allowed transitions; 0 for the others.
    std::array<float, transitionCount> transitions(const ArcHybrid& state,
                                                   const ActionContext& context) const;
    std::array<float, network_size::relations> relations(const RelationContext& context) const;

private:
    const ParserTeachers* m_teachers = nullptr;
    std::vector<std::uint32_t> m_rows;
    std::vector<EncodedSentence> m_sentences; // of each teacher
};

} // namespace quoth::training
