#include "ui/reader/article_print.h"

#include "ui/reader/article_painter.h"
#include "ui/reader/print_parts.h"
#include "ui/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QPageLayout>
#include <QPagedPaintDevice>
#include <QTextDocument>

namespace quoth::ui {
namespace {

constexpr qreal bodySize = 14; // in 1/96 inch, like the window's pixels: 10.5 points
constexpr qreal gutter = 56;   // left of the column, for stripe and badges
constexpr qreal footer = 36;
constexpr qreal headGap = 20; // between the key and the article
constexpr int smallSize = 11; // of key and list

// Ends of pages: the tops of the lines that begin a new page. The first page has less room.
std::vector<qreal> pageTops(ArticleLayout& layout, qreal firstHeight, qreal pageHeight) {
    std::vector<qreal> tops = {0};
    for (std::size_t row = 0; row < layout.rowCount(); ++row) {
        const Row& of = layout.text()->rows[row];
        const qreal y = layout.top(row);
        for (const Fragment& fragment : layout.fragments(row, of))
            if (y + fragment.line.bottom() - tops.back() >
                (tops.size() == 1 ? firstHeight : pageHeight))
                tops.push_back(y + fragment.line.top());
    }
    return tops;
}

} // namespace

bool printArticle(const ViewState& state, const QString& source, QPagedPaintDevice& printer) {
    if (!state.document()) return false;
    QPainter painter;
    if (!painter.begin(&printer)) return false;
    const int resolution = printer.logicalDpiX();
    const qreal scale = resolution / 96.0;
    const QRectF page(QPointF(), printer.pageLayout().paintRectPixels(resolution).size() / scale);

    // Paper is white: the light palette's colours, whatever the window has.
    ViewState onPaper;
    const QPalette palette = lightPalette();
    onPaper.setAppearance(palette);
    onPaper.setColourSet(state.colourSet());
    onPaper.setDoubtThreshold(state.doubtThreshold());
    onPaper.setDocument(state.sharedDocument());
    onPaper.setFilter(state.filter());

    const ArticleText article(*state.document());
    ArticleLayout layout;
    layout.setText(&article);
    TypeScale type(bodySize);
    type.dropLigatures();
    layout.setGeometry(type, page.width() - 2 * gutter);
    for (std::size_t row = 0; row < layout.rowCount(); ++row)
        layout.ensure(row);
    const ArticleMarks marks;
    const ArticlePainter highlights(layout, onPaper, marks, palette);
    QFont small = withoutLigatures(QApplication::font());
    small.setPixelSize(smallSize);
    const PrintHead head(onPaper, source, page.width() - 2 * gutter, small);
    const qreal room = page.height() - footer, headRoom = head.height() + headGap;
    const std::vector<qreal> tops = pageTops(layout, room - headRoom, room);
    const auto quotes =
        printedQuotes(onPaper, palette, small, QSizeF(page.width() - 2 * gutter, room));
    const std::size_t listPages = quotes ? static_cast<std::size_t>(quotes->pageCount()) : 0;
    const std::size_t pages = tops.size() + listPages;

    painter.scale(scale, scale);
    const auto finishPage = [&](std::size_t number) {
        painter.setFont(small);
        painter.setPen(mutedText(palette));
        painter.drawText(QRectF(0, page.height() - footer, page.width(), footer),
                         Qt::AlignHCenter | Qt::AlignBottom,
                         QStringLiteral("%1 / %2").arg(number).arg(pages));
    };
    for (std::size_t i = 0; i < tops.size(); ++i) {
        if (i > 0 && !printer.newPage()) return false;
        const qreal end = i + 1 < tops.size() ? tops[i + 1] : layout.height();
        painter.save();
        if (i == 0) {
            painter.translate(gutter, 0);
            head.paint(painter, palette);
            painter.translate(-gutter, headRoom);
        }
        painter.setClipRect(QRectF(0, 0, page.width(), end - tops[i]));
        for (std::size_t row = layout.rowAt(tops[i]);
             row < layout.rowCount() && layout.top(row) < end; ++row) {
            const QPointF at(gutter, layout.top(row) - tops[i]);
            highlights.paint(painter, row, at);
            highlights.paintMargin(painter, row, at, gutter - 10, gutter);
        }
        painter.restore();
        finishPage(i + 1);
    }
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = palette; // not the window's, which may be dark
    for (std::size_t i = 0; i < listPages; ++i) {
        if (!printer.newPage()) return false;
        painter.save();
        context.clip = QRectF(0, static_cast<qreal>(i) * room, page.width() - 2 * gutter, room);
        painter.translate(gutter, -context.clip.top());
        painter.setClipRect(context.clip);
        quotes->documentLayout()->draw(&painter, context);
        painter.restore();
        finishPage(tops.size() + i + 1);
    }
    return painter.end();
}

} // namespace quoth::ui
