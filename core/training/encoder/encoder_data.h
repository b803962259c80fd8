// The tasks that the encoder learns together, their texts, and how well scores answer them.
#pragma once

#include "core/training/encoder/encoder_examples.h"
#include "core/training/encoder/encoder_writer.h"
#include "core/training/training_stages.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace quoth::training {

constexpr float wholeWeight = 3; // of an article annotated whole beside one of PolNeAR

using TokenScores = std::vector<float>; // a row of the task's labels a token

// Texts of a task that are left out of training.
struct EncoderDev {
    std::vector<EncoderExample> examples; // without labels
    std::vector<const TokenizedText*> texts;
    // A line of figures from the scores of each text.
    std::function<std::string(const std::vector<TokenScores>&)> figures;
};

struct EncoderData {
    std::vector<EncoderTask> tasks;
    std::vector<EncoderExample> train;
    std::vector<EncoderDev> dev;                   // a task each
    std::vector<std::shared_ptr<const void>> kept; // what they view
};

// Attributions (PolNeAR, the articles annotated whole), tags and trees (EWT, GUM), names (the
// Worldwide Newswire corpus), event words (AQUAINT, MEANTIME). Errors as of the readers of corpora.
Expected<EncoderData> readEncoderData(const TrainingRequest& request, const WordPieces& pieces);

} // namespace quoth::training
