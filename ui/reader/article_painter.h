// Paints rows of an article with their highlights: tints for speakers, underlines for kinds, marks
// for names, the filter's dimming, the selection, find hits. Reads the shared view state, keeps
// nothing between calls.
#pragma once

#include "ui/reader/article_layout.h"
#include "ui/state/view_state.h"
#include "ui/widgets/panel_style.h"

#include <QColor>
#include <QPainter>
#include <QPalette>
#include <span>

namespace quoth::ui {

// What of the article is marked apart from the document's own marks.
struct ArticleMarks {
    TextRange selected;              // by mouse or keyboard, for copying
    std::vector<TextRange> findHits; // ordered
    int currentHit = -1;             // index into findHits
    std::vector<TextRange> dates;    // of the days brushed; ordered by begin
    TextRange currentMention;        // where next/previous mention stands
};

// The underline that stands for a kind of quote.
QPen underlinePen(QuoteKind kind, const QColor& colour);
// Behind the place that the reader went to: a mention, an event's word.
QColor placeGround(const QPalette& palette);
// The thin line under names.
QColor nameLine(const QPalette& palette);

class ArticlePainter {
public:
    // Text in one colour.
    struct Stretch : TextRange {
        QColor colour;
    };

    // All must outlive the painter. `state` must hold the document that the layout shows.
    ArticlePainter(ArticleLayout& layout, const ViewState& state, const ArticleMarks& marks,
                   const QPalette& palette);

    // Paints the row with its top left corner at `origin`.
    void paint(QPainter& painter, std::size_t row, QPointF origin) const;
    // The stripe left of the column: a bar beside every line on which a shown quote lies, a badge
    // where one begins. `x` is the bar's right edge; badges need `room` to its left.
    void paintMargin(QPainter& painter, std::size_t row, QPointF origin, qreal x, qreal room) const;

    // Where paintMargin puts the badge of a quote that begins at `fragment`.
    static QRectF badgeRect(const QRectF& fragment, qreal x);

private:
    SpeakerStyle styleOf(const Quote& quote) const;
    std::vector<Mark> marksOn(const Row& row) const;
    std::span<const TextRange> hitsOn(const Row& row) const;
    std::vector<TextRange> datesOn(const Row& row) const;
    void paintTint(QPainter& painter, std::size_t row, QPointF origin, const Mark& mark) const;
    void paintSelectedQuote(QPainter& painter, std::size_t row, QPointF origin) const;
    void paintFill(QPainter& painter, std::size_t row, QPointF origin, TextRange range,
                   const QColor& colour, const QPen& frame = Qt::NoPen) const;
    void paintUnderline(QPainter& painter, std::size_t row, QPointF origin, const Mark& mark) const;
    void paintMention(QPainter& painter, std::size_t row, QPointF origin, const Mark& mark) const;
    void paintText(QPainter& painter, std::size_t row, QPointF origin,
                   const std::vector<Mark>& marks) const;
    std::vector<Stretch> colourStretches(const Row& row, const std::vector<Mark>& marks) const;

    ArticleLayout& m_layout;
    const ViewState& m_state;
    const Document& m_document;
    const ArticleMarks& m_marks;
    QPalette m_palette;
    QColor m_muted;
};

} // namespace quoth::ui
