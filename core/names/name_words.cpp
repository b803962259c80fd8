#include "core/names/name_words.h"

#include "core/names/context_words.h"
#include "core/support/unicode.h"
#include "core/tagging/capitals.h"

#include <algorithm>
#include <string>
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
constexpr std::uint32_t longestEntry = 6; // tokens

// "al-Assad", "el-Sisi", "eBay", "iPhone": a small beginning, a capital within the first letters.
bool hasInnerCapital(std::string_view word) {
    for (std::size_t i = 1; i < word.size() && i < 4; ++i)
        if (isUpper(codePointAt(word, i).value)) return isLower(codePointAt(word, 0).value);
    return false;
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::uint32_t factsOf(const Gazetteer& gazetteer, std::string_view lower) {
    const std::uint32_t facts = gazetteer.facts(lower);
    if (facts != 0 || lower.size() <= 4) return facts;
    if (lower.back() == 's') // "Colombians", "Shipments"
        return gazetteer.facts(lower.substr(0, lower.size() - 1)) & (Demonym | Common);
    for (const std::string_view ending : {"tion", "ment", "ness", "ism", "ology", "ability"})
        if (lower.size() > ending.size() + 3 && lower.ends_with(ending)) return Common;
    return facts;
}

// "London-based", "China-Iran", "anti-American": finds the names within a compound.
void splitCompound(const TokenizedText& text, const Gazetteer& gazetteer, std::uint32_t i,
                   NameWord& word) {
    const std::string_view whole = text.word(i);
    const std::size_t hyphen = word.lower.find('-');
    // Offsets are the same in both as long as lower case changed no length.
    if (hyphen == std::string_view::npos || whole.size() != word.lower.size() || word.is(~Common))
        return;
    const std::string_view head = word.lower.substr(0, hyphen),
                           tail = word.lower.substr(hyphen + 1);
    std::uint32_t headFacts = factsOf(gazetteer, head);
    const std::uint32_t tailFacts = factsOf(gazetteer, tail);
    if (i > 0) // "Saudi Arabia-Iran"
        headFacts |=
            gazetteer.facts(text.tokens[i - 1].lower + " " + std::string(head)) & PlaceName;
    const bool headCapital = startsUpper(whole),
               tailCapital = startsUpper(whole.substr(hyphen + 1));
    constexpr std::uint32_t sure = Country | KnownPlace | Demonym | KnownOrg;
    const auto keepTail = [&] {
        word.span.begin += static_cast<std::uint32_t>(hyphen + 1);
        word.lower = tail;
        word.facts = tailFacts;
    };
    const auto keepHead = [&] {
        word.span.end = word.span.begin + static_cast<std::uint32_t>(hyphen);
        word.lower = head;
        word.facts = headFacts;
        word.cut = true;
    };
    if (!headCapital && tailCapital &&
        isOneOf(head, {"anti", "pro", "non", "ex", "intra", "inter", "post", "pre", "mid", "sub",
                       "trans", "then", "neo", "self", "all", "half", "un"})) {
        keepTail();
    } else if (headCapital && tailCapital && (headFacts & sure) && (tailFacts & sure)) {
        if (headFacts & tailFacts & Demonym) {
            word.facts = Demonym; // "Afro-Colombian" is one people
            return;
        }
        word.second = {word.span.begin + static_cast<std::uint32_t>(hyphen + 1), word.span.end};
        word.secondFacts = tailFacts;
        keepHead();
    } else if (headCapital && !tailCapital && tail.size() > 2 &&
               ((headFacts & sure) || (tail.ends_with("ed") && tail.size() > 4) ||
                isOneOf(tail, {"led",      "born",  "run",   "made",    "held",     "style",
                               "era",      "wide",  "only",  "like",    "speaking", "friendly",
                               "majority", "style", "bound", "area",    "type",     "funded",
                               "driven",   "bred",  "built", "related", "linked",   "inspired",
                               "themed",   "free",  "level"}))) {
        keepHead();
    }
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

// A word that the lexicon lacks but whose ending or stem is of an ordinary one: "Shipments".
bool looksOrdinary(const Gazetteer& gazetteer, const NameWord& word, bool joined) {
    if (joined || word.caps || word.is(Forename | SurnameFirst | PlaceName | UnsurePlace))
        return false;
    for (const std::string_view ending : {"ing", "ed", "ly"})
        if (word.lower.size() > ending.size() + 2 && word.lower.ends_with(ending)) return true;
    if (const std::size_t hyphen = word.lower.rfind('-'); hyphen != std::string_view::npos)
        return gazetteer.facts(word.lower.substr(hyphen + 1)) & Common;
    return false;
}

// A capital at a sentence's start or in a headline: a name only if something else says so.
bool isNameWithoutCapital(const TokenizedText& text, const Gazetteer& gazetteer,
                          const std::vector<NameWord>& words, const SeenWords& seen,
                          std::uint32_t i, std::uint32_t end) {
    const Token& token = text.tokens[i];
    const NameWord& word = words[i];
    const auto found = seen.find(word.lower);
    const Seen counts = found == seen.end() ? Seen{} : found->second;
    if (word.is(knownName)) return !(isClosedClass(token.pos) && !word.caps);
    if (isClosedClass(token.pos) && word.is(Common)) return false;
    const bool joined = i + 1 < end && words[i + 1].capital && !words[i + 1].is(Never);
    if (counts.capital > 0 && counts.capital >= counts.lower) return true;
    if (!word.is(Common)) return counts.lower == 0 && !looksOrdinary(gazetteer, word, joined);
    // "Park said": a name for what it does.
    const bool says = i + 1 < end && isSayingLemma(text.tokens[i + 1].lemma);
    if (says && word.is(Forename | SurnameFirst)) return true;
    // An ordinary word: part of a name only together with the next one.
    if (word.is(Title | Role)) return joined;
    if (word.headline) return counts.capital > 0;
    return joined && token.pos != Pos::Verb && token.pos != Pos::Adv;
}

// Months and abbreviations may be names all the same: "Theresa May", "IT Department", "Sudan TV".
bool isNameAfterAll(const TokenizedText& text, const std::vector<NameWord>& words, std::uint32_t i,
                    const Sentence& sentence) {
    const NameWord& word = words[i];
    const bool hasBefore = i > sentence.tokens.begin && words[i - 1].nameable;
    if (hasBefore && words[i - 1].is(Forename) && !words[i - 1].is(Common)) return true;
    // "Liu He"
    if (hasBefore && words[i - 1].is(SurnameFirst) && !word.free && word.lower.size() <= 4)
        return true;
    const bool abbreviation = word.caps && text.tokens[i].span.size() <= 3 && !word.free;
    const bool hasAfter =
        i + 1 < sentence.tokens.end && words[i + 1].capital && words[i + 1].is(OrgHead);
    return abbreviation && (hasAfter || (hasBefore && word.lower == "tv"));
}

// All words in capitals.
bool isShouted(const TokenizedText& text, const Sentence& sentence) {
    int words = 0, caps = 0;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        if (text.tokens[i].kind != TokenKind::Word || text.tokens[i].span.size() < 3) continue;
        ++words;
        caps += isAllCaps(text.word(i)) ? 1 : 0;
    }
    return words >= 3 && 4 * caps >= 3 * words;
}

} // namespace

std::vector<NameWord> judgeWords(const TokenizedText& text, const Gazetteer& gazetteer) {
    std::vector<NameWord> words(text.tokens.size());
    SeenWords seen;
    for (const Sentence& sentence : text.sentences) {
        const bool shouted = isShouted(text, sentence);
        const BlockKind block = text.blocks[sentence.block].kind;
        const bool freely =
            shouted || ((block == BlockKind::Headline || block == BlockKind::Standfirst) &&
                        isFreelyCapitalized(text, sentence));
        bool opening = true;
        for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            const Token& token = text.tokens[i];
            NameWord& word = words[i];
            word.span = token.span;
            word.lower = token.lower;
            if (token.kind == TokenKind::Word) {
                word.facts = factsOf(gazetteer, token.lower);
                splitCompound(text, gazetteer, i, word);
                const std::string_view part = text.slice(word.span);
                word.capital = startsUpper(part) || hasInnerCapital(part);
                word.caps = !shouted && isAllCaps(part);
                word.free = freely || opening;
                word.headline = freely;
                Seen& counts = seen[word.lower];
                if (!word.capital)
                    ++counts.lower;
                else if (!word.free)
                    ++counts.capital;
                opening = false;
            } else
                opening = opening ? token.kind != TokenKind::Number
                                  : token.kind == TokenKind::QuoteMark || token.lower == ":" ||
                                        token.lower == "•";
        }
    }
    for (const Sentence& sentence : text.sentences)
        for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            NameWord& word = words[i];
            if (!word.capital) continue;
            if (word.is(Never) && !isNameAfterAll(text, words, i, sentence)) continue;
            word.nameable = !word.free || isNameWithoutCapital(text, gazetteer, words, seen, i,
                                                               sentence.tokens.end);
        }
    return words;
}

NamePhrase longestPhrase(const Gazetteer& gazetteer, const std::vector<NameWord>& words,
                         std::uint32_t begin, std::uint32_t end) {
    if (!words[begin].is(PhraseBegins)) return {};
    end = std::min(end, begin + longestEntry);
    // Words are what spaces part: "Xi'an" is one, "St. Louis" two.
    std::string key(words[begin].lower);
    NamePhrase best;
    for (std::uint32_t i = begin + 1; i < end; ++i) {
        if (words[i].span.begin != words[i - 1].span.end) key += ' ';
        key += words[i].lower;
        const std::uint32_t facts = gazetteer.facts(key) & ~PhraseBegins;
        if (facts) best = {i + 1 - begin, facts};
    }
    return best;
}

} // namespace quoth
