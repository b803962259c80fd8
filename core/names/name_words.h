// What each token of a document brings to a name: its gazetteer facts, and whether its capital
// letter means anything where it stands, judged by the rest of the document.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/names/gazetteer.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace quoth {

struct NameWord {
    Span span;              // the token, or the part of a compound: "London" of "London-based"
    std::string_view lower; // of that part; valid as long as the text
    std::uint32_t facts = 0;
    bool capital = false;  // begins with a capital, or "al-Assad", "eBay"
    bool caps = false;     // two or more capitals, no small letter, among words that have some
    bool free = false;     // stands where any word has a capital: sentence start, headline
    bool headline = false; // stands among words that all have a capital
    bool nameable = false; // may be part of a name
    bool cut = false;      // a compound: no name goes on after it
    Span second{};         // "Iran" of "China-Iran"; else empty
    std::uint32_t secondFacts = 0;

    bool is(std::uint32_t any) const { return (facts & any) != 0; }
};

// One for each token.
std::vector<NameWord> judgeWords(const TokenizedText& text, const Gazetteer& gazetteer);

struct NamePhrase {
    std::uint32_t size = 0; // in tokens; 0 where none is known
    std::uint32_t facts = 0;
};
// The longest gazetteer entry of two or more words that begins at `begin` and ends before `end`.
NamePhrase longestPhrase(const Gazetteer& gazetteer, const std::vector<NameWord>& words,
                         std::uint32_t begin, std::uint32_t end);

} // namespace quoth
