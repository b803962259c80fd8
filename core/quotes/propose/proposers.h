// The proposers: each reads a text and gives what may be attributions, without knowledge of the
// others. What they propose overlaps; core/quotes/choose takes what is likeliest.
#pragma once

#include "core/quotes/propose/candidate.h"
#include "core/quotes/quoted_text.h"

#include <vector>

namespace quoth {

std::vector<AttributionCandidate> proposeByCue(const QuotedText& quoted);
std::vector<AttributionCandidate> proposeByTurn(const QuotedText& quoted);
std::vector<AttributionCandidate> proposeByColon(const QuotedText& quoted);
std::vector<AttributionCandidate> proposeBySignature(const QuotedText& quoted);
std::vector<AttributionCandidate> proposeByNeighbour(const QuotedText& quoted);
std::vector<AttributionCandidate> proposeByContinuation(const QuotedText& quoted);
std::vector<AttributionCandidate> proposeBySubject(const QuotedText& quoted);

// All of them, by their first content and then in this order. The trained field sees what they
// give.
std::vector<AttributionCandidate> proposeByForm(const QuotedText& quoted);

} // namespace quoth
