#include "ui/timeline/timeline_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace quoth::ui {
namespace {

constexpr double pointRadius = 5;
constexpr double pointGap = 2;
constexpr double clusterWidth = 52; // a cluster takes in no more once it is as wide
constexpr double shortestBar = 12;  // a shorter one is drawn as a point
constexpr double rowGap = 4;        // between a mark and the next in its row
constexpr double labelGap = 10;     // between a label and the next mark
constexpr float longestLabel = 280, shortestLabel = 36;

// A mark to place, or a run of points that lie on each other.
struct Unit {
    double left, right;
    std::uint32_t begin, end; // indices into members
    bool bar;
};

double pillWidth(std::uint32_t count) {
    const int digits = count < 10 ? 1 : count < 100 ? 2 : count < 1000 ? 3 : 5;
    return 12 + 7 * digits;
}

class Placer {
public:
    Placer(std::span<const TimelineItem> items, std::span<const float> widths, double pixelsPerDay,
           int rows)
        : m_items(items), m_widths(widths), m_scale(pixelsPerDay), m_rows(rows),
          m_barRows(rows > 1 ? rows / 2 : 1) {
        constexpr double never = -std::numeric_limits<double>::infinity();
        m_row.assign(static_cast<std::size_t>(rows), {never, never, none});
    }

    LaneLayout run() && {
        std::vector<Unit> units = collect();
        std::stable_sort(units.begin(), units.end(),
                         [](const Unit& a, const Unit& b) { return a.left < b.left; });
        for (const Unit& unit : units)
            place(unit);
        finish();
        return std::move(m_out);
    }

private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    struct Row {
        double markEnd, labelEnd; // where the next mark may begin, over or after the label
        std::uint32_t last;       // mark
    };

    double left(const TimelineItem& item) const { return item.first * m_scale; }
    double right(const TimelineItem& item) const { return (item.last + 1) * m_scale; }

    std::vector<Unit> collect() {
        std::vector<Unit> units;
        auto& members = m_out.members;
        members.reserve(m_items.size());
        std::vector<std::uint32_t> points;
        for (std::uint32_t i = 0; i < m_items.size();) {
            const TimelineItem& item = m_items[i];
            if (item.first == item.last || right(item) - left(item) < shortestBar) {
                points.push_back(i++);
                continue;
            }
            // Many bars of the very same days are one bar with a count.
            std::uint32_t same = i + 1;
            while (same < m_items.size() && m_items[same].first == item.first &&
                   m_items[same].last == item.last)
                ++same;
            const bool together = same - i > static_cast<std::uint32_t>(m_barRows);
            while (i < same) {
                const auto begin = static_cast<std::uint32_t>(members.size());
                const std::uint32_t stop = together ? same : i + 1;
                for (; i < stop; ++i)
                    members.push_back(i);
                units.push_back({left(item), right(item), begin,
                                 static_cast<std::uint32_t>(members.size()), true});
            }
        }
        collectPoints(points, units);
        return units;
    }

    void collectPoints(const std::vector<std::uint32_t>& points, std::vector<Unit>& units) {
        auto& members = m_out.members;
        double previousEnd = -std::numeric_limits<double>::infinity();
        for (std::size_t at = 0; at < points.size();) {
            const double x = middle(points[at]);
            Unit unit{std::max(x - pointRadius, previousEnd + pointGap), x + pointRadius,
                      static_cast<std::uint32_t>(members.size()), 0, false};
            unit.right = std::max(unit.right, unit.left + 2 * pointRadius);
            members.push_back(points[at++]);
            // A cluster's pill widens as it takes in more, and never over its neighbour.
            double pill = unit.right;
            while (at < points.size()) {
                const double next = middle(points[at]);
                if (next - pointRadius > pill + pointGap || unit.right - unit.left > clusterWidth)
                    break;
                unit.right = std::max(unit.right, next + pointRadius);
                members.push_back(points[at++]);
                const auto count = static_cast<std::uint32_t>(members.size()) - unit.begin;
                pill = count > stackable() ? std::max(unit.right, unit.left + pillWidth(count))
                                           : unit.right;
            }
            unit.end = static_cast<std::uint32_t>(members.size());
            unit.right = pill;
            previousEnd = unit.right;
            split(unit, units);
        }
    }

    // A few points on each other are stacked in rows; more stay one unit, a cluster.
    void split(const Unit& unit, std::vector<Unit>& units) const {
        const std::uint32_t count = unit.end - unit.begin;
        if (count == 1 || count > stackable()) {
            units.push_back(unit);
            return;
        }
        for (std::uint32_t m = unit.begin; m < unit.end; ++m) {
            const double x = middle(m_out.members[m]);
            units.push_back({x - pointRadius, x + pointRadius, m, m + 1, false});
        }
    }

    double middle(std::uint32_t item) const {
        return (left(m_items[item]) + right(m_items[item])) / 2;
    }
    std::uint32_t stackable() const { return static_cast<std::uint32_t>(m_rows); }

    void place(const Unit& unit) {
        // Bars fill the rows from below and leave the upper half to points.
        const int from = unit.bar ? m_rows - 1 : 0, step = unit.bar ? -1 : 1;
        const int tries = unit.bar ? m_barRows : m_rows;
        int chosen = -1;
        double best = -std::numeric_limits<double>::infinity();
        for (int t = 0; t < tries; ++t) {
            const int index = from + t * step;
            const Row& r = row(index);
            if (r.labelEnd <= unit.left) {
                chosen = index;
                break;
            }
            // Over a label only where no row is free, and where most of the label stays.
            const double kept = unit.left - r.markEnd;
            if (kept >= 0 && kept > best) {
                best = kept;
                chosen = index;
            }
        }
        if (chosen >= 0)
            put(unit, chosen);
        else
            join(unit);
    }

    Row& row(int index) { return m_row[static_cast<std::size_t>(index)]; }

    void put(const Unit& unit, int index) {
        Row& r = row(index);
        if (r.last != none && r.labelEnd > unit.left) shorten(m_out.marks[r.last], unit.left);
        TimelineMark mark;
        mark.left = unit.left;
        mark.right = unit.right;
        mark.row = static_cast<std::uint16_t>(index);
        mark.bar = unit.bar;
        mark.begin = unit.begin;
        mark.end = unit.end;
        const std::uint32_t first = m_out.members[unit.begin];
        mark.precision = m_items[first].precision;
        if (mark.count() == 1) {
            const auto inside = static_cast<float>(mark.right - mark.labelLeft());
            mark.labelWidth = std::min(m_widths[first], std::max(longestLabel, inside));
        }
        r.last = static_cast<std::uint32_t>(m_out.marks.size());
        r.markEnd = mark.right + rowGap;
        r.labelEnd = mark.labelWidth > 0 ? std::max(mark.right + rowGap,
                                                    mark.labelLeft() + mark.labelWidth + labelGap)
                                         : r.markEnd;
        m_out.marks.push_back(mark);
    }

    static void shorten(TimelineMark& mark, double end) {
        const auto room = static_cast<float>(end - rowGap - mark.labelLeft());
        mark.labelWidth = room < shortestLabel ? 0 : std::min(mark.labelWidth, room);
    }

    // No row is free: the unit's items join the mark that blocks the last row tried.
    void join(const Unit& unit) {
        int best = unit.bar ? m_rows - 1 : 0;
        for (int i = 0; i < m_rows; ++i) // rather one of its own kind
            if (row(i).last != none && m_out.marks[row(i).last].bar == unit.bar) {
                best = i;
                break;
            }
        Row& r = row(best);
        TimelineMark& mark = m_out.marks[r.last];
        m_joined.push_back({r.last, unit.begin, unit.end});
        mark.right = std::max(mark.right, unit.right);
        mark.labelWidth = 0;
        r.markEnd = std::max(r.markEnd, mark.right + rowGap);
        r.labelEnd = r.markEnd;
    }

    // Members of joined units move beside those of their mark; then the indices over marks.
    void finish() {
        if (!m_joined.empty()) {
            std::stable_sort(m_joined.begin(), m_joined.end(),
                             [](const Joined& a, const Joined& b) { return a.mark < b.mark; });
            std::vector<std::uint32_t> members;
            members.reserve(m_out.members.size());
            auto joined = m_joined.begin();
            for (std::uint32_t m = 0; m < m_out.marks.size(); ++m) {
                TimelineMark& mark = m_out.marks[m];
                const auto begin = static_cast<std::uint32_t>(members.size());
                const auto take = [&](std::uint32_t from, std::uint32_t to) {
                    members.insert(members.end(), m_out.members.begin() + from,
                                   m_out.members.begin() + to);
                };
                take(mark.begin, mark.end);
                for (; joined != m_joined.end() && joined->mark == m; ++joined)
                    take(joined->begin, joined->end);
                mark.begin = begin;
                mark.end = static_cast<std::uint32_t>(members.size());
            }
            m_out.members = std::move(members);
        }
        m_out.markOf.resize(m_items.size());
        m_out.reach.resize(m_out.marks.size());
        double reach = -std::numeric_limits<double>::infinity();
        for (std::uint32_t m = 0; m < m_out.marks.size(); ++m) {
            const TimelineMark& mark = m_out.marks[m];
            for (std::uint32_t i = mark.begin; i < mark.end; ++i)
                m_out.markOf[m_out.members[i]] = m;
            reach = std::max({reach, mark.right, mark.labelLeft() + mark.labelWidth});
            m_out.reach[m] = reach;
        }
    }

    struct Joined {
        std::uint32_t mark, begin, end;
    };

    std::span<const TimelineItem> m_items;
    std::span<const float> m_widths;
    double m_scale;
    int m_rows, m_barRows;
    std::vector<Row> m_row;
    std::vector<Joined> m_joined;
    LaneLayout m_out;
};

} // namespace

LabelMeasure::LabelMeasure(const QFontMetricsF& metrics) {
    for (std::size_t c = 32; c < m_ascii.size(); ++c)
        m_ascii[c] = static_cast<float>(metrics.horizontalAdvance(QChar(static_cast<char16_t>(c))));
    // Letters with accents are as wide as an "m" at most; wide scripts as an em.
    m_other = std::max(m_ascii['m'], static_cast<float>(metrics.height()) * 0.8F);
}

LabelMeasure::LabelMeasure(float every) : m_other(every) {
    m_ascii.fill(every);
}

float LabelMeasure::operator()(const QString& text) const {
    float width = 0;
    for (const QChar c : text)
        width += c.unicode() < m_ascii.size() ? m_ascii[c.unicode()] : m_other;
    return width;
}

IndexRange LaneLayout::between(double left, double right) const {
    const auto first = std::lower_bound(reach.begin(), reach.end(), left) - reach.begin();
    const auto last =
        std::upper_bound(marks.begin(), marks.end(), right,
                         [](double x, const TimelineMark& mark) { return x < mark.left; }) -
        marks.begin();
    return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(std::max(first, last))};
}

LaneLayout layoutLane(std::span<const TimelineItem> items, std::span<const float> labelWidths,
                      double pixelsPerDay, int rows) {
    return Placer(items, labelWidths, pixelsPerDay, std::max(rows, 1)).run();
}

} // namespace quoth::ui
