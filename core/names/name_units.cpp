#include "core/names/name_units.h"

#include "core/learning/features.h"
#include "core/names/name_limits.h"
#include "core/support/unicode.h"
#include "core/tagging/capitals.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

namespace quoth {
namespace {

// "eBay", "iPhone": a small beginning, a capital within the first letters.
bool hasInnerCapital(std::string_view word) {
    for (std::size_t i = 1; i < word.size() && i < 4; ++i)
        if (isUpper(codePointAt(word, i).value)) return isLower(codePointAt(word, 0).value);
    return false;
}

std::uint32_t factsOf(const Gazetteer& gazetteer, std::string_view lower) {
    const std::uint32_t facts = gazetteer.facts(lower);
    if (facts != 0 || lower.size() <= 4 || lower.back() != 's') return facts;
    // "Colombians", "Shipments"
    return gazetteer.facts(lower.substr(0, lower.size() - 1)) & (Demonym | Common);
}

class UnitFinder {
public:
    UnitFinder(const TokenizedText& text, const Gazetteer& gazetteer)
        : m_text(text), m_gazetteer(gazetteer) {}

    NameUnits find() {
        m_out.units.reserve(m_text.tokens.size() + 16);
        for (const Sentence& sentence : m_text.sentences)
            addSentence(sentence);
        for (NameUnit& unit : m_out.units) {
            const Seen& seen = m_seen[unit.lowerHash];
            unit.seenCapital = static_cast<std::uint8_t>(std::min(seen.capital, 3u));
            unit.seenLower = static_cast<std::uint8_t>(std::min(seen.lower, 3u));
        }
        for (const IndexRange& sentence : m_out.sentences)
            markPhrases(sentence);
        return std::move(m_out);
    }

private:
    struct Seen {
        std::uint32_t capital = 0, lower = 0;
        std::optional<std::uint32_t> facts; // once looked up
    };

    void addSentence(const Sentence& sentence) {
        const auto begin = static_cast<std::uint32_t>(m_out.units.size());
        const bool free = isFreelyCapitalized(m_text, sentence);
        bool opening = true;
        for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            const Token& token = m_text.tokens[i];
            if (token.kind == TokenKind::Word) {
                addWord(i, free || opening);
                opening = false;
                continue;
            }
            addUnit(i, token.span, token.lower, false);
            opening = opening ? token.kind != TokenKind::Number
                              : token.kind == TokenKind::QuoteMark || token.lower == ":" ||
                                    token.lower == "•";
        }
        m_out.sentences.push_back({begin, static_cast<std::uint32_t>(m_out.units.size())});
    }

    // A word, or its parts where it is hyphenated and one of them has a capital.
    void addWord(std::uint32_t i, bool free) {
        const Token& token = m_text.tokens[i];
        const std::string_view word = m_text.word(i), lower = token.lower;
        bool capital = false;
        for (std::size_t from = 0; from != std::string_view::npos && !capital;) {
            capital = startsUpper(word.substr(from));
            from = word.find('-', from);
            if (from != std::string_view::npos) ++from;
        }
        // Offsets are the same in both as long as lower case changed no length.
        if (!capital || word.size() != lower.size() || word.find('-') == std::string_view::npos) {
            addUnit(i, token.span, lower, free);
            return;
        }
        for (std::size_t from = 0; from < word.size();) {
            const std::size_t hyphen = word.find('-', from);
            const std::size_t end = hyphen == from ? from + 1 : std::min(hyphen, word.size());
            addUnit(i, makeSpan(token.span.begin + from, token.span.begin + end),
                    lower.substr(from, end - from), free && from == 0);
            from = end;
        }
    }

    void addUnit(std::uint32_t i, Span span, std::string_view lower, bool free) {
        NameUnit unit;
        unit.span = span;
        unit.token = i;
        unit.lower = lower;
        unit.lowerHash = hashText(lower);
        unit.free = free;
        unit.joined = !m_out.units.empty() && m_out.units.back().span.end == span.begin;
        if (m_text.tokens[i].kind == TokenKind::Word) {
            const std::string_view part = m_text.slice(span);
            unit.capital = startsUpper(part) || hasInnerCapital(part);
            unit.caps = unit.capital && isAllCaps(part);
            Seen& seen = m_seen[unit.lowerHash];
            if (!seen.facts) seen.facts = factsOf(m_gazetteer, lower);
            unit.facts = *seen.facts;
            if (!unit.capital)
                ++seen.lower;
            else if (!free)
                ++seen.capital;
        }
        m_out.units.push_back(unit);
    }

    // Marks the longest gazetteer entries, from left to right.
    void markPhrases(IndexRange sentence) {
        for (std::uint32_t i = sentence.begin; i < sentence.end;) {
            const std::uint32_t size = phraseSize(i, sentence.end);
            if (size < 2) {
                ++i;
                continue;
            }
            for (std::uint32_t k = 0; k < size; ++k) {
                m_out.units[i + k].phraseFacts = m_phraseFacts;
                m_out.units[i + k].inPhrase = k == 0          ? NameUnit::Place::First
                                              : k + 1 == size ? NameUnit::Place::Last
                                                              : NameUnit::Place::Inside;
            }
            i += size;
        }
    }

    std::uint32_t phraseSize(std::uint32_t begin, std::uint32_t end) {
        const auto& units = m_out.units;
        if (!(units[begin].facts & PhraseBegins)) return 0;
        end = std::min(end, begin + name_limits::longestEntry);
        std::uint32_t size = 0;
        m_key.assign(units[begin].lower);
        for (std::uint32_t i = begin + 1; i < end; ++i) {
            if (!units[i].joined) m_key += ' ';
            m_key += units[i].lower;
            const std::uint32_t facts = m_gazetteer.facts(m_key);
            if (const std::uint32_t known = facts & ~PhraseBegins) {
                size = i + 1 - begin;
                m_phraseFacts = known;
            }
            const bool parted = i + 1 < end && !units[i + 1].joined;
            if (parted && !(facts & PhraseBegins)) break;
        }
        return size;
    }

    const TokenizedText& m_text;
    const Gazetteer& m_gazetteer;
    NameUnits m_out;
    std::unordered_map<std::uint64_t, Seen> m_seen;
    std::string m_key;
    std::uint32_t m_phraseFacts = 0;
};

} // namespace

NameUnits findNameUnits(const TokenizedText& text, const Gazetteer& gazetteer) {
    return UnitFinder(text, gazetteer).find();
}

std::vector<float> encodedUnits(const TokenizedText& text, const NameUnits& units,
                                std::size_t sentence) {
    const IndexRange range = units.sentences[sentence];
    std::vector<std::uint32_t> tokens;
    for (std::uint32_t u = range.begin; u < range.end; ++u)
        tokens.push_back(units.units[u].token);
    std::vector<float> out = text.encoded.of(encoder_task::names, tokens);
    const std::size_t columns = out.size() / std::max<std::size_t>(tokens.size(), 1);
    for (std::size_t k = 0; k + 1 < tokens.size(); ++k)
        if (tokens[k] == tokens[k + 1]) // both are parts of it
            std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(k * columns), 2 * columns, 0.0f);
    return out;
}

} // namespace quoth
