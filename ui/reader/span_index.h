// Which of many intervals meet a stretch of text: sorted by begin, with the furthest end of every
// run of 64, so that a query skips runs that end too early even beside intervals that span
// everything. Built once, then read only.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace quoth::ui {

// T has `begin` and `end`, end exclusive, in any one unit.
template <class T>
class SpanIndex {
public:
    SpanIndex() = default;
    explicit SpanIndex(std::vector<T> items) : m_items(std::move(items)) {
        std::stable_sort(m_items.begin(), m_items.end(),
                         [](const T& a, const T& b) { return a.begin < b.begin; });
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            if (i % run == 0) m_runEnds.push_back(m_items[i].end);
            m_runEnds.back() = std::max(m_runEnds.back(), m_items[i].end);
        }
    }

    const std::vector<T>& items() const { return m_items; }

    // Calls visit(item) for every item that shares at least one position with [begin, end), in
    // order of begin.
    template <class Position, class Visit>
    void visit(Position begin, Position end, Visit visit) const {
        for (std::size_t r = 0; r < m_runEnds.size() && m_items[r * run].begin < end; ++r) {
            if (m_runEnds[r] <= begin) continue;
            const std::size_t last = std::min((r + 1) * run, m_items.size());
            for (std::size_t i = r * run; i < last && m_items[i].begin < end; ++i)
                if (m_items[i].end > begin) visit(m_items[i]);
        }
    }

private:
    static constexpr std::size_t run = 64;
    std::vector<T> m_items;
    std::vector<decltype(T::end)> m_runEnds;
};

} // namespace quoth::ui
