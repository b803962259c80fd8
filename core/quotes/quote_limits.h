// Thresholds and reaches of the stage. Least chances of what is taken and the calibration of
// confidence are not here: they are fitted when the chooser is trained and lie in its model.
#pragma once

#include <cstddef>
#include <cstdint>

namespace quoth::quote_limits {

// Marks. By hand; two words with a final mark, or eight words, are speech; less may be a term.
constexpr std::size_t markDepth = 8;         // deeper marks are noise
constexpr std::uint32_t speechVerbReach = 4; // tokens from a mark to "said" beside it
constexpr std::uint32_t fewestClosedWords = 2, fewestOpenWords = 8;

// Words in marks: more than these are speech, no title, no term, no words held at arm's length.
constexpr std::uint32_t longestTitle = 12, longestTerm = 6, longestScare = 3;

// Cues. A verb's own probability is counted on PolNeAR's training articles (lexicons/cues.tsv); of
// nouns of saying with a "that" clause 94 of 213 are cues there.
constexpr float nounProbability = 0.45F;
constexpr float accordingProbability = 1;
// How much less often than a finite verb with its source: by hand.
constexpr float shareOfInfinitive = 0.3F;      // "to discuss the plan"
constexpr float shareOfInfinitiveQuote = 0.7F; // "to say “no”"
constexpr float shareOfPassive = 0.3F;         // "was described", by nobody known
constexpr float shareOfPassiveClause = 0.8F;   // "was told that"
constexpr float shareWithoutSource = 0.4F;
constexpr float shareOfParticiple = 0.6F; // "data compiled for"
// What a cue reports less often than this in its frame is not listed, as the chooser judges the
// rest; from the second on it counts where others depend on it. By hand.
constexpr float listedCue = 0.2F, likelyCue = 0.5F;

// Proposers. By hand: turns that make a transcript, questions that make an interview.
constexpr std::size_t fewestTurns = 2, fewestQuestions = 3;
constexpr std::uint32_t longestLabel = 5;      // tokens: "Ann Lee, mayor:"
constexpr std::uint32_t longestSignature = 16; // items
// That a paragraph below a label, or set off as a question or its answer, is a turn.
constexpr float labelledTurn = 0.9F, interviewTurn = 0.8F;

// Links between segments of the chain, in tokens between them: by hand.
constexpr std::uint32_t perSentence = 20, perCueBetween = 8, perContentBetween = 4;
constexpr std::uint32_t farthestSegment = 120;
constexpr std::uint32_t closeCues = 4; // between the parts of one cue

// Shares of two contents in common, from which they are alike, or the same; and what a common cue
// adds. By hand.
constexpr double minAlike = 0.5, minSame = 0.95, sameCue = 0.3;

// Evidence: by hand. Where the field finds the content within another one less likely than this, it
// has no say, as it was taught on texts whose speech within speech is not marked.
constexpr float toldWithin = 0.5F;
// What the encoder's segments of speech within speech get on top, as a logarithm, so that the
// chooser has more to choose from: by hand.
constexpr float nestedFavour = 1;
constexpr float minChance = 1e-4F; // of which a logarithm is taken; less counts as this
constexpr std::uint32_t fewWords = 3;

// "He said he said he said": nobody could follow more levels. By hand.
constexpr int deepestSpeech = 3;

// Of work, beyond what any article has.
constexpr std::size_t itemsOfSentence = 1000;   // quotations that each hold a stop
constexpr std::size_t siblingCues = 12;         // cues back
constexpr std::uint32_t farthestReported = 150; // tokens from a cue, by its place alone
constexpr std::int64_t segmentsBetween = 240;   // sources side by side cost no tokens

} // namespace quoth::quote_limits
