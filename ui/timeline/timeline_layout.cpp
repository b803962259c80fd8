#include "ui/timeline/timeline_layout.h"

#include "ui/timeline/time_scale.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace quoth::ui {
namespace {

constexpr double pointRadius = 5;
constexpr double clusterWidth = 52; // a cluster takes in no more once it is as wide
constexpr double shortestBar = 12;  // a shorter one is drawn as a point
constexpr double gap = 4;           // between a mark and the next in its row
constexpr double labelGap = 10;     // between a label and the next mark
constexpr float longestLabel = 360, shortestLabel = 36;
constexpr double never = -std::numeric_limits<double>::infinity();

// A mark to place: an item, or several that lie on each other.
struct Unit {
    double left, right;
    std::uint32_t begin, end; // indices into members
    bool bar;
};

double pillWidth(std::uint32_t count) {
    const int digits = count < 10 ? 1 : count < 100 ? 2 : count < 1000 ? 3 : 5;
    return 12 + 7 * digits;
}

// Bars take the lower rows, as many as they need but no more than half; points the others. A bar
// that finds no row is shown as a point in its middle. Within its rows a mark goes where no earlier
// one lies, over the end of a label if it must: both kinds always find a place.
class Placer {
public:
    Placer(std::span<const TimelineItem> items, std::span<const float> widths, double pixelsPerDay,
           int rows)
        : m_items(items), m_widths(widths), m_scale(pixelsPerDay), m_rows(rows),
          m_barRows(rows > 1 ? rows / 2 : 1), m_row(static_cast<std::size_t>(rows)) {}

    LaneLayout run() && {
        m_out.members.reserve(m_items.size());
        std::vector<Unit> units;
        std::vector<std::uint32_t> points = collectBars(units);
        collectPoints(std::move(points), units);
        std::stable_sort(units.begin(), units.end(),
                         [](const Unit& a, const Unit& b) { return a.left < b.left; });
        for (const Unit& unit : units)
            place(unit);
        finish();
        return std::move(m_out);
    }

private:
    struct Row {
        double markEnd = never, labelEnd = never; // where a mark may begin: over or after the label
        std::optional<std::uint32_t> last;        // mark
    };

    double left(const TimelineItem& item) const { return item.begin * m_scale; }
    double right(const TimelineItem& item) const { return item.end * m_scale; }
    double middle(std::uint32_t item) const {
        return (left(m_items[item]) + right(m_items[item])) / 2;
    }
    bool isBar(const TimelineItem& item) const {
        // A day is a point until hours can be told apart.
        const bool stretch = item.precision != Precision::Day || m_scale > TimeScale::largestOfDays;
        return stretch && right(item) - left(item) >= shortestBar;
    }

    // Gives the items that are no bars; leaves in m_barRows how many rows the bars need.
    std::vector<std::uint32_t> collectBars(std::vector<Unit>& units) {
        std::vector<std::uint32_t> points;
        // One row cannot hold both kinds apart.
        const bool mayHaveBars =
            m_rows > 1 || std::all_of(m_items.begin(), m_items.end(),
                                      [this](const TimelineItem& item) { return isBar(item); });
        std::vector<double> ends(static_cast<std::size_t>(m_barRows), never);
        int used = 0;
        for (std::uint32_t i = 0; i < m_items.size();) {
            const TimelineItem& item = m_items[i];
            if (!mayHaveBars || !isBar(item)) {
                points.push_back(i++);
                continue;
            }
            // Many bars of the very same days are one bar with a count.
            std::uint32_t same = i + 1;
            while (same < m_items.size() && m_items[same].begin == item.begin &&
                   m_items[same].end == item.end)
                ++same;
            const bool together = same - i > static_cast<std::uint32_t>(m_barRows);
            while (i < same) {
                const std::uint32_t stop = together ? same : i + 1;
                const auto free = std::find_if(ends.begin(), ends.end(),
                                               [&](double end) { return end <= left(item); });
                if (free == ends.end()) {
                    for (; i < stop; ++i)
                        points.push_back(i);
                    continue;
                }
                *free = right(item) + gap;
                used = std::max(used, static_cast<int>(free - ends.begin()) + 1);
                const auto begin = static_cast<std::uint32_t>(m_out.members.size());
                for (; i < stop; ++i)
                    m_out.members.push_back(i);
                units.push_back({left(item), right(item), begin,
                                 static_cast<std::uint32_t>(m_out.members.size()), true});
            }
        }
        m_barRows = used;
        return points;
    }

    std::uint32_t pointRows() const {
        return static_cast<std::uint32_t>(std::max(1, m_rows - m_barRows));
    }

    void collectPoints(std::vector<std::uint32_t> points, std::vector<Unit>& units) {
        auto& members = m_out.members;
        const auto earlier = [this](std::uint32_t a, std::uint32_t b) {
            return middle(a) < middle(b);
        };
        if (!std::is_sorted(points.begin(), points.end(), earlier)) // mostly they are
            std::stable_sort(points.begin(), points.end(), earlier);
        double previousEnd = never;
        for (std::size_t at = 0; at < points.size();) {
            const double x = middle(points[at]);
            const double begin = std::max(x - pointRadius, previousEnd + gap);
            Unit unit{begin, std::max(x + pointRadius, begin + 2 * pointRadius),
                      static_cast<std::uint32_t>(members.size()), 0, false};
            members.push_back(points[at++]);
            // A cluster's pill widens as it takes in more, and never reaches its neighbour.
            double pill = unit.right;
            while (at < points.size()) {
                const double next = middle(points[at]);
                if (next - pointRadius >= pill + gap || unit.right - unit.left > clusterWidth)
                    break;
                unit.right = std::max(unit.right, next + pointRadius);
                members.push_back(points[at++]);
                const auto count = static_cast<std::uint32_t>(members.size()) - unit.begin;
                pill = count > pointRows() ? std::max(unit.right, unit.left + pillWidth(count))
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
        if (count == 1 || count > pointRows()) {
            units.push_back(unit);
            return;
        }
        for (std::uint32_t m = unit.begin; m < unit.end; ++m) {
            const double x = std::max(middle(m_out.members[m]), unit.left + pointRadius);
            units.push_back({x - pointRadius, x + pointRadius, m, m + 1, false});
        }
    }

    void place(const Unit& unit) {
        const int from = unit.bar ? m_rows - 1 : 0, step = unit.bar ? -1 : 1;
        const int tries = unit.bar ? m_barRows : static_cast<int>(pointRows());
        int chosen = from;
        double best = never;
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
        put(unit, chosen);
    }

    Row& row(int index) { return m_row[static_cast<std::size_t>(index)]; }

    void put(const Unit& unit, int index) {
        Row& r = row(index);
        if (r.last && r.labelEnd > unit.left) shorten(m_out.marks[*r.last], unit.left);
        TimelineMark mark;
        mark.left = unit.left;
        mark.right = unit.right;
        mark.row = static_cast<std::uint16_t>(index);
        mark.bar = unit.bar;
        mark.begin = unit.begin;
        mark.end = unit.end;
        const std::uint32_t first = m_out.members[unit.begin];
        mark.precision = m_items[first].precision;
        mark.openEnd = m_items[first].openEnd;
        if (mark.count() == 1) {
            const auto inside = static_cast<float>(mark.right - mark.labelLeft());
            mark.labelWidth = std::min(m_widths[first], std::max(longestLabel, inside));
        }
        r.last = static_cast<std::uint32_t>(m_out.marks.size());
        r.markEnd = mark.right + gap;
        r.labelEnd = mark.labelWidth > 0
                         ? std::max(r.markEnd, mark.labelLeft() +
                                                   static_cast<double>(mark.labelWidth) + labelGap)
                         : r.markEnd;
        m_out.marks.push_back(mark);
    }

    static void shorten(TimelineMark& mark, double end) {
        const auto room = static_cast<float>(end - gap - mark.labelLeft());
        mark.labelWidth = room < shortestLabel ? 0 : std::min(mark.labelWidth, room);
    }

    void finish() {
        m_out.markOf.resize(m_items.size());
        m_out.reach.reserve(m_out.marks.size());
        double reach = never;
        for (std::uint32_t m = 0; m < m_out.marks.size(); ++m) {
            const TimelineMark& mark = m_out.marks[m];
            for (std::uint32_t i = mark.begin; i < mark.end; ++i)
                m_out.markOf[m_out.members[i]] = m;
            reach = std::max(
                {reach, mark.right, mark.labelLeft() + static_cast<double>(mark.labelWidth)});
            m_out.reach.push_back(reach);
        }
    }

    std::span<const TimelineItem> m_items;
    std::span<const float> m_widths;
    double m_scale;
    int m_rows, m_barRows;
    std::vector<Row> m_row;
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

std::optional<LabelPlace> labelInView(const TimelineMark& mark, double left, double right) {
    constexpr double edge = 6; // between a label and the view's edges
    if (mark.labelWidth <= 0) return std::nullopt;
    const auto full = static_cast<double>(mark.labelWidth);
    double begin = mark.labelLeft();
    if (mark.bar) begin = std::max(begin, std::min(left + edge, mark.right - full - edge));
    const double width = std::min(full, right - edge - begin);
    const bool enough = width >= std::min(full, static_cast<double>(shortestLabel));
    return begin >= left && enough ? std::optional(LabelPlace{begin, width}) : std::nullopt;
}

LaneLayout layoutLane(std::span<const TimelineItem> items, std::span<const float> labelWidths,
                      double pixelsPerDay, int rows) {
    return Placer(items, labelWidths, pixelsPerDay, std::max(rows, 1)).run();
}

} // namespace quoth::ui
