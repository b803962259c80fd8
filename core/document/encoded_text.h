// What the encoder (core/encoder) makes of a text's tokens, task by task: plain numbers, which the
// stages take beside what they know themselves. Empty where no encoder read the text.
#pragma once

#include "core/document/span.h"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

namespace encoder_task {
constexpr std::string_view tags = "tags", relations = "relations", names = "names",
                           attribution = "attribution", nested = "nested", events = "events";
// Whose columns are not labels but two vectors of `arcWidth` numbers: the product of a token's
// first one and another's second one says how well the other fits as its head, as scores do. The
// root is its own head.
constexpr std::string_view arcs = "arcs";
// Likewise of a pronoun and what it may stand for.
constexpr std::string_view antecedents = "antecedents";
} // namespace encoder_task
constexpr std::size_t arcWidth = 64;

class EncodedText {
public:
    // The scores of a task's labels for these tokens, a row a token: logarithms of chances up to a
    // number that all labels of a token share. Empty where there are none.
    std::span<const float> of(std::string_view task, IndexRange tokens) const;
    // The same for these tokens one by one.
    std::vector<float> of(std::string_view task, std::span<const std::uint32_t> tokens) const;
    bool holds(std::string_view task) const { return m_tasks.contains(task); }

    // A row of `columns` for each token, all 0; valid until the task is dropped.
    std::span<float> add(std::string_view task, std::size_t tokens, std::size_t columns);
    void drop(std::string_view task); // frees what no later stage reads
    bool operator==(const EncodedText&) const = default;

private:
    struct Scores {
        std::size_t columns;
        std::vector<float> values;
        bool operator==(const Scores&) const = default;
    };
    std::map<std::string, Scores, std::less<>> m_tasks;
};

} // namespace quoth
