// The two name models and how they are trained: a first one, its answers on the training articles
// by jackknife, and a second one that sees these. Used for the model that ships and for
// cross-validation.
#pragma once

#include "core/corpora/counts.h"
#include "core/corpora/name_data.h"
#include "core/training/sequence_trainer.h"

#include <array>
#include <functional>
#include <span>
#include <string>

namespace quoth::training {

using Articles = std::span<const corpora::NameArticle* const>;

struct NameChains {
    TrainedChain first, second;
};
NameChains trainNameChains(Articles train, Articles dev, const TrainerOptions& options,
                           const std::function<void(const std::string&)>& log);

// Exact spans and types; by type (nameTypes), and all.
struct NameCounts {
    std::array<corpora::Counts, 4> ofType;
    corpora::Counts all;
};
NameCounts countNames(Articles articles, const NameChains& chains);

} // namespace quoth::training
