#include "core/names/name_words.h"

#include "core/support/unicode.h"
#include "core/tagging/capitals.h"

#include <string_view>
#include <unordered_map>

namespace quoth {
namespace {

struct Seen {
    std::uint32_t capital = 0; // where a capital means a name
    std::uint32_t lower = 0;
};
using SeenWords = std::unordered_map<std::string_view, Seen>;

constexpr std::uint32_t knownName = Country | KnownOrg | KnownPlace | KnownOther | Demonym;

// "al-Assad", "el-Sisi", "eBay", "iPhone": a small beginning, a capital within the first letters.
bool hasInnerCapital(std::string_view word) {
    for (std::size_t i = 1; i < word.size() && i < 4; ++i)
        if (isUpper(codePointAt(word, i).value)) return isLower(codePointAt(word, 0).value);
    return false;
}

bool isClosedClass(Pos pos) {
    switch (pos) {
    case Pos::Det:
    case Pos::Pron:
    case Pos::Adp:
    case Pos::Cconj:
    case Pos::Sconj:
    case Pos::Aux:
    case Pos::Part:
    case Pos::Intj:
        return true;
    default:
        return false;
    }
}

// A capital at a sentence's start or in a headline: a name only if something else says so.
bool isNameWithoutCapital(const TokenizedText& text, const std::vector<NameWord>& words,
                          const SeenWords& seen, std::uint32_t i, std::uint32_t end) {
    const Token& token = text.tokens[i];
    const NameWord& word = words[i];
    const auto found = seen.find(token.lower);
    const Seen counts = found == seen.end() ? Seen{} : found->second;
    if (word.is(knownName)) return !(isClosedClass(token.pos) && !word.caps);
    if (isClosedClass(token.pos) && word.is(Common)) return false;
    if (counts.capital > 0 && counts.capital >= counts.lower) return true;
    if (!word.is(Common)) return counts.lower == 0;
    // An ordinary word: part of a name only together with the next one.
    const bool joined = i + 1 < end && words[i + 1].capital && !words[i + 1].is(Never);
    if (word.is(Title | Role)) return joined;
    return joined && token.pos != Pos::Verb && token.pos != Pos::Adv;
}

} // namespace

std::vector<NameWord> judgeWords(const TokenizedText& text, const Gazetteer& gazetteer) {
    std::vector<NameWord> words(text.tokens.size());
    SeenWords seen;
    for (const Sentence& sentence : text.sentences) {
        const bool freely = isFreelyCapitalized(text, sentence);
        bool opening = true;
        for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            const Token& token = text.tokens[i];
            NameWord& word = words[i];
            if (token.kind == TokenKind::Word) {
                word.facts = gazetteer.facts(token.lower);
                word.capital = startsUpper(text.word(i)) || hasInnerCapital(text.word(i));
                word.caps = isAllCaps(text.word(i));
                word.free = freely || opening;
                Seen& counts = seen[token.lower];
                if (!word.capital)
                    ++counts.lower;
                else if (!word.free)
                    ++counts.capital;
                opening = false;
            } else
                opening = opening ? token.kind != TokenKind::Number
                                  : token.kind == TokenKind::QuoteMark || text.word(i) == ":" ||
                                        text.word(i) == "•";
        }
    }
    for (const Sentence& sentence : text.sentences)
        for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            NameWord& word = words[i];
            if (!word.capital) continue;
            // "May" is a month but for "Theresa May".
            if (word.is(Never) && !(i > sentence.tokens.begin && words[i - 1].nameable &&
                                    words[i - 1].is(Forename) && !words[i - 1].is(Common)))
                continue;
            word.nameable =
                !word.free || isNameWithoutCapital(text, words, seen, i, sentence.tokens.end);
        }
    return words;
}

} // namespace quoth
