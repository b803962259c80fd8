#include "ui/quotes/quote_text.h"

#include "ui/state/desk.h"
#include "ui/state/view_state.h"

#include <QCoreApplication>
#include <algorithm>

namespace quoth::ui {
namespace {

// What this file says, translated.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Quotes)
};

// At most `bytes` of the span, cut between characters.
Span clipped(const Document& document, Span span, std::uint32_t bytes) {
    if (span.size() <= bytes) return span;
    std::uint32_t end = span.begin + bytes;
    while ((static_cast<unsigned char>(document.text()[end]) & 0xC0U) == 0x80U)
        --end;
    return {span.begin, end};
}

bool has(const Quote& quote, ReasonStep step) {
    return std::any_of(quote.why.begin(), quote.why.end(),
                       [step](const Reason& reason) { return reason.step == step; });
}

QString withoutCue(const Quote& quote) {
    if (has(quote, ReasonStep::Reader)) return Words::tr("set by you");
    if (has(quote, ReasonStep::Continuation)) return Words::tr("continues the quote before");
    if (has(quote, ReasonStep::Turn)) return Words::tr("by turns in a conversation");
    return Words::tr("no attribution in the text");
}

} // namespace

QString kindLabel(QuoteKind kind) {
    switch (kind) {
    case QuoteKind::Direct:
        return Words::tr("Direct");
    case QuoteKind::Mixed:
        return Words::tr("Mixed");
    case QuoteKind::Indirect:
        return Words::tr("Indirect");
    }
    return {};
}

QString actLabel(QuoteAct act) {
    return act == QuoteAct::Speech ? Words::tr("Speech") : Words::tr("Thought");
}

QString withinSentence(QString label) {
    if (!label.isEmpty()) label[0] = label[0].toLower();
    return label;
}

QString speakerLabel(const Document& document, const Quote& quote) {
    return quote.speaker ? toQString(document.entity(*quote.speaker).name)
                         : Words::tr("Unknown speaker");
}

QString cueLine(const Document& document, const Quote& quote) {
    std::vector<Span> spans = quote.source;
    spans.insert(spans.end(), quote.cue.begin(), quote.cue.end());
    if (spans.empty()) return withoutCue(quote);
    std::sort(spans.begin(), spans.end());
    QString line;
    for (const Span& span : spans) {
        if (!line.isEmpty()) line += QLatin1Char(' ');
        line += toQString(document.slice(clipped(document, span, 200)));
    }
    return line.simplified();
}

bool isByReader(const Quote& quote) {
    return has(quote, ReasonStep::Reader);
}

QString previewText(const Document& document, const Quote& quote) {
    constexpr std::uint32_t limit = 400;
    QString preview;
    for (const Span& span : quote.content) {
        if (!preview.isEmpty()) preview += QStringLiteral(" … ");
        preview += toQString(document.slice(clipped(document, span, limit)));
        if (preview.size() >= static_cast<qsizetype>(limit)) break;
    }
    return preview.simplified();
}

QString checkInWords(const Quote& quote) {
    if (quote.check == CheckState::Unchecked) return {};
    const QString state = checkLabel(quote.check), note = toQString(quote.note).simplified();
    return note.isEmpty() ? state : QStringLiteral("%1: %2").arg(state, note);
}

} // namespace quoth::ui
