// Finds the spans that overlap a given one, without asking all of them, where no more than a few of
// them overlap each other. A value comes with each span.
#pragma once

#include "core/document/span.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <map>
#include <vector>

namespace quoth {

class SpanIndex {
public:
    void add(Span span, std::uint32_t value) {
        m_bySize[sizeClass(span)].emplace(span.begin, Entry{span.end, m_count++, value});
    }

    // Calls `visit` with the value of each span that overlaps this one until it gives false: by
    // their begins, and in the order they were added where these are the same.
    template <class Visit>
    void eachOverlapping(Span span, Visit visit) const {
        std::vector<Found> found;
        for (std::size_t c = 0; c < m_bySize.size(); ++c) {
            if (m_bySize[c].empty()) continue;
            const auto from = span.begin - std::min(span.begin, longest(c));
            for (auto it = m_bySize[c].lower_bound(from);
                 it != m_bySize[c].end() && it->first < span.end; ++it)
                if (it->second.end > span.begin)
                    found.push_back(
                        {std::uint64_t{it->first} << 32 | it->second.order, it->second.value});
        }
        std::sort(found.begin(), found.end(),
                  [](const Found& a, const Found& b) { return a.key < b.key; });
        for (const Found& each : found)
            if (!visit(each.value)) return;
    }

private:
    struct Entry {
        std::uint32_t end, order, value;
    };
    struct Found {
        std::uint64_t key; // begin, then order
        std::uint32_t value;
    };
    using ByBegin = std::multimap<std::uint32_t, Entry>;

    // Spans of like sizes lie together, so that a long one does not make those far before a place
    // worth asking: class c has fewer than 2^c bytes.
    static std::size_t sizeClass(Span span) { return std::bit_width(span.size()); }
    static std::uint32_t longest(std::size_t c) {
        return c < 32 ? (std::uint32_t{1} << c) - 1 : std::numeric_limits<std::uint32_t>::max();
    }

    std::array<ByBegin, 33> m_bySize;
    std::uint32_t m_count = 0;
};

} // namespace quoth
