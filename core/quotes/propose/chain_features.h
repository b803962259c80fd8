// What the trained field of attributions looks at. In: a tagged document with its quoted stretches,
// names and cues, and the candidates by form. Out: one row of features a token. Training and
// finding share this file; a change of what it gives calls for a new revision and a new model.
#pragma once

#include "core/learning/features.h"
#include "core/learning/linear_chain.h"
#include "core/quotes/propose/candidate.h"
#include "core/quotes/quoted_text.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace quoth {

constexpr std::uint32_t attributionFeatureRevision = 7;

// Labels: "O", then a role with the token's place in its segment.
enum class AttributionRole : std::uint8_t { Content, Source, Cue };
constexpr std::size_t attributionRoles = 3;
enum class SegmentPart : std::uint8_t { Begin, Inside, End, Single };
constexpr std::size_t attributionLabelCount = 1 + 4 * attributionRoles;
constexpr Label unattributed = 0;
constexpr Label attributionLabelOf(AttributionRole role, SegmentPart part) {
    return static_cast<Label>(1 + 4 * static_cast<unsigned>(role) + static_cast<unsigned>(part));
}
constexpr AttributionRole attributionRoleOf(Label label) { // not of `unattributed`
    return static_cast<AttributionRole>((label - 1u) / 4);
}
constexpr SegmentPart segmentPartOf(Label label) {
    return static_cast<SegmentPart>((label - 1u) % 4);
}
std::string attributionLabel(Label label); // "B-Content", "O"
inline SegmentPart partOf(IndexRange segment, std::uint32_t token) {
    return segment.size() == 1        ? SegmentPart::Single
           : token == segment.begin   ? SegmentPart::Begin
           : token + 1 == segment.end ? SegmentPart::End
                                      : SegmentPart::Inside;
}

struct AttributionSegment {
    IndexRange tokens;
    AttributionRole role = AttributionRole::Content;
    float confidence = 1; // probability of role and bounds
};
// Segments from well-formed or other labels; the first label is that of token `first`.
std::vector<AttributionSegment> segmentsOf(std::span<const Label> labels, std::uint32_t first);

// A unit of the model: a block's tokens; of a block that is longer than any paragraph, as many of
// its sentences as fit, since the model holds some 900 bytes for each token of a unit.
constexpr std::uint32_t longestAttributionUnit = 8192; // tokens
std::vector<IndexRange> attributionUnits(const TokenizedText& text);

// Reads a document once, and then gives the rows of each of its units.
class AttributionFeatures {
public:
    // Both must outlive this.
    AttributionFeatures(const QuotedText& quoted, const std::vector<AttributionCandidate>& byForm);

    void find(IndexRange unit, FeatureRows& rows) const;

private:
    // What is known of a token before its neighbours are looked at.
    struct Word {
        std::uint64_t lower = 0, lemma = 0;
        std::uint16_t tag = 0;
        std::uint16_t cluster = 0;
        std::uint8_t quote = 0;   // place in an outermost quoted stretch
        std::uint8_t stretch = 0; // its kind and length
        std::uint8_t nested = 0;
        std::uint8_t name = 0;        // type, and whether the name begins here
        std::uint8_t lexicon = 0;     // how likely the lemma is a cue at all, in tenths
        std::uint8_t cueStrength = 0; // how likely in its frame, 0 where it is none
        std::uint8_t cueFrame = 0;
        std::uint8_t cuePart = 0;      // what it is to a cue: CuePart
        std::uint8_t edges = 0;        // whether some reading of a cue begins or ends here
        std::uint32_t cueAbove = none; // the nearest cue's head that it hangs on
        std::uint8_t branch = 255;     // by which relation, directly or not
        std::uint8_t form = 0; // what a candidate by form takes it for: role, place in it, how sure
        std::uint32_t leftCue = none, rightCue = none; // token indices of the nearest cue heads
        std::uint32_t before = none, after = none;     // around the quoted stretch
        std::uint8_t fromStart = 0, toEnd = 0;         // of the sentence
        std::uint8_t verbsLeft = 0;                    // finite verbs left in the sentence
        std::uint8_t commasLeft = 0;
        std::uint32_t phraseBegin = 0, phraseEnd = 0; // the run of nominal words around it
        std::uint32_t sentence = 0;
    };
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    void readWords(const std::vector<NamedMention>& names, const CueLexicon& cues);
    void readStretches(const std::vector<QuotedStretch>& stretches);
    void readCues(const QuotedText& quoted);
    void readBranches();
    void readForms(const std::vector<AttributionCandidate>& byForm);
    void readPlaces();
    friend class AttributionDescriber;

    const TokenizedText& m_text;
    const Syntax& m_syntax;
    std::vector<Word> m_words;
};

} // namespace quoth
