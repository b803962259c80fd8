#include "core/training/parser_trainer.h"

#include "core/syntax/dependency_parser.h"
#include "core/training/parser_gradients.h"
#include "core/training/workers.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace quoth::training {
namespace {

namespace size = network_size;
using Random = ParserRandom;
using Parts = NetworkWeights;

constexpr std::size_t lanes = 4;     // parts of a batch whose gradients are summed apart
constexpr std::size_t longest = 200; // words of a sentence to learn from
constexpr int firstExploring = 2;    // the epoch from which the parser's own errors are followed
constexpr std::size_t averagedEvery = 50; // batches

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

// Means of the weights over some of the steps.
class MeanWeights {
public:
    void add(const Parts& parts) {
        ++m_count;
        for (std::size_t p = 0; p < networkPartCount; ++p) {
            m_sums[p].resize(parts[p].size());
            for (std::size_t i = 0; i < parts[p].size(); ++i)
                m_sums[p][i] += static_cast<double>(parts[p][i]);
        }
    }
    bool empty() const { return m_count == 0; }
    void write(Parts& parts) const {
        for (std::size_t p = 0; p < networkPartCount; ++p)
            for (std::size_t i = 0; i < parts[p].size(); ++i)
                parts[p][i] = static_cast<float>(m_sums[p][i] / m_count);
    }

private:
    std::array<std::vector<double>, networkPartCount> m_sums;
    int m_count = 0;
};

// Sums the lanes' gradients, cuts the sum to `longestStep` in length (Pascanu et al., "On the
// difficulty of training recurrent neural networks", 2013), changes the weights and leaves the
// gradients at 0.
void changeWeights(Parts& weights, Adam& adam, std::vector<ParserGradients>& all, float scale,
                   Workers& workers) {
    constexpr float longestStep = 5;
    constexpr std::size_t shares = lanes; // whatever the number of workers: sums are the same
    constexpr auto vectors = static_cast<std::size_t>(NetworkPart::FeatureVectors);
    std::vector<std::uint32_t> touched;
    for (ParserGradients& lane : all) {
        for (const std::uint32_t row : lane.touched()) {
            lane.forget(row);
            touched.push_back(row);
        }
        lane.touched().clear();
    }
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    const auto eachWeight = [&](std::size_t share, auto visit) {
        const auto from = [&](std::size_t count, std::size_t s) { return count * s / shares; };
        for (std::size_t k = from(touched.size(), share); k < from(touched.size(), share + 1); ++k)
            for (std::size_t c = 0; c < size::vector; ++c)
                visit(vectors, touched[k] * size::vector + c);
        for (std::size_t part = 0; part < networkPartCount; ++part) {
            if (part == vectors) continue;
            const std::size_t count = weights[part].size();
            for (std::size_t i = from(count, share); i < from(count, share + 1); ++i)
                visit(part, i);
        }
    };
    Parts& sums = all.front().gradients();
    std::array<double, shares> squares{};
    workers.run([&](unsigned worker) {
        for (std::size_t share = worker; share < shares; share += workers.size())
            eachWeight(share, [&](std::size_t part, std::size_t i) {
                float sum = 0;
                for (ParserGradients& lane : all) {
                    float& gradient = lane.gradients()[part][i];
                    sum += gradient;
                    gradient = 0;
                }
                sum *= scale;
                sums[part][i] = sum;
                squares[share] += static_cast<double>(sum) * static_cast<double>(sum);
            });
    });
    double square = 0;
    for (const double part : squares)
        square += part;
    const auto length = static_cast<float>(std::sqrt(square));
    const float cut = length > longestStep ? longestStep / length : 1;
    workers.run([&](unsigned worker) {
        for (std::size_t share = worker; share < shares; share += workers.size())
            eachWeight(share, [&](std::size_t part, std::size_t i) {
                adam.change(weights, part, i, sums[part][i] * cut);
                sums[part][i] = 0;
            });
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
                          std::span<const std::uint32_t> counts, const ParserTeachers* teachers,
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
    std::vector<std::size_t> treed, others, order;
    for (std::size_t i = 0; i < train.size(); ++i)
        if (train[i].ends.size() <= longest) (train[i].hasTree() ? treed : others).push_back(i);
    const std::size_t othersInEpoch =
        treed.empty() ? others.size() : std::min(treed.size(), others.size());
    std::size_t nextOther = 0;
    const std::size_t batches = (treed.size() + othersInEpoch + options.batch - 1) / options.batch;
    const double steps = static_cast<double>(batches) * options.epochs;
    double step = 0;

    Adam adam(out.parts);
    MeanWeights means;
    std::vector<ParserGradients> all(lanes, ParserGradients(counts.size()));
    TurnedWeights turned;
    Workers workers(std::max(1U, std::min(options.threads, static_cast<unsigned>(lanes))));
    for (int epoch = 1; epoch <= options.epochs; ++epoch) {
        const auto begun = std::chrono::steady_clock::now();
        order = treed;
        for (std::size_t k = 0; k < othersInEpoch; ++k)
            order.push_back(others[nextOther++ % others.size()]);
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[random() % i]);
        for (ParserGradients& lane : all)
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
                        all[lane].learn(network, turned, train[order[i]], teachers, counts, options,
                                        epoch >= firstExploring, own);
                    }
            });
            const double left = std::max(0.02, 1 - ++step / steps);
            adam.beginStep(options.rate * static_cast<float>(left));
            changeWeights(out.parts, adam, all, 1 / static_cast<float>(options.batch), workers);
            if (step > steps * (1 - options.averaged) && b % averagedEvery == 0)
                means.add(out.parts);
        }
        if (epoch == options.epochs && !means.empty()) means.write(out.parts);
        double loss = 0;
        std::size_t transitions = 0;
        for (const ParserGradients& lane : all) {
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
