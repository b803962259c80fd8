#include "core/quotes/marks/quote_kind.h"
#include "core/quotes/propose/proposers.h"
#include "core/quotes/propose/reported_content.h"

#include <algorithm>
#include <map>

namespace quoth {
namespace {

// Speech within speech is told this many levels deep: "He said he said he said" is what nobody
// could follow.
constexpr std::ptrdiff_t deepestSpeech = 3;

AttributionCandidate candidateOf(const ClauseReader& s, const Cue& cue, Proposer proposer) {
    AttributionCandidate out;
    out.proposer = proposer;
    Attribution& a = out.attribution;
    a.act = cue.act;
    a.confidence = cue.probability;
    a.cue = cueSpans(s, cue);
    if (cue.source) a.source = {s.span(*cue.source)};
    if (cue.addressee) a.addressee = s.span(*cue.addressee);
    return out;
}

} // namespace

std::vector<AttributionCandidate> proposeByCue(const QuotedText& quoted) {
    std::vector<AttributionCandidate> out;
    for (const ReadSentence& sentence : quoted.sentences) {
        const ClauseReader s(quoted.text, sentence.outer);
        ReportedContent reported(quoted.stretches, s, sentence.cues);
        std::vector<Span> outer; // contents found in this sentence
        std::uint32_t used = 0;  // items before it are reported by an earlier cue
        for (std::size_t c = 0; c < sentence.cues.size(); ++c) {
            const Cue& cue = sentence.cues[c];
            AttributionCandidate candidate = candidateOf(s, cue, Proposer::Cue);
            Attribution& a = candidate.attribution;
            ReportedContent::Found found = reported.of(c, used);
            std::erase_if(found.content, [&](const Span& content) { // never around its own cue
                return overlap(a.cue, {content});
            });
            if (found.content.empty()) continue;
            const auto around = std::count_if(outer.begin(), outer.end(), [&](const Span& content) {
                return content.contains(found.content.front());
            });
            if (around >= deepestSpeech) continue;
            outer.push_back(found.content.front());
            reported.take(found);
            if (found.content.back().begin < a.cue.back().end)
                used = std::max({used, cue.rest, cue.items.end});
            a.content = std::move(found.content);
            a.kind = kindOf(quoted.stretches, a.content);
            out.push_back(std::move(candidate));
        }
    }
    return out;
}

// “My sister told me, ‘Never!’”
std::vector<AttributionCandidate> proposeByInnerCue(const QuotedText& quoted) {
    std::vector<AttributionCandidate> out;
    const auto& stretches = quoted.stretches;
    for (std::uint32_t q = 0; q + 1 < stretches.size(); ++q) {
        if (stretches[q].depth > 0 || stretches[q + 1].depth == 0) continue;
        for (const OuterSentence& sentence : foldInside(quoted.text, stretches, quoted.names, q)) {
            const bool quotes =
                std::any_of(sentence.items.begin(), sentence.items.end(),
                            [](const Item& item) { return item.stretch.has_value(); });
            if (!quotes) continue;
            const ClauseReader s(quoted.text, sentence);
            const std::vector<Cue> cues = findCues(s, quoted.lexicon);
            ReportedContent reported(stretches, s, cues);
            std::map<std::uint32_t, int> told; // how many cues report each quote
            for (std::size_t c = 0; c < cues.size(); ++c) {
                ReportedContent::Found found = reported.of(c, 0);
                std::erase_if(found.stretches,
                              [&](std::uint32_t k) { return told[k]++ >= deepestSpeech; });
                if (found.stretches.empty()) continue;
                reported.take(found);
                AttributionCandidate candidate = candidateOf(s, cues[c], Proposer::InnerCue);
                for (const std::uint32_t k : found.stretches) // its own marks tell where it ends
                    candidate.attribution.content.push_back(stretches[k].span);
                std::sort(candidate.attribution.content.begin(),
                          candidate.attribution.content.end());
                candidate.attribution.kind = QuoteKind::Direct;
                out.push_back(std::move(candidate));
            }
        }
    }
    return out;
}

} // namespace quoth
