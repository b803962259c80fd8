// The cues of a text, by its grammar: verbs of saying and thinking, and "according to", with their
// source, whom they address and what they report. In: trees and quoted stretches. Out: cues ordered
// by place. Never fails.
#pragma once

#include "core/quotes/cues/cue_lexicon.h"
#include "core/quotes/marks/quote_marks.h"
#include "core/quotes/quote_limits.h"
#include "core/syntax/syntax.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quoth {

// By what a cue is taken to report some words.
enum class Reading : std::uint8_t {
    None,
    Complement, // they are its clause
    Around,     // it is set into them
    Neighbour,  // a quote that stands beside its clause
    Place,      // all that stands before it, after it or on both sides, whatever hangs on what
    Phrase,     // its object, or another phrase that hangs on it
    Joined,     // two of these, on both sides of it
    Cut,        // one of these, but for what another cue with the same source reports
};

// What a cue may report.
struct ReportedWords {
    std::vector<Span> content; // by place, apart; quotes whole, with their marks
    Reading reading = Reading::None;
    CueFrame frame = CueFrame::End;
    float probability = 0; // that a verb like this one reports what stands so
};

struct Cue {
    std::uint32_t head = 0; // token: the main verb, or "according"
    std::vector<Span> words;
    QuoteAct act = QuoteAct::Speech;
    bool accordingTo = false;
    std::optional<Span> source, addressee;
    bool sharedSource = false;           // taken over from another verb: "..., adding that"
    bool inverted = false;               // the source follows the verb: "said Mr Smith"
    std::vector<ReportedWords> reported; // the surest reading first; empty where there is none

    bool isLikely() const {
        return !reported.empty() && reported.front().probability >= quote_limits::likelyCue;
    }
};

std::vector<Cue> findCues(const TokenizedText& text, const Syntax& syntax,
                          const std::vector<QuotedStretch>& stretches, const CueLexicon& lexicon);

} // namespace quoth
