// What the tagger looks at: the word, its endings and shape, its neighbours. In: a sentence's
// tokens. Out: one row of features a token. Training and tagging share it; a change of what it
// gives calls for a new revision and new models.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/learning/features.h"

namespace quoth {

constexpr std::uint32_t tagFeatureRevision = 2;

// The clusters of the tokens must be filled. Replaces what `rows` held.
void findTagFeatures(const TokenizedText& text, const Sentence& sentence, FeatureRows& rows);

} // namespace quoth
