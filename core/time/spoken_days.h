// The days that quotations name from where they are spoken: in “I will resign tomorrow,” she said
// on Tuesday, the day after that Tuesday. In: times as an article's own day gives them, and its
// quotations. Out: the same times with other values. Never fails.
#pragma once

#include "core/document/annotations.h"
#include "core/document/date.h"
#include "core/syntax/syntax.h"

#include <optional>
#include <vector>

namespace quoth {

// Of direct quotations whose cue has a day or a year hanging on it ("next year", of a letter of
// 1916); all others count from the document date.
void countFromSpeech(const TokenizedText& text, const Syntax& syntax,
                     const std::vector<Quote>& quotes, std::optional<Date> published,
                     std::vector<TimeExpression>& times);

} // namespace quoth
