// The two name models and how they are trained: a first one, its answers on the training articles
// by jackknife, and a second one that sees these. Used for the model that ships and for
// cross-validation.
#pragma once

#include "core/evaluation/counts.h"
#include "core/training/name_data.h"
#include "core/training/sequence_trainer.h"

#include <array>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace quoth::training {

using Articles = std::span<const NameArticle* const>;

struct NameChains {
    TrainedChain first, second;
};
NameChains trainNameChains(Articles train, Articles dev, const TrainerOptions& options,
                           const std::function<void(const std::string&)>& log);

// Exact spans and types; by type (nameTypes), and all.
struct NameCounts {
    std::array<evaluation::Counts, 4> ofType;
    evaluation::Counts all;
};
NameCounts countNames(Articles articles, const NameChains& chains);

} // namespace quoth::training
