#include "ui/widgets/panel_style.h"

#include <QPainter>
#include <QStyleOptionViewItem>
#include <algorithm>
#include <cmath>

namespace quoth::ui {
namespace {

// Relative luminance after WCAG 2.1.
qreal luminance(const QColor& colour) {
    const auto linear = [](qreal c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

// `from` as far towards `to` as it keeps a contrast of `least` on all grounds. `to` must be near
// them and `from` far, so that the contrast only falls on the way.
QColor quietest(const QColor& from, const QColor& to, qreal least,
                std::initializer_list<QColor> grounds) {
    const auto good = [&](int percent) {
        const QColor colour = blend(from, to, percent / 100.0);
        return std::all_of(grounds.begin(), grounds.end(),
                           [&](const QColor& ground) { return contrast(colour, ground) >= least; });
    };
    int kept = 0, lost = 100;
    while (lost - kept > 1) {
        const int middle = (kept + lost) / 2;
        (good(middle) ? kept : lost) = middle;
    }
    return blend(from, to, kept / 100.0);
}

constexpr qreal leastOfText = 4.55, leastOfShapes = 3.05; // WCAG's 4.5 and 3, rounding allowed for

} // namespace

qreal contrast(const QColor& a, const QColor& b) {
    const qreal first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

namespace {

// Where a mark stands over the badge.
QRectF badgeDisc(const QRectF& badge) {
    const qreal size = badge.width() * 0.58;
    return {badge.right() - size * 0.7, badge.bottom() - size * 0.7, size, size};
}

void paintSign(QPainter& painter, const QRectF& disc, const QString& sign) {
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(qMax(8, qRound(disc.height() * 0.8)));
    painter.setFont(font);
    painter.drawText(disc, Qt::AlignCenter, sign);
}

} // namespace

QColor blend(const QColor& from, const QColor& to, qreal share) {
    const auto mix = [&](int a, int b) {
        return static_cast<int>(std::lround(a + (b - a) * share));
    };
    return QColor(mix(from.red(), to.red()), mix(from.green(), to.green()),
                  mix(from.blue(), to.blue()));
}

QColor mutedText(const QPalette& palette) {
    const QColor base = palette.color(QPalette::Base);
    return quietest(palette.color(QPalette::Text), base, leastOfText,
                    {base, palette.color(QPalette::Window), selectedRow(palette)});
}

QColor faded(const QColor& colour, const QPalette& palette) {
    const QColor base = palette.color(QPalette::Base);
    return quietest(colour, base, leastOfShapes, {base});
}

QColor hoveredRow(const QPalette& palette) {
    return blend(palette.color(QPalette::Base), palette.color(QPalette::Highlight), 0.08);
}

QColor selectedRow(const QPalette& palette) {
    return blend(palette.color(QPalette::Base), palette.color(QPalette::Highlight), 0.20);
}

QColor hairline(const QPalette& palette) {
    return blend(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.14);
}

QColor findHitGround(const QPalette& palette, bool current) {
    if (isDark(palette)) return QColor::fromRgb(current ? 0x9A4F00 : 0x5C4D00);
    return QColor::fromRgb(current ? 0xFFB347 : 0xFFF07A);
}

QColor findHitFrame(const QPalette& palette, bool current) {
    const QColor text = palette.color(QPalette::Text);
    return current ? text : blend(text, findHitGround(palette, false), 0.45);
}

QFont boldOf(QFont font) {
    font.setBold(true);
    return font;
}

void paintBadge(QPainter& painter, const QRectF& rect, const SpeakerStyle& style,
                const QPalette& palette, bool dimmed) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(dimmed ? faded(style.line, palette) : style.line);
    painter.drawEllipse(rect);
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(qMax(7, qRound(rect.height() * (style.badge.size() > 1 ? 0.42 : 0.52))));
    painter.setFont(font);
    painter.setPen(palette.color(QPalette::Base));
    painter.drawText(rect, Qt::AlignCenter,
                     style.badge.isEmpty() ? QStringLiteral("?") : style.badge);
    painter.restore();
}

void paintDoubtMark(QPainter& painter, const QRectF& badge, const QPalette& palette) {
    const QRectF disc = badgeDisc(badge);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.color(QPalette::Text), 1));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawEllipse(disc);
    paintSign(painter, disc, QStringLiteral("?"));
    painter.restore();
}

void paintCheckMark(QPainter& painter, const QRectF& badge, CheckState state,
                    const QPalette& palette) {
    if (state == CheckState::Unchecked) return;
    const QRectF disc = badgeDisc(badge);
    const qreal size = disc.width();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.color(QPalette::Base), 1.5)); // parts it from the badge
    painter.setBrush(palette.color(QPalette::Text));
    painter.drawEllipse(disc);
    const auto at = [&](qreal x, qreal y) { return disc.topLeft() + QPointF(x * size, y * size); };
    painter.setPen(QPen(palette.color(QPalette::Base), size * 0.13, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    if (state == CheckState::Confirmed) {
        painter.drawPolyline(QPolygonF{at(0.28, 0.52), at(0.44, 0.68), at(0.73, 0.35)});
    } else if (state == CheckState::Altered) {
        painter.drawLine(at(0.27, 0.41), at(0.73, 0.41));
        painter.drawLine(at(0.27, 0.60), at(0.73, 0.60));
        painter.drawLine(at(0.60, 0.25), at(0.40, 0.76));
    } else {
        paintSign(painter, disc,
                  state == CheckState::Unsourced ? QStringLiteral("?") : QStringLiteral("!"));
    }
    painter.restore();
}

void paintRow(QPainter& painter, const QStyleOptionViewItem& option, bool selected) {
    if (selected)
        painter.fillRect(option.rect, selectedRow(option.palette));
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, hoveredRow(option.palette));
    if (option.state & QStyle::State_HasFocus) {
        painter.setPen(QPen(option.palette.color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

} // namespace quoth::ui
