#include "core/quotes/choose/candidate_evidence.h"

#include "core/quotes/propose/candidate_index.h"
#include "core/quotes/quote_limits.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace quoth {
namespace {

constexpr float untold = 1; // no logarithm of a chance

bool mostlyIn(const std::vector<Span>& part, const std::vector<Span>& whole) {
    return 2 * commonLength(part, whole) >= lengthOf(part);
}

class Weigher {
public:
    Weigher(const QuotedText& quoted, const std::vector<AttributionCandidate>& byForm)
        : m_quoted(quoted), m_text(quoted.text), m_byForm(byForm), m_index(byForm) {}

    std::vector<WeighedCandidate> weigh(std::vector<AttributionCandidate> byChain) {
        SpanIndex ofChain;
        for (std::uint32_t k = 0; k < byChain.size(); ++k)
            if (byChain[k].proposer != Proposer::Nested)
                ofChain.add(extentOf(byChain[k].attribution.content), k);
        for (const AttributionCandidate& form : m_byForm)
            if (!form.attribution.turn && !hasTwin(form, byChain, ofChain))
                m_found.push_back({form, {}});
        for (AttributionCandidate& candidate : byChain)
            m_found.push_back({std::move(candidate), {}});
        std::stable_sort(m_found.begin(), m_found.end(), [](const auto& a, const auto& b) {
            return a.candidate.attribution.content.front() <
                   b.candidate.attribution.content.front();
        });
        for (WeighedCandidate& one : m_found)
            weighItself(one);
        for (std::size_t i = 0; i < m_found.size(); ++i)
            weighNeighbours(i);
        for (WeighedCandidate& one : m_found)
            if (one.candidate.proposer == Proposer::Nested || at(one, Evidence::WithinQuote) > 0 ||
                (at(one, Evidence::WithinAnother) > 0 &&
                 one.candidate.chances.content < quote_limits::toldWithin))
                forgetChances(one);
        return std::move(m_found);
    }

private:
    static float& at(WeighedCandidate& one, Evidence name) {
        return one.evidence[static_cast<std::size_t>(name)];
    }

    // The field knows bounds better: the same with other bounds is no candidate of its own.
    bool hasTwin(const AttributionCandidate& form, const std::vector<AttributionCandidate>& byChain,
                 const SpanIndex& ofChain) const {
        const Attribution& a = form.attribution;
        if (a.isBare()) return false;
        const auto agree = [](const std::vector<Span>& x, const std::vector<Span>& y) {
            return (x.empty() && y.empty()) || commonLength(x, y) > 0;
        };
        bool found = false;
        ofChain.eachOverlapping(extentOf(a.content), [&](std::uint32_t k) {
            const Attribution& b = byChain[k].attribution;
            found = overlapOf(a.content, b.content) >= quote_limits::minAlike &&
                    agree(a.cue, b.cue) && agree(a.source, b.source);
            return !found;
        });
        return found;
    }

    void weighItself(WeighedCandidate& one) {
        const AttributionCandidate& candidate = one.candidate;
        const Attribution& a = candidate.attribution;
        const auto set = [&](Evidence name, bool holds) { at(one, name) = holds ? 1.0F : 0; };
        const auto chance = [](float p) { return std::log(std::max(p, quote_limits::minChance)); };
        at(one, Evidence::Always) = 1;
        at(one, Evidence::ContentChance) = chance(candidate.chances.content);
        if (!a.cue.empty()) at(one, Evidence::CueChance) = chance(candidate.chances.cue);
        if (!a.source.empty()) at(one, Evidence::SourceChance) = chance(candidate.chances.source);
        set(Evidence::NoCue, a.cue.empty());
        set(Evidence::NoSource, a.source.empty());
        set(Evidence::Neither, a.isBare());
        if (!a.isBare()) {
            if (const auto peer = m_index.peerOf(a)) {
                const double share = m_index.shareWith(*peer, a, lengthOf(a.content));
                set(Evidence::FormsAgree, share >= quote_limits::minSame);
                set(Evidence::FormsAlike,
                    share >= quote_limits::minAlike && share < quote_limits::minSame);
                if (share >= quote_limits::minAlike)
                    at(one, Evidence::FrameChance) = m_byForm[*peer].attribution.confidence;
            }
        }
        set(Evidence::Direct, a.kind == QuoteKind::Direct);
        set(Evidence::Mixed, a.kind == QuoteKind::Mixed);
        if (a.kind == QuoteKind::Direct)
            at(one, Evidence::DirectContentChance) = chance(candidate.chances.content);
        std::uint32_t words = 0;
        for (const Span& content : a.content)
            words += m_text.tokensIn(content).size();
        set(Evidence::OneWord, words == 1);
        set(Evidence::FewWords, words > 1 && words <= quote_limits::fewWords);
        weighCue(one);
        set(Evidence::ManyContents, a.content.size() > 1);
        const std::uint32_t first = m_text.tokenAt(a.content.front().begin);
        set(Evidence::Headline, m_text.blocks[m_text.blockOf(first)].kind == BlockKind::Headline);
        set(Evidence::WithinQuote, isWithinQuote(a));
        set(Evidence::Unspoken, !candidate.spoken);
        set(Evidence::Alone, candidate.alone);
    }

    // The field gives each word one part, that of the outermost: of what is told within it, it says
    // nothing.
    static void forgetChances(WeighedCandidate& one) {
        for (const Evidence name : {Evidence::ContentChance, Evidence::CueChance,
                                    Evidence::SourceChance, Evidence::DirectContentChance})
            at(one, name) = untold;
    }

    bool isWithinQuote(const Attribution& a) const {
        const auto& stretches = m_quoted.stretches;
        const Span content = a.content.front();
        auto q =
            std::partition_point(stretches.begin(), stretches.end(), [&](const QuotedStretch& s) {
                return s.span.begin < content.begin;
            });
        if (q == stretches.begin()) return false;
        --q;
        while (q->parent) // the outermost one that begins before it
            q = stretches.begin() + *q->parent;
        return q->span.contains(content);
    }

    void weighCue(WeighedCandidate& one) {
        Attribution& a = one.candidate.attribution;
        if (a.cue.empty()) return;
        float best = 0;
        bool known = false;
        for (const Span& cue : a.cue) {
            const IndexRange tokens = m_text.tokensIn(cue);
            for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
                if (m_text.tokens[t].lower == "according") best = 1;
                const CueVerb* verb = m_quoted.lexicon.find(m_text.tokens[t].lemma);
                if (!verb) continue;
                known = true;
                const float most = static_cast<float>(*std::max_element(verb->percent.begin(),
                                                                        verb->percent.end())) /
                                   100;
                if (most <= best) continue;
                best = most;
                a.act = verb->act;
            }
        }
        at(one, Evidence::CueLexicon) = best;
        at(one, Evidence::CueUnknown) = known || best > 0 ? 0.0F : 1.0F;
        const std::uint32_t cue = m_text.sentenceOf(m_text.tokenAt(a.cue.front().begin));
        const bool near = std::any_of(a.content.begin(), a.content.end(), [&](const Span& content) {
            const IndexRange tokens = m_text.tokensIn(content);
            return m_text.sentenceOf(tokens.begin) <= cue &&
                   m_text.sentenceOf(tokens.end - 1) >= cue;
        });
        at(one, Evidence::AnotherSentence) = near ? 0.0F : 1.0F;
    }

    void weighNeighbours(std::size_t i) {
        const Attribution& a = m_found[i].candidate.attribution;
        const std::size_t length = lengthOf(a.content);
        m_index.eachNear(a, [&](std::uint32_t f) {
            const Attribution& form = m_byForm[f].attribution;
            const double share = m_index.shareWith(f, a, length);
            if (share > 0 && share < quote_limits::minAlike)
                at(m_found[i], Evidence::FormsDiffer) = 1;
            const bool takes =
                commonLength(form.cue, a.content) > 0 || commonLength(form.source, a.content) > 0;
            if (takes && !isWithin(form, a)) at(m_found[i], Evidence::TakesTheirWords) = 1;
        });
        for (std::size_t k = i + 1; k < m_found.size(); ++k) {
            const Attribution& b = m_found[k].candidate.attribution;
            if (b.content.front().begin >= a.content.back().end) break;
            for (const auto& [inner, outer] : {std::pair(i, k), std::pair(k, i)}) {
                const Attribution& x = m_found[inner].candidate.attribution;
                const Attribution& y = m_found[outer].candidate.attribution;
                if (x.isBare() && !y.isBare() && mostlyIn(x.content, y.content))
                    at(m_found[inner], Evidence::Rivalled) = 1;
                if (!isWithin(x, y)) continue;
                at(m_found[inner], Evidence::WithinAnother) = 1;
                at(m_found[outer], Evidence::AroundAnother) = 1;
            }
        }
    }

    const QuotedText& m_quoted;
    const TokenizedText& m_text;
    const std::vector<AttributionCandidate>& m_byForm;
    CandidateIndex m_index;
    std::vector<WeighedCandidate> m_found;
};

} // namespace

bool isUntold(const WeighedCandidate& weighed) {
    return weighed.evidence[static_cast<std::size_t>(Evidence::ContentChance)] >= untold;
}

std::vector<WeighedCandidate> weighCandidates(const QuotedText& quoted,
                                              const std::vector<AttributionCandidate>& byForm,
                                              std::vector<AttributionCandidate> byChain) {
    return Weigher(quoted, byForm).weigh(std::move(byChain));
}

} // namespace quoth
