// Exact inference in a linear chain (Lafferty, McCallum and Pereira, "Conditional random fields",
// 2001): scores of labels at positions and of neighbouring labels in, the best sequence or
// probabilities out. Where the scores come from does not matter here.
//
// Emissions are a row-major matrix of positions by labels; all scores are logarithms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace quoth {

using Label = std::uint8_t; // index of a label; at most 255 labels

struct ChainScores {
    explicit ChainScores(std::size_t labels = 0)
        : first(labels), last(labels), step(labels * labels) {}

    std::size_t labels() const { return first.size(); }
    float& at(std::size_t left, std::size_t right) { return step[left * labels() + right]; }
    float at(std::size_t left, std::size_t right) const { return step[left * labels() + right]; }

    std::vector<float> first, last; // of a label at the sequence's start, its end
    std::vector<float> step;        // of `right` after `left`, at left * labels + right
};

constexpr float impossible = -1e6f; // a score that rules a label or step out

// Viterbi's best sequence; empty for no positions. Ties go to the lower label. Labels that cannot
// be on it, whatever their neighbours, are left out beforehand, which changes nothing but the time.
class BestPath {
public:
    explicit BestPath(const ChainScores& chain); // which must outlive it
    // The result is valid until the next call.
    std::span<const Label> find(std::span<const float> emissions);

private:
    struct Node {
        Label label;
        std::uint32_t from; // node before it on the best path to it
        float score;
    };
    void addCandidates(std::span<const float> emissions);

    const ChainScores& m_chain;
    std::vector<float> m_most, m_least; // that the steps into and out of each label add
    std::vector<Node> m_nodes;
    std::vector<Label> m_path;
};

// Forward and backward passes over a sequence; buffers are reused from one to the next.
// Probabilities are the same to the bit on every machine with IEEE arithmetic: they rest on
// expOf(). logPartition() takes std::log, whose last bit may differ from library to library.
class ForwardBackward {
public:
    explicit ForwardBackward(const ChainScores& chain); // which must outlive it
    void run(std::span<const float> emissions);

    // P(label at `position`), a row of labels.
    std::span<const float> marginals(std::size_t position) const {
        return std::span(m_marginals).subspan(position * m_labels, m_labels);
    }
    // P(these labels from `begin` on): how sure a segment is.
    float probability(std::size_t begin, std::span<const Label> labels) const;
    // log of the sum over all sequences of exp(score).
    double logPartition() const { return m_logPartition; }
    // Adds the expected number of steps from `left` to `right` to `step` (labels by labels).
    void addExpectedSteps(std::span<float> step) const;

private:
    const ChainScores& m_chain;
    std::size_t m_labels, m_size = 0;
    std::vector<float> m_step, m_turned; // exp(step), and transposed
    std::vector<float> m_emission, m_forward, m_backward, m_scale, m_marginals;
    double m_logPartition = 0;
};

// e to the x within 2 units in the last place of float, by arithmetic alone; 0 below -87.
float expOf(float x);

} // namespace quoth
