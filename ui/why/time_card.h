// What a time expression means, in words: for the card beside the pointer. All text from the
// article is escaped.
#pragma once

#include "core/document/document.h"

#include <QString>

namespace quoth::ui {

// "19 May 2021", "5 years", "in the past"; what is missing where nothing can be told.
QString timeInWords(const Document& document, TimeId time);
// What gives it: the text, the article's date, or another happening; empty where nothing does.
QString timeOrigin(const Document& document, TimeId time);
QString timeCardHtml(const Document& document, TimeId time);

} // namespace quoth::ui
