// The card beside a model: what it is, from what and how it was made, how good it is, how it reads
// in Markdown.
#pragma once

#include "core/support/expected.h"
#include "core/training/sequence_trainer.h"

#include <filesystem>
#include <string>
#include <vector>

namespace quoth::training {

struct ModelCard {
    std::string title;
    std::string what;                 // a paragraph
    std::vector<std::string> data;    // a line a corpus, with its licence
    std::vector<std::string> recipe;  // a line a step
    std::vector<std::string> figures; // a line a measurement
};

std::string describe(const TrainerOptions& options);
// Writes the card of the model at `model`: the same name with ".md".
Outcome writeCard(const std::filesystem::path& model, const ModelCard& card);

} // namespace quoth::training
