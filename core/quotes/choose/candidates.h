// All that may be an attribution in an article, weighed: what is proposed by form, by the trained
// field and by the encoder's view of speech within speech.
#pragma once

#include "core/quotes/choose/candidate_evidence.h"
#include "core/quotes/propose/chain_tagger.h"

#include <vector>

namespace quoth {

// Ordered by first content, without the turns. Gives `byForm`, which `tagged` saw, their chances.
std::vector<WeighedCandidate> findCandidates(const QuotedText& quoted,
                                             std::vector<AttributionCandidate>& byForm,
                                             const TaggedAttributions& tagged);

} // namespace quoth
