#include "ui/reader/article_view.h"

#include "ui/reader/article_accessible.h"
#include "ui/reader/hover_card.h"
#include "ui/reader/speaker_stripe.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <algorithm>
#include <cmath>

namespace quoth::ui {
namespace {

constexpr qreal margin = 40;     // above and below the article
constexpr qreal sideMargin = 64; // room for the stripe and badges; narrower windows give it up
constexpr qreal narrowMargin = 20;
constexpr std::size_t longestHistory = 100;

bool haveSameBlocks(const Document& a, const Document& b) {
    return std::equal(a.blocks().begin(), a.blocks().end(), b.blocks().begin(), b.blocks().end(),
                      [](const Block& one, const Block& other) {
                          return one.kind == other.kind && one.span == other.span;
                      });
}

} // namespace

ArticleView::ArticleView(ViewState* state, QWidget* parent)
    : QAbstractScrollArea(parent), m_state(state), m_text(std::make_unique<ArticleText>()),
      m_stripe(new SpeakerStripe(state, this)), m_card(std::make_unique<HoverCard>(this)) {
    installArticleAccessibility();
    setAccessibleName(tr("Article"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // no jump of the column when it appears
    setViewportMargins(0, 0, m_stripe->sizeHint().width(), 0);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    m_hoverTimer.setSingleShot(true);
    m_hoverTimer.setInterval(450);
    m_dragTimer.setInterval(30);
    m_scrolling.setDuration(180);
    m_scrolling.setEasingCurve(QEasingCurve::OutCubic);

    connect(state, &ViewState::documentChanged, this, &ArticleView::showDocument);
    connect(state, &ViewState::selectionChanged, this, &ArticleView::showSelection);
    connect(state, &ViewState::filterChanged, this, &ArticleView::showFilter);
    connect(state, &ViewState::coloursChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&m_moreTimer, &QTimer::timeout, this, &ArticleView::layOutMore);
    connect(&m_hoverTimer, &QTimer::timeout, this, [this] { hover(m_pointer); });
    connect(&m_dragTimer, &QTimer::timeout, this, [this] { dragTo(m_pointer); });
    connect(&m_scrolling, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& value) { verticalScrollBar()->setValue(value.toInt()); });
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_heldTop.reset(); });
    connect(m_stripe, &SpeakerStripe::quoteClicked, this,
            [this](QuoteId quote) { m_state->select(quote); });
    connect(m_stripe, &SpeakerStripe::placeClicked, this, [this](qreal share) {
        scrollTo(share * m_layout.height() - viewport()->height() / 2.0, false);
    });
    relayout();
    if (state->document()) showDocument();
}

ArticleView::~ArticleView() = default;

void ArticleView::showDocument() {
    const auto before = m_document;
    m_document = m_state->sharedDocument();
    const bool sameText = before && m_document && before->text() == m_document->text();
    const bool sameRows = sameText && haveSameBlocks(*before, *m_document);
    const int value = verticalScrollBar()->value();
    m_card->hide();
    m_scrolling.stop();
    if (sameRows) {
        m_text->remark(*m_document); // a correction leaves the layout as it is
    } else {
        auto text = m_document ? std::make_unique<ArticleText>(*m_document)
                               : std::make_unique<ArticleText>();
        m_layout.setText(text.get());
        m_text = std::move(text);
    }
    m_speaks.assign(m_document ? m_document->entities().size() : 0, false);
    if (m_document)
        for (const EntityId speaker : m_document->speakers())
            m_speaks[speaker.value] = true;
    m_marks.currentMention = {};
    m_filter = m_state->filter(); // nothing new in it
    if (!sameText) {
        m_marks = {};
        m_history.clear();
        m_caret = -1;
        m_heldTop.reset();
        emit copyAvailable(false);
        emit findChanged();
        emit historyChanged();
    }
    updateStripeTicks();
    viewport()->update();
    if (sameRows) return;
    updateScrollBar();
    verticalScrollBar()->setValue(sameText ? value : 0);
    layOutVisible();
    markHits();
    m_moreTimer.start(0);
}

void ArticleView::showSelection() {
    m_marks.currentMention = {};
    viewport()->update();
    if (!m_document) return;
    if (const auto quote = m_state->selectedQuote()) {
        const Span content = m_document->quote(*quote).content.front();
        if (!m_clicking) m_caret = toRange(*m_document, content).begin;
        showSpan(content);
    }
    announceCursor();
    if (const auto event = m_state->selectedEvent())
        showSpan(m_document->event(*event).trigger);
    else if (const auto entity = m_state->selectedEntity()) {
        const auto& mentions = m_document->entity(*entity).mentions;
        if (!mentions.empty()) showSpan(mentions.front().span);
    }
}

int ArticleView::cursorPosition() const {
    return m_caret >= 0 && m_marks.selected.empty() ? m_caret : m_marks.selected.end;
}

std::optional<QuoteId> ArticleView::quoteAtCursor() const {
    if (!m_document) return std::nullopt;
    const bool selecting = !m_marks.selected.empty();
    if (!selecting && m_caret < 0) return m_state->selectedQuote();
    return contentAt(selecting ? m_marks.selected.end - 1 : m_caret);
}

void ArticleView::announceCursor() {
    if (!QAccessible::isActive()) return;
    QAccessibleTextCursorEvent cursor(this, cursorPosition());
    QAccessible::updateAccessibility(&cursor);
    QAccessibleEvent description(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&description);
}

qreal ArticleView::scrolled() const {
    return verticalScrollBar()->value() - margin;
}

QPointF ArticleView::columnOrigin() const {
    const qreal free = viewport()->width() - m_layout.width();
    return {std::max(std::floor(free / 2), 0.0), -scrolled()};
}

QPointF ArticleView::toArticle(QPoint point) const {
    return QPointF(point) - columnOrigin();
}

void ArticleView::relayout() {
    const std::optional<int> held = m_heldTop;
    const qreal size = m_pixels > 0 ? m_pixels : bodySizeBeside(font());
    const TypeScale type(size * m_zoom / 100, m_family, m_lineCharacters);
    const qreal room = viewport()->width();
    const qreal side = room < 560 ? narrowMargin : sideMargin;
    const qreal width = std::max(120.0, std::min(std::floor(type.columnWidth()), room - 2 * side));
    // The position at the top stays there, as far above or below the edge as it was.
    const bool any = m_layout.rowCount() > 0;
    const bool atTop = verticalScrollBar()->value() == 0;
    const int keep = any ? m_layout.positionAt({0, scrolled()}, false) : 0;
    const qreal inside = any ? scrolled() - m_layout.characterRect(keep).top() : 0;
    m_layout.setGeometry(type, width);
    updateScrollBar();
    if (any && !atTop) scrollTo(m_layout.characterRect(keep).top() + inside, false);
    layOutVisible();
    updateStripeTicks();
    m_moreTimer.start(0);
    if (held) {
        m_heldTop = held;
        holdTop();
    }
    viewport()->update();
}

void ArticleView::updateScrollBar() {
    const int page = viewport()->height();
    const int content = static_cast<int>(std::ceil(m_layout.height() + 2 * margin));
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(static_cast<int>(m_layout.type().body().pitch));
    verticalScrollBar()->setRange(0, std::max(0, content - page));
    updateStripeView();
}

void ArticleView::layOutVisible() {
    if (m_layout.rowCount() == 0) return;
    // The first row that begins in view keeps its place while heights above it become exact.
    const qreal from = std::max(0.0, scrolled());
    std::size_t row = m_layout.rowAt(from);
    const std::size_t anchor = std::min(row + 1, m_layout.rowCount() - 1);
    const qreal before = m_layout.top(anchor);
    bool changed = m_layout.ensure(row);
    const qreal moved = m_layout.top(anchor) - before;
    const bool shift = from > 0 && moved != 0;
    const qreal bottom = from + (shift ? moved : 0) + viewport()->height();
    for (++row; row < m_layout.rowCount() && m_layout.top(row) < bottom; ++row)
        changed = m_layout.ensure(row) || changed;
    if (!changed) return;
    m_adjusting = true;
    updateScrollBar();
    if (shift)
        verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                      static_cast<int>(std::lround(moved)));
    m_adjusting = false;
}

void ArticleView::layOutMore() {
    if (m_layout.rowCount() == 0) {
        m_moreTimer.stop();
        return;
    }
    const std::size_t anchor = m_layout.rowAt(std::max(0.0, scrolled()));
    const qreal before = m_layout.top(anchor);
    const bool more = m_layout.ensureSome(6);
    const qreal moved = m_layout.top(anchor) - before;
    m_adjusting = true;
    updateScrollBar();
    if (moved != 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                      static_cast<int>(std::lround(moved)));
    m_adjusting = false;
    if (more) return;
    m_moreTimer.stop();
    holdTop();
    updateStripeTicks();
}

void ArticleView::updateStripeView() {
    const qreal height = m_layout.height() + 2 * margin;
    m_stripe->setView(verticalScrollBar()->value() / height,
                      (verticalScrollBar()->value() + viewport()->height()) / height);
}

void ArticleView::updateStripeTicks() {
    const qreal height = m_layout.height() + 2 * margin;
    std::vector<SpeakerStripe::Tick> ticks;
    // By the share of the row that lies in front: exact enough for a tick, and needs no layout.
    const auto share = [&](int position) {
        const std::size_t row = m_text->rowOf(position);
        const Row& of = m_text->rows[row];
        const qreal inside =
            static_cast<qreal>(position - of.begin) / std::max(1, of.end - of.begin);
        return (margin + m_layout.top(row) +
                std::clamp(inside, 0.0, 1.0) * m_layout.rowHeight(row)) /
               height;
    };
    for (const Mark& mark : m_text->marks.items())
        if (mark.kind == MarkKind::Content && !m_text->rows.empty())
            ticks.push_back({share(mark.begin), share(mark.end), mark.quote()});
    m_stripe->setTicks(std::move(ticks));
}

void ArticleView::scrollTo(qreal y, bool animated) {
    m_heldTop.reset();
    const int value =
        std::clamp(static_cast<int>(std::lround(y + margin)), 0, verticalScrollBar()->maximum());
    m_scrolling.stop();
    const int distance = std::abs(value - verticalScrollBar()->value());
    const bool calm = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) <= 0;
    if (!animated || calm || distance > 3 * viewport()->height()) {
        verticalScrollBar()->setValue(value);
        return;
    }
    m_scrolling.setStartValue(verticalScrollBar()->value());
    m_scrolling.setEndValue(value);
    m_scrolling.start();
}

void ArticleView::showPlace(TextRange range) {
    if (m_layout.rowCount() == 0) return;
    // Rows around the place are laid out first, so that it lands where it should.
    QRectF first = m_layout.characterRect(range.begin);
    const QRectF last = m_layout.characterRect(std::max(range.begin, range.end - 1));
    first = m_layout.characterRect(range.begin);
    updateScrollBar();
    const qreal top = scrolled(), page = viewport()->height();
    const qreal bottom = std::min(last.bottom(), first.top() + page * 0.6);
    if (first.top() >= top + 8 && bottom <= top + page - 24) return;
    m_history.push_back(m_layout.positionAt({0, std::max(0.0, top)}, false));
    if (m_history.size() > longestHistory) m_history.erase(m_history.begin());
    emit historyChanged();
    scrollTo(first.top() - page * 0.3, true);
}

void ArticleView::showSpan(Span span) {
    if (m_document) showPlace(toRange(*m_document, span));
}

int ArticleView::topPosition() {
    if (m_layout.rowCount() == 0 || verticalScrollBar()->value() == 0) return 0;
    // In the middle of the first line: its upper edge may be the line before, by rounding.
    const qreal inside = m_layout.type().body().pitch / 2;
    return m_layout.positionAt({0, std::max(0.0, scrolled()) + inside}, false);
}

void ArticleView::setTopPosition(int position) {
    if (m_layout.rowCount() == 0) return;
    m_heldTop = std::clamp(position, 0, static_cast<int>(m_text->text.size()) - 1);
    holdTop();
}

void ArticleView::holdTop() {
    if (!m_heldTop || m_layout.rowCount() == 0) return;
    const int held = *m_heldTop;
    m_layout.characterRect(held); // lays its row out
    updateScrollBar();
    scrollTo(held == 0 ? -margin : m_layout.characterRect(held).top(), false);
    layOutVisible();
    m_heldTop = held;
}

void ArticleView::back() {
    if (m_history.empty()) return;
    const int position = m_history.back();
    m_history.pop_back();
    emit historyChanged();
    scrollTo(m_layout.characterRect(position).top(), true);
}

QString ArticleView::selectedText() const {
    const TextRange& range = m_marks.selected;
    return m_text->text.mid(range.begin, range.end - range.begin);
}

void ArticleView::selectRange(TextRange range) {
    const int length = static_cast<int>(m_text->text.size());
    range = {std::clamp(range.begin, 0, length), std::clamp(range.end, 0, length)};
    if (range == m_marks.selected) return;
    m_marks.selected = range;
    viewport()->update();
    announceCursor();
    emit copyAvailable(!range.empty());
}

void ArticleView::selectAll() {
    selectRange({0, static_cast<int>(m_text->text.size())});
}

void ArticleView::copy() const {
    if (!m_marks.selected.empty()) QGuiApplication::clipboard()->setText(selectedText());
}

void ArticleView::setZoom(int percent) {
    percent = std::clamp(percent, 50, 300);
    if (percent == m_zoom) return;
    m_zoom = percent;
    relayout();
    emit zoomChanged(percent);
}

void ArticleView::setType(const QString& family, int pixels, int lineCharacters) {
    if (family == m_family && pixels == m_pixels && lineCharacters == m_lineCharacters) return;
    m_family = family;
    m_pixels = pixels;
    m_lineCharacters = lineCharacters;
    relayout();
}

void ArticleView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    if (!m_document || m_document.get() != m_state->document() || m_layout.rowCount() == 0) return;
    const ArticlePainter article(m_layout, *m_state, m_marks, palette());
    const QPointF origin = columnOrigin();
    const qreal top = event->rect().top() - origin.y(),
                bottom = event->rect().bottom() - origin.y();
    for (std::size_t row = m_layout.rowAt(std::max(0.0, top));
         row < m_layout.rowCount() && m_layout.top(row) <= bottom; ++row) {
        const QPointF at = origin + QPointF(0, m_layout.top(row));
        article.paint(painter, row, at);
        article.paintMargin(painter, row, at, origin.x() - 10, origin.x());
    }
    paintCaretAndGrips(painter);
}

void ArticleView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    const QRect view = viewport()->geometry();
    m_stripe->setGeometry(view.right() + 1, view.top(), m_stripe->sizeHint().width(),
                          view.height());
    relayout();
    // What the reader looks at keeps its place on the screen while bars above come and go.
    const int place = mapTo(window(), QPoint()).y();
    const int moved = place - m_place.value_or(place);
    m_place = place;
    if (moved != 0 && !m_heldTop)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
}

void ArticleView::scrollContentsBy(int, int) {
    m_card->hide();
    if (!m_adjusting) layOutVisible();
    updateStripeView();
    viewport()->update();
}

void ArticleView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) relayout();
    if (event->type() == QEvent::PaletteChange) viewport()->update();
}

} // namespace quoth::ui
