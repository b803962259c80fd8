// What the loss on some sentences says of each weight of the parser's network: the way forth, the
// transitions that the parser takes, and the way back.
#pragma once

#include "core/syntax/parser_network.h"
#include "core/training/parser_teachers.h"
#include "core/training/parser_trainer.h"

#include <array>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace quoth::training {

using ParserRandom = std::mt19937_64; // its numbers are the same everywhere
double uniform(ParserRandom& random); // 0 to 1
using NetworkWeights = std::array<std::vector<float>, networkPartCount>;

// The matrices of each place turned, for the way back.
struct TurnedWeights {
    std::vector<float> windows, actionWords, relationWords, relationOutput;

    void take(const NetworkWeights& parts);
};

// Of some sentences of a batch, added up.
class ParserGradients {
public:
    explicit ParserGradients(std::size_t features) {
        for (std::size_t p = 0; p < networkPartCount; ++p) {
            const NetworkShape shape = shapeOf(static_cast<NetworkPart>(p), features);
            m_gradients[p].assign(shape.rows * shape.columns, 0);
        }
        m_isTouched.assign(features, 0);
    }

    // `teachers` may be null, but not for an example without a tree.
    void learn(const ParserNetwork& network, const TurnedWeights& turned,
               const ParserExample& example, const ParserTeachers* teachers,
               std::span<const std::uint32_t> counts, const ParserTrainerOptions& options,
               bool explore, ParserRandom& random);

    NetworkWeights& gradients() { return m_gradients; }
    std::vector<std::uint32_t>& touched() { return m_touched; } // rows of FeatureVectors
    void forget(std::uint32_t row) { m_isTouched[row] = 0; }
    double loss = 0;
    std::size_t transitions = 0;

private:
    void hideSome(const ParserExample& example, std::span<const std::uint32_t> counts,
                  const ParserTrainerOptions& options, ParserRandom& random);
    Relation learnRelation(const ParserNetwork& network, const TurnedWeights& turned,
                           ArcHybrid::Position head, const ParserExample& example);
    Transition learnTransition(const ParserNetwork& network, const ParserExample& example,
                               Transition best);
    void backThroughTransition(const ParserNetwork& network, const ActionContext& context,
                               const std::array<float, transitionCount>& slopes);
    void goBack(const TurnedWeights& turned, const ParserExample& example);
    void backThroughWords(NetworkPart which, std::size_t places, std::size_t hidden,
                          const std::vector<float>& turned, const std::vector<float>& slopes);

    NetworkWeights m_gradients;
    std::vector<char> m_isTouched;
    std::vector<std::uint32_t> m_touched;
    EncodedSentence m_sentence;
    TaughtSentence m_taught;
    bool m_isTaught = false;
    std::vector<std::uint32_t> m_rows;
    std::vector<float> m_mask;
    std::vector<float> m_actionSlopes, m_relationSlopes; // of the words' places
    std::vector<float> m_slopes, m_below, m_columns;     // of a layer; scratch
    ArcHybrid m_state;
    ActionScores m_actions;
    RelationScores m_relations;
};

} // namespace quoth::training
