#include "core/quotes/propose/proposers.h"

#include "core/quotes/quote_limits.h"

namespace quoth {
std::vector<AttributionCandidate> proposeByTurn(const QuotedText& quoted) {
    std::vector<AttributionCandidate> out;
    for (const Turn& turn : quoted.turns) {
        AttributionCandidate candidate;
        candidate.proposer = Proposer::Turn;
        Attribution& a = candidate.attribution;
        a.kind = QuoteKind::Direct;
        a.turn = true;
        a.answer = turn.answer;
        a.confidence = turn.speaker ? quote_limits::labelledTurn : quote_limits::interviewTurn;
        if (turn.speaker) a.source = {quoted.text.spanOf(*turn.speaker)};
        for (const TurnPart& part : turn.parts)
            a.content.push_back(quoted.text.spanOf(part.words));
        out.push_back(std::move(candidate));
    }
    return out;
}

} // namespace quoth
