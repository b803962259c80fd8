#include "ui/reader/article_print.h"

#include "ui/reader/article_painter.h"
#include "ui/theme.h"

#include <QPageLayout>
#include <QPagedPaintDevice>
#include <cmath>

namespace quoth::ui {
namespace {

constexpr qreal bodySize = 14; // in 1/96 inch, like the window's pixels: 10.5 points
constexpr qreal gutter = 56;   // left of the column, for stripe and badges
constexpr qreal footer = 36;

// Ends of pages: the tops of the lines that begin a new page.
std::vector<qreal> pageTops(ArticleLayout& layout, qreal pageHeight) {
    std::vector<qreal> tops = {0};
    for (std::size_t row = 0; row < layout.rowCount(); ++row) {
        const Row& of = layout.text()->rows[row];
        const qreal y = layout.top(row);
        for (const Fragment& fragment : layout.fragments(row, of))
            if (y + fragment.line.bottom() - tops.back() > pageHeight)
                tops.push_back(y + fragment.line.top());
    }
    return tops;
}

} // namespace

bool printArticle(const ViewState& state, QPagedPaintDevice& printer) {
    if (!state.document()) return false;
    QPainter painter;
    if (!painter.begin(&printer)) return false;
    const int resolution = printer.logicalDpiX();
    const qreal scale = resolution / 96.0;
    const QRectF page(QPointF(), printer.pageLayout().paintRectPixels(resolution).size() / scale);

    // Paper is white: the light palette's colours, whatever the window has.
    ViewState onPaper;
    onPaper.setAppearance(lightPalette());
    onPaper.setDocument(state.sharedDocument());
    onPaper.setFilter(state.filter());

    const ArticleText article(*state.document());
    ArticleLayout layout;
    layout.setText(&article);
    layout.setGeometry(TypeScale(bodySize), page.width() - 2 * gutter);
    for (std::size_t row = 0; row < layout.rowCount(); ++row)
        layout.ensure(row);
    const ArticleMarks marks;
    const ArticlePainter highlights(layout, onPaper, marks, lightPalette());
    const std::vector<qreal> tops = pageTops(layout, page.height() - footer);

    painter.scale(scale, scale);
    QFont small = layout.type().style(BlockKind::Byline).font;
    small.setPixelSize(10);
    painter.setFont(small);
    for (std::size_t i = 0; i < tops.size(); ++i) {
        if (i > 0 && !printer.newPage()) return false;
        const qreal end = i + 1 < tops.size() ? tops[i + 1] : layout.height();
        painter.save();
        painter.setClipRect(QRectF(0, 0, page.width(), end - tops[i]));
        for (std::size_t row = layout.rowAt(tops[i]);
             row < layout.rowCount() && layout.top(row) < end; ++row) {
            const QPointF at(gutter, layout.top(row) - tops[i]);
            highlights.paint(painter, row, at);
            highlights.paintMargin(painter, row, at, gutter - 10, gutter);
        }
        painter.restore();
        painter.setPen(mutedText(lightPalette()));
        painter.drawText(QRectF(0, page.height() - footer, page.width(), footer),
                         Qt::AlignHCenter | Qt::AlignBottom,
                         QStringLiteral("%1 / %2").arg(i + 1).arg(tops.size()));
    }
    return painter.end();
}

} // namespace quoth::ui
