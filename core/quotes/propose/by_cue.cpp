#include "core/quotes/marks/quote_kind.h"
#include "core/quotes/propose/proposers.h"

namespace quoth {
// One for each of the ways to read what a cue reports.
std::vector<AttributionCandidate> proposeByCue(const QuotedText& quoted) {
    std::vector<AttributionCandidate> out;
    for (const Cue& cue : quoted.cues) {
        AttributionCandidate candidate;
        candidate.proposer = Proposer::Cue;
        Attribution& a = candidate.attribution;
        a.act = cue.act;
        a.cue = cue.words;
        if (cue.source) a.source = {*cue.source};
        a.addressee = cue.addressee;
        candidate.likeliest = true;
        for (const ReportedWords& reported : cue.reported) {
            a.content = reported.content;
            candidate.reading = reported.reading;
            a.kind = kindOf(quoted.stretches, a.content);
            a.confidence = reported.probability;
            candidate.spoken = isSpoken(quoted, a);
            out.push_back(candidate);
            candidate.likeliest = false;
        }
    }
    return out;
}

} // namespace quoth
