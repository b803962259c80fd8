#include "ui/corrections/correction_delegate.h"

#include "ui/widgets/panel_style.h"

#include <QPainter>

namespace quoth::ui {
namespace {

constexpr int padding = 7;
constexpr int margin = 10; // at the sides
constexpr int lineGap = 3;

} // namespace

void CorrectionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
    const QPalette& palette = option.palette;
    const bool isHeading = !index.data(StandingRole).isValid();
    const QString state = index.data(StateRole).toString();
    const QFontMetrics metrics(option.font), boldMetrics(boldOf(option.font));
    painter->save();
    painter->setClipRect(option.rect);
    if (!isHeading) paintRow(*painter, option, option.state & QStyle::State_Selected);
    painter->setPen(hairline(palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    QRect line = option.rect.adjusted(margin, padding, -margin, 0);
    line.setHeight(boldMetrics.height());
    painter->setPen(mutedText(palette));
    painter->setFont(option.font);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, state);
    if (!state.isEmpty()) line.setRight(line.right() - metrics.horizontalAdvance(state) - margin);
    painter->setPen(isHeading || !state.isEmpty() ? mutedText(palette)
                                                  : palette.color(QPalette::Text));
    painter->setFont(boldOf(option.font));
    painter->drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter,
        boldMetrics.elidedText(index.data().toString(), Qt::ElideRight, line.width()));
    line = QRect(option.rect.left() + margin, line.bottom() + lineGap,
                 option.rect.width() - 2 * margin, metrics.height());
    painter->setPen(mutedText(palette));
    painter->setFont(option.font);
    painter->drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(index.data(WordsRole).toString(), Qt::ElideRight, line.width()));
    painter->restore();
}

QSize CorrectionDelegate::sizeHint(const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    int height = QFontMetrics(boldOf(option.font)).height() + 2 * padding;
    if (!index.data(WordsRole).toString().isEmpty())
        height += lineGap + QFontMetrics(option.font).height();
    return {200, height};
}

} // namespace quoth::ui
