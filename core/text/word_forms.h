// What the form of a single word tells: small questions of the tokeniser.
#pragma once

#include <string>
#include <string_view>

namespace quoth {

constexpr char32_t softHyphen = 0xAD, wordJoiner = 0x2060; // invisible within words

// Lower case, apostrophes straightened, invisible characters left out.
std::string normalizeWord(std::string_view word);

bool isClitic(std::string_view word);   // 's 're 've 'll 'd 'm, whatever the apostrophe
bool isInitials(std::string_view word); // "U.S", "D-N.C", "a.m": one letter, a stop, one letter
bool isHostEnd(std::string_view lower); // trusted without "www.": the "in" of "newsclick.in"

} // namespace quoth
