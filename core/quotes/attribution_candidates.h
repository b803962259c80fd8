// Everything that may be an attribution, with what speaks for it: what the tagger found and linked,
// the same completed by the rules, and what the rules found. core/quotes/candidate_features.h tells
// how they are weighed.
#pragma once

#include "core/quotes/attribution.h"
#include "core/quotes/attribution_tagger.h"

#include <array>
#include <optional>
#include <vector>

namespace quoth {

// Numbers in this order; see findCandidates().
enum class Evidence : std::uint8_t {
    Always,
    ContentChance, // logarithms of what the tagger gives these bounds, 0 where there is none
    CueChance,
    SourceChance,
    NoCue,
    NoSource,
    Neither,
    ByRules,         // found by rules alone
    Completed,       // cue and source are the rules'
    RulesAgree,      // they found the same content
    RulesAlike,      // they found most of it
    RulesDiffer,     // they found something else in its place
    TakesTheirWords, // its content holds what they found to be a cue or source beside it
    RulesChance,     // how sure they are of this or the like
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
    Count
};
constexpr std::size_t evidenceCount = static_cast<std::size_t>(Evidence::Count);

struct AttributionCandidate {
    Attribution attribution;
    std::optional<std::uint32_t> rule; // index of what the rules found that it is or is like
    std::array<float, evidenceCount> evidence{};
};

std::vector<AttributionCandidate> findCandidates(const TokenizedText& text,
                                                 const std::vector<QuotedStretch>& stretches,
                                                 const TaggedAttributions& tagged,
                                                 const std::vector<Attribution>& byRules,
                                                 const CueLexicon& cues);

std::size_t lengthOf(const std::vector<Span>& spans); // bytes of all
// Shares of the bytes that two contents have in common.
double overlapOf(const std::vector<Span>& a, const std::vector<Span>& b);
// Do content and cue of `inner` lie within the content of `outer`?
bool isWithin(const Attribution& inner, const Attribution& outer);
// Direct where every span is a quoted stretch, mixed where one holds a stretch.
QuoteKind kindOf(const std::vector<QuotedStretch>& stretches, const std::vector<Span>& contents);

} // namespace quoth
