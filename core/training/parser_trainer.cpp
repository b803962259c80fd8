#include "core/training/parser_trainer.h"

#include "core/learning/dense.h"
#include "core/learning/linear_chain.h"
#include "core/syntax/dependency_parser.h"
#include "core/training/workers.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <random>

namespace quoth::training {
namespace {

namespace size = network_size;
using Random = std::mt19937_64; // its numbers are the same everywhere
using Parts = std::array<std::vector<float>, networkPartCount>;

constexpr std::size_t lanes = 4;     // parts of a batch whose gradients are summed apart
constexpr std::size_t longest = 200; // words of a sentence to learn from
constexpr int firstExploring = 2;    // the epoch from which the parser's own errors are followed
constexpr double exploring = 0.9;    // share of its errors that are followed
constexpr double straying = 0.02;    // share of right transitions left for another

double uniform(Random& random) { // 0 to 1
    return static_cast<double>(random() >> 11) * 0x1p-53;
}

std::vector<float>& part(Parts& parts, NetworkPart which) {
    return parts[static_cast<std::size_t>(which)];
}
float* row(Parts& parts, NetworkPart which, std::size_t row, std::size_t columns) {
    return part(parts, which).data() + row * columns;
}

// What the weights of one matrix are at first: even between plus and minus the root of 6 by its
// inputs and outputs (Glorot and Bengio, 2010), where its rows are summed from several places.
float spread(NetworkPart part) {
    const auto of = [](std::size_t inputs, std::size_t outputs) {
        return std::sqrt(6.0f / static_cast<float>(inputs + outputs));
    };
    switch (part) {
    case NetworkPart::FeatureVectors:
    case NetworkPart::Edges:
        return 0.12f;
    case NetworkPart::Windows:
        return of(size::window * size::vector, size::vector);
    case NetworkPart::ActionWords:
        return of(size::actionWords * size::vector / 2, size::actionHidden);
    case NetworkPart::RelationWords:
        return of(size::relationWords * size::vector / 2, size::relationHidden);
    case NetworkPart::ActionMarks:
    case NetworkPart::RelationMarks:
        return 0.05f;
    case NetworkPart::ActionOutput:
        return of(size::actionHidden, transitionCount);
    case NetworkPart::RelationOutput:
        return of(size::relationHidden, relationCount);
    default:
        return 0;
    }
}

// Rows by columns turned to columns by rows.
void turn(const std::vector<float>& from, std::size_t begin, std::size_t rows, std::size_t columns,
          std::vector<float>& to) {
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c)
            to[begin + c * rows + r] = from[begin + r * columns + c];
}

// The matrices of each place turned, for the way back.
struct TurnedWeights {
    std::vector<float> windows, actionWords, relationWords, relationOutput;

    void take(const Parts& parts) {
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
};

// Learns from some sentences of a batch: what the loss says of each weight, added up.
class Lane {
public:
    explicit Lane(std::size_t features) {
        for (std::size_t p = 0; p < networkPartCount; ++p) {
            const NetworkShape shape = shapeOf(static_cast<NetworkPart>(p), features);
            m_gradients[p].assign(shape.rows * shape.columns, 0);
        }
        m_isTouched.assign(features, 0);
    }

    void learn(const ParserNetwork& network, const TurnedWeights& turned,
               const ParserExample& example, std::span<const std::uint32_t> counts,
               const ParserTrainerOptions& options, bool explore, Random& random);

    Parts& gradients() { return m_gradients; }
    std::vector<std::uint32_t>& touched() { return m_touched; } // rows of FeatureVectors
    void forget(std::uint32_t row) { m_isTouched[row] = 0; }
    double loss = 0;
    std::size_t transitions = 0;

private:
    void hideSome(const ParserExample& example, std::span<const std::uint32_t> counts,
                  const ParserTrainerOptions& options, Random& random);
    Relation learnRelation(const ParserNetwork& network, const TurnedWeights& turned,
                           ArcHybrid::Position head, Relation gold, bool isGoldHead);
    void learnTransition(const ParserNetwork& network, const ActionContext& context,
                         const std::array<float, transitionCount>& slopes);
    void goBack(const TurnedWeights& turned, const ParserExample& example);
    void backThroughWords(NetworkPart which, std::size_t places, std::size_t hidden,
                          const std::vector<float>& turned, const std::vector<float>& slopes);

    Parts m_gradients;
    std::vector<char> m_isTouched;
    std::vector<std::uint32_t> m_touched;
    EncodedSentence m_sentence;
    std::vector<std::uint32_t> m_rows;
    std::vector<float> m_mask;
    std::vector<float> m_actionSlopes, m_relationSlopes; // of the words' places
    std::vector<float> m_slopes, m_below, m_columns;     // of a layer; scratch
    ArcHybrid m_state;
    ActionScores m_actions;
    RelationScores m_relations;
};

void Lane::hideSome(const ParserExample& example, std::span<const std::uint32_t> counts,
                    const ParserTrainerOptions& options, Random& random) {
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

Relation Lane::learnRelation(const ParserNetwork& network, const TurnedWeights& turned,
                             ArcHybrid::Position head, Relation gold, bool isGoldHead) {
    const RelationContext context = relationContext(m_state, head, m_state.dependent());
    scoreRelations(network, m_sentence, context, m_relations);
    const Relation best = bestRelation(m_relations);
    if (!isGoldHead) return best;
    std::array<float, size::relations> slopes{};
    const float top =
        *std::max_element(m_relations.scores.begin(), m_relations.scores.begin() + relationCount);
    float sum = 0;
    for (std::size_t r = 0; r < relationCount; ++r)
        sum += slopes[r] = expOf(m_relations.scores[r] - top);
    for (std::size_t r = 0; r < relationCount; ++r)
        slopes[r] /= sum;
    const auto right = static_cast<std::size_t>(gold);
    loss -= std::log(std::max(slopes[right], 1e-9f));
    slopes[right] -= 1;

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
    return gold;
}

void Lane::learnTransition(const ParserNetwork& network, const ActionContext& context,
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
void Lane::backThroughWords(NetworkPart which, std::size_t places, std::size_t hidden,
                            const std::vector<float>& turned, const std::vector<float>& slopes) {
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

void Lane::goBack(const TurnedWeights& turned, const ParserExample& example) {
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

void Lane::learn(const ParserNetwork& network, const TurnedWeights& turned,
                 const ParserExample& example, std::span<const std::uint32_t> counts,
                 const ParserTrainerOptions& options, bool explore, Random& random) {
    hideSome(example, counts, options, random);
    embedWords(network, m_rows, example.ends, m_sentence);
    for (std::size_t i = 0; i < m_mask.size(); ++i)
        m_sentence.layers[0][i] *= m_mask[i];
    encodeWords(network, m_sentence);
    m_actionSlopes.assign(m_sentence.actionWords.size(), 0);
    m_relationSlopes.assign(m_sentence.relationWords.size(), 0);

    m_state.start(static_cast<std::uint32_t>(example.ends.size()));
    while (!m_state.isDone()) {
        const ActionContext context = actionContext(m_state);
        scoreActions(network, m_sentence, context, m_actions);
        const auto costs = m_state.costs(example.heads);
        const std::uint32_t least = *std::min_element(costs.begin(), costs.end());
        const Transition best = bestTransition(m_state, m_actions);
        Transition right = best; // the best of those that lose least
        if (costs[static_cast<std::size_t>(best)] != least)
            for (std::size_t t = 0, found = 0; t < transitionCount; ++t)
                if (costs[t] == least &&
                    (found++ == 0 ||
                     m_actions.scores[t] > m_actions.scores[static_cast<std::size_t>(right)]))
                    right = static_cast<Transition>(t);
        std::array<float, transitionCount> slopes{};
        float sum = 0, sumRight = 0;
        for (std::size_t t = 0; t < transitionCount; ++t) {
            if (costs[t] == ArcHybrid::forbidden) continue;
            slopes[t] =
                expOf(m_actions.scores[t] - m_actions.scores[static_cast<std::size_t>(best)]);
            sum += slopes[t];
            if (costs[t] == least) sumRight += slopes[t];
        }
        for (std::size_t t = 0; t < transitionCount; ++t) {
            const float share = slopes[t];
            slopes[t] = share / sum;
            if (costs[t] == least && sumRight > 0) slopes[t] -= share / sumRight;
        }
        loss -= std::log(std::max(sumRight / sum, 1e-9f));
        ++transitions;
        learnTransition(network, context, slopes);

        Transition next = best;
        if (best != right) {
            if (!explore || uniform(random) >= exploring) next = right;
        } else if (explore && uniform(random) < straying) {
            const auto other = static_cast<Transition>(random() % transitionCount);
            if (m_state.allows(other)) next = other;
        }
        if (next == Transition::Shift || m_state.headBy(next) == m_state.rootHead()) {
            m_state.apply(next);
            continue;
        }
        const ArcHybrid::Position head = m_state.headBy(next), dependent = m_state.dependent();
        m_state.apply(next, learnRelation(network, turned, head, example.relations[dependent],
                                          example.heads[dependent] == head));
    }
    goBack(turned, example);
}

// Adam's step for some weights; `m` and `v` are its moments.
class Adam {
public:
    explicit Adam(const Parts& parts) {
        for (std::size_t p = 0; p < networkPartCount; ++p) {
            m_first[p].assign(parts[p].size(), 0);
            m_second[p].assign(parts[p].size(), 0);
        }
    }
    void beginStep(float rate) {
        m_decayed1 *= decay1;
        m_decayed2 *= decay2;
        m_rate = rate * static_cast<float>(std::sqrt(1 - m_decayed2) / (1 - m_decayed1));
    }
    void change(Parts& parts, std::size_t part, std::size_t i, float gradient) {
        float &m = m_first[part][i], &v = m_second[part][i];
        m = static_cast<float>(decay1) * m + static_cast<float>(1 - decay1) * gradient;
        v = static_cast<float>(decay2) * v + static_cast<float>(1 - decay2) * gradient * gradient;
        parts[part][i] -= m_rate * m / (std::sqrt(v) + 1e-6f);
    }

private:
    static constexpr double decay1 = 0.9, decay2 = 0.999;
    Parts m_first, m_second;
    double m_decayed1 = 1, m_decayed2 = 1;
    float m_rate = 0;
};

// Sums the lanes' gradients, changes the weights and leaves the gradients at 0.
void changeWeights(Parts& weights, Adam& adam, std::vector<Lane>& all, float scale,
                   Workers& workers) {
    constexpr auto vectors = static_cast<std::size_t>(NetworkPart::FeatureVectors);
    std::vector<std::uint32_t> touched;
    for (Lane& lane : all) {
        for (const std::uint32_t row : lane.touched()) {
            lane.forget(row);
            touched.push_back(row);
        }
        lane.touched().clear();
    }
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    const auto changeAt = [&](std::size_t part, std::size_t i) {
        float sum = 0;
        for (Lane& lane : all) {
            float& gradient = lane.gradients()[part][i];
            sum += gradient;
            gradient = 0;
        }
        adam.change(weights, part, i, sum * scale);
    };
    workers.run([&](unsigned worker) {
        const auto share = [&](std::size_t count, unsigned w) {
            return count * w / workers.size();
        };
        for (std::size_t k = share(touched.size(), worker); k < share(touched.size(), worker + 1);
             ++k)
            for (std::size_t c = 0; c < size::vector; ++c)
                changeAt(vectors, touched[k] * size::vector + c);
        for (std::size_t part = 0; part < networkPartCount; ++part) {
            if (part == vectors) continue;
            const std::size_t count = weights[part].size();
            for (std::size_t i = share(count, worker); i < share(count, worker + 1); ++i)
                changeAt(part, i);
        }
    });
}

} // namespace

void makeProjective(std::vector<ArcHybrid::Position>& heads) {
    const auto size = static_cast<std::uint32_t>(heads.size() - 2);
    const auto isUnder = [&](std::uint32_t word, std::uint32_t head) {
        for (std::uint32_t steps = 0; word != head; ++steps) {
            if (word == size + 1 || steps > size) return false;
            word = heads[word];
        }
        return true;
    };
    for (;;) {
        std::uint32_t shortest = 0, length = size + 2;
        for (std::uint32_t word = 1; word <= size; ++word) {
            const std::uint32_t head = heads[word];
            if (head == size + 1) continue;
            const auto [from, to] = std::minmax(word, head);
            bool crosses = false;
            for (std::uint32_t k = from + 1; k < to && !crosses; ++k)
                crosses = !isUnder(k, head);
            if (crosses && to - from < length) {
                shortest = word;
                length = to - from;
            }
        }
        if (shortest == 0) return;
        heads[shortest] = heads[heads[shortest]];
    }
}

ParserNetwork TrainedParser::network() const {
    ParserNetwork out;
    for (std::size_t p = 0; p < networkPartCount; ++p)
        out.parts[p] = parts[p];
    return out;
}

AttachmentScores attachmentScores(const ParserNetwork& network,
                                  std::span<const ParserExample> examples) {
    std::size_t tokens = 0, heads = 0, labelled = 0;
    EncodedSentence encoded;
    ArcHybrid state;
    for (const ParserExample& example : examples) {
        embedWords(network, example.rows, example.ends, encoded);
        encodeWords(network, encoded);
        parseGreedily(network, encoded, state);
        for (std::uint32_t p = 1; p <= state.size(); ++p) {
            ++tokens;
            if (state.word(p).head != example.heads[p]) continue;
            ++heads;
            labelled +=
                universal(state.word(p).relation) == universal(example.relations[p]) ? 1 : 0;
        }
    }
    const auto percent = [&](std::size_t count) {
        return 100.0 * static_cast<double>(count) /
               static_cast<double>(std::max<std::size_t>(tokens, 1));
    };
    return {percent(heads), percent(labelled)};
}

TrainedParser trainParser(std::span<const ParserExample> train, std::span<const ParserExample> dev,
                          std::span<const std::uint32_t> counts,
                          const ParserTrainerOptions& options,
                          const std::function<void(const ParserEpoch&)>& report) {
    Random random(options.seed);
    TrainedParser out;
    for (std::size_t p = 0; p < networkPartCount; ++p) {
        const NetworkShape shape = shapeOf(static_cast<NetworkPart>(p), counts.size());
        out.parts[p].resize(shape.rows * shape.columns);
        const float width = spread(static_cast<NetworkPart>(p));
        for (float& weight : out.parts[p])
            weight = width * static_cast<float>(2 * uniform(random) - 1);
    }
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < train.size(); ++i)
        if (train[i].ends.size() <= longest) order.push_back(i);
    const std::size_t batches = (order.size() + options.batch - 1) / options.batch;
    const double steps = static_cast<double>(batches) * options.epochs;
    double step = 0;

    Adam adam(out.parts);
    std::vector<Lane> all(lanes, Lane(counts.size()));
    TurnedWeights turned;
    Workers workers(std::max(1U, std::min(options.threads, static_cast<unsigned>(lanes))));
    for (int epoch = 1; epoch <= options.epochs; ++epoch) {
        const auto begun = std::chrono::steady_clock::now();
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[random() % i]);
        for (Lane& lane : all)
            lane.loss = 0, lane.transitions = 0;
        for (std::size_t b = 0; b < batches; ++b) {
            const std::size_t begin = b * options.batch,
                              end = std::min(order.size(), begin + options.batch);
            turned.take(out.parts);
            const ParserNetwork network = out.network();
            const std::uint64_t batchSeed = random();
            workers.run([&](unsigned worker) {
                for (std::size_t lane = worker; lane < lanes; lane += workers.size())
                    for (std::size_t i = begin + lane; i < end; i += lanes) {
                        Random own(batchSeed + i);
                        all[lane].learn(network, turned, train[order[i]], counts, options,
                                        epoch >= firstExploring, own);
                    }
            });
            const double left = std::max(0.02, 1 - ++step / steps);
            adam.beginStep(options.rate * static_cast<float>(left));
            changeWeights(out.parts, adam, all, 1 / static_cast<float>(options.batch), workers);
        }
        double loss = 0;
        std::size_t transitions = 0;
        for (const Lane& lane : all) {
            loss += lane.loss;
            transitions += lane.transitions;
        }
        report({epoch, loss / static_cast<double>(std::max<std::size_t>(transitions, 1)),
                attachmentScores(out.network(), dev),
                std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count()});
    }
    return out;
}

} // namespace quoth::training
