// The cues of one outer sentence: verbs of saying and thinking with their subject and what follows,
// and "according to". In: a folded sentence. Out: cues ordered by position, each likely enough to
// count.
#pragma once

#include "core/quotes/cues/clause_reader.h"
#include "core/quotes/cues/cue_lexicon.h"

#include <optional>
#include <vector>

namespace quoth {

struct Cue {
    IndexRange items;       // the verb group, or "according to"
    std::uint32_t head = 0; // the main verb
    QuoteAct act = QuoteAct::Speech;
    CueFrame frame = CueFrame::End;
    float probability = 0;
    std::optional<IndexRange> source; // as written in this sentence
    bool sharedSource = false;        // taken over from an earlier cue ("..., adding that")
    bool inverted = false;            // the source follows the verb ("said Mr Smith")
    bool accordingTo = false;
    std::optional<IndexRange> addressee;
    bool ends = false;      // nothing is reported after it; what is reported stands before
    std::uint32_t rest = 0; // first item after verb, inverted source, addressee and adverbials
};

std::vector<Cue> findCues(const ClauseReader& sentence, const CueLexicon& lexicon);

} // namespace quoth
