// The reader: the article in one column with its highlights, selectable and searchable, kept in
// step with the shared view state. The document's text is never changed nor copied into widgets;
// positions here are UTF-16 units of ArticleText, converted through the document's offset map.
#pragma once

#include "core/quotes/quote_editing.h"
#include "ui/reader/article_layout.h"
#include "ui/reader/article_painter.h"
#include "ui/state/view_state.h"

#include <QAbstractScrollArea>
#include <QPoint>
#include <QTimer>
#include <QVariantAnimation>
#include <memory>

class QMenu;

namespace quoth::ui {

class HoverCard;
struct Hovered;
class SpeakerStripe;

class ArticleView : public QAbstractScrollArea {
    Q_OBJECT
public:
    // `state` must outlive the view.
    explicit ArticleView(ViewState* state, QWidget* parent = nullptr);
    ~ArticleView() override;

    const ArticleText& articleText() const { return *m_text; }
    const ViewState& state() const { return *m_state; }

    // The reader's selection, empty where there is none.
    QString selectedText() const;
    TextRange selectedRange() const { return m_marks.selected; }
    void selectRange(TextRange range);
    void selectAll();
    void copy() const;

    // Where keys and clicks put the caret; -1 while it was nowhere.
    int caret() const { return m_caret; }
    void setCaret(int position, bool extend); // extend: the selection reaches there

    // Marks every place of `wanted` (any case, any quote marks) and goes to the first one from the
    // view's top on. With an empty text, and from the next search of quotes on, what that one found
    // is marked.
    void find(const QString& wanted);
    const QString& wanted() const { return m_wanted; }
    void stepFind(int step);   // through what is marked: 1 or -1, wraps around
    void stepSearch(int step); // through what the search of quotes found
    int findCount() const { return static_cast<int>(m_marks.findHits.size()); }
    int findIndex() const { return m_marks.currentHit; } // -1 where nothing is found

    // The next (1) or previous (-1) mention of the selected entity, else of the selected quote's
    // speaker, else of the one that the filter shows. False where there is none of these.
    bool stepMention(int step);

    // Scrolls a place into the upper third, unless it is in view already; remembers where the
    // reader was.
    void showPlace(TextRange range);
    void showSpan(Span span);
    void back();
    bool canGoBack() const { return !m_history.empty(); }

    int topPosition(); // of the text, at the view's top
    void setTopPosition(int position);

    int zoom() const { return m_zoom; } // percent
    void setZoom(int percent);          // 50 to 300
    // See TypeScale; `pixels` 0: beside the interface's letters.
    void setType(const QString& family, int pixels, int lineCharacters);

    // Where a screen reader is: the end of the selected text, else the caret; and the quote there,
    // the selected one before there is a caret.
    int cursorPosition() const;
    std::optional<QuoteId> quoteAtCursor() const;

    // In viewport coordinates. positionAt gives -1 where no character is.
    int positionAt(QPoint point);
    QRect characterRect(int position);
    std::optional<QuoteId> quoteAt(QPoint point); // the innermost, by content, cue or source
    std::optional<TimeId> timeAt(QPoint point);
    std::optional<EntityId> badgeAt(QPoint point);
    QString badgeTip(QPoint point); // whose badge: name and number of quotes; empty off badges

signals:
    void copyAvailable(bool available);
    // A context menu is about to open at a position of the text (-1: beside it), the quote there
    // selected; others may put in what they can do.
    void menuOpening(QMenu* menu, int position);
    // The reader has dragged an end of the selected quote to a position.
    void edgeDragged(quoth::Edge edge, int position);
    void zoomChanged(int percent);
    void findChanged();
    void historyChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void showDocument();
    void showSelection();
    void showFilter(); // scrolls to what a new one found unless some of it is in view
    void markHits();
    void showHit();                            // the current one
    std::optional<TextRange> foundOutOfView(); // the first place that the filter found, if none is
    void relayout();                           // new width or type; keeps the line at the top
    void updateScrollBar();
    void layOutVisible(); // and keeps what is in view where it is
    void layOutMore();    // between events, until all heights are exact
    void updateStripeView();
    void updateStripeTicks(); // linear in quotes: not while scrolling
    void scrollTo(qreal y, bool animated);
    void holdTop();
    QPointF columnOrigin() const; // of the article's top left corner in the viewport
    QPointF toArticle(QPoint point) const;
    qreal scrolled() const;
    void announceCursor();
    std::optional<Mark> innermost(int position, bool quotes) const;
    std::optional<EntityId> mentionedSpeaker(int position) const;
    std::optional<QuoteId> contentAt(int position) const; // innermost, by content alone
    void click(QPoint point, Qt::KeyboardModifiers modifiers);
    void dragTo(QPoint point);
    Hovered hoveredAt(QPoint point);
    void hover(QPoint point);
    TextRange wordAt(int position) const;
    // Caret and grips (article_view_caret.cpp).
    void moveCaret(int step, bool byWord, bool extend);
    void moveCaretByLine(int step, bool extend);
    QRect edgeRect(Edge edge);
    std::optional<Edge> edgeAt(QPoint point);
    void dragEdge(QPoint point);
    void paintCaretAndGrips(QPainter& painter);

    ViewState* m_state;
    std::shared_ptr<const Document> m_document; // keeps what m_text was made from
    std::unique_ptr<ArticleText> m_text;
    ArticleLayout m_layout;
    ArticleMarks m_marks;
    QString m_wanted; // what find() marks; empty: what the filter's words do
    Filter m_filter;  // that was shown last
    int m_zoom = 100;
    QString m_family;
    int m_pixels = 0;
    int m_lineCharacters = 70;
    QTimer m_moreTimer, m_hoverTimer, m_dragTimer;
    QVariantAnimation m_scrolling;
    SpeakerStripe* m_stripe;
    std::unique_ptr<HoverCard> m_card;
    std::vector<int> m_history; // text positions at the view's top
    QPoint m_pressed, m_pointer;
    int m_anchor = -1; // where dragging began
    int m_caret = -1;
    std::optional<int> m_place; // of the viewport's top in the window, in its pixels
    // A position that is to stand at the top until the reader scrolls: panels that come and go, and
    // heights that become exact, move it no more.
    std::optional<int> m_heldTop;
    bool m_clicking = false; // the caret stands where the reader clicked
    std::optional<Edge> m_draggedEdge;
    int m_edgePosition = 0; // of the edge that is dragged
    bool m_dragging = false;
    std::vector<bool> m_speaks; // one an entity
    bool m_adjusting = false;   // the scroll bar moves because heights became exact
};

} // namespace quoth::ui
