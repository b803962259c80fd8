// Small questions about UTF-8 text, answered by ICU: case, word class, folding.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace quoth {

// The code point that starts at byte `at` of valid UTF-8, and how many bytes it takes.
// Past the end: {0, 0}.
struct CodePoint {
    char32_t value;
    std::size_t length;
};
CodePoint codePointAt(std::string_view text, std::size_t at);
// The code point that ends just before byte `at`; at 0: {0, 0}.
CodePoint codePointBefore(std::string_view text, std::size_t at);
void appendUtf8(std::string& out, char32_t codePoint);

bool isUpper(char32_t c);
bool isLower(char32_t c);
bool isLetter(char32_t c);
bool isDigit(char32_t c);
bool isSpace(char32_t c); // white space, NBSP and line ends included
bool isPunctuation(char32_t c);
bool isCombining(char32_t c);     // combining marks, joiners and variation selectors
bool isWordCharacter(char32_t c); // a letter, a digit, or one that combines with these
bool isDash(char32_t c);          // hyphens, dashes and bars, but no minus sign
bool isEmoji(char32_t c);         // shown as a picture by default
bool isLatin(char32_t c);         // a letter of the Latin script
bool isIdeograph(char32_t c);     // Han and kana: written without spaces between words

bool isBlank(std::string_view text); // nothing but white space
bool startsUpper(
    std::string_view text);            // its first character is an upper-case or title-case letter
bool isAllCaps(std::string_view text); // at least two letters, none lower case

// Does it hold right-to-left characters or controls of direction? Other text reads the same
// wherever it stands.
bool changesDirection(std::string_view text);

// Lower case by Unicode's default rules; ASCII takes a quick path.
std::string toLower(std::string_view text);
std::string toUpper(std::string_view text);

// Lower case without accents ("Jón" gives "jon"), for comparing names; not for display.
std::string foldAccents(std::string_view text);

// Valid UTF-8? Gives the byte offset of the first bad byte, or npos.
std::size_t findInvalidUtf8(std::string_view bytes);
// Each maximal bad sequence becomes one U+FFFD (WHATWG practice).
std::string repairUtf8(std::string_view bytes);

} // namespace quoth
