// From the chance that the chooser gives a candidate to the share of such candidates that are
// right: a curve of straight pieces for each kind of quote, fitted when the model is made.
#pragma once

#include "core/document/annotations.h"
#include "core/learning/model_file.h"
#include "core/support/expected.h"

#include <array>
#include <string>
#include <vector>

namespace quoth {

struct CalibrationPoint {
    float chance, share; // both rise from point to point
};

class Calibration {
public:
    static constexpr std::size_t kinds = 3; // of QuoteKind
    using Curves = std::array<std::vector<CalibrationPoint>, kinds>;

    Calibration() = default; // as it is said
    explicit Calibration(Curves curves) : m_curves(std::move(curves)) {}
    // BadResource where a curve is missing or falls.
    static Expected<Calibration> read(const ModelFile& file);
    static std::string section(QuoteKind kind); // its name in the model file

    float shareAt(QuoteKind kind, float chance) const;

private:
    Curves m_curves;
};

} // namespace quoth
