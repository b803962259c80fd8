#include "core/quotes/choose/chooser_features.h"

#include "core/syntax/word_classes.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

namespace quoth {
namespace {

constexpr std::uint64_t none = 0x2B0E; // stands for what a candidate lacks

// Kind: the attribution's; Gap: how far the cue is, and on which side.
enum class ChooserFeature : std::uint16_t {
    Bias = 1,
    FirstEvidence, // one for each but Evidence::Always
    LastEvidence = 28,
    FirstEvidencePair,
    LastEvidencePair = 55,
    Proposer = 401, // and the link
    ProposerKind,
    FirstProposerEvidence,
    LastProposerEvidence = 412,
    ProposerRivalledUnspokenAlone,
    CueLemma = 101,
    CueLemmaKind,
    CueTag,
    CueCluster,
    CueClusterKind,
    CueLemmaCueTag,
    CueSize,
    CueLemmaNextWord,
    CueLemmaNextTag,
    NextTagCueCluster,
    CueLemmaLeftTag,
    NegatedModal,
    NegatedModalCueLemma,
    NoSourceKind = 201, // numbered like SourceTag
    NoSourceCueLemma,
    SourceTag = 201,
    SourceTagCueLemma,
    SourceLemma,
    SourceCluster,
    SourceClusterCueLemma,
    SourceCapitalKind,
    SourceClusterCapital,
    SourceSize,
    SourceFirstTagSourceTag,
    SourceGap,
    SourceSideCueLemma,
    SourceGapKind,
    FirstWordKind = 301, // of the content
    FirstTagKind,
    FirstWordCueLemma,
    FirstTagCueLemma,
    FirstTagSecondTag,
    LastTagKind,
    LastWord,
    SizeKind,
    FiniteKind,
    FiniteCueLemma,
    SentencesKind,
    SentencesCueLemma,
    NextWordKind,
    ContentGapKind,
    ContentGapCueLemma,
    OrderKind, // of content, source and cue
    ContentSideSameSentence,
    ReadingKind = 501,
    ReadingCueLemma,
    ReadingWithin,
    ReadingFrameChance,
    ContentLinkKind, // link: how its head hangs together with the cue
    ContentLinkCueLemma,
    ContentLinkReading,
    ContentLinkFit,
    FitKind,
    FitReading,
    SourceLink,
    SourceLinkContentLink,
    SourceLinkCueLemma,
    CueFormKind,
    CueFormHasSource,
    CueFormReading,
    CueFormContentLink,
    CueFormWithin,
    ContentLinkContentChance,
    SourceLinkContentChance,
    ContentLinkSourceChance,
    SourceLinkSourceChance,
    WithinKind,
    WithinKindReading,
    NestedContent = 601, // the encoder's chances
    NestedContentBounds,
    NestedCue,
    NestedSource,
    NestedContentCue,
    NestedCueSource,
    NestedContentWithin,
    NestedCueWithin,
    NestedContentReading,
    NestedContentProposer,
    NestedContentFit
};

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
        if (m_candidate.nested) addNested(*m_candidate.nested);
        m_rows.endRow();
    }

private:
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

    // The word that the content hangs on, or that the others hang on.
    std::uint32_t headOfCue(IndexRange cue) const {
        const std::uint32_t governor = m_syntax.headOf(m_syntax.topOf(m_content));
        return cue.contains(governor) ? governor : m_syntax.topOf(cue);
    }

    std::uint64_t step(Evidence evidence) const {
        constexpr float steps = 4, nudge = 0.01F; // a step is a quarter; whole quarters stay whole
        return static_cast<std::uint64_t>(static_cast<std::int64_t>(
            std::floor(m_evidence[static_cast<std::size_t>(evidence)] * steps + nudge)));
    }

    void addEvidence() {
        static_assert(templateAt(ChooserFeature::FirstEvidence, evidenceCount - 2) ==
                      ChooserFeature::LastEvidence);
        m_rows.add(ChooserFeature::Bias, 0);
        for (std::size_t e = 1; e < evidenceCount; ++e)
            m_rows.add(templateAt(ChooserFeature::FirstEvidence, e - 1),
                       step(static_cast<Evidence>(e)));
        constexpr std::array chances = {Evidence::ContentChance, Evidence::CueChance,
                                        Evidence::SourceChance};
        constexpr std::array facts = {Evidence::FormsAgree,    Evidence::FormsAlike,
                                      Evidence::FormsDiffer,   Evidence::Direct,
                                      Evidence::Mixed,         Evidence::Headline,
                                      Evidence::AroundAnother, Evidence::WithinAnother};
        std::size_t pair = 0;
        const auto addPair = [&](Evidence a, Evidence b) {
            m_rows.add(templateAt(ChooserFeature::FirstEvidencePair, pair++), step(a), step(b));
        };
        for (std::size_t a = 0; a < chances.size(); ++a) {
            for (std::size_t b = a + 1; b < chances.size(); ++b)
                addPair(chances[a], chances[b]);
            for (const Evidence fact : facts)
                addPair(chances[a], fact);
        }
    }

    void addProposer() {
        const std::uint64_t proposer = static_cast<std::uint64_t>(m_candidate.proposer) * 4 +
                                       static_cast<std::uint64_t>(m_candidate.link);
        m_rows.add(ChooserFeature::Proposer, proposer);
        m_rows.add(ChooserFeature::ProposerKind, proposer, m_kind);
        std::size_t n = 0;
        for (const Evidence evidence :
             {Evidence::ContentChance, Evidence::CueChance, Evidence::SourceChance,
              Evidence::FrameChance, Evidence::Rivalled, Evidence::Unspoken, Evidence::Alone,
              Evidence::WithinAnother, Evidence::WithinQuote, Evidence::FormsDiffer})
            m_rows.add(templateAt(ChooserFeature::FirstProposerEvidence, n++), proposer,
                       step(evidence));
        m_rows.add(ChooserFeature::ProposerRivalledUnspokenAlone, proposer,
                   step(Evidence::Rivalled), step(Evidence::Unspoken), step(Evidence::Alone));
    }

    void addCue() {
        const std::uint64_t lemma = m_head ? lemmaOf(at(*m_head)) : none;
        m_cueLemma = lemma;
        m_rows.add(ChooserFeature::CueLemma, lemma);
        m_rows.add(ChooserFeature::CueLemmaKind, lemma, m_kind);
        if (!m_head) return;
        const Token& head = at(*m_head);
        const IndexRange sentence = m_text.sentences[m_text.sentenceOf(*m_head)].tokens;
        m_rows.add(ChooserFeature::CueTag, tagOf(head));
        m_rows.add(ChooserFeature::CueCluster, head.cluster);
        m_rows.add(ChooserFeature::CueClusterKind, head.cluster, m_kind);
        m_rows.add(ChooserFeature::CueLemmaCueTag, lemma, tagOf(head));
        m_rows.add(ChooserFeature::CueSize, m_cue->size());
        const std::uint32_t next = m_cue->end;
        m_rows.add(ChooserFeature::CueLemmaNextWord, lemma,
                   next < sentence.end ? hashText(at(next).lower) : none);
        m_rows.add(ChooserFeature::CueLemmaNextTag, lemma,
                   next < sentence.end ? tagOf(at(next)) : none);
        m_rows.add(ChooserFeature::NextTagCueCluster, next < sentence.end ? tagOf(at(next)) : none,
                   head.cluster);
        m_rows.add(ChooserFeature::CueLemmaLeftTag, lemma,
                   m_cue->begin > sentence.begin ? tagOf(at(m_cue->begin - 1)) : none);
        const VerbGroup* group = m_syntax.verbGroupAt(*m_head);
        const bool negated = group && group->negated;
        const bool modal =
            group && (group->modality != Modality::None || group->tense == Tense::Future);
        m_rows.add(ChooserFeature::NegatedModal, negated, modal);
        m_rows.add(ChooserFeature::NegatedModalCueLemma, negated, modal, lemma);
    }

    void addSource() {
        if (!m_sourceHead) {
            m_rows.add(ChooserFeature::NoSourceKind, none, m_kind);
            m_rows.add(ChooserFeature::NoSourceCueLemma, none, m_cueLemma);
            return;
        }
        const Token& head = at(*m_sourceHead);
        const std::uint64_t lemma = lemmaOf(head);
        const bool capital = head.pos == Pos::Propn;
        m_rows.add(ChooserFeature::SourceTag, tagOf(head));
        m_rows.add(ChooserFeature::SourceTagCueLemma, tagOf(head), m_cueLemma);
        m_rows.add(ChooserFeature::SourceLemma, lemma);
        m_rows.add(ChooserFeature::SourceCluster, head.cluster);
        m_rows.add(ChooserFeature::SourceClusterCueLemma, head.cluster, m_cueLemma);
        m_rows.add(ChooserFeature::SourceCapitalKind, capital, m_kind);
        m_rows.add(ChooserFeature::SourceClusterCapital, head.cluster, capital);
        m_rows.add(ChooserFeature::SourceSize, binOf(m_source->size()));
        m_rows.add(ChooserFeature::SourceFirstTagSourceTag, tagOf(at(m_source->begin)),
                   tagOf(head));
        if (m_cue) {
            const bool before = m_source->begin < m_cue->begin;
            const std::uint32_t gap = before
                                          ? m_cue->begin - std::min(m_cue->begin, m_source->end)
                                          : m_source->begin - std::min(m_source->begin, m_cue->end);
            m_rows.add(ChooserFeature::SourceGap, before, binOf(gap));
            m_rows.add(ChooserFeature::SourceSideCueLemma, before, m_cueLemma);
            m_rows.add(ChooserFeature::SourceGapKind, before, binOf(gap), m_kind);
        }
    }

    void addContent() {
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
            verb = isFinite(at(i));
        m_rows.add(ChooserFeature::FirstWordKind, hashText(first.lower), m_kind);
        m_rows.add(ChooserFeature::FirstTagKind, tagOf(first), m_kind);
        m_rows.add(ChooserFeature::FirstWordCueLemma, hashText(first.lower), m_cueLemma);
        m_rows.add(ChooserFeature::FirstTagCueLemma, tagOf(first), m_cueLemma);
        if (m_content.size() > 1)
            m_rows.add(ChooserFeature::FirstTagSecondTag, tagOf(first),
                       tagOf(at(m_content.begin + 1)));
        m_rows.add(ChooserFeature::LastTagKind, tagOf(last), m_kind);
        m_rows.add(ChooserFeature::LastWord, hashText(last.lower));
        m_rows.add(ChooserFeature::SizeKind, binOf(words), m_kind);
        m_rows.add(ChooserFeature::FiniteKind, verb, m_kind);
        m_rows.add(ChooserFeature::FiniteCueLemma, verb, m_cueLemma);
        m_rows.add(ChooserFeature::SentencesKind, sentences > 3 ? 3 : sentences, m_kind);
        m_rows.add(ChooserFeature::SentencesCueLemma, sentences > 1, m_cueLemma);
        const std::uint32_t end = m_last.end;
        m_rows.add(ChooserFeature::NextWordKind,
                   end < m_text.tokens.size() ? hashText(at(end).lower) : none, m_kind);
        if (!m_cue) return;
        const bool after = m_content.begin >= m_cue->end;
        const std::uint32_t gap = after ? m_content.begin - m_cue->end
                                        : m_cue->begin - std::min(m_cue->begin, m_last.end);
        m_rows.add(ChooserFeature::ContentGapKind, after, binOf(gap), m_kind);
        m_rows.add(ChooserFeature::ContentGapCueLemma, after, binOf(gap), m_cueLemma);
        const bool sourceFirst = m_source && m_source->begin < m_cue->begin;
        m_rows.add(ChooserFeature::OrderKind, after, sourceFirst, m_source.has_value(), m_kind);
        m_rows.add(ChooserFeature::ContentSideSameSentence, after,
                   m_text.sentenceOf(m_cue->begin) == m_text.sentenceOf(m_content.begin));
    }

    // How the head of some words hangs together with the cue.
    std::uint64_t linkOf(IndexRange tokens) const {
        const std::uint32_t head = m_syntax.topOf(tokens);
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
        const IndexRange extent = m_syntax.extentOf(m_syntax.topOf(tokens));
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
        const auto reading =
            static_cast<std::uint64_t>(m_candidate.reading) * 2 + (m_candidate.likeliest ? 1 : 0);
        const std::uint64_t content = linkOf(m_content), fit = fitOf(m_content);
        const std::uint64_t source = m_source ? linkOf(*m_source) : none;
        m_rows.add(ChooserFeature::ReadingKind, reading, m_kind);
        m_rows.add(ChooserFeature::ReadingCueLemma, reading, m_cueLemma);
        m_rows.add(ChooserFeature::ReadingWithin, reading, step(Evidence::WithinQuote),
                   step(Evidence::WithinAnother));
        m_rows.add(ChooserFeature::WithinKind, step(Evidence::WithinQuote),
                   step(Evidence::WithinAnother), m_kind);
        m_rows.add(ChooserFeature::WithinKindReading, step(Evidence::WithinQuote),
                   step(Evidence::WithinAnother), m_kind, reading);
        m_rows.add(ChooserFeature::ReadingFrameChance, reading, step(Evidence::FrameChance));
        m_rows.add(ChooserFeature::ContentLinkKind, content, m_kind);
        m_rows.add(ChooserFeature::ContentLinkCueLemma, content, m_cueLemma);
        m_rows.add(ChooserFeature::ContentLinkReading, content, reading);
        m_rows.add(ChooserFeature::ContentLinkFit, content, fit);
        m_rows.add(ChooserFeature::FitKind, fit, m_kind);
        m_rows.add(ChooserFeature::FitReading, fit, reading);
        m_rows.add(ChooserFeature::SourceLink, source);
        m_rows.add(ChooserFeature::SourceLinkContentLink, source, content);
        m_rows.add(ChooserFeature::SourceLinkCueLemma, source, m_cueLemma);
        const std::uint64_t verb = formOfCue();
        m_rows.add(ChooserFeature::CueFormKind, verb, m_kind);
        m_rows.add(ChooserFeature::CueFormHasSource, verb, m_source.has_value());
        m_rows.add(ChooserFeature::CueFormReading, verb, reading);
        m_rows.add(ChooserFeature::CueFormContentLink, verb, content);
        m_rows.add(ChooserFeature::CueFormWithin, verb, step(Evidence::WithinAnother),
                   step(Evidence::WithinQuote));
        const std::uint64_t contentChance = step(Evidence::ContentChance);
        const std::uint64_t sourceChance = step(Evidence::SourceChance);
        m_rows.add(ChooserFeature::ContentLinkContentChance, content, contentChance);
        m_rows.add(ChooserFeature::SourceLinkContentChance, source, contentChance);
        m_rows.add(ChooserFeature::ContentLinkSourceChance, content, sourceChance);
        m_rows.add(ChooserFeature::SourceLinkSourceChance, source, sourceChance);
    }

    void addNested(const NestedChances& chances) {
        constexpr float leastChance = 1e-3f;
        // In steps of the logarithm of the odds.
        const auto stepOf = [&](float chance) {
            const float p = std::clamp(chance, leastChance, 1 - leastChance);
            return static_cast<std::uint64_t>(
                static_cast<std::int64_t>(std::floor(std::log(p / (1 - p)))));
        };
        const std::uint64_t content = stepOf(chances.content), cue = stepOf(chances.cue),
                            source = m_source ? stepOf(chances.source) : none;
        const std::uint64_t within =
            step(Evidence::WithinQuote) * 64 + step(Evidence::WithinAnother);
        m_rows.add(ChooserFeature::NestedContent, content);
        m_rows.add(ChooserFeature::NestedContentBounds, content, stepOf(chances.bounds));
        m_rows.add(ChooserFeature::NestedCue, cue);
        m_rows.add(ChooserFeature::NestedSource, source);
        m_rows.add(ChooserFeature::NestedContentCue, content, cue);
        m_rows.add(ChooserFeature::NestedCueSource, cue, source);
        m_rows.add(ChooserFeature::NestedContentWithin, content, within);
        m_rows.add(ChooserFeature::NestedCueWithin, cue, within);
        m_rows.add(ChooserFeature::NestedContentReading, content,
                   static_cast<std::uint64_t>(m_candidate.reading));
        m_rows.add(ChooserFeature::NestedContentProposer, content,
                   static_cast<std::uint64_t>(m_candidate.proposer));
        m_rows.add(ChooserFeature::NestedContentFit, content, fitOf(m_content));
    }

    const TokenizedText& m_text;
    const Syntax& m_syntax;
    const EvidenceValues& m_evidence;
    const AttributionCandidate& m_candidate;
    const Attribution& m_a;
    FeatureRows& m_rows;
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
