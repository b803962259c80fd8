// The encoder: reads a text once and tells of every token what the tasks that it was trained for
// make of it. In: a text with blocks, tokens and sentences. Out: scores of labels. Immutable once
// loaded; const calls are thread-safe. The same text gets the same scores whatever is read beside
// it.
//
// Beside the transformer's sections the model file has "pieces" (core/encoder/word_pieces.h) and of
// each task "NAME.labels" (one a line), "NAME.weights" (labels by width, floats) and "NAME.bias".
#pragma once

#include "core/encoder/transformer.h"
#include "core/encoder/word_pieces.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace quoth {

// By task: scores of its labels, a row a token. They are logarithms of chances up to a number that
// all labels of a token share.
using EncodedText = std::map<std::string, std::vector<float>, std::less<>>;

class Encoder {
public:
    static constexpr const char* stage = "encoder";
    static constexpr std::uint32_t revision = 1;

    // NotFound or BadResource, naming the file.
    static Expected<Encoder> load(const std::filesystem::path& path);

    EncodedText encode(const TokenizedText& text) const;
    // Empty for a task that it was not trained for.
    std::span<const std::string> labels(std::string_view task) const;

private:
    struct Task {
        std::string name;
        std::vector<std::string> labels;
        std::span<const float> weights, bias;
    };

    Encoder() = default;
    Outcome readTasks();

    std::shared_ptr<const ModelFile> m_file;
    std::optional<WordPieces> m_pieces;
    std::optional<Transformer> m_transformer;
    std::vector<Task> m_tasks;
};

} // namespace quoth
