// Parts of speech and lemmas. In: tokenised text. Out: the same with pos, tag and lemma of every
// token filled. Immutable once loaded; const calls are thread-safe.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/support/expected.h"

#include <filesystem>
#include <string>
#include <unordered_map>

namespace quoth {

class Tagger {
public:
    // BadResource when a lexicon is missing or damaged.
    static Expected<Tagger> load(const std::filesystem::path& resources);

    TokenizedText tag(TokenizedText text) const;
};

} // namespace quoth
