#include "ui/reader/check_sheet_print.h"

#include "core/formats/out/check_sheet.h"
#include "ui/date_input.h"
#include "ui/quotes/quote_text.h"
#include "ui/session/session.h"
#include "ui/state/desk.h"
#include "ui/theme.h"
#include "ui/why/explanation.h"
#include "ui/widgets/panel_style.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPageLayout>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTextDocument>
#include <memory>

namespace quoth::ui {
namespace {

// In 1/96 inch, like the window's pixels.
constexpr qreal textSize = 13; // 9.75 points
constexpr qreal numberWidth = 30;
constexpr qreal statesWidth = 112;
constexpr qreal gap = 16;
constexpr qreal padding = 12; // above and below a claim
constexpr qreal stateHeight = 20;
constexpr qreal boxSize = 12;
constexpr qreal lineHeight = 24; // to write on
constexpr qreal labelWidth = 52;
constexpr qreal footer = 32;
constexpr qreal margin = 42; // within what the printer leaves

// What this file says, translated.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(CheckSheet)
};

QString momentInWords(std::chrono::sys_seconds moment) {
    const auto when = QDateTime::fromSecsSinceEpoch(moment.time_since_epoch().count(), Qt::UTC);
    return QLocale().toString(when, Words::tr("d MMMM yyyy, HH:mm 'UTC'"));
}

using Text = std::unique_ptr<QTextDocument>;

QFont fontOf(qreal pixels, bool bold = false) {
    QFont font;
    font.setPixelSize(qRound(pixels));
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting); // scaled to the printer's dots
    return font;
}

Text laidOut(const QString& html, qreal width, qreal pixels = textSize) {
    auto text = std::make_unique<QTextDocument>();
    text->setDefaultFont(fontOf(pixels));
    text->setDocumentMargin(0);
    text->setHtml(html);
    text->setTextWidth(width);
    return text;
}

QString coloured(const QString& html, const QColor& colour) {
    return QStringLiteral("<span style='color:%1'>%2</span>").arg(colour.name(), html);
}

class Sheet {
public:
    Sheet(const Document& document, const QString& source, qreal width, float doubtThreshold)
        : m_document(document), m_muted(mutedText(lightPalette())), m_width(width) {
        m_head = laidOut(headHtml(source), width);
        for (const Claim& claim : claimsOf(document, doubtThreshold))
            m_rows.push_back(row(claim));
    }

    std::size_t rows() const { return m_rows.size(); }
    qreal headHeight() const { return m_head->size().height() + 48; }
    qreal rowHeight(std::size_t i) const {
        const Row& of = m_rows[i];
        return 2 * padding + bodyHeight(of) + roomHeight(of);
    }

    void paintHead(QPainter& painter) const {
        paintText(painter, *m_head, {0, 0});
        const qreal top = m_head->size().height() + 10;
        rule(painter, 0, m_width, top, Qt::black, 1.5);
        const QRectF line(0, top, m_width, 38);
        painter.setFont(fontOf(textSize + 1, true));
        painter.setPen(Qt::black);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         Words::tr("%1 of %2 checked")
                             .arg(m_document.checkedQuotes())
                             .arg(m_document.quotes().size()));
        painter.setFont(fontOf(textSize));
        const qreal day = m_width - 110, name = day - 190;
        painter.drawText(QRectF(name - 120, top, 112, 38), Qt::AlignRight | Qt::AlignVCenter,
                         Words::tr("Checked by"));
        painter.drawText(QRectF(day - 40, top, 32, 38), Qt::AlignRight | Qt::AlignVCenter,
                         Words::tr("on"));
        rule(painter, name, day - 40, top + 28, Qt::black, 0.75);
        rule(painter, day, m_width, top + 28, Qt::black, 0.75);
        rule(painter, 0, m_width, top + 38, hairline(lightPalette()), 1);
    }

    void paintRow(QPainter& painter, std::size_t i, qreal top) const {
        const Row& of = m_rows[i];
        const qreal y = top + padding;
        painter.setFont(fontOf(textSize, true));
        painter.setPen(m_muted);
        painter.drawText(QRectF(0, y, numberWidth - 8, 20), Qt::AlignRight | Qt::AlignTop,
                         QString::number(i + 1));
        paintText(painter, *of.body, {numberWidth, y});
        paintStates(painter, of.state, {m_width - statesWidth, y});
        qreal line = y + bodyHeight(of);
        for (const auto& [label, text] : {std::pair(Words::tr("Source"), of.source.get()),
                                          std::pair(Words::tr("Note"), of.note.get())}) {
            const qreal height = roomFor(*text);
            painter.setFont(fontOf(textSize - 2));
            painter.setPen(m_muted);
            painter.drawText(QRectF(numberWidth, line, labelWidth, lineHeight - 4),
                             Qt::AlignLeft | Qt::AlignBottom, label);
            paintText(painter, *text,
                      {numberWidth + labelWidth, line + height - text->size().height() - 1});
            line += height;
            rule(painter, numberWidth + labelWidth, m_width, line, hairline(lightPalette()), 1);
        }
        rule(painter, 0, m_width, top + rowHeight(i), m_muted, 0.75);
    }

private:
    struct Row {
        Text body, source, note;
        CheckState state;
    };

    QString headHtml(const QString& source) const {
        const std::string& url = m_document.article().url;
        QStringList facts;
        if (const QString from = url.empty() ? source : toQString(url); !from.isEmpty())
            facts << from.toHtmlEscaped();
        if (const auto date = m_document.published())
            facts << (m_document.article().publishedIsGuess
                          ? Words::tr("published %1 (date guessed)")
                          : Words::tr("published %1"))
                         .arg(dayInWords(toQDate(*date)));
        const QString title = m_document.title().empty() ? Words::tr("Article without a title")
                                                         : toQString(m_document.title());
        return QStringLiteral("<p style='margin:0'>%1</p><p style='margin:2px 0 4px 0;"
                              "font-size:22px;font-weight:700'>%2</p><p style='margin:0'>%3</p>")
            .arg(coloured(Words::tr("Checker’s sheet"), m_muted), title.toHtmlEscaped(),
                 coloured(facts.join(QStringLiteral(" · ")), m_muted));
    }

    Row row(const Claim& claim) const {
        const Quote& quote = m_document.quote(claim.quote);
        QString how = withinSentence(kindInWords(quote));
        if (claim.doubt > 0) how += Words::tr(" · doubtful: %1 %").arg(claim.doubt);
        QString html =
            QStringLiteral("<p style='margin:0 0 3px 0'><b>%1</b> %2</p><p style='"
                           "margin:0'>")
                .arg(speakerLabel(m_document, quote).toHtmlEscaped(), coloured(how, m_muted));
        for (const Claim::Piece& piece : claim.pieces) {
            const QString words = toQString(piece.text).toHtmlEscaped();
            html +=
                piece.claimed ? QStringLiteral("<b>%1</b>").arg(words) : coloured(words, m_muted);
        }
        QString note = toQString(quote.note);
        if (quote.checkedAt)
            note += (note.isEmpty() ? QString() : QStringLiteral(" ")) +
                    QStringLiteral("(%1)").arg(momentInWords(*quote.checkedAt));
        const qreal room = m_width - numberWidth - labelWidth;
        return {laidOut(html + QStringLiteral("</p>"), m_width - numberWidth - statesWidth - gap),
                laidOut(toQString(quote.checkSource).toHtmlEscaped(), room),
                laidOut(note.toHtmlEscaped(), room), quote.check};
    }

    static qreal bodyHeight(const Row& of) {
        return std::max(of.body->size().height(), stateHeight * std::size(tickedStates));
    }
    static qreal roomFor(const QTextDocument& text) {
        return std::max(lineHeight, text.isEmpty() ? 0 : text.size().height() + 6);
    }
    static qreal roomHeight(const Row& of) { return roomFor(*of.source) + roomFor(*of.note); }

    static void rule(QPainter& painter, qreal from, qreal to, qreal y, const QColor& colour,
                     qreal width) {
        painter.setPen(QPen(colour, width));
        painter.drawLine(QPointF(from, y), QPointF(to, y));
    }

    static void paintText(QPainter& painter, QTextDocument& text, QPointF at) {
        painter.save();
        painter.translate(at);
        text.drawContents(&painter);
        painter.restore();
    }

    static void paintStates(QPainter& painter, CheckState state, QPointF at) {
        for (const auto& [ticked, words] : tickedStates) {
            const bool on = ticked == state;
            const QRectF box(at.x(), at.y() + (stateHeight - boxSize) / 2 - 1, boxSize, boxSize);
            painter.setPen(QPen(Qt::black, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(box);
            if (on) {
                painter.setPen(QPen(Qt::black, 1.75, Qt::SolidLine, Qt::RoundCap));
                const QRectF cross = box.adjusted(3, 3, -3, -3);
                painter.drawLine(cross.topLeft(), cross.bottomRight());
                painter.drawLine(cross.topRight(), cross.bottomLeft());
            }
            painter.setPen(Qt::black);
            painter.setFont(fontOf(textSize - 1, on));
            painter.drawText(QRectF(box.right() + 8, at.y() - 1, statesWidth, stateHeight),
                             Qt::AlignLeft | Qt::AlignVCenter, checkLabel(ticked));
            at.ry() += stateHeight;
        }
    }

    const Document& m_document;
    const QColor m_muted;
    const qreal m_width;
    Text m_head;
    std::vector<Row> m_rows;
};

struct Page {
    std::size_t first = 0, end = 0; // claims
    qreal skipped = 0;              // of the first claim's height, told on the page before
};

// Claims are whole on one page, but for those that are higher than a page: these have pages to
// themselves, each of which repeats a line of the one before, so that no line is cut for good.
std::vector<Page> pagesOf(const Sheet& sheet, qreal height) {
    std::vector<Page> pages = {{}};
    qreal used = sheet.headHeight();
    for (std::size_t i = 0; i < sheet.rows(); ++i) {
        qreal row = sheet.rowHeight(i);
        if (used + row > height && used > 0) {
            pages.push_back({i, i, 0});
            used = 0;
        }
        const qreal step = height - lineHeight;
        for (; row > height; row -= step) {
            const qreal skipped = pages.back().skipped + step;
            pages.back().end = i + 1;
            pages.push_back({i, i, skipped});
        }
        pages.back().end = i + 1;
        used += row;
    }
    return pages;
}

} // namespace

bool printCheckSheet(const Document& document, const QString& source, QPagedPaintDevice& printer,
                     float doubtThreshold) {
    QPainter painter;
    if (!painter.begin(&printer)) return false;
    painter.setRenderHint(QPainter::Antialiasing);
    const int resolution = printer.logicalDpiX();
    const qreal scale = resolution / 96.0;
    const QSizeF paper = QSizeF(printer.pageLayout().paintRectPixels(resolution).size()) / scale;
    const QRectF page(QPointF(), paper - QSizeF(2 * margin, 2 * margin));
    painter.scale(scale, scale);
    painter.translate(margin, margin);
    const Sheet sheet(document, source, page.width(), doubtThreshold);
    const qreal height = page.height() - footer;
    const std::vector<Page> pages = pagesOf(sheet, height);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0 && !printer.newPage()) return false;
        painter.save();
        painter.setClipRect(QRectF(0, 0, page.width(), height + 1));
        qreal y = -pages[i].skipped;
        if (i == 0) {
            sheet.paintHead(painter);
            y = sheet.headHeight();
        }
        for (std::size_t row = pages[i].first; row < pages[i].end; ++row) {
            sheet.paintRow(painter, row, y);
            y += sheet.rowHeight(row);
        }
        painter.restore();
        painter.setFont(fontOf(10));
        painter.setPen(mutedText(lightPalette()));
        const QRectF foot(0, page.height() - footer, page.width(), footer);
        const QFontMetricsF metrics(painter.font());
        painter.drawText(
            foot, Qt::AlignLeft | Qt::AlignBottom,
            metrics.elidedText(toQString(document.title()), Qt::ElideRight, page.width() * 0.75));
        painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom,
                         QStringLiteral("%1 / %2").arg(i + 1).arg(pages.size()));
    }
    return painter.end();
}

} // namespace quoth::ui
