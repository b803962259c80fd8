// A fixed set of words, sorted at compile time and searched by halving.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace quoth {

template <std::size_t n>
class WordSet {
public:
    // In any order; lower case by convention.
    consteval explicit WordSet(const std::string_view (&words)[n]) {
        std::copy(std::begin(words), std::end(words), m_words.begin());
        std::sort(m_words.begin(), m_words.end());
    }
    bool contains(std::string_view word) const {
        return std::binary_search(m_words.begin(), m_words.end(), word);
    }

    // The word that `text` begins with; empty where there is none.
    std::string_view prefixOf(std::string_view text) const {
        const auto it =
            std::find_if(begin(), end(), [&](std::string_view w) { return text.starts_with(w); });
        return it == end() ? std::string_view() : *it;
    }
    bool hasPrefixOf(std::string_view text) const { return !prefixOf(text).empty(); }
    // Does one of the words stand anywhere in `text`?
    bool hasPartOf(std::string_view text) const {
        return std::any_of(begin(), end(), [&](std::string_view w) {
            return text.find(w) != std::string_view::npos;
        });
    }
    auto begin() const { return m_words.begin(); }
    auto end() const { return m_words.end(); }

private:
    std::array<std::string_view, n> m_words{};
};

} // namespace quoth
