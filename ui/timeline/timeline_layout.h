// Where the items of one lane go at one zoom: points and bars into rows, labels where they do not
// overlap, points too close to tell apart into clusters. Linear in the items; depends on the zoom
// but not on the scroll position, so that panning only translates.
#pragma once

#include "ui/timeline/timeline_items.h"

#include <QFontMetricsF>
#include <array>
#include <optional>
#include <span>

namespace quoth::ui {

// Widths of labels as sums of their characters' advances: a hundred times as quick as shaping and
// exact enough to keep labels apart.
class LabelMeasure {
public:
    explicit LabelMeasure(const QFontMetricsF& metrics);
    explicit LabelMeasure(float every); // the same for all characters
    float operator()(const QString& text) const;

private:
    std::array<float, 128> m_ascii{};
    float m_other = 0;
};

// All lengths in pixels from the day 0 of time_scale.h.
struct TimelineMark {
    double left, right;   // the shape; a point's is around its day's middle
    float labelWidth = 0; // room for the label; 0: none is shown
    std::uint16_t row = 0;
    bool bar = false; // a stretch of days; else a point, or a cluster of points
    bool openEnd = false;
    Precision precision = Precision::Day;
    std::uint32_t begin = 0, end = 0; // its items, as indices into `members`; over one: a cluster

    std::uint32_t count() const { return end - begin; }
    // Where the label begins: in a bar, else beside the point.
    double labelLeft() const { return bar ? left + 6 : right + 4; }
};

struct LaneLayout {
    std::vector<TimelineMark> marks;    // by left
    std::vector<std::uint32_t> members; // indices into the items given
    std::vector<std::uint32_t> markOf;  // for each item given
    std::vector<double> reach;          // rightmost pixel of this and all earlier marks, labels too

    // The marks that may show between two pixels, as a range of indices.
    IndexRange between(double left, double right) const;
};

// Where a mark's label shows.
struct LabelPlace {
    double left, width;
};
// In a view of the pixels from `left` to `right`, in the mark's own coordinates. A bar that begins
// left of it keeps its label in sight while it lasts, a label is cut before the right edge; nothing
// where its beginning would be missing or too little would be left.
std::optional<LabelPlace> labelInView(const TimelineMark& mark, double left, double right);

// `items`: of one lane, by first day. `labelWidths`: one an item, 0 where it has no label. `rows`:
// at least 1.
LaneLayout layoutLane(std::span<const TimelineItem> items, std::span<const float> labelWidths,
                      double pixelsPerDay, int rows);

} // namespace quoth::ui
