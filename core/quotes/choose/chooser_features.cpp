#include "core/quotes/choose/chooser_features.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

namespace quoth {
namespace {

constexpr std::uint64_t none = 0x2B0E; // stands for what a candidate lacks

std::uint64_t binOf(std::uint32_t n) {
    std::uint64_t bin = 0;
    for (std::uint32_t limit = 1; n >= limit && bin < 8; limit += 1 + limit / 2)
        ++bin;
    return bin;
}

class Row {
public:
    Row(const QuotedText& quoted, const WeighedCandidate& weighed, FeatureRows& rows)
        : m_text(quoted.text), m_syntax(quoted.syntax), m_evidence(weighed.evidence),
          m_candidate(weighed.candidate), m_a(weighed.candidate.attribution), m_rows(rows) {}

    void fill() {
        describe();
        addEvidence();
        addProposer();
        addCue();
        addSource();
        addContent();
        addGrammar();
        m_rows.endRow();
    }

private:
    template <class... Values>
    void add(Values... values) {
        m_rows.add(makeFeature(++m_name, values...));
    }
    const Token& at(std::uint32_t i) const { return m_text.tokens[i]; }
    static std::uint64_t lemmaOf(const Token& token) {
        return hashText(token.pos == Pos::Propn || token.lemma.empty() ? token.lower : token.lemma);
    }
    static std::uint64_t tagOf(const Token& token) {
        return static_cast<std::uint64_t>(token.tag) * 32 + static_cast<std::uint64_t>(token.pos);
    }

    void describe() {
        m_kind = static_cast<std::uint64_t>(m_a.kind);
        m_content = m_text.tokensIn(m_a.content.front());
        m_last = m_text.tokensIn(m_a.content.back());
        if (!m_a.cue.empty()) {
            m_cue = m_text.tokensIn(m_a.cue.front());
            m_head = headOfCue(*m_cue);
        }
        if (!m_a.source.empty()) {
            m_source = m_text.tokensIn(m_a.source.front());
            // The head of its first noun phrase.
            for (std::uint32_t i = m_source->begin; i < m_source->end; ++i) {
                const Pos pos = at(i).pos;
                if (pos == Pos::Noun || pos == Pos::Propn || pos == Pos::Pron)
                    m_sourceHead = i;
                else if (m_sourceHead && pos != Pos::Adj && pos != Pos::Part)
                    break;
            }
            if (!m_sourceHead) m_sourceHead = m_source->begin;
        }
    }

    // The word of some words that hangs on none of them.
    std::uint32_t headOf(IndexRange tokens) const {
        std::uint32_t head = tokens.begin;
        while (!m_syntax.isRoot(head) && tokens.contains(m_syntax.headOf(head)))
            head = m_syntax.headOf(head);
        return head;
    }

    // The word that the content hangs on, or that the others hang on.
    std::uint32_t headOfCue(IndexRange cue) const {
        const std::uint32_t governor = m_syntax.headOf(headOf(m_content));
        return cue.contains(governor) ? governor : headOf(cue);
    }

    std::uint64_t step(Evidence evidence) const {
        constexpr float steps = 4, nudge = 0.01F; // a step is a quarter; whole quarters stay whole
        return static_cast<std::uint64_t>(static_cast<std::int64_t>(
            std::floor(m_evidence[static_cast<std::size_t>(evidence)] * steps + nudge)));
    }

    // Each part has numbers of its own, however much of it a candidate has.
    void addEvidence() {
        m_name = 0;
        add(0);
        for (std::size_t e = 1; e < evidenceCount; ++e)
            add(step(static_cast<Evidence>(e)));
        constexpr std::array chances = {Evidence::ContentChance, Evidence::CueChance,
                                        Evidence::SourceChance};
        constexpr std::array facts = {Evidence::FormsAgree,    Evidence::FormsAlike,
                                      Evidence::FormsDiffer,   Evidence::Direct,
                                      Evidence::Mixed,         Evidence::Headline,
                                      Evidence::AroundAnother, Evidence::WithinAnother};
        for (std::size_t a = 0; a < chances.size(); ++a) {
            for (std::size_t b = a + 1; b < chances.size(); ++b)
                add(step(chances[a]), step(chances[b]));
            for (const Evidence fact : facts)
                add(step(chances[a]), step(fact));
        }
    }

    void addProposer() {
        m_name = 400;
        const std::uint64_t proposer = static_cast<std::uint64_t>(m_candidate.proposer) * 4 +
                                       static_cast<std::uint64_t>(m_candidate.link);
        add(proposer);
        add(proposer, m_kind);
        for (const Evidence evidence :
             {Evidence::ContentChance, Evidence::CueChance, Evidence::SourceChance,
              Evidence::FrameChance, Evidence::Rivalled, Evidence::Unspoken, Evidence::Alone,
              Evidence::WithinAnother, Evidence::WithinQuote, Evidence::FormsDiffer})
            add(proposer, step(evidence));
        add(proposer, step(Evidence::Rivalled), step(Evidence::Unspoken), step(Evidence::Alone));
    }

    void addCue() {
        m_name = 100;
        const std::uint64_t lemma = m_head ? lemmaOf(at(*m_head)) : none;
        m_cueLemma = lemma;
        add(lemma);
        add(lemma, m_kind);
        if (!m_head) return;
        const Token& head = at(*m_head);
        const IndexRange sentence = m_text.sentences[m_text.sentenceOf(*m_head)].tokens;
        add(tagOf(head));
        add(head.cluster);
        add(head.cluster, m_kind);
        add(lemma, tagOf(head));
        add(m_cue->size());
        const std::uint32_t next = m_cue->end;
        add(lemma, next < sentence.end ? hashText(at(next).lower) : none);
        add(lemma, next < sentence.end ? tagOf(at(next)) : none);
        add(next < sentence.end ? tagOf(at(next)) : none, head.cluster);
        add(lemma, m_cue->begin > sentence.begin ? tagOf(at(m_cue->begin - 1)) : none);
        bool negated = false, modal = false;
        for (std::uint32_t i = m_cue->begin > sentence.begin + 3 ? m_cue->begin - 3
                                                                 : sentence.begin;
             i < m_cue->end; ++i) {
            negated =
                negated || at(i).lower == "not" || at(i).lower == "n't" || at(i).lower == "never";
            modal = modal || at(i).tag == FineTag::MD;
        }
        add(negated, modal);
        add(negated, modal, lemma);
    }

    void addSource() {
        m_name = 200;
        if (!m_sourceHead) {
            add(none, m_kind);
            add(none, m_cueLemma);
            return;
        }
        const Token& head = at(*m_sourceHead);
        const std::uint64_t lemma = lemmaOf(head);
        const bool capital = head.pos == Pos::Propn;
        add(tagOf(head));
        add(tagOf(head), m_cueLemma);
        add(lemma);
        add(head.cluster);
        add(head.cluster, m_cueLemma);
        add(capital, m_kind);
        add(head.cluster, capital);
        add(binOf(m_source->size()));
        add(tagOf(at(m_source->begin)), tagOf(head));
        if (m_cue) {
            const bool before = m_source->begin < m_cue->begin;
            const std::uint32_t gap = before
                                          ? m_cue->begin - std::min(m_cue->begin, m_source->end)
                                          : m_source->begin - std::min(m_source->begin, m_cue->end);
            add(before, binOf(gap));
            add(before, m_cueLemma);
            add(before, binOf(gap), m_kind);
        }
    }

    void addContent() {
        m_name = 300;
        const Token& first = at(m_content.begin);
        const Token& last = at(m_last.end - 1);
        std::uint32_t words = 0, sentences = 0;
        for (const Span& span : m_a.content) {
            const IndexRange tokens = m_text.tokensIn(span);
            words += tokens.size();
            sentences += m_text.sentenceOf(tokens.end - 1) - m_text.sentenceOf(tokens.begin) + 1;
        }
        bool verb = false;
        for (std::uint32_t i = m_content.begin; i < m_content.end && !verb; ++i)
            verb = at(i).tag == FineTag::VBD || at(i).tag == FineTag::VBZ ||
                   at(i).tag == FineTag::VBP || at(i).tag == FineTag::MD;
        add(hashText(first.lower), m_kind);
        add(tagOf(first), m_kind);
        add(hashText(first.lower), m_cueLemma);
        add(tagOf(first), m_cueLemma);
        if (m_content.size() > 1)
            add(tagOf(first), tagOf(at(m_content.begin + 1)));
        else
            ++m_name;
        add(tagOf(last), m_kind);
        add(hashText(last.lower));
        add(binOf(words), m_kind);
        add(verb, m_kind);
        add(verb, m_cueLemma);
        add(sentences > 3 ? 3 : sentences, m_kind);
        add(sentences > 1, m_cueLemma);
        const std::uint32_t end = m_last.end;
        add(end < m_text.tokens.size() ? hashText(at(end).lower) : none, m_kind);
        if (!m_cue) return;
        const bool after = m_content.begin >= m_cue->end;
        const std::uint32_t gap = after ? m_content.begin - m_cue->end
                                        : m_cue->begin - std::min(m_cue->begin, m_last.end);
        add(after, binOf(gap), m_kind);
        add(after, binOf(gap), m_cueLemma);
        const bool sourceFirst = m_source && m_source->begin < m_cue->begin;
        add(after, sourceFirst, m_source.has_value(), m_kind);
        add(after, m_text.sentenceOf(m_cue->begin) == m_text.sentenceOf(m_content.begin));
    }

    // How the head of some words hangs together with the cue.
    std::uint64_t linkOf(IndexRange tokens) const {
        const std::uint32_t head = headOf(tokens);
        const auto relation = [&](std::uint32_t token) {
            return static_cast<std::uint64_t>(m_syntax.relationOf(token));
        };
        if (m_syntax.headOf(head) == m_head) return 1000 + relation(head);
        if (m_head && m_syntax.headOf(*m_head) == head) return 2000 + relation(*m_head);
        if (m_head && m_syntax.headOf(*m_head) == m_syntax.headOf(head))
            return 3000 + 64 * relation(head) + relation(*m_head);
        return relation(head);
    }

    // Whether the words are all that hangs on their head, at either end.
    std::uint64_t fitOf(IndexRange tokens) const {
        const IndexRange extent = m_syntax.extentOf(headOf(tokens));
        const auto side = [](std::int64_t difference) -> std::uint64_t {
            return difference == 0 ? 0 : difference > 0 ? 1 : 2;
        };
        return side(std::int64_t{extent.begin} - tokens.begin) * 3 +
               side(std::int64_t{extent.end} - tokens.end);
    }

    std::uint64_t formOfCue() const {
        const VerbGroup* group = m_head ? m_syntax.verbGroupAt(*m_head) : nullptr;
        if (!group) return m_head ? 1 : 0;
        return 2 + static_cast<std::uint64_t>(group->form) * 64 +
               static_cast<std::uint64_t>(group->tense) * 16 +
               static_cast<std::uint64_t>(group->modality) * 4 + (group->passive ? 1 : 0) +
               (group->negated ? 2 : 0);
    }

    void addGrammar() {
        m_name = 500;
        const auto reading =
            static_cast<std::uint64_t>(m_candidate.reading) * 2 + (m_candidate.likeliest ? 1 : 0);
        const std::uint64_t content = linkOf(m_content), fit = fitOf(m_content);
        const std::uint64_t source = m_source ? linkOf(*m_source) : none;
        add(reading, m_kind);
        add(reading, m_cueLemma);
        add(reading, step(Evidence::WithinQuote), step(Evidence::WithinAnother));
        add(reading, step(Evidence::FrameChance));
        add(content, m_kind);
        add(content, m_cueLemma);
        add(content, reading);
        add(content, fit);
        add(fit, m_kind);
        add(fit, reading);
        add(source);
        add(source, content);
        add(source, m_cueLemma);
        const std::uint64_t verb = formOfCue();
        add(verb, m_kind);
        add(verb, m_source.has_value());
        add(verb, reading);
        add(verb, content);
        add(verb, step(Evidence::WithinAnother), step(Evidence::WithinQuote));
        const Evidence facts[] = {Evidence::ContentChance, Evidence::SourceChance};
        for (const Evidence fact : facts) {
            add(content, step(fact));
            add(source, step(fact));
        }
    }

    const TokenizedText& m_text;
    const Syntax& m_syntax;
    const EvidenceValues& m_evidence;
    const AttributionCandidate& m_candidate;
    const Attribution& m_a;
    FeatureRows& m_rows;
    std::uint32_t m_name = 0;
    std::uint64_t m_kind = 0, m_cueLemma = none;
    IndexRange m_content{}, m_last{};
    std::optional<IndexRange> m_cue, m_source;
    std::optional<std::uint32_t> m_head, m_sourceHead;
};

} // namespace

void findCandidateFeatures(const QuotedText& quoted, const WeighedCandidate& weighed,
                           FeatureRows& rows) {
    Row(quoted, weighed, rows).fill();
}

std::vector<float> chancesOf(const std::vector<float>& emissions, const ChainScores& chain) {
    const std::size_t labels = candidateLabels.size();
    std::vector<float> out;
    for (std::size_t i = 0; i + labels <= emissions.size(); i += labels) {
        const auto score = [&](Label label) {
            return emissions[i + label] + chain.first[label] + chain.last[label];
        };
        out.push_back(1 / (1 + expOf(score(wrongCandidate) - score(rightCandidate))));
    }
    return out;
}

} // namespace quoth
