// How the classifier of event words is trained, and what it answers on articles that it has not
// seen.
#pragma once

#include "core/corpora/event_counts.h"
#include "core/training/sequence_trainer.h"

#include <vector>

namespace quoth::training {

// How the model that ships is trained.
TrainerOptions eventTrainerOptions();

TrainedChain trainEventChain(const std::vector<const corpora::EventArticle*>& articles,
                             const TrainerOptions& options);

// Labels AQUAINT by five folds, MEANTIME always in training; MEANTIME by a model of AQUAINT alone.
// A fold is a run of neighbours, so that what an agency tells of one story mostly stays together.
corpora::UnseenEventLabeller unseenEventLabeller(const TrainerOptions& options);

} // namespace quoth::training
