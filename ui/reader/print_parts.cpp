#include "ui/reader/print_parts.h"

#include "core/support/version.h"
#include "ui/quotes/quote_text.h"
#include "ui/reader/article_painter.h"
#include "ui/state/desk.h"
#include "ui/timeline/time_scale.h"
#include "ui/why/explanation.h"
#include "ui/widgets/panel_style.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextDocument>
#include <algorithm>
#include <cmath>

namespace quoth::ui {
namespace {

constexpr int columns = 3;      // of the key
constexpr qreal gap = 8;        // between its parts
constexpr std::size_t most = 9; // speakers in the key; the rest are counted

// What this file says, translated.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Print)
};

int quotesOf(const Document& document, EntityId speaker) {
    return static_cast<int>(
        std::count_if(document.quotes().begin(), document.quotes().end(),
                      [&](const Quote& quote) { return quote.speaker == speaker; }));
}

} // namespace

PrintHead::PrintHead(const ViewState& state, const QString& source, qreal width, const QFont& font)
    : m_width(width), m_line(std::ceil(QFontMetricsF(font).height()) + 4), m_font(font) {
    const Document& document = *state.document();
    m_title = toQString(document.title());
    QStringList facts;
    const QString url = toQString(document.article().url);
    if (const QString from = url.isEmpty() ? source : url; !from.isEmpty()) facts << from;
    facts << (document.published() ? rangeLabel({*document.published(), *document.published()})
                                   : Words::tr("date unknown"));
    facts << Words::tr("annotated with Quoth %1").arg(toQString(version()));
    m_facts = facts.join(QStringLiteral(" · "));

    for (std::size_t i = 0; i < document.quotes().size(); ++i)
        m_anyDoubtful = m_anyDoubtful || state.isDoubtful(makeId<QuoteTag>(i));

    const auto speakers = document.speakers();
    const qreal top = 2 * m_line + gap, column = m_width / columns;
    const auto place = [&] {
        const std::size_t at = m_speakers.size();
        return QRectF(column * static_cast<qreal>(at % columns),
                      top + m_line * static_cast<qreal>(at / columns), column - gap, m_line);
    };
    const std::size_t shown = std::min(speakers.size(), most);
    for (std::size_t i = 0; i < shown; ++i)
        m_speakers.push_back(
            {state.colours().style(speakers[i]),
             QStringLiteral("%1 – %2").arg(
                 toQString(document.entity(speakers[i]).name),
                 Words::tr("%Ln quote(s)", nullptr, quotesOf(document, speakers[i]))),
             place()});
    if (const int left = static_cast<int>(speakers.size() - shown); left > 0) {
        SpeakerStyle rest = state.colours().style(EntityId{~0U});
        rest.badge = QStringLiteral("…");
        m_speakers.push_back({rest, Words::tr("%Ln more speaker(s)", nullptr, left), place()});
    }
    const qreal bottom = m_speakers.empty() ? top : m_speakers.back().box.bottom();
    m_height = bottom + gap / 2 + m_line + gap;
}

void PrintHead::paint(QPainter& painter, const QPalette& palette) const {
    const QColor text = palette.color(QPalette::Text);
    const auto line = [&](qreal top, const QString& what, const QFont& font, const QColor& colour) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRectF(0, top, m_width, m_line), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(font).elidedText(what, Qt::ElideRight, m_width));
    };
    line(0, m_title, boldOf(m_font), text);
    line(m_line, m_facts, m_font, mutedText(palette));
    for (const Entry& entry : m_speakers) {
        const qreal size = m_line - 3;
        painter.setFont(m_font);
        paintBadge(painter, QRectF(entry.box.left(), entry.box.top() + 1, size, size), entry.style,
                   palette);
        const QRectF name = entry.box.adjusted(size + 5, 0, 0, 0);
        painter.setPen(text);
        painter.drawText(
            name, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(m_font).elidedText(entry.text, Qt::ElideRight, name.width()));
    }
    paintKinds(painter, palette);
    painter.setPen(hairline(palette));
    painter.drawLine(QPointF(0, m_height - 1), QPointF(m_width, m_height - 1));
}

void PrintHead::paintKinds(QPainter& painter, const QPalette& palette) const {
    const QFontMetricsF metrics(m_font);
    const qreal top = m_height - gap - m_line;
    qreal left = 0;
    painter.setFont(m_font);
    for (const QuoteKind kind : {QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect}) {
        const QString label = kindLabel(kind);
        const qreal width = metrics.horizontalAdvance(label);
        painter.setPen(palette.color(QPalette::Text));
        painter.drawText(QPointF(left, top + metrics.ascent()), label);
        painter.setPen(underlinePen(kind, palette.color(QPalette::Text)));
        const qreal y = top + metrics.height() + 1;
        painter.drawLine(QPointF(left, y), QPointF(left + width, y));
        left += width + 3 * gap;
    }
    if (!m_anyDoubtful) return;
    painter.setPen(mutedText(palette));
    painter.drawText(QPointF(left, top + metrics.ascent()), Words::tr("paler, with “?”: doubtful"));
}

std::unique_ptr<QTextDocument> printedQuotes(const ViewState& state, const QPalette& palette,
                                             const QFont& font, QSizeF page) {
    const Document& document = *state.document();
    const QString muted = mutedText(palette).name();
    bool any = false;
    QString html = QStringLiteral("<p style='margin:0 0 12px 0'><b>%1</b></p>")
                       .arg(Words::tr("Quotes").toHtmlEscaped());
    for (std::size_t i = 0; i < document.quotes().size(); ++i) {
        if (!state.passes(makeId<QuoteTag>(i))) continue;
        any = true;
        const Quote& quote = document.quotes()[i];
        const bool doubtful = state.isDoubtful(makeId<QuoteTag>(i));
        const SpeakerStyle style = state.colours().style(quote.speaker.value_or(EntityId{~0U}));
        html += QStringLiteral("<p style='margin:0 0 2px 0'>%1. %2<b>%3</b> "
                               "<span style='color:%4'>· %5 · %6</span></p>"
                               "<p style='margin:0 0 %7px 18px'>%8</p>")
                    .arg(QString::number(i + 1), badgeHtml(style),
                         speakerLabel(document, quote).toHtmlEscaped(), muted, kindInWords(quote),
                         withinSentence(checkLabel(quote.check)) +
                             (doubtful ? QStringLiteral(" · ") + Words::tr("doubtful") : QString()),
                         QString::number(quote.note.empty() ? 10 : 2),
                         contentText(document, quote).toHtmlEscaped());
        if (!quote.note.empty())
            html +=
                QStringLiteral("<p style='margin:0 0 10px 18px;color:%1'>%2</p>")
                    .arg(muted, Words::tr("Note: %1").arg(toQString(quote.note)).toHtmlEscaped());
    }
    if (!any) return nullptr;
    auto out = std::make_unique<QTextDocument>();
    out->setDocumentMargin(0);
    out->setDefaultFont(font);
    out->setUndoRedoEnabled(false);
    out->setHtml(html);
    out->setPageSize(page);
    return out;
}

} // namespace quoth::ui
