// Is a text English, the one language that the other stages read? In: canonical UTF-8. Out: yes or
// no, by its script and by the shares of small words of English and of other languages (after
// Grefenstette, Comparing two language identification schemes, 1995). Meant to warn, so a doubt
// counts as English: a text of few words, a list of names, a table, a text half in English.
#pragma once

#include "core/support/expected.h"
#include "core/support/string_table.h"

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace quoth {

// Immutable once loaded; const calls are thread-safe.
class LanguageGuesser {
public:
    // BadResource when the lexicon is missing or damaged, or lacks English.
    static Expected<LanguageGuesser> load(const std::filesystem::path& resources);

    // False only where most words are in another script, or are Latin and clearly another language.
    bool seemsEnglish(std::string_view text) const;

private:
    StringTable m_words; // each with the set of its languages, one bit a language, English bit 0
    std::size_t m_languages = 0;
};

} // namespace quoth
