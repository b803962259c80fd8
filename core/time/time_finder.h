// Time expressions and their calendar values (TIMEX3 types and values, as in TempEval-3). In:
// tagged text with its grammar, and the document date, without which relative times have no value.
// Out: ordered expressions without overlap. Stateless between calls; never fails.
#pragma once

#include "core/document/annotations.h"
#include "core/document/date.h"
#include "core/document/tokenized_text.h"
#include "core/syntax/syntax.h"

#include <optional>
#include <vector>

namespace quoth {

std::vector<TimeExpression> findTimes(const TokenizedText& text, const Syntax& syntax,
                                      std::optional<Date> published);

} // namespace quoth
