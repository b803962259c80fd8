// An article as the proposers of attributions read it, computed once: its cues, its outer
// sentences, its quotes, and the turns of a transcript. Plain values; what it is read from must
// outlive it.
#pragma once

#include "core/quotes/attribution.h"
#include "core/quotes/cues/cue_finder.h"
#include "core/quotes/marks/outer_sentence.h"
#include "core/quotes/marks/quote_marks.h"
#include "core/quotes/turns.h"
#include "core/syntax/syntax.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quoth {

struct ReadSentence {
    OuterSentence outer;
    std::optional<Span> subject;         // of its first finite verb
    std::optional<Span> subjectBefore;   // of the nearest sentence before it in its block
    std::optional<std::uint32_t> before; // the sentence before it in the list
};

// A quote that is folded into an outer sentence: an outermost stretch of kind Speech.
struct FoldedQuote {
    std::uint32_t stretch = 0, sentence = 0; // indices
    std::uint32_t item = 0;                  // of the sentence
    bool alone = false;                      // its sentence is quotes and punctuation
};

struct QuotedText {
    const TokenizedText& text;
    const Syntax& syntax;
    const std::vector<QuotedStretch>& stretches;
    const std::vector<NamedMention>& names;
    const CueLexicon& lexicon;
    std::vector<Cue> cues;
    std::vector<Turn> turns;
    std::vector<ReadSentence> sentences; // but for turns, bylines, datelines and credits
    std::vector<FoldedQuote> quotes;     // by place
    std::vector<bool> spoken; // whether each stretch has the form of speech, not of a quoted term
};

QuotedText readQuotedText(const TokenizedText& text, const Syntax& syntax,
                          const std::vector<QuotedStretch>& stretches,
                          const std::vector<NamedMention>& names, const CueLexicon& lexicon);

// Is it in words of the writer's own, or do all its quotes have the form of speech?
bool isSpoken(const QuotedText& quoted, const Attribution& a);

} // namespace quoth
