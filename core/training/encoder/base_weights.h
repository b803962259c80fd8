// Reads the weights that an encoder's training starts from: a folder with "model.safetensors"
// (Hugging Face's format: a header in JSON, then the numbers) and "tokenizer.json", whose model has
// the vocabulary. The encoder must be one of BERT's kind (Devlin et al., 2019).
#pragma once

#include "core/support/expected.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace quoth::training {

struct BaseTensor {
    std::vector<std::size_t> shape;
    std::vector<float> values; // row-major
};

struct BaseWeights {
    std::map<std::string, BaseTensor> tensors; // of single precision
    std::string pieces;                        // one a line, by id
};

// NotFound, or Malformed with the file and what is wrong.
Expected<BaseWeights> readBaseWeights(const std::filesystem::path& folder);

} // namespace quoth::training
