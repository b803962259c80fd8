#include "core/learning/logistic.h"

#include <algorithm>

namespace quoth {

Expected<LogisticModel> LogisticModel::read(const ModelFile& file, std::string_view section,
                                            std::size_t size) {
    const auto weights = file.array<float>(section);
    if (!weights) return unexpected(weights.error());
    if (weights->size() != size)
        return unexpected(ErrorCode::BadResource, "The model " + file.path().string() +
                                                      " has another number of weights in \"" +
                                                      std::string(section) + "\" than it should.");
    return LogisticModel(std::vector<float>(weights->begin(), weights->end()));
}

float LogisticModel::score(std::span<const float> evidence) const {
    float sum = 0;
    for (std::size_t i = 0; i < std::min(evidence.size(), m_weights.size()); ++i)
        sum += m_weights[i] * evidence[i];
    return sum;
}

} // namespace quoth
