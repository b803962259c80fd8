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

    // Does `text` begin with one of the words?
    bool hasPrefixOf(std::string_view text) const {
        return std::any_of(begin(), end(), [&](std::string_view w) { return text.starts_with(w); });
    }
    auto begin() const { return m_words.begin(); }
    auto end() const { return m_words.end(); }

private:
    std::array<std::string_view, n> m_words{};
};

} // namespace quoth
