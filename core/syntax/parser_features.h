// What the parser looks at in a word: its form, endings, tags and class. In: a tagged sentence.
// Out: one row of features a token. Training and parsing share it; a change of what it gives calls
// for a new revision and a new model.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/learning/features.h"

namespace quoth {

constexpr std::uint32_t parserFeatureRevision = 1;

enum class ParserFeature : std::uint8_t {
    Word, // digits as 0
    Ending2,
    Ending3,
    Beginning3,
    Tags, // universal and fine; the mark itself for punctuation
    Cluster,
    Shape // capitals, digits, hyphens, whether white space follows
};

// Replaces what `rows` held; a row begins with its Word.
void findParserFeatures(const TokenizedText& text, const Sentence& sentence, FeatureRows& rows);

} // namespace quoth
