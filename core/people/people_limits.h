// Confidences and reaches of the stage. The weights between the candidates of a pronoun are not
// here: they are fitted when it is trained.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace quoth::people_limits {

// How sure each way of finding a speaker is: from the share that is right of the speakers that it
// finds in the 120 articles annotated whole, set so that the confidence of quotes holds on them.
// Of those that are few, by hand.
constexpr float byName = 0.99F, byDescription = 0.85F, byPronoun = 0.93F, byGroup = 0.7F,
                asAuthor = 0.8F;
constexpr float byRelative = 0.85F, byKin = 0.7F, asInterviewee = 0.9F, byGuess = 0.55F; // by hand
inline constexpr std::array byRole = {0.95F, 0.8F, 0.7F, 0.8F}; // by RoleEvidence
// Of runs that go on, how many keep their speaker; how often a mention beside a quote speaks it;
// and how often a quote without anybody told is one. Roughly, on the development articles.
constexpr float continued = 0.98F, implied = 0.7F, unresolved = 0.5F;

// What the encoder's scores of a pronoun's antecedents count beside the weights between its
// candidates: chosen on GAP validation and the articles annotated whole.
constexpr float encoderShare = 0.3F;

// Reaches: by hand.
constexpr std::uint32_t pronounReach = 12;      // sentences back
constexpr std::uint32_t lastSpokeReach = 4;     // sentences back that somebody spoke just now
constexpr std::uint32_t besideQuote = 3;        // tokens: "“...,” he said"
constexpr std::uint32_t longestAntecedent = 20; // tokens, of "who" or "which"
constexpr std::uint32_t holderReach = 8; // sentences, after a role, that its holder is named in
constexpr std::uint32_t opening = 3;     // blocks: headline, standfirst, the first paragraph
constexpr std::size_t shortestAcronym = 2, longestAcronym = 10; // bytes
// Names that are spelled in two ways: bytes, and letters that may differ in short and in long ones.
constexpr std::size_t shortestVariant = 4, longestVariant = 40, longName = 7;
constexpr unsigned differentInShort = 1, differentInLong = 2;

// Of work, beyond what any article has.
constexpr int mentionsOfPronoun = 300; // mentions, however crowded the sentences are
constexpr int mentionsOfRole = 400;    // mentions back that "the minister" may reach
// Names that share a word and are compared with each other: few enough that a list of thousands is
// read in a time that grows as the list does.
constexpr std::size_t namesakes = 64;

} // namespace quoth::people_limits
