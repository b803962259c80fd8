#include "core/time/tense.h"

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
          "been",     "since",    "died",      "arrived"})
        words[word] = Evidence::Past;
    for (const std::string_view word :
         {"taken",  "given", "seen",  "gone",  "done",   "written", "broken", "fallen", "shown",
          "born",   "drawn", "flown", "known", "thrown", "driven",  "chosen", "worn",   "stolen",
          "beaten", "begun", "risen", "grown", "sworn",  "sunk",    "frozen", "hidden"})
        words[word] = Evidence::Participle;
    for (const std::string_view word :
         {"will",     "'ll",      "wo",          "shall",    "would",   "scheduled", "due",
          "expected", "slated",   "planned",     "plans",    "plan",    "planning",  "hopes",
          "intends",  "upcoming", "going",       "tomorrow", "expects", "aims",      "anticipated",
          "ahead",    "deadline", "forthcoming", "poised"})
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
    if (token.tag == FineTag::None && token.lower.size() > 4 && token.lower.ends_with("ed"))
        return Evidence::Participle;
    return Evidence::None;
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
        if (token.lower == "can" || token.lower == "may" || token.lower == "could" ||
            token.lower == "should" || token.lower == "must" || token.lower == "might")
            return Direction::Future;
        if (token.kind == TokenKind::Punctuation) break;
    }
    return Direction::Unknown;
}

} // namespace

Direction directionAt(const TokenizedText& text, std::uint32_t token) {
    if (token >= text.tokens.size()) return Direction::Unknown;
    const IndexRange sentence = text.sentences[text.sentenceOf(token)].tokens;
    const auto at = [&](std::uint32_t i) -> Direction {
        switch (evidenceOf(text.tokens[i])) {
        case Evidence::Past:
            return Direction::Past;
        case Evidence::Future:
            return Direction::Future;
        case Evidence::Be:
            return auxiliaryBefore(text, sentence.begin, i);
        case Evidence::Participle: {
            const bool passive = i > sentence.begin && text.tokens[i - 1].lower == "be";
            return passive ? auxiliaryBefore(text, sentence.begin, i - 1) : Direction::Past;
        }
        case Evidence::Perfect:
        case Evidence::Present:
        case Evidence::None:
            return Direction::Unknown;
        }
        return Direction::Unknown;
    };
    for (std::uint32_t i = token; i > sentence.begin; --i) {
        const Direction direction = at(i - 1);
        if (direction != Direction::Unknown) return direction;
        // "is to leave on Monday", "set to open in June"
        if (text.tokens[i - 1].lower == "to" && i - 1 > sentence.begin) {
            const std::string& before = text.tokens[i - 2].lower;
            if (before == "is" || before == "are" || before == "set" || before == "about")
                return Direction::Future;
        }
    }
    for (std::uint32_t i = token + 1; i < sentence.end; ++i)
        if (const Direction direction = at(i); direction != Direction::Unknown) return direction;
    return Direction::Unknown;
}

} // namespace quoth
