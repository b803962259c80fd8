#include "core/document/encoded_text.h"

namespace quoth {

std::span<const float> EncodedText::of(std::string_view task, IndexRange tokens) const {
    const auto found = m_tasks.find(task);
    if (found == m_tasks.end()) return {};
    const auto& [columns, values] = found->second;
    return std::span(values).subspan(tokens.begin * columns, tokens.size() * columns);
}

std::vector<float> EncodedText::of(std::string_view task,
                                   std::span<const std::uint32_t> tokens) const {
    std::vector<float> out;
    if (!holds(task)) return out;
    for (const std::uint32_t token : tokens) {
        const auto row = of(task, IndexRange{token, token + 1});
        out.insert(out.end(), row.begin(), row.end());
    }
    return out;
}

std::span<float> EncodedText::add(std::string_view task, std::size_t tokens, std::size_t columns) {
    Scores& scores = m_tasks[std::string(task)];
    scores = {columns, std::vector<float>(tokens * columns)};
    return scores.values;
}

void EncodedText::drop(std::string_view task) {
    if (const auto found = m_tasks.find(task); found != m_tasks.end()) m_tasks.erase(found);
}

} // namespace quoth
