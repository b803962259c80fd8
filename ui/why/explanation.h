// Why a quote has its speaker, in words: for the hover card and the Why panel. All text from the
// article is escaped; nothing of it becomes markup.
#pragma once

#include "ui/state/view_state.h"

#include <QString>
#include <vector>

namespace quoth::ui {

struct WhyLine {
    QString label; // "Cue"
    QString text;  // "told", plain text
    Span where{};  // its place in the article; empty where it has none
};

// A speaker's badge in its colours; empty without letters.
QString badgeHtml(const SpeakerStyle& style);
QString kindInWords(const Quote& quote); // "Direct quote", "Indirect thought"
// What a screen reader says of a quote: "Anna Berg, direct quote, not checked".
QString spokenFacts(const Document& document, const Quote& quote);
QString confidenceInWords(float confidence); // "Very likely right (97 %)"

// The chain of reasoning, in its order.
std::vector<WhyLine> explain(const Document& document, const Quote& quote);

// A short card (rich text) and the whole page with links "at:BEGIN-END" (bytes) to the places.
QString cardHtml(const ViewState& state, QuoteId quote);
QString pageHtml(const ViewState& state, QuoteId quote, const QPalette& palette);

} // namespace quoth::ui
