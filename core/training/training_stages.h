// What can be trained: one stage a model file, looked up by name (quoth-train lists them).
#pragma once

#include "core/support/expected.h"
#include "core/support/resources.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace quoth::training {

struct TrainingRequest {
    std::filesystem::path corpora;   // holds ud_ewt, gum, ner_worldwide, polnear ...
    std::filesystem::path articles;  // annotated whole: NAME.txt and NAME.json
    std::filesystem::path resources; // lexicons, and the models of stages before this one
    std::filesystem::path base;      // weights that the encoder starts from
    // Of encoders that were trained without a fold each: a stage is then trained beside them.
    std::filesystem::path encoders;
    std::filesystem::path out; // the model; its card lands beside it, as .md
    std::uint64_t seed = 1;
    unsigned threads = 2;
    // Of the encoder: leave this fold of the data out, to learn what it says of texts it has not
    // seen.
    std::optional<unsigned> fold;
    bool crossValidate = false; // also train without each part of the data in turn, for the card
    std::function<void(const std::string&)> log; // one line of progress

    ModelSet models() const { return encoders.empty() ? ModelSet::Alone : ModelSet::Encoded; }
};

// Folds that the encoder is trained without: text i of the data is of fold i modulo this.
constexpr unsigned encoderFolds = 2;

struct TrainingStage {
    std::string_view name;
    std::string_view summary;
    Outcome (*train)(const TrainingRequest&);
};

std::span<const TrainingStage> trainingStages();
const TrainingStage* findTrainingStage(std::string_view name); // null where there is none

// The stages, in the order in which they must be trained.
Outcome trainLemmas(const TrainingRequest& request);
Outcome trainClusters(const TrainingRequest& request);
Outcome trainTags(const TrainingRequest& request);
Outcome trainSyntax(const TrainingRequest& request);
Outcome trainNames(const TrainingRequest& request);
Outcome trainAttribution(const TrainingRequest& request);
Outcome trainPronouns(const TrainingRequest& request);
Outcome trainEvents(const TrainingRequest& request);
Outcome trainEncoder(const TrainingRequest& request);

} // namespace quoth::training
