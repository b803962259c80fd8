// The proposers: each reads a text and gives what may be attributions, without knowledge of the
// others. What they propose overlaps; core/quotes/choose takes what is likeliest.
#pragma once

#include "core/quotes/propose/candidate.h"
#include "core/quotes/quoted_text.h"

#include <vector>

namespace quoth {

std::vector<Candidate> proposeByCue(const QuotedText& quoted);
std::vector<Candidate> proposeByClause(const QuotedText& quoted);
std::vector<Candidate> proposeByInnerCue(const QuotedText& quoted);
std::vector<Candidate> proposeByTurn(const QuotedText& quoted);
std::vector<Candidate> proposeByColon(const QuotedText& quoted);
std::vector<Candidate> proposeBySignature(const QuotedText& quoted);
std::vector<Candidate> proposeByNeighbour(const QuotedText& quoted);
std::vector<Candidate> proposeByContinuation(const QuotedText& quoted);
std::vector<Candidate> proposeBySubject(const QuotedText& quoted);

// All of them, by their first content and then in this order. The trained field sees what they
// give.
std::vector<Candidate> proposeByForm(const QuotedText& quoted);

} // namespace quoth
