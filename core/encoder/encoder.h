// The encoder: reads a text once and tells of every token what the tasks that it was trained for
// make of it. In: a text with blocks, tokens and sentences. Out: scores of labels. Immutable once
// loaded; const calls are thread-safe. The same text gets the same scores whatever is read beside
// it.
//
// Beside the transformer's sections the model file has "pieces" (core/encoder/word_pieces.h) and of
// each task "NAME.labels" (one a line), "NAME.weights" (labels by width, floats) and "NAME.bias";
// arcs and antecedents have no labels.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/encoder/transformer.h"
#include "core/encoder/word_pieces.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace quoth {

class Encoder {
public:
    static constexpr const char* stage = "encoder";
    static constexpr std::uint32_t revision = 1;

    // NotFound or BadResource, naming the file.
    static Expected<Encoder> load(const std::filesystem::path& path);

    // `goOn` is called with the share of the text that is read, 0 to 1; once it says no, the rest
    // stays 0.
    EncodedText encode(const TokenizedText& text,
                       const std::function<bool(double)>& goOn = {}) const;
    // Empty for a task that it was not trained for.
    std::span<const std::string> labels(std::string_view task) const;

private:
    struct Task {
        std::string name;
        std::vector<std::string> labels; // none of pairs
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
