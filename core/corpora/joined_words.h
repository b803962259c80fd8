// Words with hyphens: treebanks cut "well-known" in three, the program's tokens do not.
#pragma once

#include "core/corpora/tag_data.h"

namespace quoth::corpora {

// The sentences of `text` that have such words, each word in one token with the head and relation
// of the part that its others hang on. Tags, lemmas and clusters are not filled; entities are left
// out. A sentence is left as it is where a word's parts hang on different words outside it.
TaggedText withJoinedWords(const TaggedText& text);

} // namespace quoth::corpora
