// How the reader view answers mouse and keyboard.
#include "ui/reader/article_view.h"

#include "ui/reader/hover_card.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextBoundaryFinder>
#include <cmath>

namespace quoth::ui {

int ArticleView::positionAt(QPoint point) {
    return m_layout.rowCount() == 0 ? -1 : m_layout.positionAt(toArticle(point), true);
}

QRect ArticleView::characterRect(int position) {
    return m_layout.characterRect(position).translated(columnOrigin()).toAlignedRect();
}

std::optional<Mark> ArticleView::innermost(int position, bool quotes) const {
    std::optional<Mark> best;
    if (position < 0) return best;
    m_text->marks.visit(position, position + 1, [&](const Mark& mark) {
        if ((mark.kind == MarkKind::Mention) == quotes) return;
        if (!best || mark.end - mark.begin < best->end - best->begin) best = mark;
    });
    return best;
}

std::optional<QuoteId> ArticleView::contentAt(int position) const {
    std::optional<Mark> best;
    if (position < 0) return std::nullopt;
    m_text->marks.visit(position, position + 1, [&](const Mark& mark) {
        if (mark.kind != MarkKind::Content) return;
        if (!best || mark.end - mark.begin < best->end - best->begin) best = mark;
    });
    return best ? std::optional(best->quote()) : std::nullopt;
}

std::optional<QuoteId> ArticleView::quoteAt(QPoint point) {
    const auto mark = innermost(positionAt(point), true);
    return mark ? std::optional(mark->quote()) : std::nullopt;
}

Hovered ArticleView::hoveredAt(QPoint point) {
    if (!m_document) return {};
    return {quoteAt(point), timeAt(point)};
}

std::optional<TimeId> ArticleView::timeAt(QPoint point) {
    const int position = positionAt(point);
    if (position < 0) return std::nullopt;
    const auto byte = static_cast<std::uint32_t>(m_document->offsets().byteFromUtf16(
        m_document->text(), static_cast<std::size_t>(position)));
    const auto& times = m_document->times();
    const auto after =
        std::partition_point(times.begin(), times.end(),
                             [&](const TimeExpression& time) { return time.span.begin <= byte; });
    if (after == times.begin() || (after - 1)->span.end <= byte) return std::nullopt;
    return makeId<TimeTag>(static_cast<std::size_t>(after - times.begin() - 1));
}

std::optional<EntityId> ArticleView::mentionedSpeaker(int position) const {
    const auto mark = innermost(position, false);
    if (!mark || mark->mention == MentionKind::Pronoun || !m_speaks[mark->id]) return std::nullopt;
    return mark->entity();
}

std::optional<EntityId> ArticleView::badgeAt(QPoint point) {
    const QPointF origin = columnOrigin();
    if (!m_document || m_layout.rowCount() == 0 || point.x() >= origin.x() - 6 ||
        point.x() < origin.x() - 50)
        return std::nullopt;
    const QPointF at = toArticle(point);
    const std::size_t row = m_layout.rowAt(at.y());
    const Row& of = m_text->rows[row];
    std::optional<EntityId> found;
    m_text->marks.visit(of.begin, of.end, [&](const Mark& mark) {
        if (mark.kind != MarkKind::Content || !m_state->passes(mark.quote())) return;
        const qreal y = at.y() - m_layout.top(row);
        for (const Fragment& fragment : m_layout.fragments(row, mark))
            if (fragment.line.top() <= y && y < fragment.line.bottom())
                found = m_document->quote(mark.quote()).speaker;
    });
    return found;
}

void ArticleView::click(QPoint point, Qt::KeyboardModifiers modifiers) {
    if (!m_document) return;
    const bool add = modifiers & Qt::ControlModifier;
    const int position = positionAt(point);
    const auto said = add ? std::nullopt : contentAt(position);
    if (const auto speaker = badgeAt(point))
        m_state->toggleSpeaker(*speaker, add);
    else if (said)
        m_state->select(*said);
    else if (const auto named = mentionedSpeaker(position))
        m_state->toggleSpeaker(*named, add);
    else if (const auto quote = innermost(position, true))
        m_state->select(quote->quote());
    else if (const auto mention = innermost(position, false))
        m_state->select(mention->entity());
    else
        m_state->select({});
}

TextRange ArticleView::wordAt(int position) const {
    if (m_text->rows.empty()) return {};
    const Row& row = m_text->rows[m_text->rowOf(position)];
    const QString text = m_text->text.mid(row.begin, row.end - row.begin);
    const int at = std::clamp(position - row.begin, 0, std::max(0, row.end - row.begin - 1));
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, text);
    words.setPosition(at + 1);
    const auto begin = words.toPreviousBoundary();
    const auto end = words.toNextBoundary();
    return {row.begin + static_cast<int>(std::max<qsizetype>(begin, 0)),
            row.begin + static_cast<int>(end < 0 ? text.size() : end)};
}

void ArticleView::mousePressEvent(QMouseEvent* event) {
    m_card->hide();
    m_hoverTimer.stop();
    if (event->button() != Qt::LeftButton || m_layout.rowCount() == 0) return;
    m_pressed = event->pos();
    m_dragging = false;
    const int position = m_layout.positionAt(toArticle(m_pressed), false);
    if (event->modifiers() & Qt::ShiftModifier && !m_marks.selected.empty()) {
        m_anchor =
            position < m_marks.selected.begin ? m_marks.selected.end : m_marks.selected.begin;
        m_dragging = true;
        dragTo(event->pos());
        return;
    }
    m_anchor = position;
    selectRange({});
}

void ArticleView::mouseMoveEvent(QMouseEvent* event) {
    m_pointer = event->pos();
    if (event->buttons() & Qt::LeftButton && m_anchor >= 0) {
        if (!m_dragging &&
            (m_pointer - m_pressed).manhattanLength() < QApplication::startDragDistance())
            return;
        m_dragging = true;
        dragTo(m_pointer);
        if (!viewport()->rect().contains(m_pointer) && !m_dragTimer.isActive()) m_dragTimer.start();
        return;
    }
    const bool overText = positionAt(m_pointer) >= 0;
    const int under = positionAt(m_pointer);
    const bool named =
        mentionedSpeaker(under) && (!contentAt(under) || event->modifiers() & Qt::ControlModifier);
    const bool clickable = badgeAt(m_pointer) || named;
    viewport()->setCursor(clickable  ? Qt::PointingHandCursor
                          : overText ? Qt::IBeamCursor
                                     : Qt::ArrowCursor);
    m_hoverTimer.start();
    if (m_card->isVisible() && hoveredAt(m_pointer) != m_card->shown()) m_card->hide();
}

void ArticleView::dragTo(QPoint point) {
    const int beyond = point.y() < 0 ? point.y() : std::max(0, point.y() - viewport()->height());
    if (beyond == 0)
        m_dragTimer.stop();
    else
        verticalScrollBar()->setValue(verticalScrollBar()->value() + beyond / 2);
    const int position = m_layout.positionAt(toArticle(point), false);
    selectRange({std::min(m_anchor, position), std::max(m_anchor, position)});
}

void ArticleView::mouseReleaseEvent(QMouseEvent* event) {
    m_dragTimer.stop();
    if (event->button() != Qt::LeftButton || m_anchor < 0) return;
    m_anchor = -1;
    if (!m_dragging) click(event->pos(), event->modifiers());
}

void ArticleView::mouseDoubleClickEvent(QMouseEvent* event) {
    const int position = positionAt(event->pos());
    if (event->button() == Qt::LeftButton && position >= 0) selectRange(wordAt(position));
}

void ArticleView::wheelEvent(QWheelEvent* event) {
    if (event->modifiers() & Qt::ControlModifier) {
        if (event->angleDelta().y() != 0)
            setZoom(m_zoom + (event->angleDelta().y() > 0 ? 10 : -10));
        event->accept();
        return;
    }
    m_scrolling.stop();
    QAbstractScrollArea::wheelEvent(event);
}

bool ArticleView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) {
        m_hoverTimer.stop();
        m_card->hide();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ArticleView::hover(QPoint point) {
    const Hovered what = hoveredAt(point);
    if (what.any() && viewport()->underMouse() && isActiveWindow())
        m_card->showFor(*m_state, what, viewport()->mapToGlobal(point));
}

void ArticleView::keyPressEvent(QKeyEvent* event) {
    QScrollBar* bar = verticalScrollBar();
    const int page = std::max(bar->singleStep(), bar->pageStep() - 2 * bar->singleStep());
    const auto scrollBy = [&](int delta) {
        m_scrolling.stop();
        bar->setValue(bar->value() + delta);
    };
    switch (event->key()) {
    case Qt::Key_Up:
        scrollBy(-bar->singleStep());
        break;
    case Qt::Key_Down:
        scrollBy(bar->singleStep());
        break;
    case Qt::Key_PageUp:
        scrollBy(-page);
        break;
    case Qt::Key_PageDown:
        scrollBy(page);
        break;
    case Qt::Key_Space:
        scrollBy(event->modifiers() & Qt::ShiftModifier ? -page : page);
        break;
    case Qt::Key_Home:
        scrollBy(-bar->maximum());
        break;
    case Qt::Key_End:
        scrollBy(bar->maximum());
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    event->accept();
}

void ArticleView::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    menu.setAttribute(Qt::WA_DeleteOnClose, false);
    QAction* copyAction = menu.addAction(tr("&Copy"), this, &ArticleView::copy);
    copyAction->setEnabled(!m_marks.selected.empty());
    menu.addAction(tr("Select &all"), this, &ArticleView::selectAll);
    if (const auto quote = m_document ? quoteAt(event->pos()) : std::nullopt)
        if (const auto speaker = m_document->quote(*quote).speaker) {
            menu.addSeparator();
            const QString name = toQString(m_document->entity(*speaker).name)
                                     .replace(QLatin1Char('&'), QStringLiteral("&&"));
            menu.addAction(tr("&Show only %1").arg(name), this,
                           [this, speaker] { m_state->toggleSpeaker(*speaker); });
        }
    menu.exec(event->globalPos());
}

} // namespace quoth::ui
