#include "core/quotes/choose/calibration.h"

#include <algorithm>

namespace quoth {

std::string Calibration::section(QuoteKind kind) {
    return "calibration." + std::string(name(kind));
}

Expected<Calibration> Calibration::read(const ModelFile& file) {
    Curves curves;
    for (std::size_t k = 0; k < kinds; ++k) {
        const auto points = file.array<CalibrationPoint>(section(static_cast<QuoteKind>(k)));
        if (!points) return unexpected(points.error());
        curves[k].assign(points->begin(), points->end());
        const bool rises = std::adjacent_find(curves[k].begin(), curves[k].end(),
                                              [](const auto& a, const auto& b) {
                                                  return a.chance >= b.chance || a.share > b.share;
                                              }) == curves[k].end();
        const bool inRange =
            std::all_of(curves[k].begin(), curves[k].end(), [](const CalibrationPoint& p) {
                return p.chance >= 0 && p.chance <= 1 && p.share >= 0 && p.share <= 1;
            });
        if (curves[k].empty() || !rises || !inRange)
            return unexpected(ErrorCode::BadResource,
                              "The model " + file.path().string() +
                                  " has a calibration that is no rising curve.");
    }
    return Calibration(std::move(curves));
}

float Calibration::shareAt(QuoteKind kind, float chance) const {
    const auto& curve = m_curves[static_cast<std::size_t>(kind)];
    if (curve.empty()) return chance;
    const auto high = std::partition_point(
        curve.begin(), curve.end(), [&](const CalibrationPoint& p) { return p.chance < chance; });
    if (high == curve.begin()) return high->share;
    if (high == curve.end()) return curve.back().share;
    const CalibrationPoint& low = *(high - 1);
    return low.share +
           (high->share - low.share) * (chance - low.chance) / (high->chance - low.chance);
}

} // namespace quoth
