// Takes the likeliest candidates that leave each other room. In: candidates and how likely each is
// right. Out: attributions ordered by first content, with calibrated confidence.
#pragma once

#include "core/quotes/choose/calibration.h"
#include "core/quotes/choose/candidate_evidence.h"

#include <vector>

namespace quoth {

// Least chances of what is taken, found over annotated articles when the model is made.
struct ChooserLimits {
    float minChance = 0.5F;        // of a candidate by itself
    float minNestedChance = 0.35F; // of one within another one's content
    float minQuotedChance =
        0.5F; // of a quote that has the form of speech or that nothing introduces
};

constexpr const char* chooserLimitsSection = "chooser.limits"; // of the model file: three numbers
Expected<ChooserLimits> readChooserLimits(const ModelFile& file); // BadResource

// `turns` are taken before all others.
std::vector<Attribution> chooseAttributions(const QuotedText& quoted,
                                            std::vector<WeighedCandidate> candidates,
                                            const std::vector<float>& chances,
                                            const std::vector<AttributionCandidate>& turns,
                                            const Calibration& calibration,
                                            const ChooserLimits& limits);

} // namespace quoth
