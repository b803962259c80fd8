// A log-linear model over a few numbers: how much speaks for something.
#pragma once

#include "core/learning/model_file.h"
#include "core/support/expected.h"

#include <span>
#include <string_view>
#include <vector>

namespace quoth {

class LogisticModel {
public:
    LogisticModel() = default;
    explicit LogisticModel(std::vector<float> weights) : m_weights(std::move(weights)) {}
    // BadResource when the section is missing or holds another number of weights.
    static Expected<LogisticModel> read(const ModelFile& file, std::string_view section,
                                        std::size_t size);

    std::span<const float> weights() const { return m_weights; }
    float score(std::span<const float> evidence) const;

private:
    std::vector<float> m_weights;
};

} // namespace quoth
