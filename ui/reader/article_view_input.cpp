// How the reader view answers mouse and keyboard.
#include "ui/reader/article_view.h"

#include "ui/reader/hover_card.h"
#include "ui/widgets/tool_tip.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBoundaryFinder>
#include <QToolTip>
#include <utility>

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
    const QScopedValueRollback clicking(m_clicking, true);
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
    m_heldTop.reset();
    if (event->button() != Qt::LeftButton || m_layout.rowCount() == 0) return;
    m_pressed = event->pos();
    m_dragging = false;
    m_draggedEdge = edgeAt(m_pressed);
    if (m_draggedEdge) return;
    const int position = m_layout.positionAt(toArticle(m_pressed), false);
    if (event->modifiers() & Qt::ShiftModifier && !m_marks.selected.empty()) {
        m_anchor =
            position < m_marks.selected.begin ? m_marks.selected.end : m_marks.selected.begin;
        m_dragging = true;
        dragTo(event->pos());
        return;
    }
    m_anchor = position;
    setCaret(position, false);
}

void ArticleView::mouseMoveEvent(QMouseEvent* event) {
    m_pointer = event->pos();
    if (m_draggedEdge && event->buttons() & Qt::LeftButton) {
        m_dragging = true;
        dragEdge(m_pointer);
        return;
    }
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
    viewport()->setCursor(edgeAt(m_pointer) ? Qt::SizeHorCursor
                          : clickable       ? Qt::PointingHandCursor
                          : overText        ? Qt::IBeamCursor
                                            : Qt::ArrowCursor);
    m_hoverTimer.start();
    if (m_card->isVisible() && hoveredAt(m_pointer) != m_card->shown()) m_card->hide();
}

void ArticleView::dragTo(QPoint point) {
    const int beyond = point.y() < 0 ? point.y() : std::max(0, point.y() - viewport()->height());
    if (beyond == 0)
        m_dragTimer.stop();
    else {
        m_heldTop.reset();
        verticalScrollBar()->setValue(verticalScrollBar()->value() + beyond / 2);
    }
    const int position = m_layout.positionAt(toArticle(point), false);
    selectRange({std::min(m_anchor, position), std::max(m_anchor, position)});
    m_caret = position;
}

void ArticleView::mouseReleaseEvent(QMouseEvent* event) {
    m_dragTimer.stop();
    if (m_draggedEdge && event->button() == Qt::LeftButton) {
        const Edge edge = *std::exchange(m_draggedEdge, std::nullopt);
        selectRange({});
        if (m_dragging) emit edgeDragged(edge, m_edgePosition);
        return;
    }
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
    m_heldTop.reset();
    m_scrolling.stop();
    QAbstractScrollArea::wheelEvent(event);
}

QString ArticleView::badgeTip(QPoint point) {
    const auto speaker = badgeAt(point);
    if (!speaker) return {};
    const auto& quotes = m_document->quotes();
    const auto count = std::count_if(quotes.begin(), quotes.end(),
                                     [&](const Quote& quote) { return quote.speaker == speaker; });
    return toolTipOf({toQString(m_document->entity(*speaker).name),
                      tr("%Ln quote(s)", nullptr, static_cast<int>(count))},
                     true);
}

bool ArticleView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), badgeTip(help->pos()), viewport());
        return true;
    }
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
        m_heldTop.reset();
        m_scrolling.stop();
        bar->setValue(bar->value() + delta);
    };
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const bool byWord = event->modifiers() & Qt::ControlModifier;
    // On or back through the quotes, else through the text.
    for (const auto& [step, command] :
         {std::pair(1, "quotes.goOn"), std::pair(-1, "quotes.goBack")})
        if (m_state->keys().matches(*event, QLatin1String(command))) {
            if (m_state->selectedQuote())
                m_state->stepQuote(step);
            else
                scrollBy(step * page);
            event->accept();
            return;
        }
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (m_document) moveCaret(event->key() == Qt::Key_Left ? -1 : 1, byWord, shift);
        break;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int step = event->key() == Qt::Key_Up ? -1 : 1;
        if (shift && m_document)
            moveCaretByLine(step, true);
        else
            scrollBy(step * bar->singleStep());
        break;
    }
    case Qt::Key_PageUp:
        scrollBy(-page);
        break;
    case Qt::Key_PageDown:
        scrollBy(page);
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
    int position = -1;
    QPoint at = event->pos();
    if (event->reason() == QContextMenuEvent::Mouse) {
        position = positionAt(at);
        if (const auto quote = m_document ? quoteAt(at) : std::nullopt) m_state->select(*quote);
    } else if (m_caret >= 0) { // the Menu key: at the caret
        position = m_caret;
        at = characterRect(m_caret).bottomLeft();
        at.setY(std::clamp(at.y(), 0, viewport()->height()));
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* copyAction = menu->addAction(tr("&Copy"), this, &ArticleView::copy);
    copyAction->setEnabled(!m_marks.selected.empty());
    menu->addAction(tr("Select &All"), this, &ArticleView::selectAll);
    emit menuOpening(menu, position);
    menu->popup(viewport()->mapToGlobal(at));
}

} // namespace quoth::ui
