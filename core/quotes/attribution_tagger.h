// The attribution tagger: which words of an article are a source, a cue or the content of an
// attribution, not yet which belong together. In: an article's features and what the rules found.
// Out: segments without overlap. Immutable once loaded; const calls are thread-safe. A conditional
// random field over paragraphs; core/quotes/attribution_features.h tells what it looks at.
#pragma once

#include "core/learning/model_file.h"
#include "core/learning/sequence_model.h"
#include "core/quotes/attribution_features.h"
#include "core/support/expected.h"

#include <functional>
#include <vector>

namespace quoth {

// How likely the model holds the spans of an attribution to be just these segments; of several
// spans the least, and 1 where there are none.
struct SegmentChances {
    float content = 1, cue = 1, source = 1;
};
struct TaggedAttributions {
    std::vector<AttributionSegment> segments; // ordered by place
    std::vector<SegmentChances> ofRules;      // of each attribution that the rules found
};

// Emissions for rows of features (rows by labels).
using AttributionScorer = std::function<void(const FeatureRows&, std::vector<float>&)>;
// Best segments under any scores; the model that is trained and the one that is loaded share it.
TaggedAttributions tagAttributions(const TokenizedText& text, const AttributionFeatures& features,
                                   const std::vector<Attribution>& byRules,
                                   const AttributionScorer& score, const ChainScores& chain);

class AttributionTagger {
public:
    // BadResource when the model lacks parts or has other labels. `file` must outlive the tagger.
    static Expected<AttributionTagger> read(const ModelFile& file);

    TaggedAttributions find(const TokenizedText& text, const AttributionFeatures& features,
                            const std::vector<Attribution>& byRules) const;

private:
    explicit AttributionTagger(SequenceModel model) : m_model(std::move(model)) {}

    SequenceModel m_model;
};

} // namespace quoth
