#include "core/training/parser_gradients.h"

#include "core/learning/dense.h"
#include "core/learning/linear_chain.h"

#include <algorithm>
#include <cmath>

namespace quoth::training {
namespace {

namespace size = network_size;

constexpr double exploring = 0.9;   // share of the parser's errors that are followed
constexpr double straying = 0.02;   // share of right transitions left for another
constexpr float taughtShare = 0.5f; // of what is learned where there are a tree and teachers

std::vector<float>& part(NetworkWeights& parts, NetworkPart which) {
    return parts[static_cast<std::size_t>(which)];
}
float* row(NetworkWeights& parts, NetworkPart which, std::size_t row, std::size_t columns) {
    return part(parts, which).data() + row * columns;
}

// Rows by columns turned to columns by rows.
void turn(const std::vector<float>& from, std::size_t begin, std::size_t rows, std::size_t columns,
          std::vector<float>& to) {
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c)
            to[begin + c * rows + r] = from[begin + r * columns + c];
}

// What is to be learned of a decision, by the tree and by the teachers where there are both.
template <std::size_t n>
void mix(std::array<float, n>& byTree, bool hasTree, const std::array<float, n>& taught,
         bool isTaught) {
    const float share = !isTaught ? 0 : hasTree ? taughtShare : 1;
    for (std::size_t k = 0; k < n; ++k)
        byTree[k] = (1 - share) * byTree[k] + share * taught[k];
}

} // namespace

double uniform(ParserRandom& random) {
    return static_cast<double>(random() >> 11) * 0x1p-53;
}

void TurnedWeights::take(const NetworkWeights& parts) {
    const auto each = [&](NetworkPart which, std::size_t inputs, std::size_t outputs,
                          std::vector<float>& to) {
        const std::vector<float>& from = parts[static_cast<std::size_t>(which)];
        to.resize(from.size());
        for (std::size_t at = 0; at < from.size(); at += inputs * outputs)
            turn(from, at, inputs, outputs, to);
    };
    each(NetworkPart::Windows, size::vector, size::vector, windows);
    each(NetworkPart::ActionWords, size::vector, size::actionHidden, actionWords);
    each(NetworkPart::RelationWords, size::vector, size::relationHidden, relationWords);
    each(NetworkPart::RelationOutput, size::relationHidden, size::relations, relationOutput);
}

void ParserGradients::hideSome(const ParserExample& example, std::span<const std::uint32_t> counts,
                               const ParserTrainerOptions& options, ParserRandom& random) {
    m_rows = example.rows;
    std::size_t at = 0;
    for (const std::uint32_t end : example.ends) {
        std::uint32_t& form = m_rows[at];
        if (form != unknownFeature) {
            const double seen = counts[form];
            if (uniform(random) < options.wordDropout / (options.wordDropout + seen))
                form = unknownFeature;
        }
        at = end;
    }
    m_mask.assign((example.ends.size() + 2) * size::vector, 1);
    const float kept = 1 / (1 - options.dropout);
    for (std::size_t i = size::vector; i + size::vector < m_mask.size(); ++i)
        m_mask[i] = uniform(random) < options.dropout ? 0 : kept;
}

// The relation that the arc gets.
Relation ParserGradients::learnRelation(const ParserNetwork& network, const TurnedWeights& turned,
                                        ArcHybrid::Position head, const ParserExample& example) {
    const ArcHybrid::Position dependent = m_state.dependent();
    const RelationContext context = relationContext(m_state, head, dependent);
    scoreRelations(network, m_sentence, context, m_relations);
    const bool isGoldHead = example.hasTree() && example.heads[dependent] == head;
    const Relation best = isGoldHead ? example.relations[dependent] : bestRelation(m_relations);
    if (!isGoldHead && !m_isTaught) return best;
    std::array<float, size::relations> slopes{}, aims{};
    if (isGoldHead) aims[static_cast<std::size_t>(best)] = 1;
    if (m_isTaught) mix(aims, isGoldHead, m_taught.relations(context), true);
    const float top =
        *std::max_element(m_relations.scores.begin(), m_relations.scores.begin() + relationCount);
    float sum = 0;
    for (std::size_t r = 0; r < relationCount; ++r)
        sum += slopes[r] = expOf(m_relations.scores[r] - top);
    for (std::size_t r = 0; r < relationCount; ++r) {
        slopes[r] /= sum;
        loss -= static_cast<double>(aims[r] * std::log(std::max(slopes[r], 1e-9f)));
        slopes[r] -= aims[r];
    }

    constexpr std::size_t hidden = size::relationHidden;
    std::array<float, hidden> back{};
    addProducts({slopes.data(), 1, size::relations}, size::relations, turned.relationOutput.data(),
                hidden, back.data(), hidden);
    for (std::size_t i = 0; i < hidden; ++i) {
        const float value = m_relations.hidden[i];
        if (value <= 0) {
            back[i] = 0;
            continue;
        }
        float* weights = row(m_gradients, NetworkPart::RelationOutput, i, size::relations);
        for (std::size_t r = 0; r < size::relations; ++r)
            weights[r] += value * slopes[r];
    }
    addTo(part(m_gradients, NetworkPart::RelationBias), back.data());
    for (std::size_t place = 0; place < size::relationWords; ++place)
        addTo(std::span(m_relationSlopes)
                  .subspan((context.words[place] * size::relationWords + place) * hidden, hidden),
              back.data());
    for (const std::uint32_t mark : context.marks)
        addTo({row(m_gradients, NetworkPart::RelationMarks, mark, hidden), hidden}, back.data());
    return best;
}

void ParserGradients::backThroughTransition(const ParserNetwork& network,
                                            const ActionContext& context,
                                            const std::array<float, transitionCount>& slopes) {
    constexpr std::size_t hidden = size::actionHidden;
    std::array<float, hidden> back{};
    for (std::size_t i = 0; i < hidden; ++i) {
        const float value = m_actions.hidden[i];
        if (value <= 0) continue;
        const float* weights = network.row(NetworkPart::ActionOutput, i, size::actions);
        float* gradient = row(m_gradients, NetworkPart::ActionOutput, i, size::actions);
        for (std::size_t t = 0; t < transitionCount; ++t) {
            back[i] += weights[t] * slopes[t];
            gradient[t] += value * slopes[t];
        }
    }
    addTo(part(m_gradients, NetworkPart::ActionBias), back.data());
    for (std::size_t place = 0; place < size::actionWords; ++place)
        addTo(std::span(m_actionSlopes)
                  .subspan((context.words[place] * size::actionWords + place) * hidden, hidden),
              back.data());
    for (const std::uint32_t mark : context.marks)
        addTo({row(m_gradients, NetworkPart::ActionMarks, mark, hidden), hidden}, back.data());
}

// Adds to the gradient of `places` matrices and to m_slopes what `slopes` (positions by places by
// hidden) say.
void ParserGradients::backThroughWords(NetworkPart which, std::size_t places, std::size_t hidden,
                                       const std::vector<float>& turned,
                                       const std::vector<float>& slopes) {
    const std::size_t positions = m_sentence.size + 2;
    std::vector<float> ofPlace(positions * hidden);
    for (std::size_t place = 0; place < places; ++place) {
        for (std::size_t p = 0; p < positions; ++p)
            std::copy_n(slopes.begin() + static_cast<std::ptrdiff_t>((p * places + place) * hidden),
                        hidden, ofPlace.begin() + static_cast<std::ptrdiff_t>(p * hidden));
        addProducts({m_columns.data(), size::vector, positions}, positions, ofPlace.data(), hidden,
                    row(m_gradients, which, place * size::vector, hidden), hidden);
        addProducts({ofPlace.data(), positions, hidden}, hidden,
                    turned.data() + place * size::vector * hidden, size::vector, m_slopes.data(),
                    size::vector);
    }
}

void ParserGradients::goBack(const TurnedWeights& turned, const ParserExample& example) {
    const std::size_t positions = m_sentence.size + 2;
    const auto takeColumns = [&](const std::vector<float>& layer) {
        m_columns.resize(layer.size());
        turn(layer, 0, positions, size::vector, m_columns);
    };
    m_slopes.assign(positions * size::vector, 0);
    takeColumns(m_sentence.layers[size::layers]);
    backThroughWords(NetworkPart::ActionWords, size::actionWords, size::actionHidden,
                     turned.actionWords, m_actionSlopes);
    backThroughWords(NetworkPart::RelationWords, size::relationWords, size::relationHidden,
                     turned.relationWords, m_relationSlopes);
    std::vector<float> seen(positions * size::vector), shifted(seen.size());
    for (std::size_t l = size::layers; l-- > 0;) {
        const std::vector<float>&below = m_sentence.layers[l], &above = m_sentence.layers[l + 1];
        float* bias = row(m_gradients, NetworkPart::WindowBias, l, size::vector);
        for (std::size_t i = 0; i < seen.size(); ++i) {
            seen[i] = above[i] > below[i] ? m_slopes[i] : 0;
            bias[i % size::vector] += seen[i];
        }
        takeColumns(below);
        m_below = m_slopes;
        for (std::size_t place = 0; place < size::window; ++place) {
            // What the word at each position of `below` did to the windows that see it there.
            shifted.assign(seen.size(), 0);
            for (std::size_t p = 0; p < positions; ++p) {
                const std::size_t source = std::min(
                    positions - 1, p + place == 0 ? 0 : p + place - 1); // of the window at p
                addTo(std::span(shifted).subspan(source * size::vector, size::vector),
                      seen.data() + p * size::vector);
            }
            const std::size_t matrix = l * size::window + place;
            addProducts({m_columns.data(), size::vector, positions}, positions, shifted.data(),
                        size::vector,
                        row(m_gradients, NetworkPart::Windows, matrix * size::vector, size::vector),
                        size::vector);
            addProducts({shifted.data(), positions, size::vector}, size::vector,
                        turned.windows.data() + matrix * size::vector * size::vector, size::vector,
                        m_below.data(), size::vector);
        }
        m_slopes.swap(m_below);
    }
    for (std::size_t i = 0; i < m_slopes.size(); ++i)
        m_slopes[i] *= m_mask[i];
    addTo({row(m_gradients, NetworkPart::Edges, 0, size::vector), size::vector}, m_slopes.data());
    addTo({row(m_gradients, NetworkPart::Edges, 1, size::vector), size::vector},
          m_slopes.data() + (positions - 1) * size::vector);
    std::size_t at = 0;
    for (std::size_t word = 0; word < example.ends.size(); ++word)
        for (; at < example.ends[word]; ++at) {
            const std::uint32_t feature = m_rows[at];
            if (feature == unknownFeature) continue;
            if (!m_isTouched[feature]) {
                m_isTouched[feature] = 1;
                m_touched.push_back(feature);
            }
            addTo({row(m_gradients, NetworkPart::FeatureVectors, feature, size::vector),
                   size::vector},
                  m_slopes.data() + (word + 1) * size::vector);
        }
}

// The right transition: the best of those that lose least of the tree; without one, what the
// teachers hold for the best. `best` is the network's own.
Transition ParserGradients::learnTransition(const ParserNetwork& network,
                                            const ParserExample& example, Transition best) {
    const ActionContext context = actionContext(m_state);
    std::array<float, transitionCount> shares{}, byTree{}, taught{};
    float sum = 0;
    for (std::size_t t = 0; t < transitionCount; ++t)
        if (m_state.allows(static_cast<Transition>(t)))
            sum += shares[t] =
                expOf(m_actions.scores[t] - m_actions.scores[static_cast<std::size_t>(best)]);
    for (float& share : shares)
        share /= sum;
    if (m_isTaught) taught = m_taught.transitions(m_state, context);
    if (example.hasTree()) {
        const auto costs = m_state.costs(example.heads);
        const std::uint32_t least = *std::min_element(costs.begin(), costs.end());
        float sumRight = 0;
        for (std::size_t t = 0; t < transitionCount; ++t)
            if (costs[t] == least) sumRight += byTree[t] = std::max(shares[t], 1e-9f);
        for (float& share : byTree)
            share /= sumRight;
    }
    auto right = static_cast<std::size_t>(best);
    const auto& rightness = example.hasTree() ? byTree : taught;
    for (std::size_t t = 0; t < transitionCount; ++t)
        if (rightness[t] > rightness[right]) right = t;

    mix(byTree, example.hasTree(), taught, m_isTaught);
    for (std::size_t t = 0; t < transitionCount; ++t) {
        loss -= static_cast<double>(byTree[t] * std::log(std::max(shares[t], 1e-9f)));
        shares[t] -= byTree[t];
    }
    ++transitions;
    backThroughTransition(network, context, shares);
    return static_cast<Transition>(right);
}

void ParserGradients::learn(const ParserNetwork& network, const TurnedWeights& turned,
                            const ParserExample& example, const ParserTeachers* teachers,
                            std::span<const std::uint32_t> counts,
                            const ParserTrainerOptions& options, bool explore,
                            ParserRandom& random) {
    hideSome(example, counts, options, random);
    embedWords(network, m_rows, example.ends, m_sentence);
    for (std::size_t i = 0; i < m_mask.size(); ++i)
        m_sentence.layers[0][i] *= m_mask[i];
    encodeWords(network, m_sentence);
    m_isTaught = teachers != nullptr;
    if (teachers) m_taught.read(*teachers, example.rows, example.ends);
    m_actionSlopes.assign(m_sentence.actionWords.size(), 0);
    m_relationSlopes.assign(m_sentence.relationWords.size(), 0);

    m_state.start(static_cast<std::uint32_t>(example.ends.size()));
    while (!m_state.isDone()) {
        scoreActions(network, m_sentence, actionContext(m_state), m_actions);
        const Transition best = bestTransition(m_state, m_actions);
        const Transition right = learnTransition(network, example, best);
        Transition next = best;
        if (best != right) {
            if (!explore || uniform(random) >= exploring) next = right;
        } else if (explore && uniform(random) < straying) {
            const auto other = static_cast<Transition>(random() % transitionCount);
            if (m_state.allows(other)) next = other;
        }
        if (next == Transition::Shift || m_state.headBy(next) == m_state.rootHead())
            m_state.apply(next);
        else
            m_state.apply(next, learnRelation(network, turned, m_state.headBy(next), example));
    }
    goBack(turned, example);
}

} // namespace quoth::training
