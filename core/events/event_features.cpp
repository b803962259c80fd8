#include "core/events/event_features.h"

#include "core/events/noun_phrase_words.h"
#include "core/support/unicode.h"
#include "core/tagging/capitals.h"

namespace quoth {
namespace {

constexpr std::uint64_t edge = 0xED6E; // stands for words before and after the sentence

std::uint64_t endingOf(std::string_view word, std::size_t n) {
    return hashText(word.size() < n ? word : word.substr(word.size() - n));
}

// What the lexicon knows of a lemma, as bits.
std::uint64_t lexiconBits(const EventLexicon& lexicon, const Token& token) {
    const std::string_view lemma = token.pos == Pos::Propn ? token.lower : token.lemma;
    if (token.pos != Pos::Verb && token.pos != Pos::Aux)
        return static_cast<std::uint64_t>(lexicon.noun(lemma));
    return 4u | (lexicon.isStative(lemma) ? 8u : 0u) | (lexicon.isLight(lemma) ? 16u : 0u) |
           (lexicon.isOccurrence(lemma) ? 32u : 0u) | (lexicon.isReport(lemma) ? 64u : 0u);
}

class Rows {
public:
    Rows(const TokenizedText& text, const EventLexicon& lexicon,
         const std::vector<std::uint32_t>& candidates, FeatureRows& rows)
        : m_text(text), m_lexicon(lexicon), m_candidates(candidates), m_rows(rows),
          m_sentence(text.sentences[text.sentenceOf(candidates.front())]),
          m_free(isFreelyCapitalized(text, m_sentence)) {}

    void fill() {
        for (std::size_t c = 0; c < m_candidates.size(); ++c) {
            m_name = 0;
            addWord(m_candidates[c]);
            addNeighbours(m_candidates[c]);
            addPhrase(m_candidates[c]);
            addCandidates(c);
            m_rows.endRow();
        }
    }

private:
    template <class... Values>
    void add(Values... values) {
        m_rows.add(makeFeature(++m_name, values...));
    }

    // The token `offset` away; null beyond the sentence.
    const Token* at(std::uint32_t i, int offset) const {
        const std::int64_t k = static_cast<std::int64_t>(i) + offset;
        if (k < m_sentence.tokens.begin || k >= m_sentence.tokens.end) return nullptr;
        return &m_text.tokens[static_cast<std::size_t>(k)];
    }
    std::uint64_t lowerAt(std::uint32_t i, int offset) const {
        const Token* token = at(i, offset);
        return token ? hashText(token->lower) : edge;
    }
    std::uint64_t tagAt(std::uint32_t i, int offset) const {
        const Token* token = at(i, offset);
        return token ? static_cast<std::uint64_t>(token->tag) * 32 +
                           static_cast<std::uint64_t>(token->pos)
                     : edge;
    }
    std::uint64_t clusterAt(std::uint32_t i, int offset) const {
        const Token* token = at(i, offset);
        return token ? token->cluster : edge;
    }

    void addWord(std::uint32_t i) {
        const Token& token = m_text.tokens[i];
        const std::uint64_t lemma = hashText(token.pos == Pos::Propn ? token.lower : token.lemma);
        const std::uint64_t tag = tagAt(i, 0);
        const bool capital = !m_free && startsUpper(m_text.word(i));
        add(0);
        add(lemma);
        add(lemma, static_cast<std::uint64_t>(token.pos));
        add(hashText(token.lower));
        add(tag);
        add(token.cluster);
        add(token.cluster, tag);
        add(lexiconBits(m_lexicon, token));
        add(lexiconBits(m_lexicon, token), tag);
        add(capital, static_cast<std::uint64_t>(token.pos), i == m_sentence.tokens.begin);
        for (std::size_t n = 2; n <= 5; ++n)
            add(endingOf(token.lemma, n), static_cast<std::uint64_t>(token.pos));
        const std::size_t hyphen = token.lower.rfind('-');
        add(hyphen == std::string::npos
                ? 0
                : hashText(std::string_view(token.lower).substr(hyphen + 1)));
    }

    void addNeighbours(std::uint32_t i) {
        const std::uint64_t lemma = hashText(m_text.tokens[i].lemma), tag = tagAt(i, 0);
        for (const int offset : {-2, -1, 1, 2}) {
            add(lowerAt(i, offset));
            add(tagAt(i, offset), tag);
            add(clusterAt(i, offset), tag);
        }
        add(lemma, lowerAt(i, -1));
        add(lemma, lowerAt(i, 1));
        add(tagAt(i, -2), tagAt(i, -1), tag);
        add(tagAt(i, -1), tag, tagAt(i, 1));
        add(tag, tagAt(i, 1), tagAt(i, 2));
    }

    // The noun phrase or verb group around the word: how it begins, what stands before it, and
    // whether the word is its head.
    void addPhrase(std::uint32_t i) {
        const Token& token = m_text.tokens[i];
        const std::uint64_t pos = static_cast<std::uint64_t>(token.pos);
        const Token* next = at(i, 1);
        const bool modifies = isNominal(token) && next && isNominal(*next);
        std::uint32_t begin = i;
        const bool verbal = token.pos == Pos::Verb || token.pos == Pos::Aux;
        const auto inside = [&](const Token& t) {
            if (verbal) return t.pos == Pos::Aux || t.pos == Pos::Adv || t.pos == Pos::Part;
            return t.pos == Pos::Adj || t.pos == Pos::Det || t.pos == Pos::Num || isNominal(t) ||
                   t.tag == FineTag::PRPS || t.lower == "'s" || t.lower == "-";
        };
        while (begin > m_sentence.tokens.begin && inside(m_text.tokens[begin - 1]))
            --begin;
        const std::uint64_t opener = begin == i ? edge : hashText(m_text.tokens[begin].lower);
        const std::uint64_t before = lowerAt(begin, -1);
        const std::uint64_t lemma = hashText(token.lemma);
        add(modifies, pos, next ? next->cluster : edge);
        add(opener, pos, modifies);
        add(before, pos, modifies);
        add(opener, before, pos);
        add(lemma, opener);
        add(lemma, before);
        add(lemma, modifies);
        // What follows it: "of", "by", "with" take a happening's parts.
        add(lowerAt(i, 1), lexiconBits(m_lexicon, token));
    }

    // The other candidates beside this one: "held talks", "the cause of the crash".
    void addCandidates(std::size_t c) {
        const Token& token = m_text.tokens[m_candidates[c]];
        const std::uint64_t pos = static_cast<std::uint64_t>(token.pos);
        const auto lemmaOf = [&](std::size_t k) {
            return k < m_candidates.size() ? hashText(m_text.tokens[m_candidates[k]].lemma) : edge;
        };
        const std::uint64_t left = c > 0 ? lemmaOf(c - 1) : edge, right = lemmaOf(c + 1);
        add(left, pos);
        add(right, pos);
        add(left, lexiconBits(m_lexicon, token));
        // The nearest verb before a noun.
        if (token.pos != Pos::Noun) return;
        for (std::size_t k = c; k > 0; --k) {
            const Token& verb = m_text.tokens[m_candidates[k - 1]];
            if (verb.pos != Pos::Verb) continue;
            add(hashText(verb.lemma));
            add(lexiconBits(m_lexicon, verb), lexiconBits(m_lexicon, token));
            break;
        }
    }

    const TokenizedText& m_text;
    const EventLexicon& m_lexicon;
    const std::vector<std::uint32_t>& m_candidates;
    FeatureRows& m_rows;
    const Sentence& m_sentence;
    bool m_free;
    std::uint32_t m_name = 0;
};

} // namespace

void findEventCandidates(const TokenizedText& text, const Sentence& sentence,
                         std::vector<std::uint32_t>& candidates) {
    candidates.clear();
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        const Pos pos = text.tokens[i].pos;
        const TokenKind kind = text.tokens[i].kind;
        if (kind != TokenKind::Word) continue;
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

} // namespace quoth
