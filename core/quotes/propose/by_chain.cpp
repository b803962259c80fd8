#include "core/quotes/propose/by_chain.h"

#include "core/quotes/marks/quote_kind.h"
#include "core/quotes/propose/candidate_index.h"
#include "core/quotes/propose/chain_linker.h"
#include "core/quotes/quote_limits.h"
#include "core/syntax/word_classes.h"

#include <algorithm>

namespace quoth {
namespace {

class ChainProposer {
public:
    ChainProposer(const QuotedText& quoted, const TaggedAttributions& tagged,
                  const std::vector<AttributionCandidate>& byForm, Proposer proposer)
        : m_quoted(quoted), m_text(quoted.text), m_tagged(tagged), m_byForm(byForm),
          m_proposer(proposer), m_index(byForm) {
        for (std::uint32_t f = 0; f < byForm.size(); ++f)
            for (const Span& cue : byForm[f].attribution.cue)
                m_cues.add(cue, f);
    }

    std::vector<AttributionCandidate> propose() {
        for (const LinkedAttribution& linked :
             linkSegments(m_text, m_quoted.syntax, m_tagged.segments))
            add(linked);
        return std::move(m_found);
    }

private:
    void add(const LinkedAttribution& linked) {
        AttributionCandidate candidate;
        candidate.proposer = m_proposer;
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
        if (isDenied(a)) return;
        leaveOutElsewhere(a);
        leaveOutAside(a);
        const auto peer = m_index.peerOf(a);
        if (peer) leaveOutAddressee(a, m_byForm[*peer].attribution);
        leaveOutBefore(a);
        goOn(a);
        a.kind = quoth::kindOf(m_quoted.stretches, a.content);
        // Who speaks a quote that nothing introduces is for others to propose.
        if (a.isBare() && a.kind == QuoteKind::Direct) return;
        if (isNamed(a)) return;
        if (peer) nameSource(a, m_byForm[*peer].attribution);
        if (!turnPassive(a)) return;
        candidate.spoken = isSpoken(m_quoted, a);
        if (peer) complete(candidate, m_byForm[*peer]);
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

    QuoteKind kindOf(const Span& content) const {
        return quoth::kindOf(m_quoted.stretches, {content});
    }

    std::uint32_t sentenceOf(const Span& span) const {
        return m_text.sentenceOf(m_text.tokenAt(span.begin));
    }

    // “They knew.” The firm has not commented: who does not speak says nothing in other sentences.
    bool isDenied(const Attribution& a) const {
        if (a.cue.empty()) return false;
        const VerbGroup* group = m_quoted.syntax.verbGroupAt(topOf(a.cue.back()));
        const std::uint32_t sentence = sentenceOf(a.cue.back());
        return group && group->negated &&
               std::none_of(a.content.begin(), a.content.end(),
                            [&](const Span& content) { return sentenceOf(content) == sentence; });
    }

    // Of what stands in other sentences than the cue, quotes alone go with a quote that it reports:
    // “It fell,” he said. “It was cold.” The rest is for others to propose.
    void leaveOutElsewhere(Attribution& a) const {
        if (a.cue.empty() || a.content.size() < 2) return;
        const std::uint32_t sentence = sentenceOf(a.cue.front());
        std::vector<Span> own;
        for (const Span& content : a.content)
            if (sentenceOf(content) == sentence) own.push_back(content);
        if (own.empty() || own.size() == a.content.size()) return;
        const QuoteKind kind = quoth::kindOf(m_quoted.stretches, own);
        const std::uint32_t begin = own.front().begin;
        std::erase_if(a.content, [&](const Span& content) {
            if (sentenceOf(content) == sentence) return false;
            const bool goesOn =
                kind == QuoteKind::Direct || (kind == QuoteKind::Mixed && content.begin > begin);
            return !goesOn || kindOf(content) != QuoteKind::Direct;
        });
    }

    // In one sentence, quotes and words beside them that do not hang together in the tree but by
    // way of the cue are not one attribution: “...,” said Ann Lee, who runs the mill.
    void leaveOutAside(Attribution& a) const {
        if (a.cue.empty() || a.content.size() < 2) return;
        std::vector<Span> quotes, words;
        for (const Span& span : a.content) {
            const QuoteKind kind = kindOf(span);
            if (kind == QuoteKind::Mixed) return;
            (kind == QuoteKind::Direct ? quotes : words).push_back(span);
        }
        if (quotes.empty() || words.empty()) return;
        const std::uint32_t cue = topOf(a.cue.front());
        for (const Span& quote : quotes)
            for (const Span& other : words)
                if (hangTogether(topOf(quote), topOf(other), cue)) return;
        a.content = quotes;
    }

    // "The union, which claims to speak for drivers, said": the verb's own subject, not the
    // pronoun.
    void nameSource(Attribution& a, const Attribution& form) const {
        if (a.source.size() != 1 || form.source.empty() || commonLength(form.cue, a.cue) == 0)
            return;
        const IndexRange source = m_text.tokensIn(a.source.front());
        if (source.size() == 1 && isRelativePronoun(m_text.tokens[source.begin]) &&
            sentenceOf(form.source.front()) == sentenceOf(a.source.front()))
            a.source = form.source;
    }

    // "The bridge was shut, she said, and would open in May": of the words that a cue is set into,
    // the rest goes with the first part where it has no subject of its own.
    void goOn(Attribution& a) const {
        if (a.content.size() != 1 || a.cue.empty()) return;
        std::optional<Span> rest;
        m_index.eachNear(a, [&](std::uint32_t f) {
            const Attribution& form = m_byForm[f].attribution;
            if (m_byForm[f].reading == Reading::Around && form.content.size() == 2 &&
                form.content.front() == a.content.front() && commonLength(form.cue, a.cue) > 0 &&
                sharesSubject(form.content.back(), form.content.front()))
                rest = form.content.back();
        });
        if (rest) a.content.push_back(*rest);
    }

    // Is it a clause joined to the other one, which has the subject of both?
    bool sharesSubject(Span joined, Span other) const {
        const std::uint32_t head = topOf(joined);
        const Clause* clause = m_quoted.syntax.clauseAt(head);
        return clause && clause->head == head && clause->kind == ClauseKind::Coordinate &&
               clause->sharesSubject && m_quoted.syntax.headOf(head) == topOf(other);
    }

    // "said on Monday that rain fell", "warned on Monday “not to fall”": what stands between a cue
    // and a clause or a quote that it reports tells of the cue. "said by tomorrow, rain would
    // fall": what a comma parts from a bare clause may be part of it.
    void leaveOutBefore(Attribution& a) const {
        if (a.cue.empty() || a.cue.back().end > a.content.front().begin) return;
        const Syntax& syntax = m_quoted.syntax;
        IndexRange tokens = m_text.tokensIn(a.content.front());
        std::uint32_t begin = tokens.begin;
        for (const std::uint32_t d : syntax.dependentsOf(topOf(a.cue.back()))) {
            const IndexRange extent = syntax.extentOf(d);
            if (extent.begin != begin || extent.end >= tokens.end) continue;
            const Relation relation = universal(syntax.relationOf(d));
            if (relation != Relation::Obl && relation != Relation::Advmod &&
                relation != Relation::Advcl)
                break;
            begin = extent.end;
        }
        if (begin == tokens.begin) return;
        const bool parted = m_text.tokens[begin].lower == ",";
        tokens.begin = parted && tokens.end > begin + 1 ? begin + 1 : begin;
        const Span rest = m_text.spanOf(tokens);
        const bool opens = !parted || m_text.tokens[tokens.begin].lower == "that";
        const bool clause = syntax.relationOf(topOf(rest)) == Relation::Ccomp;
        if ((clause && opens) || kindOf(rest) == QuoteKind::Direct) a.content.front() = rest;
    }

    std::uint32_t topOf(const Span& span) const {
        return m_quoted.syntax.topOf(m_text.tokensIn(span));
    }

    // Does one of two words hang on the other, without the cue between?
    bool hangTogether(std::uint32_t a, std::uint32_t b, std::uint32_t cue) const {
        const Syntax& syntax = m_quoted.syntax;
        const auto hangs = [&](std::uint32_t low, std::uint32_t high) {
            return syntax.isUnder(low, high) &&
                   !(syntax.isUnder(low, cue) && syntax.isUnder(cue, high));
        };
        return hangs(a, b) || hangs(b, a);
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
    void leaveOutAddressee(Attribution& a, const Attribution& form) const {
        if (!form.addressee || commonLength(form.cue, a.cue) == 0) return;
        a.addressee = form.addressee;
        Span& content = a.content.front();
        if (content == *form.addressee && a.content.size() > 1)
            a.content.erase(a.content.begin());
        else if (content.begin == form.addressee->begin && content.end > form.addressee->end)
            content.begin = m_text.tokens[m_text.tokenAt(form.addressee->end)].span.begin;
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
    // False where nothing is left that is told.
    bool turnPassive(Attribution& a) const {
        if (a.cue.empty() || (!a.source.empty() && a.cue[0].begin < a.source[0].begin)) return true;
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
        if (!be || !told) return true;
        if (a.source.empty()) {
            if (a.cue[0].begin < a.content[0].begin) return true;
            if (a.content.size() < 2) return sentenceOf(a.content[0]) != sentenceOf(a.cue[0]);
            a.addressee = a.content[0];
            a.content.erase(a.content.begin());
            return true;
        }
        if (sentenceOf(a.source[0]) != sentenceOf(a.cue[0])) return true;
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
        return true;
    }

    const QuotedText& m_quoted;
    const TokenizedText& m_text;
    const TaggedAttributions& m_tagged;
    const std::vector<AttributionCandidate>& m_byForm;
    const Proposer m_proposer;
    CandidateIndex m_index;
    SpanIndex m_cues; // of candidates by form
    std::vector<AttributionCandidate> m_found;
};

} // namespace

std::vector<AttributionCandidate> proposeByChain(const QuotedText& quoted,
                                                 const TaggedAttributions& tagged,
                                                 const std::vector<AttributionCandidate>& byForm,
                                                 Proposer proposer) {
    return ChainProposer(quoted, tagged, byForm, proposer).propose();
}

} // namespace quoth
