// What the grammar of a sentence reports: the clause, quote or phrase that hangs on a verb of
// saying, or that the verb is set beside.
#include "core/quotes/marks/quote_kind.h"
#include "core/quotes/propose/proposers.h"

#include <algorithm>

namespace quoth {
namespace {

// A candidate at all; the chooser decides.
constexpr float minProbability = 0.2F;

class ClauseProposer {
public:
    explicit ClauseProposer(const QuotedText& quoted)
        : m_quoted(quoted), m_text(quoted.text), m_syntax(quoted.syntax) {}

    std::vector<AttributionCandidate> propose() {
        for (const Clause& clause : m_syntax.clauses())
            addVerb(clause);
        for (std::uint32_t t = 0; t + 1 < m_text.tokens.size(); ++t)
            if (m_text.tokens[t].lower == "according" && m_text.tokens[t + 1].lower == "to")
                addAccordingTo(t);
        return std::move(m_found);
    }

private:
    void addVerb(const Clause& clause) {
        const Token& verb = m_text.tokens[clause.head];
        const CueVerb* entry =
            verb.pos == Pos::Verb && clause.verbGroup ? m_quoted.lexicon.find(verb.lemma) : nullptr;
        if (!entry) return;
        const VerbGroup& group = m_syntax.verbGroups()[*clause.verbGroup];
        AttributionCandidate candidate;
        candidate.proposer = Proposer::Clause;
        Attribution& a = candidate.attribution;
        a.act = entry->act;
        a.cue = cueOf(group);
        const auto phrase = [&](std::optional<std::uint32_t> index) {
            return index ? std::optional(m_text.spanOf(m_syntax.nounPhrases()[*index].full))
                         : std::nullopt;
        };
        if (const auto source = phrase(group.passive ? clause.agent : clause.subject))
            a.source = {*source};
        a.addressee = phrase(group.passive ? clause.subject : clause.addressee);
        for (const auto& [content, frame] : contentsOf(clause)) {
            a.content = content;
            for (Span& span : a.content)
                span = withQuotes(span);
            std::sort(a.content.begin(), a.content.end());
            std::erase_if(a.content, [&](const Span& span) {
                return span.empty() || overlap(a.cue, {span}) || overlap(a.source, {span});
            });
            if (a.content.empty() || touching(a.content)) continue;
            a.confidence = entry->probability(frame);
            if (a.confidence < minProbability) continue;
            a.kind = kindOf(m_quoted.stretches, a.content);
            m_found.push_back(candidate);
        }
    }

    static bool touching(const std::vector<Span>& spans) {
        for (std::size_t i = 1; i < spans.size(); ++i)
            if (spans[i].begin < spans[i - 1].end) return true;
        return false;
    }

    // The verb and its auxiliaries; neighbours joined.
    std::vector<Span> cueOf(const VerbGroup& group) const {
        std::vector<Span> out;
        for (std::uint32_t t = group.tokens.begin; t < group.tokens.end; ++t) {
            const Token& token = m_text.tokens[t];
            if (t != group.head && token.pos != Pos::Aux && token.tag != FineTag::MD) continue;
            if (!out.empty() && out.back().end + 1 >= token.span.begin)
                out.back().end = token.span.end;
            else
                out.push_back(token.span);
        }
        return out;
    }

    using Content = std::pair<std::vector<Span>, CueFrame>;
    std::vector<Content> contentsOf(const Clause& clause) const {
        std::vector<Content> out;
        if (clause.complement) {
            const Clause& told = m_syntax.clauses()[*clause.complement];
            out.push_back({{trimmed(told.extent)}, CueFrame::That});
        }
        if (m_syntax.relationOf(clause.head) == Relation::Parataxis)
            if (auto around = aroundOf(clause); !around.empty())
                out.push_back({std::move(around), CueFrame::End});
        for (const std::uint32_t child : m_syntax.dependentsOf(clause.head)) {
            const Relation relation = m_syntax.relationOf(child);
            if (relation == Relation::Parataxis && child > clause.head)
                out.push_back({{trimmed(m_syntax.extentOf(child))}, CueFrame::Quote});
            else if (relation == Relation::Xcomp)
                out.push_back({{trimmed(m_syntax.extentOf(child))}, CueFrame::To});
            else if (relation == Relation::Obj)
                out.push_back({{trimmed(m_syntax.extentOf(child))}, CueFrame::Phrase});
            else if (relation == Relation::Obl && child > clause.head)
                out.push_back({{trimmed(m_syntax.extentOf(child))}, CueFrame::Preposition});
        }
        return out;
    }

    // What stands before and after a clause that is set into another one: "The talks, he said,
    // would go on".
    std::vector<Span> aroundOf(const Clause& clause) const {
        const IndexRange whole = m_syntax.extentOf(m_syntax.headOf(clause.head));
        const IndexRange own = m_syntax.extentOf(clause.head);
        std::vector<Span> out;
        for (const IndexRange part :
             {IndexRange{whole.begin, own.begin}, IndexRange{own.end, whole.end}})
            if (const Span span = trimmed(part); !span.empty()) out.push_back(span);
        return out;
    }

    // Without marks, commas and conjunctions at its ends; empty where nothing is left.
    Span trimmed(IndexRange tokens) const {
        const auto isMark = [&](std::uint32_t t) {
            return m_text.tokens[t].kind == TokenKind::Punctuation ||
                   m_text.tokens[t].kind == TokenKind::QuoteMark;
        };
        while (!tokens.empty() &&
               (isMark(tokens.begin) || m_text.tokens[tokens.begin].pos == Pos::Cconj))
            ++tokens.begin;
        while (!tokens.empty() && isMark(tokens.end - 1))
            --tokens.end;
        return tokens.empty() ? Span{} : m_text.spanOf(tokens);
    }

    // Whole quotes where its ends lie in them: trees do not know of sentences within quotes.
    Span withQuotes(Span span) const {
        const auto& stretches = m_quoted.stretches;
        auto q =
            std::partition_point(stretches.begin(), stretches.end(), [&](const QuotedStretch& s) {
                return s.span.begin <= span.begin;
            });
        if (q != stretches.begin()) {
            --q;
            while (q->parent && !q->span.contains(Span{span.begin, span.begin + 1}))
                q = stretches.begin() + *q->parent;
            if (q->span.contains(Span{span.begin, span.begin + 1}) && q->span.end <= span.end + 2)
                span = {std::min(span.begin, q->span.begin), std::max(span.end, q->span.end)};
        }
        q = std::partition_point(stretches.begin(), stretches.end(),
                                 [&](const QuotedStretch& s) { return s.span.begin < span.end; });
        if (q != stretches.begin()) {
            --q;
            while (q->parent)
                q = stretches.begin() + *q->parent;
            if (q->span.begin >= span.begin) span.end = std::max(span.end, q->span.end);
        }
        return span;
    }

    void addAccordingTo(std::uint32_t token) {
        std::uint32_t head = m_syntax.headOf(token);
        const NounPhrase* source = m_syntax.nounPhraseOf(head);
        if (!source || head < token || m_syntax.isRoot(head)) return;
        AttributionCandidate candidate;
        candidate.proposer = Proposer::Clause;
        Attribution& a = candidate.attribution;
        a.cue = {m_text.spanOf({token, token + 2})};
        a.source = {m_text.spanOf(source->full)};
        const IndexRange whole = m_syntax.extentOf(m_syntax.headOf(head));
        const IndexRange own{token, m_syntax.extentOf(head).end};
        for (const IndexRange part :
             {IndexRange{whole.begin, own.begin}, IndexRange{own.end, whole.end}})
            if (part.begin < part.end)
                if (const Span span = trimmed(part); !span.empty())
                    a.content.push_back(withQuotes(span));
        if (a.content.empty() || touching(a.content) || overlap(a.content, a.source) ||
            overlap(a.content, a.cue))
            return;
        a.confidence = 1;
        a.kind = kindOf(m_quoted.stretches, a.content);
        m_found.push_back(std::move(candidate));
    }

    const QuotedText& m_quoted;
    const TokenizedText& m_text;
    const Syntax& m_syntax;
    std::vector<AttributionCandidate> m_found;
};

} // namespace

std::vector<AttributionCandidate> proposeByClause(const QuotedText& quoted) {
    return ClauseProposer(quoted).propose();
}

} // namespace quoth
