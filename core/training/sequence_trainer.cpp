#include "core/training/sequence_trainer.h"

#include "core/training/workers.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>

namespace quoth::training {
namespace {

constexpr std::uint32_t noRow = 0xFFFFFFFF;

// A small generator of its own, so that shuffles are the same with every standard library.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t below(std::uint64_t limit) { return next() % limit; }

private:
    std::uint64_t next() { // SplitMix64 (Steele et al., 2014)
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    std::uint64_t m_state;
};

// Open addressing from features to rows.
class FeatureIndex {
public:
    explicit FeatureIndex(std::size_t expected) {
        std::size_t size = 1024;
        while (size < 2 * expected)
            size *= 2;
        m_keys.resize(size);
        m_rows.assign(size, noRow);
    }
    std::uint32_t& operator[](Feature feature) {
        std::size_t at = slot(feature);
        if (m_rows[at] == noRow && ++m_count * 2 > m_rows.size()) {
            grow();
            at = slot(feature);
        }
        m_keys[at] = feature;
        return m_rows[at];
    }
    std::uint32_t find(Feature feature) const { return m_rows[slot(feature)]; }

private:
    std::size_t slot(Feature feature) const {
        const std::size_t mask = m_rows.size() - 1;
        std::size_t at = (feature * 0x9E3779B1u) & mask;
        while (m_rows[at] != noRow && m_keys[at] != feature)
            at = (at + 1) & mask;
        return at;
    }
    void grow() {
        std::vector<Feature> keys(m_keys.size() * 2);
        std::vector<std::uint32_t> rows(m_rows.size() * 2, noRow);
        keys.swap(m_keys);
        rows.swap(m_rows);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i] == noRow) continue;
            const std::size_t at = slot(keys[i]);
            m_keys[at] = keys[i];
            m_rows[at] = rows[i];
        }
    }
    std::vector<Feature> m_keys;
    std::vector<std::uint32_t> m_rows;
    std::size_t m_count = 0;
};

// A sequence with its features as rows of the weights.
struct Example {
    std::vector<std::uint32_t> rows;
    std::vector<std::uint32_t> ends; // of each position's rows
    std::span<const Label> labels;
    float weight = 1;
    std::uint64_t seed = 0; // of what is hidden in this pass

    std::span<const std::uint32_t> at(std::size_t i) const {
        const std::size_t begin = i == 0 ? 0 : ends[i - 1];
        return std::span(rows).subspan(begin, ends[i] - begin);
    }
};

struct Prepared {
    std::vector<Example> examples;
    std::vector<Feature> features;
    std::vector<std::uint32_t> counts; // how often each feature occurs
    std::size_t collisions = 0;
};

Prepared prepare(std::span<const LabelledSequence> train, std::uint32_t minCount) {
    Prepared out;
    FeatureIndex index(1u << 20);
    std::vector<std::uint32_t> counts;
    std::vector<Feature> seen;
    std::vector<std::uint16_t> templates; // of each feature where it is first seen
    for (const LabelledSequence& sequence : train)
        for (std::size_t i = 0; i < sequence.rows.size(); ++i) {
            const auto features = sequence.rows.row(i);
            const auto names = sequence.rows.templates(i);
            for (std::size_t f = 0; f < features.size(); ++f) {
                const std::uint16_t name = names.empty() ? 0 : names[f];
                std::uint32_t& row = index[features[f]];
                if (row == noRow) {
                    row = static_cast<std::uint32_t>(counts.size());
                    counts.push_back(0);
                    seen.push_back(features[f]);
                    templates.push_back(name);
                }
                ++counts[row];
                out.collisions += templates[row] != name ? 1 : 0;
            }
        }
    std::vector<std::uint32_t> kept(counts.size(), noRow);
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] >= minCount) {
            kept[i] = static_cast<std::uint32_t>(out.features.size());
            out.features.push_back(seen[i]);
            out.counts.push_back(counts[i]);
        }
    for (const LabelledSequence& sequence : train) {
        Example example;
        example.labels = sequence.labels;
        example.weight = sequence.weight;
        for (std::size_t i = 0; i < sequence.rows.size(); ++i) {
            for (const Feature feature : sequence.rows.row(i))
                if (const std::uint32_t row = kept[index.find(feature)]; row != noRow)
                    example.rows.push_back(row);
            example.ends.push_back(static_cast<std::uint32_t>(example.rows.size()));
        }
        out.examples.push_back(std::move(example));
    }
    return out;
}

class Trainer {
public:
    Trainer(Prepared& data, std::size_t labels, const TrainerOptions& options)
        : m_data(data), m_options(options), m_labels(labels), m_chain(labels),
          m_weights(data.features.size() * labels), m_squares(m_weights.size()),
          m_chainSquares(labels), m_workers(std::max(options.threads, 1u)) {}

    // One pass over the data in a new order; gives the mean loss per position.
    double pass(Random& random) {
        std::vector<std::uint32_t> order(m_data.examples.size());
        std::iota(order.begin(), order.end(), 0u);
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[random.below(i)]);
        for (Example& example : m_data.examples)
            example.seed = random.below(~std::uint64_t{0});
        double loss = 0;
        std::size_t positions = 0;
        for (std::size_t begin = 0; begin < order.size(); begin += m_options.batch) {
            const std::size_t size = std::min(m_options.batch, order.size() - begin);
            m_gradients.resize(std::max(m_gradients.size(), size));
            m_workers.run([&](unsigned worker) {
                Buffers& buffers = m_buffers[worker % m_buffers.size()];
                for (std::size_t k = worker; k < size; k += m_workers.size())
                    gradient(m_data.examples[order[begin + k]], buffers, m_gradients[k]);
            });
            m_workers.run([&](unsigned worker) {
                for (std::size_t k = 0; k < size; ++k)
                    change(m_data.examples[order[begin + k]], m_gradients[k], worker);
            });
            for (std::size_t k = 0; k < size; ++k) {
                changeChain(m_gradients[k]);
                loss += m_gradients[k].loss;
                positions += m_data.examples[order[begin + k]].labels.size();
            }
        }
        return loss / static_cast<double>(std::max<std::size_t>(positions, 1));
    }

    // The weights so far. Features in the order of the data.
    TrainedChain result(const std::vector<std::string>& labels) const {
        TrainedChain out;
        out.labels = labels;
        out.features = m_data.features;
        out.weights = m_weights;
        out.chain = m_chain;
        for (float& weight : out.weights)
            weight *= 1 - m_options.dropout;
        return out;
    }

private:
    struct Buffers {
        std::vector<float> emissions;
    };
    // Of the loss: expected less observed.
    struct Gradient {
        std::vector<float> emissions; // positions by labels
        ChainScores chain;
        double loss = 0;
    };

    void gradient(const Example& example, Buffers& buffers, Gradient& out) const {
        const std::size_t n = example.labels.size();
        buffers.emissions.assign(n * m_labels, 0.0f);
        for (std::size_t i = 0; i < n; ++i) {
            float* sums = buffers.emissions.data() + i * m_labels;
            for (const std::uint32_t row : example.at(i)) {
                if (isHidden(example, i, row)) continue;
                const float* weights = m_weights.data() + row * m_labels;
                for (std::size_t l = 0; l < m_labels; ++l)
                    sums[l] += weights[l];
            }
        }
        out.chain = ChainScores(m_labels);
        ForwardBackward chain(m_chain);
        chain.run(buffers.emissions);
        out.emissions.resize(n * m_labels);
        if (n == 0) return;
        double gold = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const auto p = chain.marginals(i);
            std::copy(p.begin(), p.end(),
                      out.emissions.begin() + static_cast<std::ptrdiff_t>(i * m_labels));
            out.emissions[i * m_labels + example.labels[i]] -= 1;
            gold += static_cast<double>(buffers.emissions[i * m_labels + example.labels[i]]);
            if (i > 0) {
                gold += static_cast<double>(m_chain.at(example.labels[i - 1], example.labels[i]));
                out.chain.at(example.labels[i - 1], example.labels[i]) -= 1;
            }
        }
        chain.addExpectedSteps(out.chain.step);
        for (std::size_t l = 0; l < m_labels; ++l) {
            out.chain.first[l] = chain.marginals(0)[l];
            out.chain.last[l] = chain.marginals(n - 1)[l];
        }
        out.chain.first[example.labels.front()] -= 1;
        out.chain.last[example.labels.back()] -= 1;
        gold += static_cast<double>(m_chain.first[example.labels.front()] +
                                    m_chain.last[example.labels.back()]);
        out.loss = static_cast<double>(example.weight) * (chain.logPartition() - gold);
        if (example.weight == 1) return;
        const auto scale = [&](std::vector<float>& values) {
            for (float& value : values)
                value *= example.weight;
        };
        scale(out.emissions);
        scale(out.chain.first);
        scale(out.chain.last);
        scale(out.chain.step);
    }

    bool isHidden(const Example& example, std::size_t position, std::uint32_t row) const {
        if (m_options.dropout <= 0) return false;
        const std::uint64_t hash = mixHash(example.seed + position, row);
        return static_cast<float>(hash >> 40) < m_options.dropout * 16777216.0f;
    }

    // AdaGrad's step for one weight.
    void move(float& weight, float& square, float gradient, float l2) const {
        gradient += l2 * weight;
        square += gradient * gradient;
        weight -= m_options.rate * gradient / (std::sqrt(square) + 1e-3f);
    }

    // Changes the rows that are this worker's.
    void change(const Example& example, const Gradient& gradient, unsigned worker) {
        constexpr float least = 1e-4f;
        const unsigned workers = m_workers.size();
        std::vector<std::pair<std::size_t, float>>& some = m_buffers[worker].some;
        for (std::size_t i = 0; i < example.labels.size(); ++i) {
            some.clear();
            const float* row = gradient.emissions.data() + i * m_labels;
            for (std::size_t l = 0; l < m_labels; ++l)
                if (row[l] > least || row[l] < -least) some.emplace_back(l, row[l]);
            if (some.empty()) continue;
            for (const std::uint32_t feature : example.at(i)) {
                if (feature % workers != worker || isHidden(example, i, feature)) continue;
                const std::size_t at = feature * m_labels;
                const float l2 = m_options.l2 / static_cast<float>(m_data.counts[feature]);
                for (const auto& [label, value] : some)
                    move(m_weights[at + label], m_squares[at + label], value, l2);
            }
        }
    }

    void changeChain(const Gradient& gradient) {
        const auto changeAll = [this](std::vector<float>& weights, std::vector<float>& squares,
                                      const std::vector<float>& gradients) {
            for (std::size_t i = 0; i < weights.size(); ++i)
                if (gradients[i] != 0) move(weights[i], squares[i], gradients[i], 0);
        };
        changeAll(m_chain.first, m_chainSquares.first, gradient.chain.first);
        changeAll(m_chain.last, m_chainSquares.last, gradient.chain.last);
        changeAll(m_chain.step, m_chainSquares.step, gradient.chain.step);
    }

    struct WorkerBuffers : Buffers {
        std::vector<std::pair<std::size_t, float>> some;
    };

    Prepared& m_data;
    const TrainerOptions& m_options;
    std::size_t m_labels;
    ChainScores m_chain;
    std::vector<float> m_weights, m_squares;
    ChainScores m_chainSquares;
    Workers m_workers;
    std::vector<WorkerBuffers> m_buffers = std::vector<WorkerBuffers>(m_workers.size());
    std::vector<Gradient> m_gradients;
};

} // namespace

void TrainedChain::index() {
    std::size_t size = 16;
    while (size < 2 * features.size())
        size *= 2;
    m_slots.assign(size, noRow);
    for (std::size_t i = 0; i < features.size(); ++i) {
        std::size_t at = (features[i] * 0x9E3779B1u) & (size - 1);
        while (m_slots[at] != noRow)
            at = (at + 1) & (size - 1);
        m_slots[at] = static_cast<std::uint32_t>(i);
    }
}

std::uint32_t TrainedChain::rowOf(Feature feature) const {
    std::size_t at = (feature * 0x9E3779B1u) & (m_slots.size() - 1);
    while (m_slots[at] != noRow && features[m_slots[at]] != feature)
        at = (at + 1) & (m_slots.size() - 1);
    return m_slots[at];
}

void TrainedChain::score(const FeatureRows& rows, std::vector<float>& emissions) const {
    const std::size_t n = labels.size();
    emissions.assign(rows.size() * n, 0.0f);
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (const Feature feature : rows.row(i)) {
            const std::uint32_t row = rowOf(feature);
            if (row == noRow) continue;
            for (std::size_t l = 0; l < n; ++l)
                emissions[i * n + l] += weights[row * n + l];
        }
}

std::vector<Label> TrainedChain::decode(const FeatureRows& rows) const {
    std::vector<float> emissions;
    score(rows, emissions);
    BestPath path(chain);
    const auto found = path.find(emissions);
    return {found.begin(), found.end()};
}

namespace {

// The most frequent features first.
void orderByCount(TrainedChain& chain, const std::vector<std::uint32_t>& counts) {
    const std::vector<Feature> features = std::move(chain.features);
    const std::vector<float> weights = std::move(chain.weights);
    std::vector<std::uint32_t> order(features.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : features[a] < features[b];
    });
    chain.features.clear();
    chain.weights.clear();
    chain.weights.reserve(weights.size());
    const std::size_t labels = chain.labels.size();
    for (const std::uint32_t i : order) {
        chain.features.push_back(features[i]);
        const auto row = weights.begin() + static_cast<std::ptrdiff_t>(i * labels);
        chain.weights.insert(chain.weights.end(), row, row + static_cast<std::ptrdiff_t>(labels));
    }
}

// The mean of weights over the same features.
class Average {
public:
    void add(TrainedChain chain) {
        if (++m_count == 1) {
            m_mean = std::move(chain);
            return;
        }
        move(m_mean.weights, chain.weights);
        move(m_mean.chain.first, chain.chain.first);
        move(m_mean.chain.last, chain.chain.last);
        move(m_mean.chain.step, chain.chain.step);
    }
    const TrainedChain& mean() const { return m_mean; }

private:
    void move(std::vector<float>& mean, const std::vector<float>& values) const {
        for (std::size_t i = 0; i < mean.size(); ++i)
            mean[i] += (values[i] - mean[i]) / static_cast<float>(m_count);
    }
    TrainedChain m_mean;
    int m_count = 0;
};

} // namespace

TrainedChain trainChain(std::span<const LabelledSequence> train,
                        std::span<const LabelledSequence> dev, std::vector<std::string> labels,
                        const TrainerOptions& options, const DevScore& devScore,
                        const EpochReporter& report) {
    Prepared data = prepare(train, options.minCount);
    Trainer trainer(data, labels.size(), options);
    Random random(options.seed);
    const bool asksDev = !dev.empty() && devScore;
    const bool takesBest = options.averaged == 0 && asksDev;
    const int firstTaken = takesBest ? 1 : options.epochs - std::max(options.averaged, 1) + 1;
    TrainedChain best;
    Average average;
    double bestScore = -1;
    int since = 0;
    for (int epoch = 1; epoch <= options.epochs; ++epoch) {
        const auto start = std::chrono::steady_clock::now();
        const double loss = trainer.pass(random);
        double score = 0;
        if (epoch >= firstTaken) {
            TrainedChain now = trainer.result(labels);
            if (!takesBest) {
                average.add(std::move(now));
                now = average.mean();
            }
            if (asksDev) {
                now.index();
                std::vector<std::vector<Label>> found;
                for (const LabelledSequence& sequence : dev)
                    found.push_back(now.decode(sequence.rows));
                score = devScore(found);
            }
            ++since;
            if (!takesBest || score > bestScore) {
                bestScore = score;
                best = std::move(now);
                since = 0;
            }
        }
        if (report) {
            const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
            report({epoch, loss, score, taken.count(), data.features.size()});
        }
        if (since >= options.patience) break;
    }
    orderByCount(best, data.counts);
    best.index();
    best.collisions = data.collisions;
    return best;
}

std::vector<std::vector<Label>> jackknife(std::span<const LabelledSequence> train,
                                          std::span<const std::uint32_t> foldOf,
                                          std::uint32_t folds, std::vector<std::string> labels,
                                          const TrainerOptions& options,
                                          const std::function<void(std::uint32_t)>& progress) {
    std::vector<std::vector<Label>> found(train.size());
    for (std::uint32_t fold = 0; fold < folds; ++fold) {
        std::vector<LabelledSequence> others;
        for (std::size_t i = 0; i < train.size(); ++i)
            if (foldOf[i] != fold) others.push_back(train[i]);
        const TrainedChain model = trainChain(others, {}, labels, options);
        for (std::size_t i = 0; i < train.size(); ++i)
            if (foldOf[i] == fold) found[i] = model.decode(train[i].rows);
        if (progress) progress(fold);
    }
    return found;
}

} // namespace quoth::training
