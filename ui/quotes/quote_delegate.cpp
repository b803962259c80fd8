#include "ui/quotes/quote_delegate.h"

#include "ui/quotes/quote_text.h"
#include "ui/quotes/quotes_model.h"
#include "ui/state/desk.h"
#include "ui/state/search_text.h"
#include "ui/widgets/panel_style.h"

#include <QPainter>
#include <QTextLayout>
#include <limits>

namespace quoth::ui {
namespace {

constexpr int padding = 8;
constexpr int laneWidth = 3;
constexpr int badgeSize = 22;
constexpr int textLeft = 8 + badgeSize + 8; // after the lane and the badge
constexpr int lineGap = 2;
constexpr std::size_t mostMarks = 50; // of words searched, in a line

QFont smallFont(const QFont& font) {
    QFont out = font;
    if (font.pointSizeF() > 0)
        out.setPointSizeF(font.pointSizeF() * 0.9);
    else
        out.setPixelSize(qMax(8, font.pixelSize() * 9 / 10));
    return out;
}

Qt::PenStyle laneStyle(QuoteKind kind) {
    switch (kind) {
    case QuoteKind::Mixed:
        return Qt::DashLine;
    case QuoteKind::Indirect:
        return Qt::DotLine;
    default:
        return Qt::SolidLine;
    }
}

// What the search of quotes looks for, folded, and the ground that marks it.
struct Searched {
    QString words;
    QColor ground;
};

// One line of text in the painter's font and pen, with what is searched in it marked.
void drawMarked(QPainter& painter, const QRect& line, const QString& text,
                const Searched& searched) {
    const QFontMetrics metrics = painter.fontMetrics();
    for (const qsizetype at : findAll(foldForFind(text), searched.words, mostMarks)) {
        const int from = metrics.horizontalAdvance(text, static_cast<int>(at));
        const int to =
            metrics.horizontalAdvance(text, static_cast<int>(at + searched.words.size()));
        painter.fillRect(QRect(line.left() + from, line.top(), to - from, line.height()),
                         searched.ground);
    }
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text);
}

// `left` elided so that `right` always fits beside it.
void drawLine(QPainter& painter, const QRect& line, const QString& left, const QColor& leftColour,
              const QFont& leftFont, const QString& right, const QColor& rightColour,
              const QFont& rightFont, const Searched& searched = {}) {
    const QFontMetrics rightMetrics(rightFont);
    const int rightWidth = right.isEmpty() ? 0 : rightMetrics.horizontalAdvance(right) + 8;
    painter.setFont(leftFont);
    painter.setPen(leftColour);
    drawMarked(painter, line.adjusted(0, 0, -rightWidth, 0),
               QFontMetrics(leftFont).elidedText(left, Qt::ElideRight, line.width() - rightWidth),
               searched);
    painter.setFont(rightFont);
    painter.setPen(rightColour);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, right);
}

void drawTwoLines(QPainter& painter, const QRect& rect, const QString& text, const QFont& font,
                  const QColor& colour, const Searched& searched) {
    const QFontMetrics metrics(font);
    QTextLayout layout(text, font);
    QTextOption wrapping;
    wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrapping);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    if (first.isValid()) first.setLineWidth(rect.width());
    layout.endLayout();
    const int split = first.isValid() ? first.textLength() : 0;
    painter.setFont(font);
    painter.setPen(colour);
    QRect line(rect.left(), rect.top(), rect.width(), metrics.height());
    drawMarked(painter, line, text.left(split).trimmed(), searched);
    line.translate(0, metrics.height());
    drawMarked(painter, line,
               metrics.elidedText(text.mid(split).trimmed(), Qt::ElideRight, rect.width()),
               searched);
}

void paintFoldRow(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
    painter.save();
    paintRow(painter, option, option.state & QStyle::State_Selected);
    painter.setPen(hairline(option.palette));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    QFont font = option.font;
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(option.palette.color(QPalette::Text));
    const QString arrow =
        index.data(QuotesModel::FoldRole).toBool() ? QStringLiteral("▸") : QStringLiteral("▾");
    painter.drawText(option.rect.adjusted(padding, 0, -padding, 0),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     arrow + QLatin1Char(' ') + index.data(Qt::DisplayRole).toString());
    painter.restore();
}

} // namespace

QuoteDelegate::QuoteDelegate(const ViewState* state, QObject* parent)
    : QStyledItemDelegate(parent), m_state(state) {}

void QuoteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const Document* document = m_state->document();
    if (index.data(QuotesModel::FoldRole).isValid()) {
        paintFoldRow(*painter, option, index);
        return;
    }
    const QuoteId id{index.data(QuotesModel::IdRole).toUInt()};
    if (!document || id.value >= document->quotes().size()) return;
    const Quote& quote = document->quote(id);
    // Without a speaker there is no such entity, and the style is that of the rest.
    constexpr EntityId nobody{std::numeric_limits<std::uint32_t>::max()};
    const SpeakerStyle style = m_state->colours().style(
        quote.speaker.value_or(nobody),
        quote.speaker && m_state->filter().speakers.contains(*quote.speaker));

    painter->save();
    painter->setClipRect(option.rect);
    const bool selected =
        m_state->selectedQuote() == id || option.state.testFlag(QStyle::State_Selected);
    paintRow(*painter, option, selected);
    const QRect row = option.rect;
    painter->setPen(hairline(option.palette));
    painter->drawLine(row.bottomLeft(), row.bottomRight());

    QPen lane(style.line, laneWidth, laneStyle(quote.kind), Qt::FlatCap);
    painter->setPen(lane);
    painter->drawLine(row.left() + 2, row.top() + padding, row.left() + 2, row.bottom() - padding);
    const QRectF badge(row.left() + 8, row.top() + padding, badgeSize, badgeSize);
    paintBadge(*painter, badge, style, option.palette);
    if (m_state->isDoubtful(id)) paintDoubtMark(*painter, badge, option.palette);
    paintCheckMark(*painter, badge, quote.check, option.palette);

    QFont nameFont = option.font;
    nameFont.setBold(true);
    const QFont noteFont = smallFont(option.font);
    const QColor text = option.palette.color(QPalette::Text);
    // Muted text is made for the base colour, not for a selected row's.
    const QColor muted = selected ? text : mutedText(option.palette);
    const int left = row.left() + textLeft;
    const int width = row.right() - padding - left;
    QRect line(left, row.top() + padding, width,
               qMax(badgeSize - 2, QFontMetrics(nameFont).height()));
    const Searched searched{foldForFind(m_state->filter().text),
                            findHitGround(option.palette, false)};
    QString kind = kindLabel(quote.kind);
    if (quote.act == QuoteAct::Thought) kind += tr(" thought");
    drawLine(*painter, line, speakerLabel(*document, quote), quote.speaker ? text : muted, nameFont,
             kind, muted, noteFont, quote.speaker ? searched : Searched{});
    const int textHeight = 2 * QFontMetrics(option.font).height();
    drawTwoLines(*painter, QRect(left, line.bottom() + lineGap, width, textHeight),
                 previewText(*document, quote), option.font, text, searched);
    line = QRect(left, line.bottom() + 2 * lineGap + textHeight, width,
                 QFontMetrics(noteFont).height());
    // How sure the machine is matters no more once somebody has checked.
    const bool checked = quote.check != CheckState::Unchecked;
    const QString cue = cueLine(*document, quote);
    QString state = checked             ? checkLabel(quote.check)
                    : isByReader(quote) ? tr("set by you")
                                        : tr("%1 %").arg(qRound(quote.confidence * 100));
    if (state == cue) state.clear(); // said once
    if (!quote.note.empty()) state = tr("note · %1").arg(state);
    drawLine(*painter, line, cue, muted, noteFont, state, checked ? text : muted, noteFont);
    painter->restore();
}

QSize QuoteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (index.data(QuotesModel::FoldRole).isValid())
        return {200, QFontMetrics(option.font).height() + 2 * padding};
    QFont nameFont = option.font;
    nameFont.setBold(true);
    const int height = 2 * padding + qMax(badgeSize - 2, QFontMetrics(nameFont).height()) +
                       2 * lineGap + 2 * QFontMetrics(option.font).height() +
                       QFontMetrics(smallFont(option.font)).height();
    return {200, height};
}

} // namespace quoth::ui
