// The reader's caret, moved by keys and clicks, and the grips at the ends of the selected quote.
#include "ui/reader/article_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <cmath>

namespace quoth::ui {
namespace {

constexpr int gripRadius = 5;
constexpr int gripReach = 8; // pixels around an end where the pointer takes it

} // namespace

void ArticleView::setCaret(int position, bool extend) {
    const int length = static_cast<int>(m_text->text.size());
    if (length == 0) return;
    position = std::clamp(position, 0, length);
    const TextRange selected = m_marks.selected;
    const int from = std::max(m_caret, 0);
    const int anchor = selected.empty()         ? from
                       : from == selected.begin ? selected.end
                                                : selected.begin;
    m_caret = position;
    selectRange(extend ? TextRange{std::min(anchor, position), std::max(anchor, position)}
                       : TextRange{});
    viewport()->update();
    announceCursor();
}

void ArticleView::moveCaret(int step, bool byWord, bool extend) {
    const QString& text = m_text->text;
    const int length = static_cast<int>(text.size());
    if (m_caret < 0) { // begins at the selected quote, else at what is in view
        const auto quote = m_state->selectedQuote();
        setCaret(quote ? toRange(*m_document, m_document->quote(*quote).content.front()).begin
                       : m_layout.positionAt({0, std::max(0.0, scrolled())}, false),
                 false);
        return;
    }
    int at = m_caret;
    const auto wordAtIndex = [&](int i) { return text[i].isLetterOrNumber(); };
    if (!byWord) {
        at += step;
        if (at > 0 && at < length && text[at].isLowSurrogate()) at += step;
    } else if (step > 0) {
        while (at < length && wordAtIndex(at))
            ++at;
        while (at < length && !wordAtIndex(at))
            ++at;
    } else {
        while (at > 0 && !wordAtIndex(at - 1))
            --at;
        while (at > 0 && wordAtIndex(at - 1))
            --at;
    }
    setCaret(at, extend);
    showPlace({m_caret, m_caret});
}

void ArticleView::moveCaretByLine(int step, bool extend) {
    if (m_caret < 0) return moveCaret(1, false, false);
    const QRectF now = m_layout.characterRect(m_caret);
    const qreal pitch = m_layout.type().body().pitch;
    setCaret(m_layout.positionAt({now.left(), now.center().y() + step * pitch}, false), extend);
    showPlace({m_caret, m_caret});
}

// The line at an end of the selected quote, in viewport coordinates; null where none is selected.
QRect ArticleView::edgeRect(Edge edge) {
    const auto quote = m_state->selectedQuote();
    if (!quote || !m_document || m_document.get() != m_state->document()) return {};
    const auto& content = m_document->quote(*quote).content;
    const TextRange range =
        toRange(*m_document, edge == Edge::Begin ? content.front() : content.back());
    if (range.empty()) return {};
    const QRect box = characterRect(edge == Edge::Begin ? range.begin : range.end - 1);
    const int x = edge == Edge::Begin ? box.left() - 2 : box.right() + 3;
    return {x, box.top() - 2, 1, box.height() + 4};
}

std::optional<Edge> ArticleView::edgeAt(QPoint point) {
    for (const Edge edge : {Edge::End, Edge::Begin}) {
        const QRect line = edgeRect(edge);
        if (!line.isNull() &&
            line.adjusted(-gripReach / 2, -gripReach / 2, gripReach / 2, gripReach / 2)
                .contains(point))
            return edge;
    }
    return std::nullopt;
}

void ArticleView::dragEdge(QPoint point) {
    const auto quote = m_state->selectedQuote();
    if (!quote || !m_document) return;
    const auto& content = m_document->quote(*quote).content;
    const TextRange first = toRange(*m_document, content.front());
    const TextRange last = toRange(*m_document, content.back());
    const int at = m_layout.positionAt(toArticle(point), false);
    const int begin = *m_draggedEdge == Edge::Begin ? std::min(at, last.end) : first.begin;
    const int end = *m_draggedEdge == Edge::Begin ? last.end : std::max(at, first.begin);
    m_edgePosition = at;
    selectRange({begin, end});
}

void ArticleView::paintCaretAndGrips(QPainter& painter) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (const auto quote = m_state->selectedQuote()) {
        const EntityId speaker = m_document->quote(*quote).speaker.value_or(EntityId{~0U});
        const QColor colour = m_state->colours().style(speaker).line;
        for (const Edge edge : {Edge::Begin, Edge::End}) {
            const QRectF line = edgeRect(edge);
            if (line.isNull()) continue;
            painter.fillRect(QRectF(line.left() - 0.5, line.top(), 2, line.height()), colour);
            painter.setPen(QPen(palette().color(QPalette::Base), 1));
            painter.setBrush(colour);
            const QPointF knob(line.left() + 0.5, edge == Edge::Begin ? line.top() : line.bottom());
            painter.drawEllipse(knob, gripRadius, gripRadius);
        }
    }
    if (m_caret >= 0 && hasFocus()) {
        const QRectF box = characterRect(m_caret);
        painter.fillRect(QRectF(std::floor(box.left()), box.top(), 2, box.height()),
                         palette().color(QPalette::Text));
    }
    painter.restore();
}

} // namespace quoth::ui
