#include "core/quotes/propose/chain_features.h"

#include "core/syntax/word_classes.h"

#include <algorithm>

namespace quoth {
namespace {

std::uint8_t bucket(std::uint32_t n) { // 0 1 2 3 4-5 6-9 10-19 20-
    return n <= 3 ? static_cast<std::uint8_t>(n) : n <= 5 ? 4 : n <= 9 ? 5 : n <= 19 ? 6 : 7;
}

bool isNominal(Pos pos) {
    return pos == Pos::Noun || pos == Pos::Propn || pos == Pos::Adj || pos == Pos::Det ||
           pos == Pos::Num || pos == Pos::Pron;
}

// What a word is to a cue; of several, the first it is found to be.
enum class CuePart : std::uint8_t {
    None,
    Cue,
    Source,
    Addressee,
    FirstReported,
    Reported,
    LastReported
};

// Quote: place in a quoted stretch; Left2: two tokens to the left; 3: of the token and both
// neighbours.
enum class ChainFeature : std::uint16_t {
    Quote = 1,
    WordQuote,
    LeftWordQuote,
    RightWordQuote,
    Right3Word,
    LemmaQuote,
    LeftLemmaQuote,
    RightLemmaQuote,
    Left2Lemma,
    Right2Lemma,
    LemmaTag,
    TagQuote,
    LeftTagQuote,
    RightTagQuote,
    Left2Tag,
    Right2Tag,
    LeftTagTagQuote,
    TagRightTagQuote,
    LeftTagRightTag,
    ClusterQuote,
    LeftCluster,
    RightCluster,
    Left2Cluster,
    Right2Cluster,
    ClusterRightTag,
    LeftTagCluster,
    Name3,
    NameQuoteTag,
    NameRightLemma,
    Quote3 = 61,
    Quote3LeftTag,
    Quote3RightTag,
    Quote5, // of the two on either side as well
    StretchQuote,
    NestedQuote,
    WordBeforeStretchQuote,
    WordAfterStretchQuote,
    WordsAroundStretchQuote,
    StretchWordBefore,
    StretchWordAfter,
    StretchTagsAround,
    LeftStretchQuoteGap = 81, // the nearest on the left, and how far it is
    RightStretchQuoteGap,
    LeftStretchRightStretchTag,
    BesideStretchesLemma, // whether there are any
    LexiconTag = 91,
    Lexicon3,
    LeftLexiconTag,
    RightLexiconTag,
    CueStrengthLemma,
    CueFrameLemma,
    CuePartTag,
    CuePartLeftTag,
    CuePartRightTag,
    CuePartWord,
    CuePartLeftWord,
    CuePartRightWord,
    Form = 201, // what a candidate by form takes it for
    FormQuote,
    FormTag,
    FormLabelWord, // without how sure it is
    FormLabelLeftWord,
    FormLabel3Tag,
    FormLabel3LeftTag,
    FormLabel3RightTag,
    FormCuePart,
    NoCueQuote = 111,  // numbered like CueGapQuote
    CueGapQuote = 111, // this and the next five: of the nearest cue on the left
    CueLemmaQuote,
    CueLemmaGap,
    CueFrameGap,
    CueFrameBetween, // commas, openers of clauses, verbs and marks between it and the token
    CueStrengthGapBetween,
    FirstOfRightCue = 131, // those of the nearest cue on the right, in the same order
    LastOfRightCue = 136,
    LeftFrameRightFrame = 151,
    LeftFrameRightFrameQuote,
    LeftFrameRightFrameTag,
    LeftFrameRightFrameTagRightTag,
    RelationTag = 221,
    RelationHeadLemma,
    RelationHeadFrame,
    RelationHeadCuePartCuePart,
    Relation3,
    BranchFrame, // branch: by which relation it is below its nearest cue; frame: that cue's
    BranchFrameCuePartQuote,
    EdgesCuePartQuote,
    EdgesTag,
    Edges3,
    Branch3,
    LeftBranchBranchTag,
    BranchRightBranchTag,
    FromStartQuote = 161,
    ToEndQuote,
    FromStartTag,
    ToEndTag,
    ToEndWord,
    UnitEdgesQuoteBlock,
    BlockTag,
    VerbsLeftCommasLeftTag, // to come in the sentence
    VerbsLeftCuesTag,
    CommasLeftCuesRightTag,
    LemmaAfterPhrase = 181,
    LemmaBeforePhrase,
    LexiconTagAfterPhrase,
    FrameAfterPhrase,
    FrameBeforePhrase,
    LexiconAroundPhrase,
    TagLexiconAfterPhrase
};
// From a template of the nearest cue on the left to that of the one on the right.
constexpr std::size_t rightCueOffset = static_cast<std::size_t>(ChainFeature::FirstOfRightCue) -
                                       static_cast<std::size_t>(ChainFeature::CueGapQuote);

} // namespace

AttributionFeatures::AttributionFeatures(const QuotedText& quoted,
                                         const std::vector<AttributionCandidate>& byForm)
    : m_text(quoted.text), m_syntax(quoted.syntax), m_words(quoted.text.tokens.size()) {
    readWords(quoted.names, quoted.lexicon);
    readStretches(quoted.stretches);
    readCues(quoted);
    readForms(byForm);
    readPlaces();
}

void AttributionFeatures::readWords(const std::vector<NamedMention>& names,
                                    const CueLexicon& cues) {
    for (std::uint32_t i = 0; i < m_words.size(); ++i) {
        const Token& t = m_text.tokens[i];
        Word& w = m_words[i];
        w.lower = hashText(t.lower);
        w.lemma = t.lemma.empty() || t.pos == Pos::Propn ? w.lower : hashText(t.lemma);
        w.tag = static_cast<std::uint16_t>(static_cast<unsigned>(t.pos) * 64 +
                                           static_cast<unsigned>(t.tag));
        w.cluster = t.cluster;
        if (t.kind == TokenKind::QuoteMark) { // of whatever style
            w.lower = w.lemma = hashText("\"");
            w.cluster = 0;
        }
        if (t.pos == Pos::Verb || t.pos == Pos::Noun)
            if (const CueVerb* verb = cues.find(t.lemma)) {
                const std::uint8_t most =
                    *std::max_element(verb->percent.begin(), verb->percent.end());
                w.lexicon = static_cast<std::uint8_t>(1 + most / 10);
            }
    }
    for (const NamedMention& name : names)
        for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i)
            m_words[i].name = static_cast<std::uint8_t>(2 + 2 * static_cast<unsigned>(name.type) +
                                                        (i == name.tokens.begin));
}

void AttributionFeatures::readStretches(const std::vector<QuotedStretch>& stretches) {
    for (const QuotedStretch& q : stretches) {
        const IndexRange r = q.tokens;
        if (q.depth > 0) {
            for (std::uint32_t i = r.begin; i < r.end; ++i)
                m_words[i].nested = 1;
            continue;
        }
        const auto shape =
            static_cast<std::uint8_t>(static_cast<unsigned>(q.kind) * 32 + bucket(r.size()) * 4 +
                                      (q.closed ? 0 : 1) + (q.continues ? 2 : 0));
        for (std::uint32_t i = r.begin; i < r.end; ++i) {
            Word& w = m_words[i];
            w.quote = i == r.begin && q.opened ? 1 : i + 1 == r.end && q.closed ? 3 : 2;
            w.stretch = shape;
            w.before = r.begin > 0 ? r.begin - 1 : none;
            w.after = r.end < m_words.size() ? r.end : none;
        }
    }
}

void AttributionFeatures::readCues(const QuotedText& quoted) {
    const auto mark = [&](Span span, CuePart part) {
        const IndexRange tokens = m_text.tokensIn(span);
        for (std::uint32_t i = tokens.begin; i < tokens.end; ++i)
            if (m_words[i].cuePart == 0) m_words[i].cuePart = static_cast<std::uint8_t>(part);
    };
    for (const Cue& cue : quoted.cues) {
        if (!cue.isLikely()) continue; // it would hide likely ones beside it
        const ReportedWords& likeliest = cue.reported.front();
        Word& w = m_words[cue.head];
        w.cueStrength =
            static_cast<std::uint8_t>(1 + static_cast<unsigned>(likeliest.probability * 10));
        const bool behind = likeliest.content.front().begin < m_text.tokens[cue.head].span.begin;
        w.cueFrame = static_cast<std::uint8_t>(1 + static_cast<unsigned>(likeliest.frame) +
                                               (behind ? 16 : 0) + (cue.inverted ? 32 : 0) +
                                               (cue.sharedSource ? 64 : 0));
        for (const Span& words : cue.words)
            mark(words, CuePart::Cue);
        if (cue.source && !cue.sharedSource) mark(*cue.source, CuePart::Source);
        if (cue.addressee) mark(*cue.addressee, CuePart::Addressee);
    }
    readBranches();
    for (const Cue& cue : quoted.cues) {
        if (!cue.isLikely()) continue;
        for (const ReportedWords& words : cue.reported)
            for (const Span& span : words.content) {
                const IndexRange tokens = m_text.tokensIn(span);
                m_words[tokens.begin].edges |= 1;
                m_words[tokens.end - 1].edges |= 2;
            }
        for (const Span& span : cue.reported.front().content) {
            const IndexRange tokens = m_text.tokensIn(span);
            mark(m_text.tokens[tokens.begin].span, CuePart::FirstReported);
            mark(m_text.tokens[tokens.end - 1].span, CuePart::LastReported);
            mark(span, CuePart::Reported);
        }
    }
    // The nearest cue on each side, outside folded quotes.
    for (const ReadSentence& sentence : quoted.sentences) {
        std::vector<std::uint32_t> heads;
        for (const Item& item : sentence.outer.items)
            if (!item.stretch && m_words[item.tokens.begin].cueStrength > 0)
                heads.push_back(item.tokens.begin);
        std::size_t next = 0;
        for (const Item& item : sentence.outer.items)
            for (std::uint32_t i = item.tokens.begin; i < item.tokens.end; ++i) {
                while (next < heads.size() && heads[next] < i)
                    ++next;
                m_words[i].leftCue = next > 0 ? heads[next - 1] : none;
                m_words[i].rightCue = next < heads.size() ? heads[next] : none;
            }
    }
}

// Each word's nearest cue above it in its tree, and by which relation it or a word above it hangs
// on that.
void AttributionFeatures::readBranches() {
    std::vector<std::uint32_t> path;
    std::vector<bool> isSettled(m_words.size(), false);
    for (std::uint32_t i = 0; i < m_words.size(); ++i) {
        std::uint32_t at = i;
        while (!isSettled[at] && !m_syntax.isRoot(at)) {
            path.push_back(at);
            at = m_syntax.headOf(at);
        }
        isSettled[at] = true;
        for (; !path.empty(); path.pop_back()) {
            Word& w = m_words[path.back()];
            const std::uint32_t above = m_syntax.headOf(path.back());
            const Word& head = m_words[above];
            if (head.cueStrength > 0) {
                w.cueAbove = above;
                w.branch = static_cast<std::uint8_t>(m_syntax.relationOf(path.back()));
            } else {
                w.cueAbove = head.cueAbove;
                w.branch = head.branch;
            }
            isSettled[path.back()] = true;
        }
    }
}

// Outer ones and those of earlier proposers last, so that they show.
void AttributionFeatures::readForms(const std::vector<AttributionCandidate>& byForm) {
    const auto lay = [&](const std::vector<Span>& spans, AttributionRole role, unsigned sure) {
        for (const Span& span : spans) {
            const IndexRange range = m_text.tokensIn(span);
            for (std::uint32_t i = range.begin; i < range.end; ++i)
                m_words[i].form = static_cast<std::uint8_t>(
                    attributionLabelOf(role, partOf(range, i)) + 16 * sure);
        }
    };
    for (std::size_t k = byForm.size(); k > 0;) {
        if (!byForm[--k].likeliest) continue;
        const Attribution& a = byForm[k].attribution;
        const unsigned sure = a.isBare()             ? 0
                              : a.confidence > 0.9F  ? 3
                              : a.confidence > 0.75F ? 2
                                                     : 1;
        lay(a.content, AttributionRole::Content, sure);
        lay(a.source, AttributionRole::Source, sure);
        lay(a.cue, AttributionRole::Cue, sure);
    }
}

void AttributionFeatures::readPlaces() {
    for (std::uint32_t n = 0; n < m_text.sentences.size(); ++n) {
        const IndexRange r = m_text.sentences[n].tokens;
        std::uint8_t verbs = 0, commas = 0;
        for (std::uint32_t i = r.end; i > r.begin;) {
            Word& w = m_words[--i];
            w.sentence = n;
            w.fromStart = bucket(i - r.begin);
            w.toEnd = bucket(r.end - 1 - i);
            w.verbsLeft = std::min<std::uint8_t>(verbs, 3);
            w.commasLeft = std::min<std::uint8_t>(commas, 3);
            if (isFinite(m_text.tokens[i])) ++verbs;
            if (m_text.tokens[i].lower == ",") ++commas;
            if (verbs > 9) verbs = 9;
            if (commas > 9) commas = 9;
        }
        for (std::uint32_t i = r.begin; i < r.end;) {
            std::uint32_t end = i;
            while (end < r.end &&
                   (isNominal(m_text.tokens[end].pos) || m_text.tokens[end].tag == FineTag::POS ||
                    (end > i && m_text.tokens[end].lower == "of")))
                ++end;
            if (end == i) {
                m_words[i].phraseBegin = m_words[i].phraseEnd = i;
                ++i;
                continue;
            }
            for (std::uint32_t k = i; k < end; ++k) {
                m_words[k].phraseBegin = i;
                m_words[k].phraseEnd = end;
            }
            i = end;
        }
    }
}

// Writes the rows of one unit.
class AttributionDescriber {
public:
    AttributionDescriber(const AttributionFeatures& features, IndexRange unit, FeatureRows& rows)
        : m_text(features.m_text), m_syntax(features.m_syntax), m_words(features.m_words),
          m_unit(unit), m_rows(rows) {
        m_block = static_cast<std::uint64_t>(m_text.blocks[m_text.blockOf(unit.begin)].kind);
    }

    void describe(std::uint32_t token) {
        m_state = word(token).quote;
        words(token);
        quotes(token);
        cues(token);
        grammar(token);
        places(token);
        m_rows.endRow();
    }

private:
    using Word = AttributionFeatures::Word;
    static constexpr std::uint32_t none = AttributionFeatures::none;

    bool has(std::int64_t i) const { return i >= m_unit.begin && i < m_unit.end; }
    const Word& word(std::int64_t i) const {
        static const Word edge{0xED6E, 0xED6E, 4095};
        return has(i) ? m_words[static_cast<std::size_t>(i)] : edge;
    }

    void words(std::int64_t i) {
        const Word &w = word(i), &l = word(i - 1), &r = word(i + 1), &l2 = word(i - 2),
                   &r2 = word(i + 2), &r3 = word(i + 3);
        m_rows.add(ChainFeature::Quote, m_state);
        m_rows.add(ChainFeature::WordQuote, w.lower, m_state);
        m_rows.add(ChainFeature::LeftWordQuote, l.lower, m_state);
        m_rows.add(ChainFeature::RightWordQuote, r.lower, m_state);
        m_rows.add(ChainFeature::Right3Word, r3.lower);
        m_rows.add(ChainFeature::LemmaQuote, w.lemma, m_state);
        m_rows.add(ChainFeature::LeftLemmaQuote, l.lemma, m_state);
        m_rows.add(ChainFeature::RightLemmaQuote, r.lemma, m_state);
        m_rows.add(ChainFeature::Left2Lemma, l2.lemma);
        m_rows.add(ChainFeature::Right2Lemma, r2.lemma);
        m_rows.add(ChainFeature::LemmaTag, w.lemma, w.tag);
        m_rows.add(ChainFeature::TagQuote, w.tag, m_state);
        m_rows.add(ChainFeature::LeftTagQuote, l.tag, m_state);
        m_rows.add(ChainFeature::RightTagQuote, r.tag, m_state);
        m_rows.add(ChainFeature::Left2Tag, l2.tag);
        m_rows.add(ChainFeature::Right2Tag, r2.tag);
        m_rows.add(ChainFeature::LeftTagTagQuote, l.tag, w.tag, m_state);
        m_rows.add(ChainFeature::TagRightTagQuote, w.tag, r.tag, m_state);
        m_rows.add(ChainFeature::LeftTagRightTag, l.tag, r.tag);
        m_rows.add(ChainFeature::ClusterQuote, w.cluster, m_state);
        m_rows.add(ChainFeature::LeftCluster, l.cluster);
        m_rows.add(ChainFeature::RightCluster, r.cluster);
        m_rows.add(ChainFeature::Left2Cluster, l2.cluster);
        m_rows.add(ChainFeature::Right2Cluster, r2.cluster);
        m_rows.add(ChainFeature::ClusterRightTag, w.cluster, r.tag);
        m_rows.add(ChainFeature::LeftTagCluster, l.tag, w.cluster);
        m_rows.add(ChainFeature::Name3, w.name, l.name, r.name);
        m_rows.add(ChainFeature::NameQuoteTag, w.name, m_state, w.tag);
        m_rows.add(ChainFeature::NameRightLemma, w.name, r.lemma);
    }

    std::uint64_t outside(std::uint32_t i) const { return has(i) ? word(i).lower : 0xED6E; }
    void quotes(std::int64_t i) {
        const Word &w = word(i), &l = word(i - 1), &r = word(i + 1);
        m_rows.add(ChainFeature::Quote3, l.quote, w.quote, r.quote);
        m_rows.add(ChainFeature::Quote3LeftTag, l.quote, w.quote, r.quote, l.tag);
        m_rows.add(ChainFeature::Quote3RightTag, l.quote, w.quote, r.quote, r.tag);
        m_rows.add(ChainFeature::Quote5, word(i - 2).quote, l.quote, w.quote, r.quote,
                   word(i + 2).quote);
        m_rows.add(ChainFeature::StretchQuote, w.stretch, w.quote);
        m_rows.add(ChainFeature::NestedQuote, w.nested, w.quote);
        if (w.quote != 0) {
            const std::uint64_t before = outside(w.before), after = outside(w.after);
            m_rows.add(ChainFeature::WordBeforeStretchQuote, before, w.quote);
            m_rows.add(ChainFeature::WordAfterStretchQuote, after, w.quote);
            m_rows.add(ChainFeature::WordsAroundStretchQuote, before, after, w.quote);
            m_rows.add(ChainFeature::StretchWordBefore, w.stretch, before);
            m_rows.add(ChainFeature::StretchWordAfter, w.stretch, after);
            m_rows.add(ChainFeature::StretchTagsAround, w.stretch,
                       has(w.before) ? word(w.before).tag : 0,
                       has(w.after) ? word(w.after).tag : 0);
        }
        // The stretches to the left and right.
        std::int64_t left = i - 1, right = i + 1;
        while (has(left) && word(left).quote == 0 && word(left).sentence == w.sentence)
            --left;
        while (has(right) && word(right).quote == 0 && word(right).sentence == w.sentence)
            ++right;
        const std::uint64_t leftShape = has(left) && word(left).quote ? word(left).stretch + 1u : 0;
        const std::uint64_t rightShape =
            has(right) && word(right).quote ? word(right).stretch + 1u : 0;
        m_rows.add(ChainFeature::LeftStretchQuoteGap, leftShape, w.quote,
                   bucket(static_cast<std::uint32_t>(i - left)));
        m_rows.add(ChainFeature::RightStretchQuoteGap, rightShape, w.quote,
                   bucket(static_cast<std::uint32_t>(right - i)));
        m_rows.add(ChainFeature::LeftStretchRightStretchTag, leftShape, rightShape, w.tag);
        m_rows.add(ChainFeature::BesideStretchesLemma, leftShape != 0, rightShape != 0, w.lemma);
    }

    void cues(std::int64_t i) {
        const Word &w = word(i), &l = word(i - 1), &r = word(i + 1);
        m_rows.add(ChainFeature::LexiconTag, w.lexicon, w.tag);
        m_rows.add(ChainFeature::Lexicon3, l.lexicon, w.lexicon, r.lexicon);
        m_rows.add(ChainFeature::LeftLexiconTag, l.lexicon, w.tag);
        m_rows.add(ChainFeature::RightLexiconTag, r.lexicon, w.tag);
        m_rows.add(ChainFeature::CueStrengthLemma, w.cueStrength, w.lemma);
        m_rows.add(ChainFeature::CueFrameLemma, w.cueFrame, w.lemma);
        m_rows.add(ChainFeature::CuePartTag, w.cuePart, w.tag);
        m_rows.add(ChainFeature::CuePartLeftTag, w.cuePart, l.tag);
        m_rows.add(ChainFeature::CuePartRightTag, w.cuePart, r.tag);
        m_rows.add(ChainFeature::CuePartWord, w.cuePart, w.lower);
        m_rows.add(ChainFeature::CuePartLeftWord, w.cuePart, l.lower);
        m_rows.add(ChainFeature::CuePartRightWord, w.cuePart, r.lower);
        const unsigned l0 = l.form & 15u, w0 = w.form & 15u, r0 = r.form & 15u;
        m_rows.add(ChainFeature::Form, w.form);
        m_rows.add(ChainFeature::FormQuote, w.form, w.quote);
        m_rows.add(ChainFeature::FormTag, w.form, w.tag);
        m_rows.add(ChainFeature::FormLabelWord, w0, w.lower);
        m_rows.add(ChainFeature::FormLabelLeftWord, w0, l.lower);
        m_rows.add(ChainFeature::FormLabel3Tag, l0, w0, r0, w.tag);
        m_rows.add(ChainFeature::FormLabel3LeftTag, l0, w0, r0, l.tag);
        m_rows.add(ChainFeature::FormLabel3RightTag, l0, w0, r0, r.tag);
        m_rows.add(ChainFeature::FormCuePart, w.form, w.cuePart);
        cueBeside(i, w.leftCue, 0);
        cueBeside(i, w.rightCue, rightCueOffset);
        const std::uint64_t left = w.leftCue == none ? 0 : word(w.leftCue).cueFrame;
        const std::uint64_t right = w.rightCue == none ? 0 : word(w.rightCue).cueFrame;
        m_rows.add(ChainFeature::LeftFrameRightFrame, left, right);
        m_rows.add(ChainFeature::LeftFrameRightFrameQuote, left, right, w.quote);
        m_rows.add(ChainFeature::LeftFrameRightFrameTag, left, right, w.tag);
        m_rows.add(ChainFeature::LeftFrameRightFrameTagRightTag, left, right, w.tag, r.tag);
    }

    void cueBeside(std::int64_t i, std::uint32_t cue, std::size_t offset) {
        const auto add = [&](ChainFeature name, auto... values) {
            m_rows.add(templateAt(name, offset), values...);
        };
        const Word& w = word(i);
        if (cue == none || !has(cue)) {
            add(ChainFeature::NoCueQuote, w.quote);
            return;
        }
        const Word& c = word(cue);
        const std::int64_t from = std::min<std::int64_t>(i, cue),
                           to = std::max<std::int64_t>(i, cue);
        std::uint32_t commas = 0, openers = 0, verbs = 0, marks = 0;
        for (std::int64_t k = from + 1; k < to && k - from < 40; ++k) {
            const Token& t = m_text.tokens[static_cast<std::size_t>(k)];
            commas += t.lower == ",";
            openers += t.pos == Pos::Sconj || t.tag == FineTag::WDT || t.tag == FineTag::WP;
            verbs += isFinite(t);
            marks += t.kind == TokenKind::QuoteMark;
        }
        const std::uint64_t shape = std::min(commas, 2u) | std::min(openers, 1u) << 2 |
                                    std::min(verbs, 2u) << 3 | std::min(marks, 2u) << 5;
        const std::uint64_t far = bucket(static_cast<std::uint32_t>(to - from));
        add(ChainFeature::CueGapQuote, far, w.quote);
        add(ChainFeature::CueLemmaQuote, c.lemma, w.quote);
        add(ChainFeature::CueLemmaGap, c.lemma, far);
        add(ChainFeature::CueFrameGap, c.cueFrame, far);
        add(ChainFeature::CueFrameBetween, c.cueFrame, shape);
        add(ChainFeature::CueStrengthGapBetween, c.cueStrength, far, shape);
    }

    std::uint64_t relationAt(std::int64_t i) const {
        return has(i)
                   ? static_cast<std::uint64_t>(m_syntax.relationOf(static_cast<std::uint32_t>(i)))
                   : 0;
    }
    void grammar(std::int64_t i) {
        const Word& w = word(i);
        const auto token = static_cast<std::uint32_t>(i);
        const Word& head = m_syntax.isRoot(token) ? word(-1) : word(m_syntax.headOf(token));
        const std::uint64_t relation = relationAt(i);
        m_rows.add(ChainFeature::RelationTag, relation, w.tag);
        m_rows.add(ChainFeature::RelationHeadLemma, relation, head.lemma);
        m_rows.add(ChainFeature::RelationHeadFrame, relation, head.cueFrame, head.cueStrength);
        m_rows.add(ChainFeature::RelationHeadCuePartCuePart, relation, head.cuePart, w.cuePart);
        m_rows.add(ChainFeature::Relation3, relation, relationAt(i - 1), relationAt(i + 1));
        const Word &l = word(i - 1), &r = word(i + 1);
        const std::uint64_t frame = w.cueAbove == none ? 0 : word(w.cueAbove).cueFrame;
        m_rows.add(ChainFeature::BranchFrame, w.branch, frame);
        m_rows.add(ChainFeature::BranchFrameCuePartQuote, w.branch, frame, w.cuePart, w.quote);
        m_rows.add(ChainFeature::EdgesCuePartQuote, w.edges, w.cuePart, w.quote);
        m_rows.add(ChainFeature::EdgesTag, w.edges, w.tag);
        m_rows.add(ChainFeature::Edges3, l.edges, w.edges, r.edges);
        m_rows.add(ChainFeature::Branch3, l.branch, w.branch, r.branch);
        m_rows.add(ChainFeature::LeftBranchBranchTag, l.branch, w.branch, w.tag);
        m_rows.add(ChainFeature::BranchRightBranchTag, w.branch, r.branch, w.tag);
    }

    void places(std::int64_t i) {
        const Word& w = word(i);
        const bool first = i == m_unit.begin, last = i + 1 == static_cast<std::int64_t>(m_unit.end);
        m_rows.add(ChainFeature::FromStartQuote, w.fromStart, w.quote);
        m_rows.add(ChainFeature::ToEndQuote, w.toEnd, w.quote);
        m_rows.add(ChainFeature::FromStartTag, w.fromStart, w.tag);
        m_rows.add(ChainFeature::ToEndTag, w.toEnd, w.tag);
        m_rows.add(ChainFeature::ToEndWord, w.toEnd, w.lower);
        m_rows.add(ChainFeature::UnitEdgesQuoteBlock, first, last, w.quote, m_block);
        m_rows.add(ChainFeature::BlockTag, m_block, w.tag);
        m_rows.add(ChainFeature::VerbsLeftCommasLeftTag, w.verbsLeft, w.commasLeft, w.tag);
        m_rows.add(ChainFeature::VerbsLeftCuesTag, w.verbsLeft, w.rightCue != none,
                   w.leftCue != none, w.tag);
        m_rows.add(ChainFeature::CommasLeftCuesRightTag, w.commasLeft, w.rightCue != none,
                   w.leftCue != none, word(i + 1).tag);
        if (w.phraseBegin == w.phraseEnd) return;
        const std::int64_t before = static_cast<std::int64_t>(w.phraseBegin) - 1,
                           after = w.phraseEnd;
        const auto at = static_cast<std::uint64_t>(std::min<std::int64_t>(i - w.phraseBegin, 3));
        const auto left = static_cast<std::uint64_t>(std::min<std::int64_t>(after - 1 - i, 3));
        m_rows.add(ChainFeature::LemmaAfterPhrase, word(after).lemma, left);
        m_rows.add(ChainFeature::LemmaBeforePhrase, word(before).lemma, at);
        m_rows.add(ChainFeature::LexiconTagAfterPhrase, word(after).lexicon, word(after).tag, at,
                   left);
        m_rows.add(ChainFeature::FrameAfterPhrase, word(after).cueFrame, at, left);
        m_rows.add(ChainFeature::FrameBeforePhrase, word(before).cueFrame, at, left);
        m_rows.add(ChainFeature::LexiconAroundPhrase, word(before).lexicon, word(after).lexicon, at,
                   left);
        m_rows.add(ChainFeature::TagLexiconAfterPhrase, word(after).tag, word(after + 1).lexicon,
                   left);
    }

    const TokenizedText& m_text;
    const Syntax& m_syntax;
    const std::vector<Word>& m_words;
    IndexRange m_unit;
    FeatureRows& m_rows;
    std::uint64_t m_block = 0, m_state = 0;
};

void AttributionFeatures::find(IndexRange unit, FeatureRows& rows) const {
    rows.clear();
    AttributionDescriber describer(*this, unit, rows);
    for (std::uint32_t i = unit.begin; i < unit.end; ++i)
        describer.describe(i);
}

} // namespace quoth
