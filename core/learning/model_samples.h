// Samples inside a model file: short texts and the answers that the model gave when it was made. A
// reader that answers otherwise was built from other code than the model, and must not use it.
// Section "samples": pairs of lines, text and answer.
#pragma once

#include "core/learning/model_file.h"
#include "core/support/expected.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace quoth {

using SampleAnswer = std::function<std::string(std::string_view text)>; // one line

// BadResource naming the file and the first sample that differs.
Outcome checkModelSamples(const ModelFile& file, const SampleAnswer& answer);
void addModelSamples(ModelFileWriter& file, std::span<const std::string_view> texts,
                     const SampleAnswer& answer);

} // namespace quoth
