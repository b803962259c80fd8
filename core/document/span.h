// Half-open byte spans into one canonical UTF-8 text.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace quoth {

struct Span {
    std::uint32_t begin = 0, end = 0; // bytes, end exclusive

    auto operator<=>(const Span&) const = default;
    bool empty() const { return begin >= end; }
    std::uint32_t size() const { return empty() ? 0 : end - begin; }
    bool contains(std::uint32_t at) const { return begin <= at && at < end; }
    bool contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
    bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
};

inline Span makeSpan(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The text of a span; clipped to the text's end.
inline std::string_view slice(std::string_view text, Span span) {
    if (span.begin >= text.size() || span.empty()) return {};
    return text.substr(span.begin, span.size());
}

// Half-open range of indices into a vector, such as a sentence's tokens.
struct IndexRange {
    std::uint32_t begin = 0, end = 0;

    auto operator<=>(const IndexRange&) const = default;
    bool empty() const { return begin >= end; }
    std::uint32_t size() const { return empty() ? 0 : end - begin; }
    bool contains(std::uint32_t i) const { return begin <= i && i < end; }
};

} // namespace quoth
