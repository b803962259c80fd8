// Attributions by rules: the frame of a cue verb tells what is reported, and quote marks tell what
// is quoted. They see what the trained tagger is blind to (speech within speech, quotes without a
// cue), and they are one of the things that it looks at.
#pragma once

#include "core/names/name_finder.h"
#include "core/quotes/attribution.h"
#include "core/quotes/cue_lexicon.h"
#include "core/quotes/quote_marks.h"

#include <vector>

namespace quoth {

// Ordered by first content.
std::vector<Attribution> findByRules(const TokenizedText& text,
                                     const std::vector<QuotedStretch>& stretches,
                                     const std::vector<NamedMention>& names,
                                     const CueLexicon& cues);

} // namespace quoth
