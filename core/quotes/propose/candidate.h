// What may be an attribution, and who proposes it.
#pragma once

#include "core/quotes/attribution.h"
#include "core/quotes/cues/cue_finder.h"
#include "core/support/enum_names.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace quoth {

enum class Proposer : std::uint8_t {
    Cue,          // what a verb of saying or "according to" reports
    Turn,         // a turn of a transcript or an interview
    Colon,        // "Ann Lee wrote on Twitter:", and a quote after it
    Signature,    // a quote, and "― Ann Lee" after it
    Neighbour,    // a quote with a name beside it and a verb that no lexicon knows, or none
    Continuation, // a quote that goes on with what was said before it
    Subject,      // a quote that the subject of the sentence before it speaks
    Chain,        // the trained field, its segments linked
    Completed,    // its content, with another proposer's cue and source
    Nested,       // what the encoder takes for speech within speech, linked likewise
};
constexpr std::size_t proposerCount = static_cast<std::size_t>(Proposer::Nested) + 1;
constexpr EnumNames<Proposer, proposerCount> proposerNames{{"cue", "turn", "colon", "signature",
                                                            "neighbour", "continuation", "subject",
                                                            "chain", "completed", "nested"}};

// What a candidate without a source has to do with the one that is spoken last before it.
enum class Link : std::uint8_t {
    None,
    Joins,  // it is part of that one
    GoesOn, // it is another one of that speaker
};

// How likely the trained field holds the spans of an attribution to be just these segments; of
// several spans the least, and 1 where there are none.
struct SegmentChances {
    float content = 1, cue = 1, source = 1;
};

// How likely the encoder holds the words of an attribution to be these parts of speech within
// speech: means over them, and of the content's ends the less likely one. 0 where there are none.
struct NestedChances {
    float content = 0, cue = 0, source = 0, bounds = 0;
};

struct AttributionCandidate {
    Attribution attribution;
    Proposer proposer = Proposer::Cue;
    Link link = Link::None;
    Reading reading = Reading::None; // of its cue
    bool likeliest = true;           // of the ways to read its cue
    bool spoken = true;              // isSpoken() of it
    bool alone = false;              // likewise: its sentence is quotes and punctuation
    SegmentChances chances;
    std::optional<NestedChances> nested; // where an encoder read the text
};

} // namespace quoth
