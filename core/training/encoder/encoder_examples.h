// What the encoder is trained on: texts with labels of one task or several on their tokens, and the
// windows of them that make a step.
#pragma once

#include "core/encoder/encoder_input.h"
#include "core/learning/linear_chain.h"
#include "core/training/encoder/encoder_network.h"
#include "core/training/encoder/pronoun_gold.h"

#include <optional>
#include <random>
#include <span>
#include <vector>

namespace quoth::training {

struct EncoderExample {
    EncoderInput input;
    // By task, in the order of the tasks: a label a token, none where nothing is known.
    std::vector<std::vector<std::optional<Label>>> labels;
    // Of each token its sentence and its head in it; empty where there are no trees.
    std::vector<std::uint32_t> sentences, heads;
    std::vector<PronounGold> pronouns;
    float weight = 1; // how much its loss counts
};

struct ExampleWindow {
    const EncoderExample* example;
    IndexRange pieces, taken; // as of EncoderWindow
};

// Where a batch's vectors have labels of one task.
struct TaskTargets {
    torch::Tensor rows;    // indices into windows by pieces, flattened
    torch::Tensor labels;  // of each
    torch::Tensor weights; // of each
};

// Where they have heads: rows as above; of each the piece of its window that is its head's.
struct ArcTargets {
    torch::Tensor rows, heads;
    torch::Tensor sentences; // [windows, pieces]: 1 + a number, 0 where no word of a tree begins
};

// Where they have pronouns; of each the pieces of its window that are right, and those and the
// wrong ones: [pronouns, pieces].
struct PronounTargets {
    torch::Tensor rows, right, all;
};

struct LabelledBatch {
    EncoderBatch batch;
    std::vector<TaskTargets> tasks;
    ArcTargets arcs;
    PronounTargets pronouns;
};

LabelledBatch batchOf(std::span<const ExampleWindow> windows, const WordPieces& pieces);

using WindowBatch = std::vector<ExampleWindow>;

// Windows that begin anywhere and are taken whole, those of a batch of about the same length, in
// any order: each epoch shows others. `pieces`: of a batch at most, shorter windows filled up.
std::vector<WindowBatch> randomBatches(std::span<const EncoderExample> examples, std::size_t pieces,
                                       std::mt19937_64& random);

} // namespace quoth::training
