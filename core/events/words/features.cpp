#include "core/events/words/features.h"

#include "core/support/unicode.h"
#include "core/syntax/word_classes.h"
#include "core/tagging/capitals.h"

namespace quoth {
namespace {

constexpr std::uint64_t edge = 0xED6E; // stands for words before and after the sentence

// What the lexicon knows of a word, as bits.
std::uint64_t lexiconBits(const EventLexicon& lexicon, const Token& token) {
    const std::string_view lemma = token.pos == Pos::Propn ? token.lower : token.lemma;
    if (token.pos != Pos::Verb) return static_cast<std::uint64_t>(lexicon.noun(lemma));
    return 4u | static_cast<std::uint64_t>(lexicon.verb(lemma)) << 3;
}

std::uint64_t tagOf(const Token& token) {
    return static_cast<std::uint64_t>(token.tag) * 32 + static_cast<std::uint64_t>(token.pos);
}

// Few templates: of 45 that were tried, leaving out the others made event words easier to find, in
// AQUAINT by cross-validation and in MEANTIME.
enum class EventFeature : std::uint16_t {
    Lemma = 1, // of a proper noun the word
    Tag,
    Cluster,
    Lexicon, // what it knows of the word
    LexiconTag,
    CapitalPos, // and whether it begins the sentence
    EndingPos,  // of the lemma
    LeftTagTag,
    RightTagTag,
    LemmaLeftWord,
    BeforePosModifies, // Before: the word before the phrase; Modifies: before another noun
    LemmaBefore,
    LemmaModifies,
    NextLemmaPos // of the next candidate
};

class Rows {
public:
    Rows(const TokenizedText& text, const EventLexicon& lexicon,
         const std::vector<std::uint32_t>& candidates, FeatureRows& rows)
        : m_text(text), m_lexicon(lexicon), m_candidates(candidates), m_rows(rows),
          m_sentence(text.sentences[text.sentenceOf(candidates.front())]),
          m_free(isFreelyCapitalized(text, m_sentence)) {}

    void fill() {
        for (std::size_t c = 0; c < m_candidates.size(); ++c) {
            addWord(m_candidates[c]);
            addPhrase(m_candidates[c]);
            // "held talks", "cause of the crash": the next word that may name an event.
            const std::uint64_t next = c + 1 < m_candidates.size()
                                           ? hashText(m_text.tokens[m_candidates[c + 1]].lemma)
                                           : edge;
            m_rows.add(EventFeature::NextLemmaPos, next,
                       static_cast<std::uint64_t>(m_text.tokens[m_candidates[c]].pos));
            m_rows.endRow();
        }
    }

private:
    const Token* tokenAt(std::uint32_t i) const { // null beyond the sentence
        return i >= m_sentence.tokens.begin && i < m_sentence.tokens.end ? &m_text.tokens[i]
                                                                         : nullptr;
    }

    void addWord(std::uint32_t i) {
        const Token& token = m_text.tokens[i];
        const Token *left = i > 0 ? tokenAt(i - 1) : nullptr, *right = tokenAt(i + 1);
        const std::uint64_t lemma = hashText(token.lemma), tag = tagOf(token);
        const std::uint64_t known = lexiconBits(m_lexicon, token);
        const bool capital = !m_free && startsUpper(m_text.word(i));
        constexpr std::size_t ending = 5; // bytes
        m_rows.add(EventFeature::Lemma,
                   hashText(token.pos == Pos::Propn ? token.lower : token.lemma));
        m_rows.add(EventFeature::Tag, tag);
        m_rows.add(EventFeature::Cluster, token.cluster);
        m_rows.add(EventFeature::Lexicon, known);
        m_rows.add(EventFeature::LexiconTag, known, tag);
        m_rows.add(EventFeature::CapitalPos, capital, static_cast<std::uint64_t>(token.pos),
                   i == m_sentence.tokens.begin);
        m_rows.add(
            EventFeature::EndingPos,
            hashText(token.lemma.size() < ending
                         ? std::string_view(token.lemma)
                         : std::string_view(token.lemma).substr(token.lemma.size() - ending)),
            static_cast<std::uint64_t>(token.pos));
        m_rows.add(EventFeature::LeftTagTag, left ? tagOf(*left) : edge, tag);
        m_rows.add(EventFeature::RightTagTag, right ? tagOf(*right) : edge, tag);
        m_rows.add(EventFeature::LemmaLeftWord, lemma, left ? hashText(left->lower) : edge);
    }

    // What stands before the noun phrase or verb group, and whether the word is its head.
    void addPhrase(std::uint32_t i) {
        const Token& token = m_text.tokens[i];
        const Token* next = tokenAt(i + 1);
        const bool modifies = isNoun(token) && next && isNoun(*next);
        std::uint32_t begin = i;
        const auto inside = [&](const Token& t) {
            if (token.pos == Pos::Verb)
                return t.pos == Pos::Aux || t.pos == Pos::Adv || t.pos == Pos::Part;
            return t.tag == FineTag::PRPS || isNoun(t) || t.pos == Pos::Det || t.pos == Pos::Adj ||
                   t.pos == Pos::Num || (t.pos != Pos::Pron && (t.lower == "'s" || t.lower == "-"));
        };
        while (begin > m_sentence.tokens.begin && inside(m_text.tokens[begin - 1]))
            --begin;
        const Token* outside = begin > 0 ? tokenAt(begin - 1) : nullptr;
        const std::uint64_t before = outside ? hashText(outside->lower) : edge;
        const std::uint64_t lemma = hashText(token.lemma);
        m_rows.add(EventFeature::BeforePosModifies, before, static_cast<std::uint64_t>(token.pos),
                   modifies);
        m_rows.add(EventFeature::LemmaBefore, lemma, before);
        m_rows.add(EventFeature::LemmaModifies, lemma, modifies);
    }

    const TokenizedText& m_text;
    const EventLexicon& m_lexicon;
    const std::vector<std::uint32_t>& m_candidates;
    FeatureRows& m_rows;
    const Sentence& m_sentence;
    bool m_free;
};

} // namespace

void findEventCandidates(const TokenizedText& text, const Sentence& sentence,
                         std::vector<std::uint32_t>& candidates) {
    candidates.clear();
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        const Pos pos = text.tokens[i].pos;
        if (text.tokens[i].kind != TokenKind::Word) continue;
        if (pos == Pos::Verb || pos == Pos::Noun || pos == Pos::Adj || pos == Pos::Propn)
            candidates.push_back(i);
    }
}

void findEventFeatures(const TokenizedText& text, const EventLexicon& lexicon,
                       const std::vector<std::uint32_t>& candidates, FeatureRows& rows) {
    rows.clear();
    if (candidates.empty()) return;
    Rows(text, lexicon, candidates, rows).fill();
}

std::vector<float> encodedEvents(const TokenizedText& text,
                                 std::span<const std::uint32_t> candidates) {
    // Of 0.3, 0.5 and 1 the best by folds of AQUAINT: the encoder is too sure of itself.
    constexpr float share = 0.3f;
    std::vector<float> out = text.encoded.of(encoder_task::events, candidates);
    for (float& score : out)
        score *= share;
    return out;
}

} // namespace quoth
