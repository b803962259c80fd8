#include "core/text/language.h"

#include "core/support/resources.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace quoth {
namespace {

constexpr std::size_t mostLanguages = 32; // bits of a value of StringTable
constexpr std::size_t fewestWords = 40;   // a shorter text is not judged
// Another language has at least one of its small words in so many words, so many different ones
// (names hold "de" and "la" too), and this often as many as English has.
constexpr std::size_t oneInWords = 10, fewestDifferent = 7, timesEnglish = 2;

// Calls `visit` with every word: a run of letters, or one ideograph.
template <class Visit>
void forEachWord(std::string_view text, const Visit& visit) {
    std::size_t begin = 0;
    char32_t first = 0; // 0 while between words
    const auto end = [&](std::size_t at) {
        if (first) visit(text.substr(begin, at - begin), first);
        first = 0;
    };
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = codePointAt(text, i);
        const bool ideograph = isIdeograph(c.value);
        if (ideograph || (!isLetter(c.value) && !isCombining(c.value))) end(i);
        if (ideograph) visit(text.substr(i, c.length), c.value);
        if (!ideograph && !first && isLetter(c.value)) {
            begin = i;
            first = c.value;
        }
        i += c.length;
    }
    end(text.size());
}

} // namespace

Expected<LanguageGuesser> LanguageGuesser::load(const std::filesystem::path& resources) {
    const auto damaged = [](const std::string& what) {
        return unexpected(ErrorCode::BadResource, "The lexicon function_words.tsv " + what + ".");
    };
    const auto rows = readLexicon(resources, "function_words.tsv", 2);
    if (!rows) return unexpected(rows.error());
    if (rows->front().front() != "en") return damaged("does not begin with English");
    if (rows->size() > mostLanguages) return damaged("has too many languages");
    LanguageGuesser guesser;
    guesser.m_languages = rows->size();
    for (std::size_t language = 0; language < rows->size(); ++language) {
        const std::string_view words = (*rows)[language][1];
        for (std::size_t at = 0; at < words.size();) {
            const std::size_t end = std::min(words.find(", ", at), words.size());
            guesser.m_words[words.substr(at, end - at)] |= std::uint32_t{1} << language;
            at = std::min(end + 2, words.size());
        }
    }
    return guesser;
}

bool LanguageGuesser::seemsEnglish(std::string_view text) const {
    const std::string lower = toLower(text);
    std::size_t latin = 0, ideographs = 0, otherScripts = 0;
    std::vector<std::size_t> hits(m_languages, 0);
    std::vector<std::unordered_set<std::string_view>> different(m_languages);
    forEachWord(lower, [&](std::string_view word, char32_t first) {
        if (isIdeograph(first)) {
            ++ideographs;
        } else if (!isLatin(first)) {
            ++otherScripts;
        } else {
            ++latin;
            const std::uint32_t* languages = m_words.find(word);
            if (!languages) return;
            for (std::size_t i = 0; i < m_languages; ++i)
                if (*languages >> i & 1) {
                    ++hits[i];
                    if (different[i].size() < fewestDifferent) different[i].insert(word);
                }
        }
    });
    const std::size_t foreignScript = otherScripts + ideographs / 2; // two make a word
    if (latin + foreignScript < fewestWords) return true;
    if (foreignScript > latin) return false;
    for (std::size_t i = 1; i < m_languages; ++i)
        if (hits[i] * oneInWords >= latin && different[i].size() >= fewestDifferent &&
            hits[i] > hits.front() * timesEnglish)
            return false;
    return true;
}

} // namespace quoth
