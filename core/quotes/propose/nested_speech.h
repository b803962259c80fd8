// What the encoder makes of speech within speech, of which the trained field says nothing: its
// scores for the words that are told within another one's content. In: an encoded text. Out:
// segments, and how likely the spans of an attribution are some.
#pragma once

#include "core/quotes/attribution.h"
#include "core/quotes/propose/candidate.h"
#include "core/quotes/propose/chain_tagger.h"

#include <optional>
#include <vector>

namespace quoth {

class NestedSpeech {
public:
    explicit NestedSpeech(const TokenizedText& text); // which must outlive it

    // Empty where no encoder read the text, and so are the chances.
    const TaggedAttributions& tagged() const { return m_tagged; }
    std::optional<NestedChances> chancesOf(const Attribution& a) const;

private:
    void read(IndexRange unit);
    float chanceAt(std::uint32_t token, AttributionRole role, bool opens, bool closes) const;
    float meanOf(const std::vector<Span>& spans, AttributionRole role) const;
    float boundsOf(IndexRange tokens, AttributionRole role) const;

    const TokenizedText& m_text;
    TaggedAttributions m_tagged;
    std::vector<float> m_marginals; // of each token a row of labels
};

} // namespace quoth
