// Gold tokens as the stages see tokens: the text of a CoNLL-U document with its own tokens and
// sentences instead of those that the program would find.
#pragma once

#include "core/corpora/conllu.h"
#include "core/corpora/polnear.h"
#include "core/document/tokenized_text.h"

#include <memory>
#include <string>

namespace quoth::corpora {

struct GoldText {
    std::unique_ptr<const std::string> source; // what `text` views
    TokenizedText text; // token i is the corpus's i-th; one block a paragraph
};

GoldText goldText(const ConlluDocument& document);
// Tokens and sentences of the automatic analysis; sentences are cut at the ends of blocks.
GoldText goldText(const PolnearDocument& document);

} // namespace quoth::corpora
