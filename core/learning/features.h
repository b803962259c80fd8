// Features as integers. A feature is the 32-bit hash of a template's number and of the values that
// fill it; two features with one hash share their weights, which is rare enough to do no harm
// (Weinberger et al., "Feature hashing for large scale multitask learning", 2009). Making features
// allocates nothing once the buffers have grown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace quoth {

using Feature = std::uint32_t;

std::uint64_t hashText(std::string_view text);

constexpr std::uint64_t mixHash(std::uint64_t a, std::uint64_t b) {
    std::uint64_t x = (a ^ (b * 0x9E3779B97F4A7C15u)) + 0x2545F4914F6CDD1Du;
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93u;
    x ^= x >> 29;
    return x;
}

// The feature of template number `name` filled with `values`; their order counts.
template <class... Values>
constexpr Feature makeFeature(std::uint32_t name, Values... values) {
    std::uint64_t hash = name;
    ((hash = mixHash(hash, static_cast<std::uint64_t>(values))), ...);
    return static_cast<Feature>(mixHash(hash, 0x51ED) >> 17);
}

// The features of consecutive positions, such as a sentence's tokens: a list for each, all in one
// buffer.
class FeatureRows {
public:
    void clear() {
        m_features.clear();
        m_ends.clear();
    }
    void add(Feature feature) { m_features.push_back(feature); }
    void endRow() { m_ends.push_back(static_cast<std::uint32_t>(m_features.size())); }

    std::size_t size() const { return m_ends.size(); } // rows ended
    std::span<const Feature> row(std::size_t i) const {
        const std::size_t begin = i == 0 ? 0 : m_ends[i - 1];
        return std::span(m_features).subspan(begin, m_ends[i] - begin);
    }

private:
    std::vector<Feature> m_features;
    std::vector<std::uint32_t> m_ends;
};

} // namespace quoth
