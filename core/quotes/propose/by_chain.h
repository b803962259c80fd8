// Candidates of the trained field: its segments linked, by themselves and completed by what others
// propose.
#pragma once

#include "core/quotes/propose/chain_tagger.h"

#include <vector>

namespace quoth {

// `byForm` is what `tagged` saw, with its chances.
std::vector<AttributionCandidate> proposeByChain(const QuotedText& quoted,
                                                 const TaggedAttributions& tagged,
                                                 const std::vector<AttributionCandidate>& byForm);

} // namespace quoth
