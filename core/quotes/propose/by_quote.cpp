// Proposers for quotes whose sentence has no cue for them.
#include "core/quotes/cues/noun_phrases.h"
#include "core/quotes/propose/proposers.h"
#include "core/quotes/propose/reported_content.h"

#include <algorithm>

namespace quoth {
namespace {

AttributionCandidate candidateOf(const QuotedText& quoted, const FoldedQuote& quote,
                                 Proposer proposer) {
    AttributionCandidate out;
    out.proposer = proposer;
    out.spoken = quote.spoken;
    out.alone = quote.alone;
    out.attribution.content = {quoted.stretches[quote.stretch].span};
    out.attribution.kind = QuoteKind::Direct;
    return out;
}

bool namesPerson(const QuotedText& quoted, const ClauseReader& s, IndexRange phrase) {
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
        if (s.item(i).name && quoted.names[*s.item(i).name].type == EntityType::Person) return true;
    return false;
}

} // namespace

// Before a quote that opens its sentence, and maybe is a paragraph of its own.
std::vector<AttributionCandidate> proposeByColon(const QuotedText& quoted) {
    std::vector<AttributionCandidate> out;
    for (const FoldedQuote& quote : quoted.quotes) {
        const ReadSentence& sentence = quoted.sentences[quote.sentence];
        if (quote.item != 0 || !sentence.before) continue;
        const ReadSentence& before = quoted.sentences[*sentence.before];
        const ClauseReader s(quoted.text, before.outer);
        if (before.outer.block + 1 < sentence.outer.block || !s.is(s.size() - 1, ":")) continue;
        AttributionCandidate candidate = candidateOf(quoted, quote, Proposer::Colon);
        Attribution& a = candidate.attribution;
        if (!before.cues.empty() && before.cues.back().source) {
            a.cue = cueSpans(s, before.cues.back());
            a.source = {s.span(*before.cues.back().source)};
            a.act = before.cues.back().act;
        } else if (before.subject)
            a.source = {*before.subject};
        if (!a.source.empty()) out.push_back(std::move(candidate));
    }
    return out;
}

// "― Ann Lee, farmer" after a quote, or below it.
std::vector<AttributionCandidate> proposeBySignature(const QuotedText& quoted) {
    constexpr std::uint32_t longest = 16; // items
    std::vector<AttributionCandidate> out;
    auto quote = quoted.quotes.begin(); // the first one that is not before the sentence
    for (std::uint32_t k = 0; k < quoted.sentences.size(); ++k) {
        while (quote != quoted.quotes.end() && quote->sentence < k)
            ++quote;
        const ReadSentence& sentence = quoted.sentences[k];
        const ClauseReader s(quoted.text, sentence.outer);
        if (!s.isDash(0) || s.size() > longest || quote == quoted.quotes.begin()) continue;
        const FoldedQuote& signed_ = *(quote - 1);
        if (quoted.sentences[signed_.sentence].outer.block + 1 < sentence.outer.block) continue;
        const auto phrase = phraseAt(s, 1);
        if (!phrase || !s.item(1).name) continue;
        AttributionCandidate candidate = candidateOf(quoted, signed_, Proposer::Signature);
        candidate.attribution.source = {s.span(*phrase)};
        out.push_back(std::move(candidate));
    }
    return out;
}

// "...," marvels Ann Lee. Or without a verb: "...," Ann Lee, a farmer.
std::vector<AttributionCandidate> proposeByNeighbour(const QuotedText& quoted) {
    std::vector<AttributionCandidate> out;
    for (const FoldedQuote& quote : quoted.quotes) {
        const ClauseReader s(quoted.text, quoted.sentences[quote.sentence].outer);
        std::uint32_t at = quote.item + 1;
        if (s.isComma(at) || s.isDash(at)) ++at;
        const bool verbFirst = s.isVerb(at);
        const auto phrase = phraseAt(s, verbFirst ? at + 1 : at);
        if (!phrase || !namesPerson(quoted, s, *phrase)) continue;
        AttributionCandidate candidate = candidateOf(quoted, quote, Proposer::Neighbour);
        Attribution& a = candidate.attribution;
        std::uint32_t end = phrase->end;
        if (verbFirst)
            a.cue = {s.span({at, at + 1})};
        else if (s.isVerb(end)) {
            a.cue = {s.span({end, end + 1})};
            ++end;
        }
        if (a.cue.empty() && !s.isFinalMark(end) && end < s.size()) continue;
        a.source = {s.span(*phrase)};
        out.push_back(std::move(candidate));
    }
    return out;
}

// The next paragraph of an open quote; "...," she said. "And ..."; a quote after a quote.
std::vector<AttributionCandidate> proposeByContinuation(const QuotedText& quoted) {
    std::vector<AttributionCandidate> out;
    for (std::size_t k = 0; k < quoted.quotes.size(); ++k) {
        const FoldedQuote& quote = quoted.quotes[k];
        const ReadSentence& sentence = quoted.sentences[quote.sentence];
        AttributionCandidate candidate = candidateOf(quoted, quote, Proposer::Continuation);
        const bool open = quoted.stretches[quote.stretch].continues.has_value();
        const bool sameSentence = k > 0 && quoted.quotes[k - 1].sentence == quote.sentence;
        const bool sameBlock = sentence.before && quoted.sentences[*sentence.before].outer.block ==
                                                      sentence.outer.block;
        candidate.link =
            open || sameSentence || (quote.alone && sameBlock) ? Link::Joins : Link::GoesOn;
        candidate.attribution.implied = sentence.subjectBefore; // where nothing is before it
        out.push_back(std::move(candidate));
    }
    return out;
}

std::vector<AttributionCandidate> proposeBySubject(const QuotedText& quoted) {
    std::vector<AttributionCandidate> out;
    for (const FoldedQuote& quote : quoted.quotes) {
        const ReadSentence& sentence = quoted.sentences[quote.sentence];
        if (!sentence.subjectBefore) continue;
        AttributionCandidate candidate = candidateOf(quoted, quote, Proposer::Subject);
        candidate.attribution.implied = sentence.subjectBefore;
        out.push_back(std::move(candidate));
    }
    return out;
}

std::vector<AttributionCandidate> proposeByForm(const QuotedText& quoted) {
    std::vector<AttributionCandidate> out;
    for (const auto propose :
         {proposeByCue, proposeByClause, proposeByInnerCue, proposeByTurn, proposeByColon,
          proposeBySignature, proposeByNeighbour, proposeByContinuation, proposeBySubject}) {
        auto found = propose(quoted);
        std::move(found.begin(), found.end(), std::back_inserter(out));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const AttributionCandidate& a, const AttributionCandidate& b) {
                         return a.attribution.content.front() < b.attribution.content.front();
                     });
    return out;
}

} // namespace quoth
