#include "ui/reader/article_painter.h"

#include <QGlyphRun>
#include <QPainterPath>
#include <algorithm>
#include <map>

namespace quoth::ui {
namespace {

constexpr qreal tintPad = 2;         // above and below the letters
constexpr qreal doubtfulPale = 0.65; // how far a doubtful quote's tint goes to the base colour
constexpr qreal laneHeight = 3;      // from one underline to the next

Qt::PenStyle penStyle(QuoteKind kind) {
    return kind == QuoteKind::Direct  ? Qt::SolidLine
           : kind == QuoteKind::Mixed ? Qt::CustomDashLine
                                      : Qt::DotLine;
}

// Later stretches over earlier ones, cut to the row; what they leave is `usual`.
std::vector<ArticlePainter::Stretch> flatten(const Row& row, const QColor& usual,
                                             const std::vector<ArticlePainter::Stretch>& layers) {
    std::map<int, QColor> from = {{row.begin, usual}}; // each up to the next one's beginning
    for (const auto& layer : layers) {
        const int begin = std::max(layer.begin, row.begin), end = std::min(layer.end, row.end);
        if (begin >= end) continue;
        const QColor after = std::prev(from.upper_bound(end))->second;
        from.erase(from.lower_bound(begin), from.upper_bound(end));
        from[begin] = layer.colour;
        if (end < row.end) from[end] = after;
    }
    std::vector<ArticlePainter::Stretch> out;
    for (const auto& [begin, colour] : from) {
        if (!out.empty() && out.back().colour == colour) continue;
        if (!out.empty()) out.back().end = begin;
        out.push_back({{begin, row.end}, colour});
    }
    return out;
}

// Each glyph once, in its stretch's colour.
void drawStretches(QPainter& painter, const QTextLayout& layout, QPointF origin, const Row& row,
                   const std::vector<ArticlePainter::Stretch>& stretches) {
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        for (const auto& stretch : stretches) {
            const int from = std::max(stretch.begin - row.begin, line.textStart());
            const int to = std::min(stretch.end - row.begin, line.textStart() + line.textLength());
            if (from >= to) continue;
            painter.setPen(stretch.colour);
            for (const QGlyphRun& run : line.glyphRuns(from, to - from))
                painter.drawGlyphRun(origin, run);
        }
    }
}

} // namespace

QPen underlinePen(QuoteKind kind, const QColor& colour) {
    QPen pen(colour, 2, penStyle(kind), Qt::FlatCap);
    if (kind == QuoteKind::Mixed) pen.setDashPattern({4, 2});
    if (kind == QuoteKind::Indirect) {
        pen.setCapStyle(Qt::RoundCap);
        pen.setDashPattern({0.1, 2});
    }
    return pen;
}

QColor placeGround(const QPalette& palette) {
    return blend(palette.color(QPalette::Base), palette.color(QPalette::Highlight), 0.45);
}

QColor nameLine(const QPalette& palette) {
    return blend(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.43);
}

ArticlePainter::ArticlePainter(ArticleLayout& layout, const ViewState& state,
                               const ArticleMarks& marks, const QPalette& palette)
    : m_layout(layout), m_state(state), m_document(*state.document()), m_marks(marks),
      m_palette(palette), m_muted(mutedText(palette)) {}

SpeakerStyle ArticlePainter::styleOf(const Quote& quote) const {
    // Of the rest, only those that the reader picked out borrow a colour.
    if (!quote.speaker) return m_state.colours().style(EntityId{~0U});
    return m_state.colours().style(*quote.speaker,
                                   m_state.filter().speakers.contains(*quote.speaker));
}

std::vector<Mark> ArticlePainter::marksOn(const Row& row) const {
    std::vector<Mark> marks;
    m_layout.text()->marks.visit(row.begin, row.end,
                                 [&](const Mark& mark) { marks.push_back(mark); });
    return marks;
}

std::span<const TextRange> ArticlePainter::hitsOn(const Row& row) const {
    const auto& hits = m_marks.findHits;
    const auto first = std::partition_point(
        hits.begin(), hits.end(), [&](const TextRange& hit) { return hit.end <= row.begin; });
    const auto last = std::partition_point(
        first, hits.end(), [&](const TextRange& hit) { return hit.begin < row.end; });
    return {first, last};
}

std::vector<TextRange> ArticlePainter::datesOn(const Row& row) const {
    std::vector<TextRange> out;
    for (const TextRange& date : m_marks.dates)
        if (date.overlaps(row)) out.push_back(date);
    return out;
}

void ArticlePainter::paint(QPainter& painter, std::size_t row, QPointF origin) const {
    const Row& of = m_layout.text()->rows[row];
    const auto marks = marksOn(of);
    for (const Mark& mark : marks) // in order of begin: what lies inside comes later, on top
        if (mark.kind == MarkKind::Content && m_state.passes(mark.quote()))
            paintTint(painter, row, origin, mark);
    paintSelectedQuote(painter, row, origin);

    for (const TextRange& date : datesOn(of))
        paintFill(painter, row, origin, date, findHitGround(m_palette, false),
                  findHitFrame(m_palette, false));
    for (const TextRange& hit : hitsOn(of)) {
        const bool current = &hit - m_marks.findHits.data() == m_marks.currentHit;
        paintFill(painter, row, origin, hit, findHitGround(m_palette, current),
                  findHitFrame(m_palette, current));
    }
    if (m_marks.currentMention.overlaps(of))
        paintFill(painter, row, origin, m_marks.currentMention, placeGround(m_palette));
    for (const Mark& mark : marks)
        if (mark.kind == MarkKind::Mention) paintMention(painter, row, origin, mark);
    if (const auto event = m_state.selectedEvent())
        paintFill(painter, row, origin, toRange(m_document, m_document.event(*event).trigger),
                  placeGround(m_palette));

    for (const Mark& mark : marks)
        if (mark.kind == MarkKind::Content) paintUnderline(painter, row, origin, mark);
    paintText(painter, row, origin, marks);
}

void ArticlePainter::paintFill(QPainter& painter, std::size_t row, QPointF origin, TextRange range,
                               const QColor& colour, const QPen& frame) const {
    painter.setPen(frame);
    painter.setBrush(colour);
    for (const Fragment& fragment : m_layout.fragments(row, range)) {
        const QRectF box = fragment.text.translated(origin);
        painter.drawRect(box.adjusted(-1, -tintPad, 1, tintPad));
    }
    painter.setBrush(Qt::NoBrush);
}

void ArticlePainter::paintTint(QPainter& painter, std::size_t row, QPointF origin,
                               const Mark& mark) const {
    const Quote& quote = m_document.quote(mark.quote());
    QColor tint = styleOf(quote).tint;
    if (quote.act == QuoteAct::Thought) tint = blend(tint, m_palette.color(QPalette::Base), 0.5);
    if (m_state.isDoubtful(mark.quote()))
        tint = blend(tint, m_palette.color(QPalette::Base), doubtfulPale);
    for (const Fragment& fragment : m_layout.fragments(row, mark)) {
        const QRectF box = fragment.text.translated(origin);
        painter.fillRect(box.adjusted(-2, -tintPad, 2, tintPad + 2), tint);
    }
}

void ArticlePainter::paintSelectedQuote(QPainter& painter, std::size_t row, QPointF origin) const {
    const auto selected = m_state.selectedQuote();
    if (!selected) return;
    const Quote& quote = m_document.quote(*selected);
    const SpeakerStyle style = styleOf(quote);
    // Full pitch, so that the lines of one passage merge into one shape.
    QPainterPath shape;
    for (const Span& span : quote.content)
        for (const Fragment& fragment : m_layout.fragments(row, toRange(m_document, span)))
            shape.addRect(fragment.line.translated(origin).adjusted(-3, 0, 3, 0.5));
    if (shape.isEmpty()) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.line, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(style.tint);
    painter.drawPath(shape.simplified());
    painter.restore();
}

void ArticlePainter::paintUnderline(QPainter& painter, std::size_t row, QPointF origin,
                                    const Mark& mark) const {
    if (!m_state.passes(mark.quote())) return;
    const Quote& quote = m_document.quote(mark.quote());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, quote.kind == QuoteKind::Indirect);
    painter.setPen(underlinePen(quote.kind, styleOf(quote).line));
    for (const Fragment& fragment : m_layout.fragments(row, mark)) {
        const QRectF box = fragment.text.translated(origin);
        const qreal y = box.bottom() + 2 + mark.lane * laneHeight;
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
    }
    painter.restore();
}

void ArticlePainter::paintMention(QPainter& painter, std::size_t row, QPointF origin,
                                  const Mark& mark) const {
    const bool chosen = m_state.selectedEntity() == std::optional(mark.entity());
    if (chosen && !(mark == m_marks.currentMention))
        paintFill(painter, row, origin, mark, selectedRow(m_palette));
    if (mark.mention != MentionKind::Name && !chosen) return;
    painter.setPen(QPen(chosen ? m_palette.color(QPalette::Text) : nameLine(m_palette), 1));
    for (const Fragment& fragment : m_layout.fragments(row, mark)) {
        const QRectF box = fragment.text.translated(origin);
        const qreal y = box.bottom() + 0.5; // above the lanes of quotes
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
    }
}

std::vector<ArticlePainter::Stretch>
ArticlePainter::colourStretches(const Row& row, const std::vector<Mark>& marks) const {
    std::vector<Stretch> out;
    const bool filtered = !m_state.filter().isOpen();
    bool muted = m_layout.type().style(row.kind).muted; // too quiet on a tint
    const auto selected = m_state.selectedQuote();
    const QColor text = m_palette.color(QPalette::Text);
    if (!filtered)
        m_layout.text()->parts.visit(row.begin, row.end, [&](const InlinePart& part) {
            if (part.kind == row.kind) return;
            out.push_back({part, m_muted});
            muted = true;
        });
    for (const Mark& mark : marks) {
        if (mark.kind == MarkKind::Mention) continue;
        if ((filtered || muted) && m_state.passes(mark.quote())) out.push_back({mark, text});
        if (mark.kind == MarkKind::Content && selected == std::optional(mark.quote()))
            out.push_back({mark, text});
    }
    if (selected) // on top of all: who is said to say it
        for (const Mark& mark : marks)
            if ((mark.kind == MarkKind::Cue || mark.kind == MarkKind::Source) &&
                mark.quote() == *selected)
                out.push_back({mark, styleOf(m_document.quote(*selected)).line});
    if (filtered || muted || selected) { // neither quiet text nor a speaker's colour on a fill
        for (const TextRange& date : datesOn(row))
            out.push_back({date, text});
        for (const TextRange& hit : hitsOn(row))
            out.push_back({hit, text});
        out.push_back({m_marks.currentMention, text});
        if (const auto event = m_state.selectedEvent())
            out.push_back({toRange(m_document, m_document.event(*event).trigger), text});
    }
    return out;
}

void ArticlePainter::paintText(QPainter& painter, std::size_t row, QPointF origin,
                               const std::vector<Mark>& marks) const {
    const Row& of = m_layout.text()->rows[row];
    const bool quiet = !m_state.filter().isOpen() || m_layout.type().style(of.kind).muted;
    const QColor usual = quiet ? m_muted : m_palette.color(QPalette::Text);
    std::vector<Stretch> stretches = colourStretches(of, marks);
    if (m_marks.selected.overlaps(of)) {
        for (const Fragment& fragment : m_layout.fragments(row, m_marks.selected))
            painter.fillRect(fragment.line.translated(origin),
                             m_palette.color(QPalette::Highlight));
        stretches.push_back({m_marks.selected, m_palette.color(QPalette::HighlightedText)});
    }
    const QTextLayout& layout = m_layout.layout(row);
    if (stretches.empty()) {
        painter.setPen(usual);
        layout.draw(&painter, origin);
    } else {
        drawStretches(painter, layout, origin, of, flatten(of, usual, stretches));
    }

    // The one that is said to speak stands out by weight of line as well as by colour.
    const auto selected = m_state.selectedQuote();
    if (!selected) return;
    painter.setPen(QPen(styleOf(m_document.quote(*selected)).line, 1.5));
    for (const Mark& mark : marks)
        if (mark.kind == MarkKind::Source && mark.quote() == *selected)
            for (const Fragment& fragment : m_layout.fragments(row, mark)) {
                const QRectF box = fragment.text.translated(origin);
                painter.drawLine(QPointF(box.left(), box.bottom()), box.bottomRight());
            }
}

QRectF ArticlePainter::badgeRect(const QRectF& fragment, qreal x) {
    return {x - 34, fragment.center().y() - 12, 24, 24};
}

void ArticlePainter::paintMargin(QPainter& painter, std::size_t row, QPointF origin, qreal x,
                                 qreal room) const {
    const Row& of = m_layout.text()->rows[row];
    const auto selected = m_state.selectedQuote();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    qreal lastBadge = -100;
    for (const Mark& mark : marksOn(of)) {
        if (mark.kind != MarkKind::Content || !m_state.passes(mark.quote())) continue;
        const Quote& quote = m_document.quote(mark.quote());
        const SpeakerStyle style = styleOf(quote);
        const auto fragments = m_layout.fragments(row, mark);
        if (fragments.empty()) continue;
        const qreal thick = selected == std::optional(mark.quote()) ? 6 : 4;
        QRectF bar(x - thick, fragments.front().line.top() + 2, thick, 0);
        bar.setBottom(fragments.back().line.bottom() - 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.line);
        painter.drawRoundedRect(bar.translated(0, origin.y()), 2, 2);

        const bool begins = toRange(m_document, quote.content.front()).begin == mark.begin;
        const QRectF badge = badgeRect(fragments.front().line, x).translated(0, origin.y());
        if (!begins || style.badge.isEmpty() || room < 44 || badge.top() < lastBadge) continue;
        lastBadge = badge.bottom() + 1;
        paintBadge(painter, badge, style, m_palette);
        if (m_state.isDoubtful(mark.quote())) paintDoubtMark(painter, badge, m_palette);
        paintCheckMark(painter, badge, quote.check, m_palette);
    }
    painter.restore();
}

} // namespace quoth::ui
