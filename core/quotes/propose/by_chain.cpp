#include "core/quotes/propose/by_chain.h"

#include "core/quotes/marks/quote_kind.h"
#include "core/quotes/propose/candidate_index.h"
#include "core/quotes/propose/chain_linker.h"
#include "core/quotes/quote_limits.h"

#include <algorithm>

namespace quoth {
namespace {

class ChainProposer {
public:
    ChainProposer(const QuotedText& quoted, const TaggedAttributions& tagged,
                  const std::vector<AttributionCandidate>& byForm)
        : m_quoted(quoted), m_text(quoted.text), m_tagged(tagged), m_byForm(byForm),
          m_index(byForm) {
        for (std::uint32_t f = 0; f < byForm.size(); ++f)
            for (const Span& cue : byForm[f].attribution.cue)
                m_cues.add(cue, f);
    }

    std::vector<AttributionCandidate> propose() {
        for (const LinkedAttribution& linked : linkSegments(m_text, m_tagged.segments))
            add(linked);
        return std::move(m_found);
    }

private:
    void add(const LinkedAttribution& linked) {
        AttributionCandidate candidate;
        candidate.proposer = Proposer::Chain;
        Attribution& a = candidate.attribution;
        const auto spanOf = [&](std::uint32_t segment, float& chance) {
            chance = std::min(chance, m_tagged.segments[segment].confidence);
            return m_text.spanOf(m_tagged.segments[segment].tokens);
        };
        for (const std::uint32_t i : linked.contents)
            a.content.push_back(spanOf(i, candidate.chances.content));
        for (const std::uint32_t i : linked.cues)
            a.cue.push_back(withoutColon(spanOf(i, candidate.chances.cue)));
        if (linked.source) a.source.push_back(spanOf(*linked.source, candidate.chances.source));
        leaveOutAside(a);
        a.kind = kindOf(m_quoted.stretches, a.content);
        // Who speaks a quote that nothing introduces is for others to propose.
        if (a.isBare() && a.kind == QuoteKind::Direct) return;
        if (isNamed(a)) return;

        if (const auto peer = m_index.peerOf(a)) {
            const AttributionCandidate& form = m_byForm[*peer];
            if (form.attribution.addressee && commonLength(form.attribution.cue, a.cue) > 0) {
                leaveOut(*form.attribution.addressee, a.content.front());
                a.addressee = form.attribution.addressee;
            }
            complete(candidate, form);
        }
        turnPassive(a);
        candidate.spoken = isSpoken(m_quoted, a);
        m_found.push_back(std::move(candidate));
    }

    // Its content with the cue and source of the other, where it misses one of them.
    void complete(const AttributionCandidate& candidate, const AttributionCandidate& form) {
        const Attribution &a = candidate.attribution, &other = form.attribution;
        const bool fits = commonLength(other.cue, a.content) == 0 &&
                          commonLength(other.source, a.content) == 0 &&
                          overlapOf(other.content, a.content) >= quote_limits::minAlike;
        const bool misses =
            (a.cue.empty() && !other.cue.empty()) || (a.source.empty() && !other.source.empty());
        if (!fits || !misses) return;
        AttributionCandidate out = candidate;
        out.proposer = Proposer::Completed;
        out.attribution.cue = other.cue;
        out.attribution.source = other.source;
        out.attribution.addressee = other.addressee;
        out.chances.cue = form.chances.cue;
        out.chances.source = form.chances.source;
        m_found.push_back(std::move(out));
    }

    // “...,” said Ann Lee, who runs the mill: beside a quote, what hangs on the source tells of it.
    void leaveOutAside(Attribution& a) const {
        if (a.source.empty() || a.content.size() < 2) return;
        const std::uint32_t source = m_quoted.syntax.topOf(m_text.tokensIn(a.source.front()));
        std::vector<Span> kept = a.content;
        std::erase_if(kept, [&](const Span& span) {
            const IndexRange tokens = m_text.tokensIn(span);
            return m_quoted.syntax.isUnder(m_quoted.syntax.topOf(tokens), source) &&
                   kindOf(m_quoted.stretches, {span}) == QuoteKind::Indirect;
        });
        if (!kept.empty() && kindOf(m_quoted.stretches, kept) == QuoteKind::Direct)
            a.content = std::move(kept);
    }

    // Is it but a title or a term? "known as “the Butcher” for years", "the man was known as “the
    // Butcher”"
    bool isNamed(const Attribution& a) const {
        if (a.content.size() > 1 && !a.source.empty()) return false;
        return std::any_of(a.content.begin(), a.content.end(),
                           [this](Span content) { return beginsWithName(content); });
    }

    bool beginsWithName(Span content) const {
        const auto& stretches = m_quoted.stretches;
        const auto q =
            std::partition_point(stretches.begin(), stretches.end(), [&](const QuotedStretch& s) {
                return s.span.begin < content.begin;
            });
        return q != stretches.end() && q->span.begin == content.begin &&
               (q->kind == StretchKind::Title || q->kind == StretchKind::Term);
    }

    // "tells Mr Lavrov Washington seeks": whom one speaks to is not what is said.
    void leaveOut(Span addressee, Span& content) const {
        if (content.begin != addressee.begin || content.end <= addressee.end) return;
        content.begin = m_text.tokens[m_text.tokenAt(addressee.end)].span.begin;
    }

    // "said:" without the colon, unless that is all of it.
    Span withoutColon(Span cue) const {
        while (cue.size() > 1 &&
               std::string_view(":, ").find(m_text.text[cue.end - 1]) != std::string_view::npos)
            --cue.end;
        return cue;
    }

    // "Ann was told that": whom the field takes for the source, or for part of what is told, is
    // spoken to; "by Tom" names the source.
    void turnPassive(Attribution& a) const {
        if (a.cue.empty() || (!a.source.empty() && a.cue[0].begin < a.source[0].begin)) return;
        bool be = false, told = false;
        for (const Span& cue : a.cue) {
            const IndexRange tokens = m_text.tokensIn(cue);
            for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
                const Token& token = m_text.tokens[t];
                be = be || (token.pos == Pos::Aux && token.lemma == "be");
                const CueVerb* verb = m_quoted.lexicon.find(token.lemma);
                told = told || (token.tag == FineTag::VBN && verb && verb->takesAddressee);
            }
        }
        if (!be || !told) return;
        if (a.source.empty()) {
            if (a.content.size() < 2 || a.cue[0].begin < a.content[0].begin) return;
            a.addressee = a.content[0];
            a.content.erase(a.content.begin());
            return;
        }
        a.addressee = a.source[0];
        a.source.clear();
        std::optional<std::uint32_t> last;
        for (const Span& cue : a.cue)
            m_cues.eachOverlapping(cue, [&](std::uint32_t f) {
                const std::vector<Span>& source = m_byForm[f].attribution.source;
                if (!source.empty() && a.cue[0].begin < source[0].begin && (!last || *last < f))
                    last = f;
                return true;
            });
        if (last) a.source = m_byForm[*last].attribution.source;
    }

    const QuotedText& m_quoted;
    const TokenizedText& m_text;
    const TaggedAttributions& m_tagged;
    const std::vector<AttributionCandidate>& m_byForm;
    CandidateIndex m_index;
    SpanIndex m_cues; // of candidates by form
    std::vector<AttributionCandidate> m_found;
};

} // namespace

std::vector<AttributionCandidate> proposeByChain(const QuotedText& quoted,
                                                 const TaggedAttributions& tagged,
                                                 const std::vector<AttributionCandidate>& byForm) {
    return ChainProposer(quoted, tagged, byForm).propose();
}

} // namespace quoth
