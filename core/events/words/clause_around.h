// The clause around a token: from the last boundary (comma, conjunction that opens a clause, mark)
// to the next one. Within the sentence.
#pragma once

#include "core/document/tokenized_text.h"

namespace quoth {

IndexRange clauseAround(const TokenizedText& text, std::uint32_t token);

} // namespace quoth
