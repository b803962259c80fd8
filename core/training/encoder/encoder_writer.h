// Writes a trained encoder as core/encoder/encoder.h reads it: weights in 8 bits.
#pragma once

#include "core/encoder/encoder.h"
#include "core/support/expected.h"
#include "core/training/encoder/encoder_network.h"

#include <filesystem>
#include <string>
#include <vector>

namespace quoth::training {

struct EncoderTask {
    std::string name;
    std::vector<std::string> labels; // none for pairs of tokens
    // What its scores count beside those of the stage that takes them.
    float count = 1;
    std::size_t columns() const { return labels.empty() ? 2 * arcWidth : labels.size(); }
};

// `pieces`: one a line, by id. NotWritable.
Outcome writeEncoder(const std::filesystem::path& path, EncoderNetwork& network,
                     const std::string& pieces, const std::vector<EncoderTask>& tasks);

} // namespace quoth::training
