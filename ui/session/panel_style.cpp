#include "ui/session/panel_style.h"

#include <QLocale>
#include <QPainter>
#include <QStyleOptionViewItem>
#include <algorithm>
#include <cmath>

namespace quoth::ui {
namespace {

// Relative luminance and contrast after WCAG 2.1.
qreal luminance(const QColor& colour) {
    const auto linear = [](qreal c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

qreal contrast(const QColor& a, const QColor& b) {
    const qreal first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
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
    const QColor text = palette.color(QPalette::Text), base = palette.color(QPalette::Base);
    for (int percent = 50; percent > 0; percent -= 4)
        if (const QColor colour = blend(text, base, percent / 100.0); contrast(colour, base) >= 4.6)
            return colour;
    return text;
}

QColor hairline(const QPalette& palette) {
    return blend(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.14);
}

void paintBadge(QPainter& painter, const QRectF& rect, const SpeakerStyle& style,
                const QPalette& palette) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.line);
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

void paintBadgeMark(QPainter& painter, const QRectF& badge, const QString& mark,
                    const QPalette& palette) {
    const qreal size = badge.width() * 0.6;
    const QRectF disc(badge.right() - size * 0.65, badge.bottom() - size * 0.65, size, size);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.color(QPalette::Base), 1.5));
    painter.setBrush(palette.color(QPalette::Text));
    painter.drawEllipse(disc);
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(qMax(7, qRound(size * 0.75)));
    painter.setFont(font);
    painter.setPen(palette.color(QPalette::Base));
    painter.drawText(disc, Qt::AlignCenter, mark);
    painter.restore();
}

void paintRow(QPainter& painter, const QStyleOptionViewItem& option, bool selected) {
    const QColor base = option.palette.color(QPalette::Base);
    const QColor highlight = option.palette.color(QPalette::Highlight);
    if (selected)
        painter.fillRect(option.rect, blend(base, highlight, 0.20));
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, blend(base, highlight, 0.08));
    if (option.state & QStyle::State_HasFocus) {
        painter.setPen(QPen(highlight, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

QString counted(int number, const QString& one, const QString& many) {
    return number == 1 ? one : many.arg(QLocale().toString(number));
}

} // namespace quoth::ui
