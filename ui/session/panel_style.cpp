#include "ui/session/panel_style.h"

#include <QLocale>
#include <QPainter>
#include <QStyleOptionViewItem>

namespace quoth::ui {

QColor blend(const QColor& under, const QColor& over, qreal share) {
    const auto mix = [share](float a, float b) { return a + (b - a) * static_cast<float>(share); };
    return QColor::fromRgbF(mix(under.redF(), over.redF()), mix(under.greenF(), over.greenF()),
                            mix(under.blueF(), over.blueF()));
}

QColor mutedText(const QPalette& palette) {
    return blend(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.33);
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
