// Lengths and reaches of the stage, all chosen by hand; those of work only bound it, and what they
// cut off is rare. None was fitted on a corpus.
#pragma once

#include <cstddef>
#include <cstdint>

namespace quoth::event_limits {

// What is told of an event.
constexpr std::size_t participants = 4;       // entities, the first ones
constexpr std::uint32_t shortestSummary = 4;  // tokens; else the whole sentence
constexpr std::size_t selectionSummary = 300; // bytes, of an event that a reader selected

// Phrases.
constexpr std::uint32_t longestPhrase = 8;     // tokens that are looked at for a noun
constexpr int phrasesBetween = 3;              // from a time back to the noun that it dates
constexpr std::uint32_t infinitiveReach = 5;   // tokens: "is expected ... to reach"
constexpr std::uint32_t definiteReach = 6;     // tokens before a noun: "the long-awaited talks"
constexpr std::uint32_t beforeOpeningTime = 2; // tokens: a quotation mark and a preposition

// Times.
constexpr int longestCount = 9999;          // days, weeks, months or years in a duration
constexpr std::uint32_t anchorReach = 2000; // tokens back to the word that a time counts from
constexpr std::uint32_t narrativeReach = 3; // sentences back to the day that was told of last

// Mentions of one happening.
constexpr std::size_t mergingReach = 60;   // events back
constexpr std::uint32_t leadSentences = 3; // sentences that tell again what the headline tells

// Of work.
constexpr int nestedPhrases = 4;          // noun phrases within one another
constexpr int nestedMentions = 4;         // mentions of entities within one another
constexpr int nestedClauses = 6;          // clauses that hang on one another
constexpr std::size_t clausesBeside = 16; // clauses at either end of another

} // namespace quoth::event_limits
