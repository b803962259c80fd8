// What names are made of: tokens, and the parts of hyphenated ones ("London", "-", "based"), with
// what is known about each before anything is decided. In: tagged text. Out: ordered units; a
// sentence's units follow each other.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/names/gazetteer.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace quoth {

struct NameUnit {
    Span span;
    std::uint32_t token = 0;
    std::string_view lower; // valid as long as the text's tokens
    std::uint64_t lowerHash = 0;
    std::uint32_t facts = 0;       // of the unit by itself
    std::uint32_t phraseFacts = 0; // of the longest gazetteer entry of several words around it
    enum class Place : std::uint8_t { None, First, Inside, Last } inPhrase = Place::None;
    bool capital = false; // begins with a capital, or "eBay", "iPhone"
    bool caps = false;    // two letters or more, all capitals
    bool free = false;    // stands where any word has a capital: a sentence's start, a headline
    bool joined = false;  // no space before it
    // How often the word stands in the document where a capital would mean a name (0 to 3).
    std::uint8_t seenCapital = 0, seenLower = 0;
};

struct NameUnits {
    std::vector<NameUnit> units;
    std::vector<IndexRange> sentences; // of units, one for each sentence of the text
};

// What the encoder says of a sentence's units, a row of labels each: 0 for the parts of a token. Or
// empty.
std::vector<float> encodedUnits(const TokenizedText& text, const NameUnits& units,
                                std::size_t sentence);

NameUnits findNameUnits(const TokenizedText& text, const Gazetteer& gazetteer);

} // namespace quoth
