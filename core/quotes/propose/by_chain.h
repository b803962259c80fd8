// Candidates of the trained field: its segments linked, by themselves and completed by what others
// propose.
#pragma once

#include "core/quotes/propose/chain_tagger.h"

#include <vector>

namespace quoth {

// Candidates of `proposer`, Chain or Nested, and Completed ones. `byForm` is what `tagged` saw,
// with its chances.
std::vector<AttributionCandidate> proposeByChain(const QuotedText& quoted,
                                                 const TaggedAttributions& tagged,
                                                 const std::vector<AttributionCandidate>& byForm,
                                                 Proposer proposer = Proposer::Chain);

} // namespace quoth
