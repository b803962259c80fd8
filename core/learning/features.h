// Features as integers. A feature is the 32-bit hash of a template's number and of the values that
// fill it; two features with one hash share their weights, which is rare enough to do no harm
// (Weinberger et al., "Feature hashing for large scale multitask learning", 2009). Making features
// allocates nothing once the buffers have grown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
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

// The feature of template number `name` filled with `values`; their order counts. A stage numbers
// its templates in an enum class; its models depend on the numbers.
template <class... Values>
constexpr Feature makeFeature(std::uint32_t name, Values... values) {
    std::uint64_t hash = name;
    ((hash = mixHash(hash, static_cast<std::uint64_t>(values))), ...);
    return static_cast<Feature>(mixHash(hash, 0x51ED) >> 17);
}

// Of templates with successive numbers from `first` on, the one at index `n`.
template <class Template>
constexpr Template templateAt(Template first, std::size_t n) {
    static_assert(std::is_enum_v<Template>);
    return static_cast<Template>(static_cast<std::size_t>(first) + n);
}

// The features of consecutive positions, such as a sentence's tokens: a list for each, all in one
// buffer. Training keeps each feature's template as well, to tell where two share a hash.
class FeatureRows {
public:
    static FeatureRows withTemplates() {
        FeatureRows out;
        out.m_keepsTemplates = true;
        return out;
    }
    void clear() {
        m_features.clear();
        m_templates.clear();
        m_ends.clear();
    }
    // The feature of template `name`, one of a stage's enum class, filled with `values`.
    template <class Template, class... Values>
    void add(Template name, Values... values) {
        static_assert(std::is_enum_v<Template>);
        m_features.push_back(makeFeature(static_cast<std::uint32_t>(name), values...));
        if (m_keepsTemplates) m_templates.push_back(static_cast<std::uint16_t>(name));
    }
    void endRow() { m_ends.push_back(static_cast<std::uint32_t>(m_features.size())); }

    std::size_t size() const { return m_ends.size(); } // rows ended
    std::span<const Feature> row(std::size_t i) const {
        const std::size_t begin = i == 0 ? 0 : m_ends[i - 1];
        return std::span(m_features).subspan(begin, m_ends[i] - begin);
    }

    // One for each feature of row `i`; empty where they are not kept.
    std::span<const std::uint16_t> templates(std::size_t i) const {
        if (!m_keepsTemplates) return {};
        const std::size_t begin = i == 0 ? 0 : m_ends[i - 1];
        return std::span(m_templates).subspan(begin, m_ends[i] - begin);
    }

private:
    std::vector<Feature> m_features;
    std::vector<std::uint16_t> m_templates;
    std::vector<std::uint32_t> m_ends;
    bool m_keepsTemplates = false;
};

} // namespace quoth
