// What the window says about a quote, in words.
#pragma once

#include "core/document/document.h"

#include <QString>

namespace quoth::ui {

QString kindLabel(QuoteKind kind); // "Direct"
QString actLabel(QuoteAct act);    // "Speech"
// The label with a small first letter.
QString withinSentence(QString label);
// The speaker's name, or "Unknown speaker".
QString speakerLabel(const Document& document, const Quote& quote);
// Source and cue as the article has them ("Union leader Tom Adeyemi said"), or in words why there
// is none ("continues the quote before").
QString cueLine(const Document& document, const Quote& quote);
// The beginning of the content as one line, cheap however long the quote: about 400 characters.
QString previewText(const Document& document, const Quote& quote);
// Has the reader said something about it: its speaker, its bounds, that it is right?
bool isByReader(const Quote& quote);
// "Altered: She said soon.": what was found when it was checked; empty where it was not.
QString checkInWords(const Quote& quote);

} // namespace quoth::ui
