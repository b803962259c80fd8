#include "ui/why/explanation.h"

#include "ui/quotes/quote_text.h"
#include "ui/reader/article_painter.h"
#include "ui/state/desk.h"

#include <QCoreApplication>
#include <QPalette>
#include <cmath>

namespace quoth::ui {
namespace {

// What this file says, translated.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Explanation)
};

QString label(ReasonStep step) {
    switch (step) {
    case ReasonStep::Cue:
        return Words::tr("Cue");
    case ReasonStep::Source:
        return Words::tr("Said by");
    case ReasonStep::Title:
        return Words::tr("Title of");
    case ReasonStep::Alias:
        return Words::tr("Same name as");
    case ReasonStep::Role:
        return Words::tr("In the role of");
    case ReasonStep::Pronoun:
        return Words::tr("Stands for");
    case ReasonStep::Continuation:
        return Words::tr("Goes on from");
    case ReasonStep::Turn:
        return Words::tr("In turn");
    case ReasonStep::Reader:
        return Words::tr("Set by you");
    }
    return {};
}

QString shortened(QString text, qsizetype longest) {
    text = text.simplified();
    if (text.size() <= longest) return text;
    const auto space = text.lastIndexOf(QLatin1Char(' '), longest);
    return text.left(space > longest / 2 ? space : longest) + QStringLiteral("…");
}

QString table(const std::vector<WhyLine>& lines, bool links, const QString& linkColour) {
    QString out = QStringLiteral("<table style='margin-top:8px' cellspacing='0' cellpadding='2'>");
    for (const WhyLine& line : lines) {
        QString text = line.text.toHtmlEscaped();
        if (links && !line.where.empty())
            text = QStringLiteral("<a href='at:%1-%2' style='color:%3'>%4</a>")
                       .arg(line.where.begin)
                       .arg(line.where.end)
                       .arg(linkColour, text);
        out += QStringLiteral("<tr><td style='padding-right:12px'>%1</td><td>%2</td></tr>")
                   .arg(line.label.toHtmlEscaped(), text);
    }
    return out + QStringLiteral("</table>");
}

SpeakerStyle styleOf(const ViewState& state, const Quote& quote) {
    return state.colours().style(quote.speaker.value_or(EntityId{~0U}));
}

} // namespace

QString badgeHtml(const SpeakerStyle& style) {
    if (style.badge.isEmpty()) return {};
    return QStringLiteral("<span style='background-color:%1;color:%2;font-weight:600;'>"
                          "&nbsp;%3&nbsp;</span>&nbsp; ")
        .arg(style.tint.name(), style.line.name(), style.badge.toHtmlEscaped());
}

QString kindInWords(const Quote& quote) {
    const bool thought = quote.act == QuoteAct::Thought;
    switch (quote.kind) {
    case QuoteKind::Direct:
        return thought ? Words::tr("Direct thought") : Words::tr("Direct quote");
    case QuoteKind::Mixed:
        return thought ? Words::tr("Thought, partly quoted") : Words::tr("Partly quoted");
    case QuoteKind::Indirect:
        return thought ? Words::tr("Indirect thought") : Words::tr("Indirect quote");
    }
    return {};
}

QString confidenceInWords(float confidence) {
    const QString words = confidence >= 0.9F    ? Words::tr("Very likely right")
                          : confidence >= 0.75F ? Words::tr("Probably right")
                          : confidence >= 0.5F  ? Words::tr("Uncertain")
                                                : Words::tr("Little more than a guess");
    return QStringLiteral("%1 (%2 %)").arg(words).arg(std::lround(confidence * 100));
}

QString spokenFacts(const Document& document, const Quote& quote) {
    return QStringLiteral("%1, %2, %3")
        .arg(speakerLabel(document, quote), withinSentence(kindInWords(quote)),
             withinSentence(checkLabel(quote.check)));
}

std::vector<WhyLine> explain(const Document& document, const Quote& quote) {
    std::vector<WhyLine> lines;
    const auto has = [&](ReasonStep step) {
        return std::any_of(quote.why.begin(), quote.why.end(),
                           [&](const Reason& reason) { return reason.step == step; });
    };
    const auto addSpans = [&](ReasonStep step, const std::vector<Span>& spans) {
        if (!spans.empty() && !has(step))
            lines.push_back({label(step), toQString(document.slice(spans.front())), spans.front()});
    };
    addSpans(ReasonStep::Cue, quote.cue);
    addSpans(ReasonStep::Source, quote.source);
    for (const Reason& reason : quote.why)
        lines.push_back({label(reason.step), toQString(reason.text).simplified(), reason.where});
    if (quote.addressee)
        lines.push_back(
            {Words::tr("To"), toQString(document.entity(*quote.addressee).name), Span{}});
    return lines;
}

QString cardHtml(const ViewState& state, QuoteId id) {
    const Document& document = *state.document();
    const Quote& quote = document.quote(id);
    const QString check = checkInWords(quote);
    return QStringLiteral("<p style='margin:0 0 4px 0'>%1<b>%2</b></p><p style='margin:0 0 6px "
                          "0'>%3 · %4</p>%5%6")
        .arg(badgeHtml(styleOf(state, quote)), speakerLabel(document, quote).toHtmlEscaped(),
             kindInWords(quote), confidenceInWords(quote.confidence),
             table(explain(document, quote), false, {}),
             check.isEmpty()
                 ? QString()
                 : QStringLiteral("<p style='margin:6px 0 0 0'>%1</p>").arg(check.toHtmlEscaped()));
}

QString pageHtml(const ViewState& state, QuoteId id, const QPalette& palette) {
    const Document& document = *state.document();
    const Quote& quote = document.quote(id);
    const QString muted = mutedText(palette).name();
    QString out =
        QStringLiteral("<p style='margin:0 0 10px 0;font-size:large'>%1<b>%2</b></p>")
            .arg(badgeHtml(styleOf(state, quote)), speakerLabel(document, quote).toHtmlEscaped());
    out += QStringLiteral("<p style='margin:0 0 12px 0;font-style:italic'>%1</p>")
               .arg(shortened(contentText(document, quote), 240).toHtmlEscaped());
    out += QStringLiteral("<p style='margin:0 0 12px 0;color:%1'>%2 · %3</p>")
               .arg(muted, kindInWords(quote), confidenceInWords(quote.confidence));
    out += table(explain(document, quote), true, palette.color(QPalette::Link).name());
    if (quote.runnerUp)
        out += QStringLiteral("<p style='margin:12px 0 0 0;color:%1'>%2 %3</p>")
                   .arg(muted, Words::tr("If not, then:"),
                        toQString(document.entity(*quote.runnerUp).name).toHtmlEscaped());
    return out;
}

} // namespace quoth::ui
