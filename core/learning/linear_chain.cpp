#include "core/learning/linear_chain.h"

#include "core/learning/exponential.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace quoth {

namespace {

// Without branches, so that a loop over it takes several values at once.
float exponential(float x) {
    const float y = std::clamp(x, -87.0f, 88.0f);
    // y = n ln 2 + r with |r| <= ln 2 / 2, ln 2 in two parts; then a polynomial for e^r.
    const float turns = y * 1.44269504f + 0.5f;
    auto whole = static_cast<std::int32_t>(turns);
    whole -= static_cast<float>(whole) > turns ? 1 : 0;
    const auto n = static_cast<float>(whole);
    const float r = (y - n * 0.693359375f) + n * 2.12194440e-4f;
    const float p = exponentialNearZero(r);
    const float value = p * std::bit_cast<float>(static_cast<std::uint32_t>(whole + 127) << 23);
    return x < -87.0f ? 0.0f : value;
}

void exponentiate(std::vector<float>& values) {
    for (float& value : values)
        value = exponential(value);
}

} // namespace

float expOf(float x) {
    return exponential(x);
}

BestPath::BestPath(const ChainScores& chain) : m_chain(chain) {
    const std::size_t labels = chain.labels();
    m_most.resize(labels);
    m_least.resize(labels);
    for (std::size_t l = 0; l < labels; ++l) {
        float mostIn = chain.first[l], leastIn = mostIn;
        float mostOut = chain.last[l], leastOut = mostOut;
        for (std::size_t other = 0; other < labels; ++other) {
            mostIn = std::max(mostIn, chain.at(other, l));
            leastIn = std::min(leastIn, chain.at(other, l));
            mostOut = std::max(mostOut, chain.at(l, other));
            leastOut = std::min(leastOut, chain.at(l, other));
        }
        m_most[l] = mostIn + mostOut;
        m_least[l] = leastIn + leastOut;
    }
}

// Labels that can be on the best path: wherever another one stands, it must not be sure to be
// better in every place.
void BestPath::addCandidates(std::span<const float> emissions) {
    const std::size_t labels = emissions.size();
    float sure = emissions[0] + m_least[0];
    for (std::size_t l = 1; l < labels; ++l)
        sure = std::max(sure, emissions[l] + m_least[l]);
    for (std::size_t l = 0; l < labels; ++l)
        if (emissions[l] + m_most[l] >= sure)
            m_nodes.push_back({static_cast<Label>(l), 0, emissions[l]});
}

std::span<const Label> BestPath::find(std::span<const float> emissions) {
    const ChainScores& chain = m_chain;
    const std::size_t labels = chain.labels(), size = labels ? emissions.size() / labels : 0;
    m_path.resize(size);
    if (size == 0) return m_path;
    m_nodes.clear();
    std::size_t before = 0, begin = 0; // nodes of the last position and of this one
    for (std::size_t i = 0; i < size; ++i) {
        before = begin;
        begin = m_nodes.size();
        addCandidates(emissions.subspan(i * labels, labels));
        for (std::size_t n = begin; n < m_nodes.size(); ++n) {
            Node& node = m_nodes[n];
            if (i == 0) {
                node.score += chain.first[node.label];
                continue;
            }
            float best = m_nodes[before].score + chain.at(m_nodes[before].label, node.label);
            node.from = static_cast<std::uint32_t>(before);
            for (std::size_t b = before + 1; b < begin; ++b) {
                const float score = m_nodes[b].score + chain.at(m_nodes[b].label, node.label);
                if (score > best) {
                    best = score;
                    node.from = static_cast<std::uint32_t>(b);
                }
            }
            node.score += best;
        }
    }
    std::size_t best = begin;
    for (std::size_t n = begin; n < m_nodes.size(); ++n)
        if (m_nodes[n].score + chain.last[m_nodes[n].label] >
            m_nodes[best].score + chain.last[m_nodes[best].label])
            best = n;
    for (std::size_t i = size; i-- > 0;) {
        m_path[i] = m_nodes[best].label;
        best = m_nodes[best].from;
    }
    return m_path;
}

ForwardBackward::ForwardBackward(const ChainScores& chain)
    : m_chain(chain), m_labels(chain.labels()), m_step(chain.step), m_turned(m_step.size()) {
    exponentiate(m_step);
    for (std::size_t l = 0; l < m_labels; ++l)
        for (std::size_t r = 0; r < m_labels; ++r)
            m_turned[r * m_labels + l] = m_step[l * m_labels + r];
}

void ForwardBackward::run(std::span<const float> emissions) {
    const std::size_t labels = m_labels;
    m_size = labels ? emissions.size() / labels : 0;
    m_logPartition = 0;
    m_emission.resize(emissions.size());
    m_forward.resize(emissions.size());
    m_backward.resize(emissions.size());
    m_marginals.resize(emissions.size());
    m_scale.resize(m_size);
    if (m_size == 0) return;

    // Each row less its maximum, which the partition takes back.
    for (std::size_t i = 0; i < m_size; ++i) {
        const float* scores = emissions.data() + i * labels;
        const auto score = [&](std::size_t l) {
            return scores[l] + (i == 0 ? m_chain.first[l] : 0) +
                   (i + 1 == m_size ? m_chain.last[l] : 0);
        };
        float top = score(0);
        for (std::size_t l = 1; l < labels; ++l)
            top = std::max(top, score(l));
        for (std::size_t l = 0; l < labels; ++l)
            m_emission[i * labels + l] = score(l) - top;
        m_logPartition += static_cast<double>(top);
    }
    exponentiate(m_emission);
    for (std::size_t i = 0; i < m_size; ++i) {
        float* row = m_forward.data() + i * labels;
        const float* emission = m_emission.data() + i * labels;
        if (i == 0)
            std::copy_n(emission, labels, row);
        else {
            const float* before = row - labels;
            std::fill_n(row, labels, 0.0f);
            for (std::size_t l = 0; l < labels; ++l) {
                const float weight = before[l];
                const float* step = m_step.data() + l * labels;
                for (std::size_t r = 0; r < labels; ++r)
                    row[r] += weight * step[r];
            }
            for (std::size_t r = 0; r < labels; ++r)
                row[r] *= emission[r];
        }
        float sum = 1e-30f;
        for (std::size_t l = 0; l < labels; ++l)
            sum += row[l];
        m_scale[i] = sum;
        m_logPartition += std::log(static_cast<double>(sum));
        const float share = 1 / sum;
        for (std::size_t l = 0; l < labels; ++l)
            row[l] *= share;
    }
    std::fill_n(m_backward.end() - static_cast<std::ptrdiff_t>(labels), labels, 1.0f);
    for (std::size_t i = m_size - 1; i-- > 0;) {
        float* row = m_backward.data() + i * labels;
        const float* after = row + labels;
        const float* emission = m_emission.data() + (i + 1) * labels;
        const float share = 1 / m_scale[i + 1];
        std::fill_n(row, labels, 0.0f);
        for (std::size_t r = 0; r < labels; ++r) {
            const float weight = emission[r] * after[r] * share;
            const float* step = m_turned.data() + r * labels;
            for (std::size_t l = 0; l < labels; ++l)
                row[l] += weight * step[l];
        }
    }
    for (std::size_t i = 0; i < m_marginals.size(); ++i)
        m_marginals[i] = m_forward[i] * m_backward[i];
}

float ForwardBackward::probability(std::size_t begin, std::span<const Label> labels) const {
    if (labels.empty()) return 1;
    float p = m_forward[begin * m_labels + labels[0]];
    for (std::size_t k = 1; k < labels.size(); ++k) {
        const std::size_t i = begin + k;
        p *= m_step[labels[k - 1] * m_labels + labels[k]] * m_emission[i * m_labels + labels[k]] /
             m_scale[i];
    }
    p *= m_backward[(begin + labels.size() - 1) * m_labels + labels.back()];
    return std::clamp(p, 0.0f, 1.0f);
}

void ForwardBackward::addExpectedSteps(std::span<float> step) const {
    std::vector<float> right(m_labels);
    for (std::size_t i = 1; i < m_size; ++i) {
        const float* before = m_forward.data() + (i - 1) * m_labels;
        const float share = 1 / m_scale[i];
        for (std::size_t r = 0; r < m_labels; ++r)
            right[r] = m_emission[i * m_labels + r] * m_backward[i * m_labels + r] * share;
        for (std::size_t l = 0; l < m_labels; ++l) {
            const float weight = before[l];
            for (std::size_t r = 0; r < m_labels; ++r)
                step[l * m_labels + r] += weight * m_step[l * m_labels + r] * right[r];
        }
    }
}

} // namespace quoth
