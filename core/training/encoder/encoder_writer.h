// Writes a trained encoder as core/encoder/encoder.h reads it: weights in 8 bits.
#pragma once

#include "core/support/expected.h"
#include "core/training/encoder/encoder_network.h"

#include <filesystem>
#include <string>
#include <vector>

namespace quoth::training {

struct EncoderTask {
    std::string name;
    std::vector<std::string> labels;
};

// `pieces`: one a line, by id. NotWritable.
Outcome writeEncoder(const std::filesystem::path& path, EncoderNetwork& network,
                     const std::string& pieces, const std::vector<EncoderTask>& tasks);

} // namespace quoth::training
