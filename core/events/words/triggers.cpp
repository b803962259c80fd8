#include "core/events/words/triggers.h"

#include "core/events/event_limits.h"
#include "core/support/unicode.h"
#include "core/syntax/word_classes.h"
#include "core/word_sets/events.h"

#include <algorithm>

namespace quoth {
namespace {

// "United" Nations: a capital within a sentence of running text.
bool isPartOfName(const TokenizedText& text, std::uint32_t i) {
    if (text.tokens[i].pos != Pos::Verb || !startsUpper(text.word(i))) return false;
    const Sentence& sentence = text.sentences[text.sentenceOf(i)];
    return i > sentence.tokens.begin && text.blocks[sentence.block].kind == BlockKind::Paragraph &&
           text.tokens[i - 1].kind != TokenKind::QuoteMark && text.tokens[i - 1].lower != ":";
}

TriggerKind nounKind(const TokenizedText& text, const EventLexicon& lexicon, std::uint32_t i) {
    const Token& token = text.tokens[i];
    if (!isNoun(token)) return TriggerKind::None;
    // A proper noun is the event only as the head of its name: "the Rugby World Cup".
    std::string lower;
    std::string_view lemma = token.lemma;
    if (token.pos == Pos::Propn) {
        lower = token.lower;
        lemma = lower;
    }
    const bool modifies = i + 1 < text.tokens.size() && isNoun(text.tokens[i + 1]) &&
                          text.blockOf(i) == text.blockOf(i + 1);
    switch (lexicon.noun(lemma)) {
    case NounEvent::Sure: // "strike action", "Peace Talks Committee"
        return modifies ? TriggerKind::IfModified : TriggerKind::Noun;
    case NounEvent::Maybe:
        return modifies ? TriggerKind::IfModified : TriggerKind::MaybeNoun;
    case NounEvent::None:
        return TriggerKind::None;
    }
    return TriggerKind::None;
}

} // namespace

std::vector<TriggerKind> findTriggers(const TokenizedText& text, const EventLexicon& lexicon,
                                      const std::vector<Quote>& quotes) {
    std::vector<TriggerKind> kinds(text.tokens.size(), TriggerKind::None);
    for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
        const Token& token = text.tokens[i];
        if (token.pos == Pos::Aux && token.lemma == "be")
            kinds[i] = TriggerKind::Stative;
        else if (words::prepositionalVerbs.contains(token.lower) &&
                 (i == 0 || text.tokens[i - 1].pos != Pos::Aux)) // "was starting"
            kinds[i] = TriggerKind::None;
        else if (isPartOfName(text, i))
            kinds[i] = TriggerKind::None;
        else if (token.pos == Pos::Verb)
            kinds[i] = lexicon.isStative(token.lemma) ? TriggerKind::Stative : TriggerKind::Verb;
        else
            kinds[i] = nounKind(text, lexicon, i);
    }
    // The auxiliary of a verb group governs nothing of its own: "was", before "arrested".
    for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
        if (text.tokens[i].pos != Pos::Aux) continue;
        for (std::uint32_t k = i + 1; k < text.tokens.size() && k < i + 4; ++k) {
            const Pos pos = text.tokens[k].pos;
            if (pos == Pos::Verb || pos == Pos::Aux) kinds[i] = TriggerKind::None;
            if (pos != Pos::Adv && pos != Pos::Part) break;
        }
    }
    for (const Quote& quote : quotes) {
        if (isDoubtful(quote)) continue; // a guess hides no event
        for (const Span& cue : quote.cue) {
            const IndexRange range = text.tokensIn(cue);
            for (std::uint32_t i = range.begin; i < range.end; ++i)
                if (!words::actsOfSpeech.contains(text.tokens[i].lemma))
                    kinds[i] = TriggerKind::Cue;
        }
    }
    return kinds;
}

std::optional<std::uint32_t> eventNounIn(IndexRange phrase, std::uint32_t head,
                                         const std::vector<TriggerKind>& kinds) {
    const auto isEvent = [&](std::uint32_t i) {
        return kinds[i] == TriggerKind::Noun || kinds[i] == TriggerKind::MaybeNoun;
    };
    if (isEvent(head)) return head;
    const std::uint32_t end = std::min(phrase.end, phrase.begin + event_limits::longestPhrase);
    for (std::uint32_t i = phrase.begin; i < end; ++i)
        if (isEvent(i)) return i;
    return std::nullopt;
}

std::uint32_t carriedNoun(const TokenizedText& text, const EventLexicon& lexicon,
                          const std::vector<TriggerKind>& kinds, std::uint32_t verb) {
    if (!lexicon.isLight(text.tokens[verb].lemma)) return verb;
    const std::uint32_t end = std::min(text.sentences[text.sentenceOf(verb)].tokens.end,
                                       verb + event_limits::longestPhrase);
    const bool takePart = text.tokens[verb].lemma == "take";
    for (std::uint32_t i = verb + 1; i < end; ++i) {
        const Token& token = text.tokens[i];
        if (kinds[i] == TriggerKind::Noun || kinds[i] == TriggerKind::MaybeNoun) return i;
        if (takePart && (token.lower == "part" || token.lower == "in")) continue;
        switch (token.pos) {
        case Pos::Det:
        case Pos::Adj:
        case Pos::Num:
        case Pos::Noun:
        case Pos::Propn:
        case Pos::Adv:
        case Pos::Pron:
            continue;
        default:
            break;
        }
        if (token.kind == TokenKind::Clitic || token.lower == "out" || token.lower == "-") continue;
        break;
    }
    return verb;
}

} // namespace quoth
