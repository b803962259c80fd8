// Trains the chooser among candidates of attributions, and fits what goes with it: the least
// chances of what is taken and the calibration of confidence, both by cross-validation over the
// articles that are annotated whole.
#pragma once

#include "core/corpora/attribution_counts.h"
#include "core/corpora/attribution_data.h"
#include "core/quotes/choose/chooser.h"
#include "core/training/sequence_trainer.h"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace quoth::training {

// The candidates of one article, by a field that did not see it.
struct ArticleCandidates {
    const corpora::AttributionArticle* article = nullptr;
    bool whole = false; // annotated whole: speech within speech, quotes without a cue, speakers
    std::vector<WeighedCandidate> candidates;
};

struct ChooserData {
    std::vector<LabelledSequence> examples; // of one row each
    std::vector<std::size_t> articleOf;     // index of each example's article
    std::vector<Proposer> proposers;        // of each example
};
// Leaves out what the annotation does not tell.
ChooserData chooserExamples(const std::vector<ArticleCandidates>& articles, float wholeWeight);

TrainerOptions chooserOptions(std::uint64_t seed);

struct TrainedChooser {
    TrainedChain chain;
    ChooserLimits limits;
    Calibration::Curves curves;
    // Stretches, by choosers of other folds: in articles annotated whole, and in the others; and of
    // speech within speech in the former.
    corpora::Counts whole, others, nested;
    // Of articles annotated whole: what each proposer gave, and how much of it was right.
    std::array<corpora::Counts, proposerCount> proposed;
};
TrainedChooser trainChooser(const std::vector<ArticleCandidates>& articles, float wholeWeight,
                            std::uint32_t folds, std::uint64_t seed,
                            const std::function<void(const std::string&)>& log);

// How likely each candidate is right.
std::vector<float> chancesBy(const TrainedChain& chooser, const ArticleCandidates& article);

} // namespace quoth::training
