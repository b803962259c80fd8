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

} // namespace

std::string attributionLabel(Label label) {
    if (label == unattributed) return "O";
    constexpr std::array roles = {"Content", "Source", "Cue"};
    return std::string(1, "BIES"[static_cast<std::size_t>(segmentPartOf(label))]) + "-" +
           roles[static_cast<std::size_t>(attributionRoleOf(label))];
}

std::vector<AttributionSegment> segmentsOf(std::span<const Label> labels, std::uint32_t first) {
    std::vector<AttributionSegment> out;
    bool open = false; // the last segment may go on
    for (std::size_t k = 0; k < labels.size(); ++k) {
        if (labels[k] == unattributed) {
            open = false;
            continue;
        }
        const AttributionRole role = attributionRoleOf(labels[k]);
        const SegmentPart part = segmentPartOf(labels[k]);
        const auto at = first + static_cast<std::uint32_t>(k);
        const bool begins = part == SegmentPart::Begin || part == SegmentPart::Single;
        if (open && !begins && out.back().role == role)
            out.back().tokens.end = at + 1;
        else
            out.push_back({{at, at + 1}, role});
        open = part == SegmentPart::Begin || part == SegmentPart::Inside;
    }
    return out;
}

std::vector<IndexRange> attributionUnits(const TokenizedText& text) {
    std::vector<IndexRange> units;
    std::uint32_t block = 0;
    for (const Sentence& sentence : text.sentences) {
        if (sentence.tokens.empty()) continue;
        const bool goesOn = !units.empty() && sentence.block == block;
        if (goesOn && sentence.tokens.end - units.back().begin <= longestAttributionUnit)
            units.back().end = sentence.tokens.end;
        else
            units.push_back(sentence.tokens);
        block = sentence.block;
    }
    return units;
}

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
        m_name = 0;
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
    template <class... Values>
    void add(Values... values) {
        m_rows.add(makeFeature(++m_name, values...));
    }

    void words(std::int64_t i) {
        const Word &w = word(i), &l = word(i - 1), &r = word(i + 1), &l2 = word(i - 2),
                   &r2 = word(i + 2), &r3 = word(i + 3);
        add(m_state);
        add(w.lower, m_state);
        add(l.lower, m_state);
        add(r.lower, m_state);
        add(r3.lower);
        add(w.lemma, m_state);
        add(l.lemma, m_state);
        add(r.lemma, m_state);
        add(l2.lemma);
        add(r2.lemma);
        add(w.lemma, w.tag);
        add(w.tag, m_state);
        add(l.tag, m_state);
        add(r.tag, m_state);
        add(l2.tag);
        add(r2.tag);
        add(l.tag, w.tag, m_state);
        add(w.tag, r.tag, m_state);
        add(l.tag, r.tag);
        add(w.cluster, m_state);
        add(l.cluster);
        add(r.cluster);
        add(l2.cluster);
        add(r2.cluster);
        add(w.cluster, r.tag);
        add(l.tag, w.cluster);
        add(w.name, l.name, r.name);
        add(w.name, m_state, w.tag);
        add(w.name, r.lemma);
    }

    std::uint64_t outside(std::uint32_t i) const { return has(i) ? word(i).lower : 0xED6E; }
    void quotes(std::int64_t i) {
        m_name = 60;
        const Word &w = word(i), &l = word(i - 1), &r = word(i + 1);
        add(l.quote, w.quote, r.quote);
        add(l.quote, w.quote, r.quote, l.tag);
        add(l.quote, w.quote, r.quote, r.tag);
        add(word(i - 2).quote, l.quote, w.quote, r.quote, word(i + 2).quote);
        add(w.stretch, w.quote);
        add(w.nested, w.quote);
        if (w.quote != 0) {
            const std::uint64_t before = outside(w.before), after = outside(w.after);
            add(before, w.quote);
            add(after, w.quote);
            add(before, after, w.quote);
            add(w.stretch, before);
            add(w.stretch, after);
            add(w.stretch, has(w.before) ? word(w.before).tag : 0,
                has(w.after) ? word(w.after).tag : 0);
        }
        // The stretches to the left and right.
        m_name = 80;
        std::int64_t left = i - 1, right = i + 1;
        while (has(left) && word(left).quote == 0 && word(left).sentence == w.sentence)
            --left;
        while (has(right) && word(right).quote == 0 && word(right).sentence == w.sentence)
            ++right;
        const std::uint64_t leftShape = has(left) && word(left).quote ? word(left).stretch + 1u : 0;
        const std::uint64_t rightShape =
            has(right) && word(right).quote ? word(right).stretch + 1u : 0;
        add(leftShape, w.quote, bucket(static_cast<std::uint32_t>(i - left)));
        add(rightShape, w.quote, bucket(static_cast<std::uint32_t>(right - i)));
        add(leftShape, rightShape, w.tag);
        add(leftShape != 0, rightShape != 0, w.lemma);
    }

    void cues(std::int64_t i) {
        m_name = 90;
        const Word &w = word(i), &l = word(i - 1), &r = word(i + 1);
        add(w.lexicon, w.tag);
        add(l.lexicon, w.lexicon, r.lexicon);
        add(l.lexicon, w.tag);
        add(r.lexicon, w.tag);
        add(w.cueStrength, w.lemma);
        add(w.cueFrame, w.lemma);
        add(w.cuePart, w.tag);
        add(w.cuePart, l.tag);
        add(w.cuePart, r.tag);
        add(w.cuePart, w.lower);
        add(w.cuePart, l.lower);
        add(w.cuePart, r.lower);
        m_name = 200;
        const unsigned l0 = l.form & 15u, w0 = w.form & 15u, r0 = r.form & 15u;
        add(w.form);
        add(w.form, w.quote);
        add(w.form, w.tag);
        add(w0, w.lower);
        add(w0, l.lower);
        add(l0, w0, r0, w.tag);
        add(l0, w0, r0, l.tag);
        add(l0, w0, r0, r.tag);
        add(w.form, w.cuePart);
        cueBeside(i, w.leftCue, 110);
        cueBeside(i, w.rightCue, 130);
        m_name = 150;
        const std::uint64_t left = w.leftCue == none ? 0 : word(w.leftCue).cueFrame;
        const std::uint64_t right = w.rightCue == none ? 0 : word(w.rightCue).cueFrame;
        add(left, right);
        add(left, right, w.quote);
        add(left, right, w.tag);
        add(left, right, w.tag, r.tag);
    }

    void cueBeside(std::int64_t i, std::uint32_t cue, std::uint32_t name) {
        m_name = name;
        const Word& w = word(i);
        if (cue == none || !has(cue)) {
            add(w.quote);
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
        add(far, w.quote);
        add(c.lemma, w.quote);
        add(c.lemma, far);
        add(c.cueFrame, far);
        add(c.cueFrame, shape);
        add(c.cueStrength, far, shape);
    }

    std::uint64_t relationAt(std::int64_t i) const {
        return has(i)
                   ? static_cast<std::uint64_t>(m_syntax.relationOf(static_cast<std::uint32_t>(i)))
                   : 0;
    }
    void grammar(std::int64_t i) {
        m_name = 220;
        const Word& w = word(i);
        const auto token = static_cast<std::uint32_t>(i);
        const Word& head = m_syntax.isRoot(token) ? word(-1) : word(m_syntax.headOf(token));
        const std::uint64_t relation = relationAt(i);
        add(relation, w.tag);
        add(relation, head.lemma);
        add(relation, head.cueFrame, head.cueStrength);
        add(relation, head.cuePart, w.cuePart);
        add(relation, relationAt(i - 1), relationAt(i + 1));
        const Word &l = word(i - 1), &r = word(i + 1);
        const std::uint64_t frame = w.cueAbove == none ? 0 : word(w.cueAbove).cueFrame;
        add(w.branch, frame);
        add(w.branch, frame, w.cuePart, w.quote);
        add(w.edges, w.cuePart, w.quote);
        add(w.edges, w.tag);
        add(l.edges, w.edges, r.edges);
        add(l.branch, w.branch, r.branch);
        add(l.branch, w.branch, w.tag);
        add(w.branch, r.branch, w.tag);
    }

    void places(std::int64_t i) {
        m_name = 160;
        const Word& w = word(i);
        const bool first = i == m_unit.begin, last = i + 1 == static_cast<std::int64_t>(m_unit.end);
        add(w.fromStart, w.quote);
        add(w.toEnd, w.quote);
        add(w.fromStart, w.tag);
        add(w.toEnd, w.tag);
        add(w.toEnd, w.lower);
        add(first, last, w.quote, m_block);
        add(m_block, w.tag);
        add(w.verbsLeft, w.commasLeft, w.tag);
        add(w.verbsLeft, w.rightCue != none, w.leftCue != none, w.tag);
        add(w.commasLeft, w.rightCue != none, w.leftCue != none, word(i + 1).tag);
        m_name = 180;
        if (w.phraseBegin == w.phraseEnd) return;
        const std::int64_t before = static_cast<std::int64_t>(w.phraseBegin) - 1,
                           after = w.phraseEnd;
        const auto at = static_cast<std::uint64_t>(std::min<std::int64_t>(i - w.phraseBegin, 3));
        const auto left = static_cast<std::uint64_t>(std::min<std::int64_t>(after - 1 - i, 3));
        add(word(after).lemma, left);
        add(word(before).lemma, at);
        add(word(after).lexicon, word(after).tag, at, left);
        add(word(after).cueFrame, at, left);
        add(word(before).cueFrame, at, left);
        add(word(before).lexicon, word(after).lexicon, at, left);
        add(word(after).tag, word(after + 1).lexicon, left);
    }

    const TokenizedText& m_text;
    const Syntax& m_syntax;
    const std::vector<Word>& m_words;
    IndexRange m_unit;
    FeatureRows& m_rows;
    std::uint64_t m_block = 0, m_state = 0;
    std::uint32_t m_name = 0;
};

void AttributionFeatures::find(IndexRange unit, FeatureRows& rows) const {
    rows.clear();
    AttributionDescriber describer(*this, unit, rows);
    for (std::uint32_t i = unit.begin; i < unit.end; ++i)
        describer.describe(i);
}

} // namespace quoth
