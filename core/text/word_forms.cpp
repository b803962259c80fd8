#include "core/text/word_forms.h"

#include "core/support/unicode.h"
#include "core/text/marks.h"
#include "core/word_sets/text.h"

#include <algorithm>

namespace quoth {

std::string normalizeWord(std::string_view word) {
    const bool plain = std::all_of(word.begin(), word.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (plain) return toLower(word);
    std::string straight;
    for (std::size_t i = 0; i < word.size();) {
        const CodePoint c = codePointAt(word, i);
        if (isApostrophe(c.value))
            straight += '\'';
        else if (c.value != softHyphen && c.value != wordJoiner)
            straight += word.substr(i, c.length);
        i += c.length;
    }
    return toLower(straight);
}

bool isClitic(std::string_view word) {
    if (word.size() < 2 || word.size() > 5) return false;
    return words::clitics.contains(normalizeWord(word));
}

bool isInitials(std::string_view word) {
    const CodePoint last = codePointBefore(word, word.size());
    const std::size_t stop = word.size() - last.length;
    if (stop < 2 || word[stop - 1] != '.') return false;
    const CodePoint first = codePointBefore(word, stop - 1);
    const std::size_t before = stop - 1 - first.length;
    return isLetter(first.value) &&
           (before == 0 || word[before - 1] == '.' || word[before - 1] == '-');
}

bool isHostEnd(std::string_view lower) {
    return words::hostEnds.contains(lower);
}

} // namespace quoth
