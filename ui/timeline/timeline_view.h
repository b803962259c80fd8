// The calendar axis itself: paints what is visible of a cached layout, pans, zooms, selects,
// brushes.
//
// Mouse: drag or wheel pans, Ctrl+wheel zooms at the pointer, Shift+drag or a drag on the axis
// brushes days into the filter, a click selects, a click on a cluster opens it. Keys: Left and
// Right step through a lane, Up and Down change it, Home and End, + and - and 0 zoom, Enter opens a
// cluster, Escape takes the brush away.
#pragma once

#include "core/document/calendar_value.h"
#include "ui/state/view_state.h"
#include "ui/timeline/time_scale.h"
#include "ui/timeline/timeline_layout.h"

#include <QAbstractScrollArea>
#include <array>

namespace quoth::ui {

class TimelineView : public QAbstractScrollArea {
    Q_OBJECT
public:
    // `state` must outlive the view.
    TimelineView(ViewState* state, QWidget* parent);

    // Shares of the items' colours in the grounds that labels stand on.
    static constexpr double barWeight = 0.26, clusterWeight = 0.34, edgeWeight = 0.25;
    static QColor eventColour(const QPalette& palette);

    const TimelineItems& items() const { return m_items; }
    static constexpr double zoomStep = 1.5; // of a key or a button
    void zoom(double factor);               // around the middle
    void showAll();
    // Where an item's mark is painted, in viewport coordinates; for tests and pop-ups.
    QRectF rectOf(std::size_t item) const;
    const TimeScale& scale() const { return m_scale; }
    std::optional<std::size_t> current() const { return m_current; } // index into items().dated

    // What the view shows now, without marks of use, as the bytes of an SVG or PNG file.
    enum class Picture { Svg, Png };
    QByteArray picture(Picture format) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void itemsChanged();
    void currentChanged();
    void eventMenuWanted(quoth::EventId event, QPoint global); // right click, the Menu key

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    enum class Drag { None, Press, Pan, Brush };
    struct Lane {
        QString title;
        std::size_t begin = 0, end = 0; // of items().dated
        int rows = 1;
        QRectF rect; // without the gutter
        LaneLayout layout;
        double laidOutScale = 0; // pixels a day and rows that `layout` is for; 0: for none
        int laidOutRows = 0;
    };
    struct Stretch { // indices into items().dated
        std::ptrdiff_t begin, end;
    };
    struct Hit {
        std::size_t lane;
        std::uint32_t mark;
    };

    // timeline_view.cpp: what is shown and where
    void showDocument();
    void showSelection();
    void refreshPassing();
    void measure();
    void arrange(); // lanes' places and layouts for the viewport's size and zoom
    void setScale(TimeScale scale);
    TimeScale startingScale() const;
    TimeScale wholeScale() const;
    double leastShown() const; // days: a view of less would show nothing but one mark
    TimeScale zoomedBy(double factor, double x) const;
    void updateScrollBar();
    QRectF plotRect() const;
    QRectF axisRect() const;
    TickUnit axisUnit() const;
    double contentX(double x) const { return x + m_scale.origin * m_scale.pixelsPerDay; }
    QRectF markRect(const Lane& lane, const TimelineMark& mark) const;
    std::optional<Hit> hit(const QPointF& at) const;
    // The last item before and the first one after what is in sight, and how many there are.
    struct Outside {
        int count = 0;
        std::size_t nearest = 0;
        QRectF flag;
    };
    std::array<Outside, 2> outside() const;
    static QString outsideText(std::size_t side, int count);
    const TimelineItem& itemOf(const Hit& hit, std::uint32_t nth = 0) const;

    // timeline_input.cpp: what the reader does
    void select(std::size_t item);
    void ensureVisible(std::size_t item);
    void open(const Hit& hit, const QPoint& at);
    Stretch currentLane() const; // the first one where nothing is current
    // The first item from `at` on in the current lane that passes the filter.
    void selectFrom(std::ptrdiff_t at, int by);
    void step(int by);
    void changeLane(int by);
    void setBrush(std::optional<DayRange> days);
    DayRange brushed() const;
    bool showToolTip(const QPoint& at, const QPoint& global);

    // timeline_paint.cpp
    void paintAll(QPainter& painter) const;
    void paintAxis(QPainter& painter) const;
    void paintBrush(QPainter& painter) const;
    void paintPublished(QPainter& painter) const;
    void paintLane(QPainter& painter, const Lane& lane) const;
    void paintBar(QPainter& painter, const QRectF& rect, const TimelineMark& mark,
                  EventStatus status, const QColor& colour) const;
    void paintStatus(QPainter& painter, const QRectF& rect, EventStatus status,
                     const QColor& colour) const;
    void paintPoint(QPainter& painter, const QRectF& rect, const TimelineItem& item,
                    const QColor& colour) const;
    void paintCluster(QPainter& painter, const QRectF& rect, const Lane& lane,
                      const TimelineMark& mark) const;
    void paintLabel(QPainter& painter, const QRectF& rect, const TimelineMark& mark,
                    const TimelineItem& item, bool passes) const;
    void paintOutside(QPainter& painter) const;
    QColor colourOf(const TimelineItem& item) const;

    ViewState* m_state;
    TimelineItems m_items;
    std::vector<float> m_labelWidths;
    std::vector<char> m_passing; // one a dated item
    std::vector<Lane> m_lanes;
    std::optional<int> m_published; // day
    double m_first = 0, m_last = 1; // days of all that is shown
    TimeScale m_scale;
    std::optional<std::size_t> m_current;
    bool m_placed = false; // a starting scale was chosen for this document
    bool m_moved = false;  // and the reader has gone elsewhere since

    Drag m_drag = Drag::None;
    QPointF m_pressed, m_dragged;
    double m_originPressed = 0;
};

} // namespace quoth::ui
