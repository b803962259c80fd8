#include "core/time/tense.h"

#include "core/support/word_set.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace quoth {
namespace {

enum class Evidence : std::uint8_t {
    None,
    Past,       // a past form that needs no auxiliary
    Participle, // "-ed": past unless an auxiliary before it says otherwise
    Future,     // "will", "plans to", "scheduled"
    Be,         // "be": the auxiliary before it decides
    Present,    // "is", "has": says nothing alone
    Finite,     // a present form of a full verb
    Perfect,    // "has", "have": past when a participle follows
};

std::unordered_map<std::string_view, Evidence> buildWords() {
    std::unordered_map<std::string_view, Evidence> words;
    for (const std::string_view word :
         {"was",      "were",     "did",       "had",       "said",   "told",   "went",   "came",
          "took",     "made",     "gave",      "got",       "saw",    "met",    "held",   "began",
          "left",     "lost",     "won",       "wrote",     "spoke",  "broke",  "fell",   "rose",
          "grew",     "found",    "brought",   "thought",   "bought", "caught", "taught", "fought",
          "sent",     "spent",    "built",     "paid",      "led",    "fled",   "shot",   "struck",
          "drew",     "flew",     "knew",      "threw",     "drove",  "chose",  "stood",  "kept",
          "slept",    "felt",     "dealt",     "meant",     "heard",  "sold",   "sat",    "ran",
          "swore",    "wore",     "tore",      "sank",      "sang",   "rang",   "swam",   "became",
          "overcame", "withdrew", "undertook", "underwent", "stole",  "froze",  "hit",    "cut",
          "put",      "laid",     "slid",      "dug",       "hung",   "stuck",  "shook",  "forgot",
          "bore",     "arose",    "woke",      "ate",       "bit",    "hid",    "rode",   "ago",
          "been",     "died",     "arrived"})
        words[word] = Evidence::Past;
    for (const std::string_view word :
         {"taken",  "given", "seen",  "gone",  "done",   "written", "broken", "fallen", "shown",
          "born",   "drawn", "flown", "known", "thrown", "driven",  "chosen", "worn",   "stolen",
          "beaten", "begun", "risen", "grown", "sworn",  "sunk",    "frozen", "hidden"})
        words[word] = Evidence::Participle;
    for (const std::string_view word :
         {"will",     "'ll",      "wo",          "shall",    "would",       "scheduled",
          "due",      "expected", "slated",      "planned",  "plans",       "plan",
          "planning", "hopes",    "intends",     "upcoming", "going",       "tomorrow",
          "expects",  "aims",     "anticipated", "deadline", "forthcoming", "poised"})
        words[word] = Evidence::Future;
    words["be"] = Evidence::Be;
    for (const std::string_view word : {"is", "are", "am", "'s", "'re"})
        words[word] = Evidence::Present;
    for (const std::string_view word : {"has", "have", "'ve"})
        words[word] = Evidence::Perfect;
    return words;
}

Evidence evidenceOf(const Token& token) {
    static const auto words = buildWords();
    if (token.kind != TokenKind::Word && token.kind != TokenKind::Clitic) return Evidence::None;
    if (const auto it = words.find(token.lower); it != words.end()) return it->second;
    if (token.tag == FineTag::VBD) return Evidence::Past;
    if (token.tag == FineTag::VBN) return Evidence::Participle;
    if (token.pos == Pos::Verb && (token.tag == FineTag::VBZ || token.tag == FineTag::VBP))
        return token.lemma == "say" || token.lemma == "tell" || token.lemma == "write"
                   ? Evidence::None // of statements gone by as of those to come
                   : Evidence::Finite;
    if (token.tag == FineTag::None && token.lower.size() > 4 && token.lower.ends_with("ed"))
        return Evidence::Participle;
    return Evidence::None;
}

constexpr WordSet modals({"can", "could", "may", "might", "must", "should"});

// "agreed to meet on Monday": what comes after "to" is still ahead.
bool isOfPlans(std::string_view lemma) {
    constexpr WordSet verbs({"agree", "aim", "ask", "decide", "expect", "hope", "intend", "invite",
                             "order", "plan", "pledge", "prepare", "promise", "propose", "threaten",
                             "vote", "vow", "want"});
    return verbs.contains(lemma);
}

// The auxiliaries before a participle or "be" at `at`: what do they make of it?
Direction auxiliaryBefore(const TokenizedText& text, std::uint32_t begin, std::uint32_t at) {
    for (std::uint32_t steps = 0; at > begin && steps < 4; ++steps) {
        const Token& token = text.tokens[--at];
        switch (evidenceOf(token)) {
        case Evidence::Future:
            return Direction::Future;
        case Evidence::Past:
        case Evidence::Perfect:
            return Direction::Past;
        default:
            break;
        }
        if (token.lower == "to") return Direction::Future;
        if (token.lower != "could" && modals.contains(token.lower)) return Direction::Future;
        if (token.kind == TokenKind::Punctuation) break;
    }
    return Direction::Unknown;
}

Direction directionOf(const TokenizedText& text, std::uint32_t begin, std::uint32_t i) {
    const auto before = [&](std::uint32_t distance) {
        return i >= begin + distance ? std::string_view(text.tokens[i - distance].lower)
                                     : std::string_view();
    };
    Evidence evidence = evidenceOf(text.tokens[i]);
    const auto isBe = [&](std::string_view word) {
        return word == "be" || word == "is" || word == "are" || word == "being";
    };
    if (evidence == Evidence::Past && isBe(before(1))) evidence = Evidence::Participle; // "is held"
    switch (evidence) {
    case Evidence::Past:
        return Direction::Past;
    case Evidence::Future:
        return Direction::Future;
    case Evidence::Be:
        return auxiliaryBefore(text, begin, i);
    case Evidence::Participle:
        if (before(1) == "be") return auxiliaryBefore(text, begin, i - 1);
        // "is heard in May", "are held on Sunday"
        if (before(1) == "is" || before(1) == "are") return Direction::Present;
        if (before(1) == "being") return Direction::Unknown;
        return Direction::Past;
    case Evidence::Finite:
        return Direction::Present;
    case Evidence::Perfect:
    case Evidence::Present:
        break;
    case Evidence::None: {
        // "is to leave on Monday", "set to open in June", "set for Washington in April"
        const std::string_view word = text.tokens[i].lower;
        if (word == "to" &&
            (before(1) == "is" || before(1) == "are" || before(1) == "set" || before(1) == "about"))
            return Direction::Future;
        if (word == "for" && before(1) == "set") return Direction::Future;
        if (text.tokens[i].tag == FineTag::VB && before(1) == "to" && i >= begin + 2 &&
            isOfPlans(text.tokens[i - 2].lemma))
            return Direction::Future;
        break;
    }
    }
    return Direction::Unknown;
}

bool endsClause(const Token& token) {
    constexpr std::array<std::string_view, 9> openers = {
        "that", "which", "who", "when", "where", "while", "because", "although", "but"};
    if (token.kind == TokenKind::QuoteMark) return true;
    if (token.kind == TokenKind::Punctuation)
        return token.lower == "," || token.lower == ";" || token.lower == ":" ||
               token.lower == "\u2014" || token.lower == "\u2013";
    return std::find(openers.begin(), openers.end(), token.lower) != openers.end();
}

// "could return in June", but "could have returned", "could not be found"
bool hasModal(const TokenizedText& text, IndexRange clause) {
    for (std::uint32_t i = clause.begin; i + 1 < clause.end; ++i)
        if (text.tokens[i].pos == Pos::Aux && modals.contains(text.tokens[i].lower))
            return text.tokens[i + 1].pos == Pos::Verb;
    return false;
}

} // namespace

Direction directionAt(const TokenizedText& text, std::uint32_t token) {
    if (token >= text.tokens.size()) return Direction::Unknown;
    const IndexRange sentence = text.sentences[text.sentenceOf(token)].tokens;
    const auto at = [&](std::uint32_t i) { return directionOf(text, sentence.begin, i); };
    const auto leftwards = [&](std::uint32_t from, std::uint32_t until) {
        Direction direction = Direction::Unknown;
        for (std::uint32_t i = from; i > until && direction == Direction::Unknown; --i)
            direction = at(i - 1);
        return direction;
    };
    const auto rightwards = [&](std::uint32_t from, std::uint32_t until) {
        Direction direction = Direction::Unknown;
        for (std::uint32_t i = from; i < until && direction == Direction::Unknown; ++i)
            direction = at(i);
        return direction;
    };
    IndexRange clause{token, token + 1};
    while (clause.begin > sentence.begin && !endsClause(text.tokens[clause.begin - 1]))
        --clause.begin;
    while (clause.end < sentence.end && !endsClause(text.tokens[clause.end]))
        ++clause.end;
    Direction direction = leftwards(token, clause.begin);
    if (direction == Direction::Unknown) direction = rightwards(clause.begin, clause.end);
    if (direction == Direction::Unknown && hasModal(text, clause)) direction = Direction::Future;
    if (direction == Direction::Unknown) direction = leftwards(clause.begin, sentence.begin);
    if (direction == Direction::Unknown) direction = rightwards(clause.end, sentence.end);
    return direction;
}

} // namespace quoth
