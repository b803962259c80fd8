// What kind of thing each name is: evidence from the name itself (gazetteers, key words), from its
// context ("said", "in", an apposition) and from the same name elsewhere in the document.
#pragma once

#include "core/names/name_finder.h"
#include "core/names/name_spans.h"

#include <vector>

namespace quoth {

// Ordered; spans that turn out to be no names are left out.
std::vector<NamedMention> typeNames(const TokenizedText& text, const std::vector<NameWord>& words,
                                    const std::vector<NameSpan>& spans);

} // namespace quoth
