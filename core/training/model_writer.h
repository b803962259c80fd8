// Writes a trained chain into a model file as core/learning/sequence_model.h reads it: weights in
// eight bits, small ones left out.
#pragma once

#include "core/learning/model_file.h"
#include "core/learning/model_samples.h"
#include "core/learning/sequence_model.h"
#include "core/training/sequence_trainer.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string_view>

namespace quoth::training {

struct WrittenSize {
    std::size_t features = 0, weights = 0; // that are left
};
// Weights nearer to 0 than `least` are dropped, and features without weights.
WrittenSize addChain(ModelFileWriter& file, std::string_view prefix, const TrainedChain& model,
                     float least);

// The table in which readers look up the rows of features, in the order of `rows`.
std::vector<ModelSlot> slotTable(std::span<const ModelSlot> rows);

// Writes a model of the sections that `fill` adds, with the answers on `samples` that the stage
// gives once `load` has read the same model without any.
Outcome writeModel(const std::filesystem::path& path, const char* stage, std::uint32_t revision,
                   const std::function<void(ModelFileWriter&)>& fill,
                   std::span<const std::string_view> samples,
                   const std::function<Expected<SampleAnswer>(const std::filesystem::path&)>& load);

} // namespace quoth::training
