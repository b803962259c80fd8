// What each token of a document brings to a name: its gazetteer facts, and whether its capital
// letter means anything where it stands, judged by the rest of the document.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/names/gazetteer.h"

#include <cstdint>
#include <vector>

namespace quoth {

struct NameWord {
    std::uint32_t facts = 0;
    bool capital = false;  // begins with a capital, or "al-Assad", "eBay"
    bool caps = false;     // two or more capitals, no small letter
    bool free = false;     // stands where any word has a capital: sentence start, headline
    bool nameable = false; // may be part of a name

    bool is(std::uint32_t any) const { return (facts & any) != 0; }
};

// One for each token.
std::vector<NameWord> judgeWords(const TokenizedText& text, const Gazetteer& gazetteer);

} // namespace quoth
