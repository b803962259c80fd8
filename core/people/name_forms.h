// Are two written names forms of one name? Pure string questions, without context. Names are given
// as lower-case words, titles left out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

using NameWords = std::vector<std::string>;

// The words of a name in lower case without accents: curly apostrophes straightened, stops of
// initials dropped.
NameWords nameWords(std::string_view name);

// Full person names of one person: the same surname, and forenames that are equal, abbreviate each
// other ("J." for "John", "Bob Smith" and "Robert Smith" are not) or are spelt alike ("Sergei" and
// "Sergey", "Mohamed" and "Mohammed").
bool samePerson(const NameWords& a, const NameWords& b);

// Is `shorter` the surname of `longer`, of several words and perhaps in another spelling? "Al
// Zoheiri" of "Akram Al Zoheiry".
bool isSurnameOf(const NameWords& longer, const NameWords& shorter);

// Two spellings of one word: the same first letter and an edit distance of 1 (2 from 7 letters on).
bool spellingVariants(std::string_view a, std::string_view b);

// What may abbreviate the name, in lower case: "krda" for "Kings Rugby Development Academy", "who"
// for "World Health Organization" ("of", "the", "and", "for" may count or not). Not sorted.
std::vector<std::string> acronymsOf(const NameWords& name);

// "of", "the", "and": a word that short forms of a name may leave out.
bool isSmallWord(std::string_view word);

// Is every word of `part` in `whole` (small words left out)? "Justice Department" in "US Department
// of Justice".
bool containsName(const NameWords& whole, const NameWords& part);

} // namespace quoth
