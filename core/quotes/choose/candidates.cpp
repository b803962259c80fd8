#include "core/quotes/choose/candidates.h"

#include "core/quotes/propose/by_chain.h"
#include "core/quotes/propose/nested_speech.h"
#include "core/quotes/span_index.h"

#include <algorithm>
#include <utility>

namespace quoth {
namespace {

bool isSame(const Attribution& a, const Attribution& b) {
    return a.content == b.content && a.cue == b.cue && a.source == b.source;
}

// Adds what the encoder takes for speech within speech, unless it is proposed already.
void addNested(const QuotedText& quoted, const NestedSpeech& speech,
               const std::vector<AttributionCandidate>& byForm,
               std::vector<AttributionCandidate>& found) {
    SpanIndex known;
    const auto each = [&](std::uint32_t i) -> const Attribution& {
        return i < byForm.size() ? byForm[i].attribution : found[i - byForm.size()].attribution;
    };
    for (std::uint32_t i = 0; i < byForm.size() + found.size(); ++i)
        known.add(extentOf(each(i).content), i);
    for (AttributionCandidate& candidate :
         proposeByChain(quoted, speech.tagged(), byForm, Proposer::Nested)) {
        const Attribution& a = candidate.attribution;
        bool isNew = true;
        known.eachOverlapping(extentOf(a.content), [&](std::uint32_t i) {
            isNew = !isSame(each(i), a);
            return isNew;
        });
        if (!isNew) continue;
        candidate.proposer = Proposer::Nested;
        candidate.chances = {};
        found.push_back(std::move(candidate));
    }
}

} // namespace

std::vector<WeighedCandidate> findCandidates(const QuotedText& quoted,
                                             std::vector<AttributionCandidate>& byForm,
                                             const TaggedAttributions& tagged) {
    for (std::size_t f = 0; f < byForm.size(); ++f)
        byForm[f].chances = tagged.ofForms[f];
    std::vector<AttributionCandidate> byChain = proposeByChain(quoted, tagged, byForm);
    const NestedSpeech nested(quoted.text);
    addNested(quoted, nested, byForm, byChain);
    std::vector<WeighedCandidate> out = weighCandidates(quoted, byForm, std::move(byChain));
    for (WeighedCandidate& one : out)
        one.candidate.nested = nested.chancesOf(one.candidate.attribution);
    return out;
}

} // namespace quoth
