// What the chooser among candidates looks at: their evidence in steps, by itself and crossed, and
// the words of cue, source and content and how they stand to each other. In: a text with its trees
// and a candidate. Out: a row of hashed features. A change of it calls for a new revision
// (attributionFeatureRevision) and a new model.
#pragma once

#include "core/learning/features.h"
#include "core/learning/sequence_model.h"
#include "core/quotes/choose/candidate_evidence.h"

#include <array>
#include <string_view>
#include <vector>

namespace quoth {

// The chooser is a field of rows of its own: two labels, nothing between neighbours.
constexpr std::array<std::string_view, 2> candidateLabels = {"wrong", "right"};
constexpr Label wrongCandidate = 0, rightCandidate = 1;

// Adds a row.
void findCandidateFeatures(const QuotedText& quoted, const WeighedCandidate& weighed,
                           FeatureRows& rows);

// How likely each row is right, from its emissions (rows by labels).
std::vector<float> chancesOf(const std::vector<float>& emissions, const ChainScores& chain);

} // namespace quoth
