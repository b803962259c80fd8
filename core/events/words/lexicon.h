// What is known of words as names of events: event nouns, and verbs that need care (lexicons
// event_nouns.tsv and event_verbs.tsv). Lookups take lemmas. Immutable once loaded.
#pragma once

#include "core/support/expected.h"
#include "core/support/string_table.h"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace quoth {

enum class NounEvent : std::uint8_t {
    None,
    Maybe, // where the clause dates it or a light verb carries it
    Sure
};

class EventLexicon {
public:
    // BadResource when a lexicon is missing or a class is unknown.
    static Expected<EventLexicon> load(const std::filesystem::path& resources);

    NounEvent noun(std::string_view lemma) const;
    // All that is known of a verb, as bits; 0 for nothing.
    std::uint32_t verb(std::string_view lemma) const;
    bool isStative(std::string_view verb) const { return has(verb, stative); }
    bool isLight(std::string_view verb) const { return has(verb, light); }
    bool isOccurrence(std::string_view verb) const { return has(verb, occur); }
    bool isReport(std::string_view verb) const { return has(verb, report); }

private:
    static constexpr std::uint32_t stative = 1, light = 2, occur = 4, report = 8;
    bool has(std::string_view verb, std::uint32_t bit) const;

    StringTable m_nouns; // values: NounEvent
    StringTable m_verbs; // values: sets of the bits above
};

} // namespace quoth
