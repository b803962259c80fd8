// What the reader does to the timeline: mouse, wheel, keys, tooltips.
#include "ui/timeline/item_popup.h"
#include "ui/timeline/timeline_view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace quoth::ui {
namespace {} // namespace

void TimelineView::select(std::size_t item) {
    std::visit([this](auto id) { m_state->select(id); }, m_items.dated[item].id);
    ensureVisible(item);
}

void TimelineView::ensureVisible(std::size_t item) {
    if (!m_placed) return;
    const QRectF plot = plotRect();
    const QRectF rect = rectOf(item);
    if (rect.right() > plot.left() + 8 && rect.left() < plot.right() - 24) return;
    TimeScale scale = m_scale;
    const TimelineItem& shown = m_items.dated[item];
    const double visible = plot.width() / scale.pixelsPerDay;
    const double middle = (shown.begin + shown.end) / 2;
    // A long bar comes in with its beginning.
    scale.origin =
        shown.end - shown.begin > visible ? shown.begin - visible * 0.1 : middle - visible * 0.4;
    setScale(scale);
}

void TimelineView::open(const Hit& at, const QPoint& global) {
    const Lane& lane = m_lanes[at.lane];
    const TimelineMark& mark = lane.layout.marks[at.mark];
    if (mark.count() == 1) {
        select(lane.begin + lane.layout.members[mark.begin]);
        return;
    }
    QStringList rows;
    std::vector<std::variant<EventId, QuoteId>> ids;
    for (std::uint32_t i = 0; i < mark.count(); ++i) {
        const TimelineItem& item = itemOf(at, i);
        rows << whenLabel(*item.value) + QStringLiteral("  ") + item.label;
        ids.push_back(item.id);
    }
    openItemPopup(this, global, tr("Items of this cluster"), rows,
                  [this, ids, document = m_state->sharedDocument()](int row) {
                      if (document != m_state->sharedDocument()) return;
                      std::visit([this](auto id) { m_state->select(id); },
                                 ids[static_cast<std::size_t>(row)]);
                  });
}

TimelineView::Stretch TimelineView::currentLane() const {
    const auto events = static_cast<std::ptrdiff_t>(m_items.events);
    const auto all = static_cast<std::ptrdiff_t>(m_items.dated.size());
    const bool statements = events == 0 || (m_current && *m_current >= m_items.events);
    return statements ? Stretch{events, all} : Stretch{0, events};
}

void TimelineView::selectFrom(std::ptrdiff_t at, int by) {
    const Stretch lane = currentLane();
    for (; at >= lane.begin && at < lane.end; at += by)
        if (m_passing[static_cast<std::size_t>(at)]) {
            select(static_cast<std::size_t>(at));
            return;
        }
}

void TimelineView::step(int by) {
    if (m_current)
        selectFrom(static_cast<std::ptrdiff_t>(*m_current) + by, by);
    else
        selectFrom(by > 0 ? currentLane().begin : currentLane().end - 1, by);
}

void TimelineView::changeLane(int by) {
    if (!m_current) {
        step(1);
        return;
    }
    const bool inEvents = *m_current < m_items.events;
    if (inEvents == (by < 0) || m_lanes.size() < 2) return;
    const std::size_t begin = inEvents ? m_items.events : 0;
    const std::size_t end = inEvents ? m_items.dated.size() : m_items.events;
    std::optional<std::size_t> nearest;
    const auto distance = [&](std::size_t i) {
        return std::abs(m_items.dated[i].begin - m_items.dated[*m_current].begin);
    };
    for (std::size_t i = begin; i < end; ++i)
        if (m_passing[i] && (!nearest || distance(i) < distance(*nearest))) nearest = i;
    if (nearest) select(*nearest);
}

void TimelineView::setBrush(std::optional<DayRange> days) {
    Filter filter = m_state->filter();
    filter.days = days;
    m_state->setFilter(std::move(filter));
}

DayRange TimelineView::brushed() const {
    const double left = plotRect().left();
    const double a = m_scale.day(m_pressed.x() - left), b = m_scale.day(m_dragged.x() - left);
    return {dateOfDay(static_cast<int>(std::floor(std::min(a, b)))),
            dateOfDay(static_cast<int>(std::floor(std::max(a, b))))};
}

void TimelineView::wheelEvent(QWheelEvent* event) {
    const QPoint delta = event->angleDelta();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        const double x = event->position().x() - plotRect().left();
        setScale(zoomedBy(std::pow(1.25, delta.y() / 120.0), x));
    } else {
        const QPoint pixels = event->pixelDelta();
        const double by =
            !pixels.isNull()
                ? (std::abs(pixels.x()) > std::abs(pixels.y()) ? pixels.x() : pixels.y())
                : (delta.x() != 0 ? delta.x() : delta.y()) * 0.6;
        TimeScale scale = m_scale;
        scale.origin -= by / scale.pixelsPerDay;
        setScale(scale);
    }
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_items.dated.empty()) return;
    for (const Outside& side : outside())
        if (side.count > 0 && side.flag.contains(event->position())) {
            ensureVisible(side.nearest);
            return;
        }
    m_pressed = m_dragged = event->position();
    m_originPressed = m_scale.origin;
    const bool brush =
        event->modifiers().testFlag(Qt::ShiftModifier) || axisRect().contains(event->position());
    m_drag = brush ? Drag::Brush : Drag::Press;
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
    m_dragged = event->position();
    if (m_drag == Drag::Press &&
        (m_dragged - m_pressed).manhattanLength() >= QApplication::startDragDistance())
        m_drag = Drag::Pan;
    if (m_drag == Drag::Pan) {
        viewport()->setCursor(Qt::ClosedHandCursor);
        TimeScale scale = m_scale;
        scale.origin = m_originPressed - (m_dragged.x() - m_pressed.x()) / scale.pixelsPerDay;
        setScale(scale);
        return;
    }
    if (m_drag == Drag::Brush) {
        viewport()->update();
        return;
    }
    if (axisRect().contains(m_dragged))
        viewport()->setCursor(Qt::SplitHCursor);
    else if (hit(m_dragged))
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->unsetCursor();
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_dragged = event->position();
    const Drag drag = std::exchange(m_drag, Drag::None);
    viewport()->unsetCursor();
    if (drag == Drag::Brush) {
        const bool moved = std::abs(m_dragged.x() - m_pressed.x()) >= 4;
        setBrush(moved ? std::optional(brushed()) : std::nullopt); // a mere click clears
        viewport()->update();
    } else if (drag == Drag::Press) {
        if (const auto at = hit(m_pressed)) open(*at, event->globalPosition().toPoint());
    }
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    const KeyMap& keys = m_state->keys();
    if (keys.matches(*event, QStringLiteral("timeline.closer"))) return zoom(zoomStep);
    if (keys.matches(*event, QStringLiteral("timeline.farther"))) return zoom(1 / zoomStep);
    if (keys.matches(*event, QStringLiteral("timeline.all"))) return showAll();
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1);
    case Qt::Key_Right:
        return step(1);
    case Qt::Key_Up:
        return changeLane(-1);
    case Qt::Key_Down:
        return changeLane(1);
    case Qt::Key_Home:
        return selectFrom(currentLane().begin, 1);
    case Qt::Key_End:
        return selectFrom(currentLane().end - 1, -1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current) {
            const QPointF centre = rectOf(*m_current).center();
            if (const auto at = hit(centre)) open(*at, viewport()->mapToGlobal(centre.toPoint()));
        }
        return;
    case Qt::Key_Escape:
        if (m_drag == Drag::Brush) {
            m_drag = Drag::None;
            viewport()->update();
            return;
        }
        if (m_state->filter().days) return setBrush(std::nullopt);
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

// A cluster opens as by a click: the menu is for one item.
void TimelineView::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    if (byKey && !m_current) return;
    const QPointF place = byKey ? rectOf(*m_current).center() : QPointF(event->pos());
    const QPoint global = byKey ? viewport()->mapToGlobal(place.toPoint()) : event->globalPos();
    std::optional<std::size_t> item = m_current;
    if (!byKey) {
        const auto at = hit(place);
        if (!at) return;
        const Lane& lane = m_lanes[at->lane];
        const TimelineMark& mark = lane.layout.marks[at->mark];
        if (mark.count() > 1) return open(*at, global);
        item = lane.begin + lane.layout.members[mark.begin];
        select(*item);
    }
    const auto* id = std::get_if<EventId>(&m_items.dated[*item].id);
    if (id) emit eventMenuWanted(*id, global);
}

bool TimelineView::showToolTip(const QPoint& at, const QPoint& global) {
    const auto found = hit(at);
    if (!found) return false;
    const Lane& lane = m_lanes[found->lane];
    const TimelineMark& mark = lane.layout.marks[found->mark];
    QString tip;
    constexpr std::uint32_t listed = 6;
    for (std::uint32_t i = 0; i < std::min(mark.count(), listed); ++i) {
        const TimelineItem& item = itemOf(*found, i);
        const QString words =
            mark.count() == 1 ? itemSentence(*m_state->document(), item).left(400) : item.label;
        const QString facts =
            mark.count() == 1 ? itemFacts(*m_state->document(), item) : whenLabel(*item.value);
        tip +=
            QStringLiteral("<p><b>%1</b> %2</p>").arg(facts.toHtmlEscaped(), words.toHtmlEscaped());
    }
    if (mark.count() > listed)
        tip += QStringLiteral("<p>%1</p>").arg(tr("and %1 more").arg(mark.count() - listed));
    QToolTip::showText(global, tip, viewport());
    return true;
}

bool TimelineView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (showToolTip(help->pos(), help->globalPos())) return true;
        QToolTip::hideText();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace quoth::ui
