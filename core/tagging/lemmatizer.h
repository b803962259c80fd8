// Lemmas of English words. In: a word in lower case and its fine tag. Out: its base form ("was" VBD
// gives "be", "cities" NNS "city"); words without inflection give themselves. Immutable once
// loaded; const calls are thread-safe.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/support/expected.h"
#include "core/support/string_table.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

class Lemmatizer {
public:
    // BadResource when the lexicon is missing or damaged.
    static Expected<Lemmatizer> load(const std::filesystem::path& resources);

    // `known` holds words in lower case that occur as such; it settles "hoped" (hope) against
    // "helped" (help).
    std::string lemma(std::string_view lower, FineTag tag, const StringTable& known) const;

private:
    StringTable m_irregular; // "V:was" to an index of m_lemmas
    std::vector<std::string> m_lemmas;
};

} // namespace quoth
