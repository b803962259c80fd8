#include "core/training/training_stages.h"

#include <algorithm>
#include <array>

namespace quoth::training {
namespace {

constexpr std::array stages = {
    TrainingStage{"clusters", "classes of words, from the texts of all corpora", &trainClusters},
    TrainingStage{"lemmas", "a lexicon: forms whose lemma the rules miss, from EWT and GUM",
                  &trainLemmas},
    TrainingStage{"tags", "parts of speech, from UD English EWT, GUM and PolNeAR", &trainTags},
    TrainingStage{"syntax", "dependency trees, from UD English EWT and GUM", &trainSyntax},
    TrainingStage{"names",
                  "names of people, organizations, places and others, from the Worldwide "
                  "Newswire corpus",
                  &trainNames},
    TrainingStage{"attribution", "sources, cues and contents of quotations, from PolNeAR",
                  &trainAttribution},
    TrainingStage{"pronouns", "whom pronouns stand for, from GAP and GUM", &trainPronouns},
    TrainingStage{"events", "words that name events, from AQUAINT and MEANTIME", &trainEvents},
#ifdef QUOTH_ENCODER_TRAINING
    TrainingStage{"encoder", "a small transformer that reads for all others (needs --base)",
                  &trainEncoder},
#endif
};

} // namespace

std::span<const TrainingStage> trainingStages() {
    return stages;
}

const TrainingStage* findTrainingStage(std::string_view name) {
    const auto found = std::find_if(stages.begin(), stages.end(),
                                    [&](const TrainingStage& stage) { return stage.name == name; });
    return found == stages.end() ? nullptr : &*found;
}

} // namespace quoth::training
