// How the timeline looks. Only what is visible is touched; nothing is measured or laid out here but
// the few labels that are cut.
#include "ui/timeline/timeline_view.h"
#include "ui/widgets/panel_style.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>
#include <algorithm>
#include <cmath>
#include <limits>

namespace quoth::ui {
namespace {

QString elided(const QString& text, const QFontMetricsF& metrics, double width) {
    return metrics.elidedText(text, Qt::ElideRight, width);
}

} // namespace

void TimelineView::paintAll(QPainter& painter) const {
    painter.setFont(font());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    if (m_items.dated.empty() || !m_placed) return;
    paintAxis(painter);
    paintBrush(painter);
    paintPublished(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Lane& lane : m_lanes)
        paintLane(painter, lane);
    paintOutside(painter);
}

QByteArray TimelineView::picture(Picture format) const {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const QSize size = viewport()->size();
    if (format == Picture::Svg) {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(size);
        generator.setViewBox(QRect(QPoint(), size));
        generator.setTitle(tr("Timeline"));
        QPainter painter(&generator);
        paintAll(painter);
    } else {
        constexpr qreal scale = 2; // sharp in print
        QImage image(size * scale, QImage::Format_RGB32);
        image.setDevicePixelRatio(scale);
        QPainter painter(&image);
        paintAll(painter);
        painter.end();
        image.save(&buffer, "PNG");
    }
    return buffer.data();
}

void TimelineView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    paintAll(painter);
    if (hasFocus() && m_placed && !m_items.dated.empty()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(palette().color(QPalette::Highlight));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void TimelineView::paintAxis(QPainter& painter) const {
    const QRectF plot = plotRect(), axis = axisRect();
    const QFontMetricsF metrics(font());
    const int first = static_cast<int>(std::floor(m_scale.origin));
    const int last = static_cast<int>(std::ceil(m_scale.day(plot.width())));
    const TickUnit unit = axisUnit();
    const auto context = contextUnit(unit);
    const double baseline = axis.top();
    const double upper = baseline + 4, lower = upper + metrics.height();

    painter.setClipRect(QRectF(plot.left(), 0, plot.width(), viewport()->height()));
    const QColor line = hairline(palette());
    for (const Tick& tick : ticks(unit, first, last)) {
        const double x = plot.left() + m_scale.x(tick.day);
        painter.setPen(line);
        painter.drawLine(QPointF(x, 0), QPointF(x, baseline + 4));
        painter.setPen(mutedText(palette()));
        // At the edges a label that would be cut is left out.
        const double end = unit == TickUnit::Day ? x + m_scale.pixelsPerDay
                                                 : x + 3 + metrics.horizontalAdvance(tick.label);
        if (x + 3 < plot.left() || end > plot.right()) continue;
        if (unit == TickUnit::Day) // in the middle of its day, as the points are
            painter.drawText(QRectF(x, upper, m_scale.pixelsPerDay, metrics.height()),
                             Qt::AlignCenter, tick.label);
        else
            painter.drawText(QPointF(x + 3, upper + metrics.ascent()), tick.label);
    }
    if (context) {
        const auto marks = ticks(*context, first, last, true);
        for (std::size_t i = 0; i < marks.size(); ++i) {
            const double x = plot.left() + m_scale.x(marks[i].day);
            const double next =
                i + 1 < marks.size() ? plot.left() + m_scale.x(marks[i + 1].day) : plot.right();
            const double end = std::min(next, plot.right());
            painter.setPen(
                blend(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.3));
            painter.drawLine(QPointF(x, 0), QPointF(x, axis.bottom()));
            // The month or year that begins left of the view keeps its label in sight.
            const double left = std::max(x, plot.left()) + 3;
            if (end - left < metrics.horizontalAdvance(marks[i].label) + 4) continue;
            painter.setPen(palette().color(QPalette::Text));
            painter.drawText(QPointF(left, lower + metrics.ascent()), marks[i].label);
        }
    }
    painter.setClipping(false);
    painter.setPen(blend(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.3));
    painter.drawLine(QPointF(0, baseline), QPointF(axis.right(), baseline));
}

void TimelineView::paintBrush(QPainter& painter) const {
    std::optional<DayRange> days = m_state->filter().days;
    if (m_drag == Drag::Brush && std::abs(m_dragged.x() - m_pressed.x()) >= 4) days = brushed();
    if (!days) return;
    const QRectF plot = plotRect();
    const double left = plot.left() + m_scale.x(dayNumber(days->first));
    const double right = plot.left() + m_scale.x(dayNumber(days->last) + 1);
    QRectF band(left, 0, std::max(1.0, right - left), viewport()->height());
    band = band.intersected(QRectF(plot.left(), 0, plot.width(), viewport()->height()));
    if (band.isEmpty()) return;
    QColor fill = palette().color(QPalette::Highlight);
    painter.setPen(fill);
    painter.drawLine(band.topLeft(), band.bottomLeft());
    painter.drawLine(band.topRight(), band.bottomRight());
    fill.setAlphaF(0.13F);
    painter.fillRect(band, fill);
}

void TimelineView::paintPublished(QPainter& painter) const {
    if (!m_published) return;
    const QRectF plot = plotRect();
    const double x = std::round(plot.left() + m_scale.x(*m_published + 0.5)) + 0.5;
    if (x < plot.left() || x > plot.right()) return;
    const QFontMetricsF metrics(font());
    painter.setPen(QPen(mutedText(palette()), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, 0), QPointF(x, plot.bottom()));
    const QString label = tr("Published %1").arg(publishedLabel(*m_state->document()));
    const double width = metrics.horizontalAdvance(label) + 10;
    // The flag flies to the side that has room beside those that tell of what lies outside.
    const auto [before, after] = outside();
    const double from = before.count ? before.flag.right() : plot.left();
    const double to = after.count ? after.flag.left() : plot.right();
    if (x + width > to && x - width < from) return;
    const QRectF flag(x + width <= to ? x : x - width, 1, width, metrics.height() + 1);
    painter.fillRect(flag, palette().color(QPalette::Text));
    painter.setPen(palette().color(QPalette::Base));
    painter.drawText(flag, Qt::AlignCenter, label);
}

void TimelineView::paintLane(QPainter& painter, const Lane& lane) const {
    const QRectF plot = plotRect();
    painter.setPen(hairline(palette()));
    painter.drawLine(QPointF(0, lane.rect.bottom()),
                     QPointF(lane.rect.right(), lane.rect.bottom()));
    if (plot.left() > 0) {
        painter.setPen(mutedText(palette()));
        painter.drawText(
            QRectF(8, lane.rect.top(), plot.left() - 8, lane.rect.height() / lane.rows),
            Qt::AlignLeft | Qt::AlignVCenter, lane.title);
    }
    painter.setClipRect(lane.rect);
    const double from = contentX(0);
    const IndexRange visible = lane.layout.between(from, from + plot.width());
    for (std::uint32_t m = visible.begin; m < visible.end; ++m) {
        const TimelineMark& mark = lane.layout.marks[m];
        const std::size_t first = lane.begin + lane.layout.members[mark.begin];
        const TimelineItem& item = m_items.dated[first];
        const QRectF rect = markRect(lane, mark);
        if (rect.left() > plot.right() ||
            std::max(rect.right(), rect.left() + mark.labelLeft() - mark.left + mark.labelWidth) <
                plot.left())
            continue;
        bool passes = false, current = false;
        for (std::uint32_t i = mark.begin; i < mark.end; ++i) {
            const std::size_t member = lane.begin + lane.layout.members[i];
            passes = passes || m_passing[member];
            current = current || m_current == member;
        }
        const QColor base = palette().color(QPalette::Base);
        const QColor colour = passes ? colourOf(item) : blend(base, colourOf(item), 0.35);
        if (mark.bar)
            paintBar(painter, rect, mark, item.status, colour);
        else if (mark.count() == 1)
            paintPoint(painter, rect, item, colour);
        if (mark.count() > 1) paintCluster(painter, rect, lane, mark);
        paintLabel(painter, rect, mark, item, passes);
        if (current) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
            painter.setBrush(Qt::NoBrush);
            const QRectF ring = rect.adjusted(-3, mark.bar ? -1 : -3, 3, mark.bar ? 1 : 3);
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2);
        }
    }
    painter.setClipping(false);
}

QColor TimelineView::colourOf(const TimelineItem& item) const {
    if (const auto* quote = std::get_if<QuoteId>(&item.id)) {
        const auto speaker = m_state->document()->quote(*quote).speaker;
        constexpr EntityId nobody{std::numeric_limits<std::uint32_t>::max()};
        return m_state->colours()
            .style(speaker.value_or(nobody),
                   speaker && m_state->filter().speakers.contains(*speaker))
            .line;
    }
    return eventColour(palette());
}

QColor TimelineView::eventColour(const QPalette& palette) {
    return blend(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.3);
}

void TimelineView::paintBar(QPainter& painter, const QRectF& rect, const TimelineMark& mark,
                            EventStatus status, const QColor& colour) const {
    QColor solid = colour, faint = colour;
    solid.setAlphaF(static_cast<float>(barWeight));
    faint.setAlphaF(0.03F);
    // Long bars are cut near the view: gradients and dashes are not made for kilometres.
    const QRectF near = viewport()->rect().adjusted(-400, 0, 400, 0);
    QRectF shown = rect.intersected(near);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Base)); // no grid line shows through
    painter.drawRect(shown);
    if (mark.precision == Precision::Fuzzy || mark.precision == Precision::Day) {
        // Some time within these days: no edge is certain.
        QLinearGradient gradient(rect.topLeft(), rect.topRight());
        gradient.setColorAt(0, faint);
        gradient.setColorAt(0.18, solid);
        gradient.setColorAt(0.82, solid);
        gradient.setColorAt(1, faint);
        painter.setBrush(gradient);
        painter.drawRect(shown);
    } else {
        if (mark.openEnd) { // goes on: the end fades
            QLinearGradient gradient(rect.topLeft(), rect.topRight());
            gradient.setColorAt(0, solid);
            gradient.setColorAt(std::max(0.5, 1 - 60 / rect.width()), solid);
            gradient.setColorAt(1, faint);
            painter.setBrush(gradient);
        } else {
            painter.setBrush(solid);
        }
        painter.drawRect(shown);
        painter.setBrush(colour);
        painter.drawRect(QRectF(rect.left(), rect.top(), 2, rect.height()).intersected(near));
        if (!mark.openEnd)
            painter.drawRect(
                QRectF(rect.right() - 2, rect.top(), 2, rect.height()).intersected(near));
    }
    if (mark.count() == 1 && status != EventStatus::Happened)
        paintStatus(painter, shown, status, colour);
}

// Dashes for what is planned, dots for what may be, a stroke through what did not happen.
void TimelineView::paintStatus(QPainter& painter, const QRectF& rect, EventStatus status,
                               const QColor& colour) const {
    if (status == EventStatus::Negated) {
        painter.setPen(QPen(colour, 1.5));
        painter.drawLine(QPointF(rect.left() - 2, rect.center().y()),
                         QPointF(rect.right() + 2, rect.center().y()));
        return;
    }
    painter.setPen(QPen(colour, 1.2, status == EventStatus::Planned ? Qt::DashLine : Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
}

void TimelineView::paintPoint(QPainter& painter, const QRectF& rect, const TimelineItem& item,
                              const QColor& colour) const {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const QRectF shape = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    if (item.lane == TimelineLane::Statements) {
        painter.drawRoundedRect(shape, 2.5, 2.5); // a statement is square, an event round
        return;
    }
    if (item.status == EventStatus::Happened) {
        painter.drawEllipse(shape);
        return;
    }
    // What did not happen yet, or at all, is hollow.
    const bool negated = item.status == EventStatus::Negated;
    QPen pen(colour, 1.6);
    if (!negated)
        pen.setDashPattern(item.status == EventStatus::Planned ? QVector<qreal>{2.2, 1.4}
                                                               // in widths of the pen
                                                               : QVector<qreal>{0.8, 1.4});
    painter.setPen(pen);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawEllipse(shape.adjusted(0.8, 0.8, -0.8, -0.8));
    if (negated) {
        painter.setPen(QPen(colour, 1.6));
        painter.drawLine(shape.bottomLeft() + QPointF(-1, 1), shape.topRight() + QPointF(1, -1));
    }
}

void TimelineView::paintCluster(QPainter& painter, const QRectF& rect, const Lane& lane,
                                const TimelineMark& mark) const {
    std::uint32_t passing = 0;
    for (std::uint32_t i = mark.begin; i < mark.end; ++i)
        passing += m_passing[lane.begin + lane.layout.members[i]] != 0;
    const QColor base = palette().color(QPalette::Base), text = palette().color(QPalette::Text);
    if (!mark.bar) {
        // The more a cluster holds, the stronger it is.
        const double weight = std::min(clusterWeight, 0.12 + 0.05 * std::log2(mark.count()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(blend(base, text, passing > 0 ? weight : 0.07));
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    }
    QRectF place = rect.intersected(QRectF(viewport()->rect()));
    painter.setPen(passing > 0 ? text : mutedText(palette()));
    const QString count = passing == mark.count() || passing == 0
                              ? QString::number(mark.count())
                              : QStringLiteral("%1/%2").arg(passing).arg(mark.count());
    painter.drawText(place.adjusted(-8, 0, 8, 0), Qt::AlignCenter, count);
}

void TimelineView::paintLabel(QPainter& painter, const QRectF& rect, const TimelineMark& mark,
                              const TimelineItem& item, bool passes) const {
    const double shift = rect.left() - mark.left;
    const QRectF plot = plotRect();
    const auto place = labelInView(mark, plot.left() - shift, plot.right() - shift);
    if (!place) return;
    const QFontMetricsF metrics(font());
    const QString label = elided(item.label, metrics, place->width);
    const QRectF box(place->left + shift, rect.center().y() - metrics.height() / 2,
                     place->width + 2, metrics.height());
    // No grid line runs through the letters.
    QRectF plate = box.adjusted(-1, 0, 0, 0);
    plate.setWidth(std::min(plate.width(), metrics.horizontalAdvance(label) + 3));
    if (mark.bar) plate.setLeft(std::max(plate.left(), rect.right()));
    if (plate.width() > 0) painter.fillRect(plate, palette().color(QPalette::Base));
    painter.setPen(passes ? palette().color(QPalette::Text) : mutedText(palette()));
    QFont struck = font();
    struck.setStrikeOut(mark.count() == 1 && item.status == EventStatus::Negated);
    painter.setFont(struck);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, label);
    painter.setFont(font());
}

// Items before and after the view are told, so that none is overlooked.
void TimelineView::paintOutside(QPainter& painter) const {
    const auto sides = outside();
    for (std::size_t side = 0; side < sides.size(); ++side) {
        if (sides[side].count == 0) continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(blend(palette().color(QPalette::Base),
                               palette().color(QPalette::Highlight), edgeWeight));
        painter.drawRoundedRect(sides[side].flag, 4, 4);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(sides[side].flag, Qt::AlignCenter, outsideText(side, sides[side].count));
    }
}

} // namespace quoth::ui
