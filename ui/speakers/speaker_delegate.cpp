#include "ui/speakers/speaker_delegate.h"

#include "ui/speakers/speakers_model.h"
#include "ui/widgets/panel_style.h"

#include <QPainter>
#include <QWidget>

namespace quoth::ui {
namespace {

constexpr int padding = 7;
constexpr int badgeSize = 28;
constexpr int textLeft = 8 + badgeSize + 10;
constexpr int lineGap = 3;

void paintTick(QPainter& painter, const QRectF& box, const QColor& colour) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF points[] = {
        {box.left(), box.center().y()},
        {box.left() + box.width() * 0.38, box.bottom() - 1},
        {box.right(), box.top() + 1},
    };
    painter.drawPolyline(points, 3);
    painter.restore();
}

} // namespace

SpeakerDelegate::SpeakerDelegate(const ViewState* state, QObject* parent)
    : QStyledItemDelegate(parent), m_state(state) {}

void SpeakerDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const EntityId id{index.data(SpeakersModel::EntityRole).toUInt()};
    const bool chosen = m_state->filter().speakers.contains(id);
    const bool leftOut = !chosen && !m_state->filter().speakers.empty();
    const SpeakerStyle style = m_state->colours().style(id, chosen);
    const QPalette& palette = option.palette;
    const QRect row = option.rect;

    painter->save();
    painter->setClipRect(row);
    QStyleOptionViewItem plain = option;
    if (chosen) { // its tint is not covered by the pointer's
        painter->fillRect(row, style.tint);
        plain.state &= ~QStyle::State_MouseOver;
    }
    paintRow(*painter, plain, m_state->selectedEntity() == id && !chosen);
    painter->setPen(hairline(palette));
    painter->drawLine(row.bottomLeft(), row.bottomRight());
    paintBadge(
        *painter,
        QRectF(row.left() + 8, row.top() + (row.height() - badgeSize) / 2.0, badgeSize, badgeSize),
        style, palette, leftOut);

    const QColor text = leftOut ? mutedText(palette) : palette.color(QPalette::Text);
    const QColor muted = chosen ? text : mutedText(palette);
    QFont bold = option.font;
    bold.setBold(true);
    const QFontMetrics boldMetrics(bold), metrics(option.font);
    int right = row.right() - padding;
    if (chosen) {
        const int size = metrics.height() * 2 / 3;
        paintTick(*painter, QRectF(right - size, row.top() + padding + 2, size, size), style.line);
        right -= size + 8;
    }
    QRect line(row.left() + textLeft, row.top() + padding, right - row.left() - textLeft,
               boldMetrics.height());
    const QString count =
        tr("%Ln quote(s)", nullptr, index.data(SpeakersModel::QuotesRole).toInt());
    const int countWidth = metrics.horizontalAdvance(count);
    painter->setFont(option.font);
    painter->setPen(muted);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, count);
    painter->setFont(bold);
    painter->setPen(text);
    const int nameWidth = line.width() - countWidth - 8;
    const QString name = boldMetrics.elidedText(index.data().toString(), Qt::ElideRight, nameWidth);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, name);

    line.setRight(row.right() - padding);
    line.translate(0, line.height() + lineGap);
    line.setHeight(metrics.height());
    const double share = index.data(SpeakersModel::ShareRole).toDouble();
    QString words = tr("%Ln word(s)", nullptr, index.data(SpeakersModel::WordsRole).toInt());
    words += QStringLiteral(" · ") + tr("%1 %").arg(qRound(share * 100));
    const QString type = index.data(SpeakersModel::TypeRole).toString();
    painter->setFont(option.font);
    painter->setPen(muted);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, words);
    // The bars of all rows begin and end at the same places, so that their lengths compare.
    const int wordsWidth =
        metrics.horizontalAdvance(tr("%Ln word(s)", nullptr, 8888) + QStringLiteral(" · 88 %"));
    const int typeWidth = metrics.horizontalAdvance(tr("Organisation")) + 8;
    int barRight = line.right() - wordsWidth - 8;
    if (barRight - line.left() > typeWidth + 80) {
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, type);
        line.setLeft(line.left() + typeWidth);
    }
    const QRectF track(line.left(), line.center().y() - 2.5, qMax(24, barRight - line.left()), 6);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(hairline(palette));
    painter->drawRoundedRect(track, 3, 3);
    painter->setBrush(leftOut ? faded(style.line, palette) : style.line);
    QRectF filled = track;
    filled.setWidth(qMax(6.0, track.width() * share));
    painter->drawRoundedRect(filled, 3, 3);
    painter->restore();
}

void SpeakerDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                           const QModelIndex&) const {
    const QRect row = option.rect;
    editor->setGeometry(row.left() + textLeft - 4, row.top() + 2, row.width() - textLeft,
                        editor->sizeHint().height());
}

QSize SpeakerDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    QFont bold = option.font;
    bold.setBold(true);
    const int text = QFontMetrics(bold).height() + lineGap + QFontMetrics(option.font).height();
    return {200, qMax(text, badgeSize) + 2 * padding};
}

} // namespace quoth::ui
