// The attribution tagger: which words of an article are a source, a cue or the content of an
// attribution, not yet which belong together. In: an article's features and the candidates by form.
// Out: segments without overlap. Immutable once loaded; const calls are thread-safe. A conditional
// random field over paragraphs; core/quotes/propose/chain_features.h tells what it looks at.
#pragma once

#include "core/learning/model_file.h"
#include "core/learning/sequence_model.h"
#include "core/quotes/propose/chain_features.h"
#include "core/support/expected.h"

#include <functional>
#include <span>
#include <vector>

namespace quoth {

struct TaggedAttributions {
    std::vector<AttributionSegment> segments; // ordered by place
    std::vector<SegmentChances> ofForms;      // of each candidate by form
};

// Emissions (rows by labels) for rows of features, and what the encoder says beside them, or
// nothing.
using AttributionScorer =
    std::function<void(const FeatureRows&, std::span<const float>, std::vector<float>&)>;
// Best segments under any scores; the model that is trained and the one that is loaded share it.
TaggedAttributions tagAttributions(const TokenizedText& text, const AttributionFeatures& features,
                                   const std::vector<AttributionCandidate>& byForm,
                                   const AttributionScorer& score, const ChainScores& chain);

class AttributionTagger {
public:
    // BadResource when the model lacks parts or has other labels. `file` must outlive the tagger.
    static Expected<AttributionTagger> read(const ModelFile& file);

    TaggedAttributions find(const TokenizedText& text, const AttributionFeatures& features,
                            const std::vector<AttributionCandidate>& byForm) const;

private:
    explicit AttributionTagger(SequenceModel model) : m_model(std::move(model)) {}

    SequenceModel m_model;
};

} // namespace quoth
