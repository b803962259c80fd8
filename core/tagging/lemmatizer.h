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
    // BadResource when a lexicon is missing or damaged.
    static Expected<Lemmatizer> load(const std::filesystem::path& resources);
    // Without the forms derived from treebanks: what they are derived against.
    static Expected<Lemmatizer> loadRules(const std::filesystem::path& resources);

    std::string lemma(std::string_view lower, FineTag tag) const;

private:
    std::string restored(std::string_view stem) const;
    std::string withoutEnding(std::string_view word, std::string_view ending) const;

    StringTable m_words; // that occur as such; they settle "hoped" (hope) against "helped" (help)
    Outcome readForms(const std::filesystem::path& resources);

    StringTable m_irregular; // "V:was" to an index of m_lemmas
    StringTable m_forms;     // "me" with the byte of its fine tag before it, likewise
    std::vector<std::string> m_lemmas;
};

} // namespace quoth
