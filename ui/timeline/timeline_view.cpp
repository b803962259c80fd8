#include "ui/timeline/timeline_view.h"

#include <QEvent>
#include <QResizeEvent>
#include <QScrollBar>
#include <QSignalBlocker>
#include <algorithm>

namespace quoth::ui {
namespace {

constexpr double gutterFrom = 520; // narrower views have no room for the lanes' titles

} // namespace

TimelineView::TimelineView(ViewState* state, QWidget* parent)
    : QAbstractScrollArea(parent), m_state(state) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Timeline"));
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    connect(m_state, &ViewState::documentChanged, this, &TimelineView::showDocument);
    connect(m_state, &ViewState::filterChanged, this, &TimelineView::refreshPassing);
    connect(m_state, &ViewState::selectionChanged, this, &TimelineView::showSelection);
    connect(m_state, &ViewState::coloursChanged, viewport(), qOverload<>(&QWidget::update));
    showDocument();
}

QSize TimelineView::sizeHint() const {
    return {640, 7 * fontMetrics().height() + 60};
}

QSize TimelineView::minimumSizeHint() const {
    return {160, 3 * fontMetrics().height() + 60};
}

void TimelineView::showDocument() {
    const Document* document = m_state->document();
    m_items = document ? timelineItems(*document) : TimelineItems();
    m_published.reset();
    if (document && document->published()) m_published = dayNumber(*document->published());
    m_lanes.clear();
    if (m_items.events > 0) m_lanes.push_back({tr("Events"), 0, m_items.events, 1, {}, {}, 0, 0});
    if (m_items.events < m_items.dated.size())
        m_lanes.push_back(
            {tr("Statements"), m_items.events, m_items.dated.size(), 1, {}, {}, 0, 0});
    m_first = m_published.value_or(m_items.dated.empty() ? 0 : m_items.dated.front().begin);
    m_last = m_first + 1;
    for (const TimelineItem& item : m_items.dated) {
        m_first = std::min(m_first, item.begin);
        m_last = std::max(m_last, item.end);
    }
    m_drag = Drag::None;
    m_placed = false;
    m_moved = false;
    m_current.reset();
    measure();
    arrange();
    refreshPassing();
    emit itemsChanged();
    showSelection();
}

void TimelineView::measure() {
    const LabelMeasure measure{QFontMetricsF(font())};
    m_labelWidths.clear();
    m_labelWidths.reserve(m_items.dated.size());
    for (const TimelineItem& item : m_items.dated)
        m_labelWidths.push_back(measure(item.label) + 2);
}

void TimelineView::refreshPassing() {
    m_passing.resize(m_items.dated.size());
    for (std::size_t i = 0; i < m_passing.size(); ++i)
        m_passing[i] = m_items.dated[i].passes(*m_state);
    viewport()->update();
}

void TimelineView::showSelection() {
    std::optional<std::size_t> current;
    const auto event = m_state->selectedEvent();
    const auto quote = m_state->selectedQuote();
    for (std::size_t i = 0; i < m_items.dated.size() && !current && (event || quote); ++i) {
        const auto& id = m_items.dated[i].id;
        if ((event && m_items.dated[i].standsFor(*event)) ||
            (quote && id == std::variant<EventId, QuoteId>(*quote)))
            current = i;
    }
    m_current = current;
    if (m_current) {
        ensureVisible(*m_current);
        const TimelineItem& item = m_items.dated[*m_current];
        setAccessibleDescription(tr("%1: %2").arg(whenLabel(*item.value), item.label));
    } else {
        setAccessibleDescription({});
    }
    viewport()->update();
    emit currentChanged();
}

QRectF TimelineView::plotRect() const {
    double gutter = 0;
    if (viewport()->width() >= gutterFrom)
        for (const Lane& lane : m_lanes)
            gutter = std::max(gutter, 20 + QFontMetricsF(font()).horizontalAdvance(lane.title));
    return QRectF(gutter, 0, std::max(1.0, viewport()->width() - gutter),
                  std::max(1.0, viewport()->height() - axisRect().height()));
}

TickUnit TimelineView::axisUnit() const {
    return tickUnit(m_scale.pixelsPerDay,
                    QFontMetricsF(font()).horizontalAdvance(QStringLiteral("2020")) + 14);
}

QRectF TimelineView::axisRect() const {
    const int lines = contextUnit(axisUnit()) ? 2 : 1; // years need nothing below them
    const double height = lines * QFontMetricsF(font()).height() + 8;
    return QRectF(0, viewport()->height() - height, viewport()->width(), height);
}

TimeScale TimelineView::wholeScale() const {
    // Labels stand right of their marks: leave them room behind the last one.
    const double width = plotRect().width();
    const double room = std::min(170.0, width * 0.3);
    const double days = std::max(m_last - m_first, leastShown());
    const double perPixel = days / std::max(60.0, width - room - 24);
    return TimeScale::fitting(m_first - 24 * perPixel, m_first + days + room * perPixel, width,
                              leastShown());
}

double TimelineView::leastShown() const {
    return m_items.hours ? 1 : 14;
}

TimeScale TimelineView::zoomedBy(double factor, double x) const {
    return m_scale.zoomed(factor, x, wholeScale().pixelsPerDay,
                          m_items.hours ? TimeScale::largest : TimeScale::largestOfDays);
}

TimeScale TimelineView::startingScale() const {
    // An article about this week that mentions 1945 starts with this week; the rest is told at the
    // edges. So: the shortest stretch with two thirds of the items, if far shorter than the whole.
    const TimeScale whole = wholeScale();
    std::vector<double> days;
    for (const TimelineItem& item : m_items.dated)
        days.push_back((item.begin + item.end) / 2);
    if (m_published) days.push_back(*m_published + 0.5);
    if (days.size() < 4) return whole;
    std::sort(days.begin(), days.end());
    const std::size_t most = (days.size() * 2 + 2) / 3;
    std::size_t best = 0;
    for (std::size_t i = 0; i + most <= days.size(); ++i)
        if (days[i + most - 1] - days[i] < days[best + most - 1] - days[best]) best = i;
    const double first = days[best], last = days[best + most - 1];
    const double span = std::max(last - first, leastShown());
    if (span * 4 > m_last - m_first) return whole;
    return TimeScale::fitting(first - span * 0.2, last + span * 0.4, plotRect().width(),
                              leastShown());
}

void TimelineView::arrange() {
    if (!m_placed && viewport()->width() > 40 && isVisible()) {
        m_scale = startingScale();
        m_placed = true;
    }
    updateScrollBar(); // it may come or go, which takes or gives a row
    const QRectF plot = plotRect();
    const double rowHeight = QFontMetricsF(font()).height() + 6;
    const double markerRow = QFontMetricsF(font()).height() + 4; // the publication's flag
    const double room = plot.height() - markerRow;
    const int rows = std::max(static_cast<int>(m_lanes.size()), static_cast<int>(room / rowHeight));
    double top = plot.top() + markerRow;
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        Lane& lane = m_lanes[i];
        const bool shared = m_lanes.size() > 1;
        const int statements = std::clamp(rows / 3, 1, 4);
        lane.rows = !shared ? rows : (i == 0 ? std::max(1, rows - statements) : statements);
        lane.rows = std::min(lane.rows, 24);
        lane.rect = QRectF(plot.left(), top, plot.width(), lane.rows * rowHeight);
        top = lane.rect.bottom();
        if (lane.laidOutScale == m_scale.pixelsPerDay && lane.laidOutRows == lane.rows) continue;
        lane.laidOutScale = m_scale.pixelsPerDay;
        lane.laidOutRows = lane.rows;
        const std::size_t count = lane.end - lane.begin;
        lane.layout = layoutLane(std::span(m_items.dated).subspan(lane.begin, count),
                                 std::span(m_labelWidths).subspan(lane.begin, count),
                                 m_scale.pixelsPerDay, lane.rows);
    }
    viewport()->update();
}

void TimelineView::setScale(TimeScale scale) {
    // Something of the data always stays in sight.
    const double visible = plotRect().width() / scale.pixelsPerDay;
    scale.origin = std::clamp(scale.origin, std::min(m_first, m_last - visible) - visible * 0.5,
                              std::max(m_first, m_last - visible) + visible * 0.5);
    m_moved = true;
    const bool zoomed = scale.pixelsPerDay != m_scale.pixelsPerDay;
    m_scale = scale;
    if (zoomed) {
        arrange();
    } else {
        updateScrollBar();
        viewport()->update();
    }
}

void TimelineView::zoom(double factor) {
    setScale(zoomedBy(factor, plotRect().width() / 2));
}

void TimelineView::showAll() {
    setScale(wholeScale());
}

void TimelineView::updateScrollBar() {
    const QSignalBlocker blocker(horizontalScrollBar());
    const double visible = plotRect().width() / m_scale.pixelsPerDay;
    const double first = std::min(m_first - visible * 0.05, m_scale.origin);
    const double last = std::max(m_last + visible * 0.25, m_scale.origin + visible);
    const bool whole = m_scale.origin <= m_first && m_scale.origin + visible >= m_last;
    setHorizontalScrollBarPolicy(whole ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAlwaysOn);
    // A bar counts in ints; a step of its own keeps a thousand years at any zoom within them.
    constexpr int steps = 100000;
    const double all = std::max(last - first, visible);
    horizontalScrollBar()->setRange(0, static_cast<int>((all - visible) / all * steps));
    horizontalScrollBar()->setPageStep(std::max(1, static_cast<int>(visible / all * steps)));
    horizontalScrollBar()->setSingleStep(std::max(1, horizontalScrollBar()->pageStep() / 10));
    horizontalScrollBar()->setValue(static_cast<int>((m_scale.origin - first) / all * steps));
}

void TimelineView::scrollContentsBy(int dx, int) {
    // The bar moved by -dx of its steps, whose size follows from its page.
    const double visible = plotRect().width() / m_scale.pixelsPerDay;
    TimeScale scale = m_scale;
    scale.origin -= dx * visible / horizontalScrollBar()->pageStep();
    setScale(scale);
}

void TimelineView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    const double before = event->oldSize().width(), now = event->size().width();
    if (!m_moved)
        m_placed = false;             // the start of this width
    else if (before > 40 && now > 40) // the same days stay in sight
        m_scale = zoomedBy(now / before, 0);
    arrange();
}

void TimelineView::showEvent(QShowEvent* event) {
    QAbstractScrollArea::showEvent(event);
    arrange(); // the starting scale waits for a width
}

void TimelineView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        measure();
        for (Lane& lane : m_lanes)
            lane.laidOutScale = 0;
        arrange();
    }
}

QRectF TimelineView::markRect(const Lane& lane, const TimelineMark& mark) const {
    const double rowHeight = lane.rect.height() / lane.rows;
    const double height = mark.bar || mark.count() > 1 ? rowHeight - 4 : 10;
    const double left = lane.rect.left() + mark.left - m_scale.origin * m_scale.pixelsPerDay;
    return QRectF(left, lane.rect.top() + mark.row * rowHeight + (rowHeight - height) / 2,
                  mark.right - mark.left, height);
}

QRectF TimelineView::rectOf(std::size_t item) const {
    for (const Lane& lane : m_lanes)
        if (lane.begin <= item && item < lane.end)
            return markRect(lane, lane.layout.marks[lane.layout.markOf[item - lane.begin]]);
    return {};
}

std::optional<TimelineView::Hit> TimelineView::hit(const QPointF& at) const {
    for (std::size_t l = 0; l < m_lanes.size(); ++l) {
        const Lane& lane = m_lanes[l];
        if (!lane.rect.contains(at)) continue;
        const double x = contentX(at.x() - lane.rect.left());
        const IndexRange near = lane.layout.between(x - 8, x + 8);
        for (std::uint32_t m = near.end; m-- > near.begin;) {
            const TimelineMark& mark = lane.layout.marks[m];
            QRectF rect = markRect(lane, mark).adjusted(-3, -4, 3, 4);
            if (mark.labelWidth > 0)
                rect.setRight(std::max(rect.right(), rect.left() + 3 + mark.labelLeft() -
                                                         mark.left + mark.labelWidth));
            if (rect.contains(at)) return Hit{l, m};
        }
    }
    return std::nullopt;
}

QString TimelineView::outsideText(std::size_t side, int count) {
    return side == 0 ? tr("‹ %1 earlier").arg(count) : tr("%1 later ›").arg(count);
}

std::array<TimelineView::Outside, 2> TimelineView::outside() const {
    const QRectF plot = plotRect();
    const double from = m_scale.origin, to = m_scale.day(plot.width());
    std::array<Outside, 2> sides;
    for (std::size_t i = 0; i < m_items.dated.size(); ++i) {
        const TimelineItem& item = m_items.dated[i];
        if (item.end < from) {
            Outside& before = sides[0];
            if (before.count++ == 0 || m_items.dated[before.nearest].end < item.end)
                before.nearest = i;
        } else if (item.begin > to) {
            Outside& after = sides[1];
            if (after.count++ == 0 || m_items.dated[after.nearest].begin > item.begin)
                after.nearest = i;
        }
    }
    const QFontMetricsF metrics(font());
    for (std::size_t side = 0; side < sides.size(); ++side) {
        const double width = metrics.horizontalAdvance(outsideText(side, sides[side].count)) + 12;
        const double left = side == 0 ? plot.left() + 3 : plot.right() - width - 3;
        sides[side].flag = QRectF(left, 1, width, metrics.height() + 1);
    }
    return sides;
}

const TimelineItem& TimelineView::itemOf(const Hit& hit, std::uint32_t nth) const {
    const Lane& lane = m_lanes[hit.lane];
    const TimelineMark& mark = lane.layout.marks[hit.mark];
    return m_items.dated[lane.begin + lane.layout.members[mark.begin + nth]];
}

} // namespace quoth::ui
