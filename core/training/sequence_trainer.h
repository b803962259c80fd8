// Trains linear-chain models. In: sequences of feature rows with their labels. Out: weights of each
// feature and of neighbouring labels.
//
// The loss is the conditional random field's (Lafferty et al., 2001), by AdaGrad (Duchi et al.,
// 2011) with L2. The result is the same to the bit for the same data, options and seed, whatever
// the number of threads: a batch's sentences are scored side by side with fixed weights, and each
// feature's weights are then changed by one thread in the order of the data.
#pragma once

#include "core/learning/labelled_sequence.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace quoth::training {

struct TrainerOptions {
    int epochs = 20;   // at most
    int patience = 3;  // epochs without a better figure on dev before it stops
    float rate = 0.1f; // AdaGrad's step
    float l2 = 0;      // of the whole data: each occurrence of a feature takes its share
    float dropout =
        0; // share of features hidden at random from each position (Hinton et al., 2012)
    // Over the last so many epochs the weights are averaged (Polyak and Juditsky, 1992); 0: they
    // are those of the best epoch on dev, or of the last.
    int averaged = 0;
    std::uint32_t minCount = 2; // rarer features are left out
    std::size_t batch = 16;     // sequences
    std::uint64_t seed = 1;
    unsigned threads = 2;
};

// Weights in full: a row of labels for each feature.
struct TrainedChain {
    std::vector<std::string> labels;
    ChainScores chain;
    std::vector<Feature> features; // the most frequent first
    std::vector<float> weights;    // features by labels
    // Occurrences of features that share their hash with one of another template.
    std::size_t collisions = 0;

    std::vector<Label> decode(const FeatureRows& rows) const;
    void score(const FeatureRows& rows, std::vector<float>& emissions) const;
    void index(); // after features changed; makes decode and score possible

private:
    std::uint32_t rowOf(Feature feature) const;
    std::vector<std::uint32_t> m_slots;
};

// Better is higher; called with the labels found for the sequences of dev.
using DevScore = std::function<double(const std::vector<std::vector<Label>>& found)>;
struct EpochReport {
    int epoch;    // from 1
    double loss;  // mean per position
    double score; // on dev, 0 where it is not asked
    double seconds;
    std::size_t features;
};
using EpochReporter = std::function<void(const EpochReport&)>;

// Without dev sequences, or where weights are averaged, all epochs run; averages are scored on dev
// as they grow.
TrainedChain trainChain(std::span<const LabelledSequence> train,
                        std::span<const LabelledSequence> dev, std::vector<std::string> labels,
                        const TrainerOptions& options, const DevScore& devScore = {},
                        const EpochReporter& report = {});

// The labels that a model trained on the other folds gives each sequence (for stacked stages).
// `foldOf` gives each sequence's fold, 0 to folds - 1: keep an article's sentences in one.
std::vector<std::vector<Label>> jackknife(std::span<const LabelledSequence> train,
                                          std::span<const std::uint32_t> foldOf,
                                          std::uint32_t folds, std::vector<std::string> labels,
                                          const TrainerOptions& options,
                                          const std::function<void(std::uint32_t)>& progress = {});

} // namespace quoth::training
