// What speaks for each candidate: the trained field's chances, how far others agree, what its cue
// and content are like. In: candidates. Out: the same, but for those by form that the field has
// with better bounds, each with its evidence. core/quotes/choose/chooser_features.h tells how it is
// weighed.
#pragma once

#include "core/quotes/propose/candidate.h"
#include "core/quotes/quoted_text.h"

#include <array>
#include <vector>

namespace quoth {

// Numbers in this order. "Forms" are the candidates by form that have a cue or a source.
enum class Evidence : std::uint8_t {
    Always,
    ContentChance, // logarithms of what the field gives these bounds, 0 where there is none; 1, no
                   // logarithm, where it tells of speech around this one
    CueChance,
    SourceChance,
    NoCue,
    NoSource,
    Neither,
    FormsAgree,      // one has the same content
    FormsAlike,      // one has most of it
    FormsDiffer,     // one has something else in its place
    TakesTheirWords, // its content holds what is a cue or source of one beside it
    FrameChance,     // how likely the cue of the alike one is one in its frame
    Direct,
    Mixed,
    DirectContentChance,
    OneWord,
    FewWords,
    CueLexicon, // how likely the cue's lemma is one at all
    CueUnknown, // the lexicon does not have it
    ManyContents,
    AnotherSentence, // than the cue's
    Headline,
    WithinAnother, // told within another candidate's content
    AroundAnother,
    WithinQuote, // all of it lies inside quote marks that are not its own
    Rivalled,    // one with a cue or source has it as content, and this one has neither
    Unspoken,    // of quotes alone: not the form of speech
    Alone,       // likewise: its sentence is quotes and punctuation
    Count
};
constexpr std::size_t evidenceCount = static_cast<std::size_t>(Evidence::Count);
using EvidenceValues = std::array<float, evidenceCount>;

struct WeighedCandidate {
    AttributionCandidate candidate;
    EvidenceValues evidence{};
};

// Is it within another's speech, of which the field says nothing?
bool isUntold(const WeighedCandidate& weighed);

// Ordered by first content, without the turns. `byForm` have their chances; of a twin of them in
// `byChain` the bounds are taken, but for what the encoder proposes.
std::vector<WeighedCandidate> weighCandidates(const QuotedText& quoted,
                                              const std::vector<AttributionCandidate>& byForm,
                                              std::vector<AttributionCandidate> byChain);

} // namespace quoth
