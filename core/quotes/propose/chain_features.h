// What the trained field of attributions looks at. In: a tagged document with its quoted stretches,
// names and cues, and the candidates by form. Out: one row of features a token. Training and
// finding share this file; a change of what it gives calls for a new revision and a new model.
#pragma once

#include "core/learning/features.h"
#include "core/quotes/propose/attribution_labels.h"
#include "core/quotes/propose/candidate.h"
#include "core/quotes/quoted_text.h"

#include <cstdint>
#include <vector>

namespace quoth {

constexpr std::uint32_t attributionFeatureRevision = 8;

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
