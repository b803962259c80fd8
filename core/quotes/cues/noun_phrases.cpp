#include "core/quotes/cues/noun_phrases.h"

#include "core/word_sets/quotes.h"

#include <algorithm>

namespace quoth {
namespace {

constexpr std::uint32_t widestParenthesis = 30; // items
constexpr std::uint32_t widestBracket = 12;
constexpr std::uint32_t longestAddressee = 10;
constexpr std::uint32_t longestAdverbial = 14;

bool isPersonalPronoun(std::string_view word) {
    return words::speakingPronouns.contains(word);
}

// Words that look like a noun phrase and are no subject that speaks.
bool isNoSubject(std::string_view word) {
    return words::silentSubjects.contains(word);
}

bool isParticiple(const Token* t) {
    return t && (t->tag == FineTag::VBN || t->tag == FineTag::VBG);
}

// The end without a trailing time: "Mr Lavrov [on Tuesday]".
std::uint32_t trimTimes(const ClauseReader& s, std::uint32_t begin, std::uint32_t end) {
    std::uint32_t e = end;
    bool time = false;
    const auto belongs = [&](std::uint32_t i) {
        return s.isTimeWord(i) || (time && (s.is(i, "this") || s.isNumber(i)));
    };
    while (e > begin && belongs(e - 1)) {
        time = true;
        --e;
    }
    if (!time) return end;
    if (e > begin && (s.is(e - 1, "on") || s.is(e - 1, "in") || s.is(e - 1, "at"))) --e;
    return e > begin ? e : end;
}

struct Core {
    std::uint32_t end = 0;           // of the core noun phrase
    std::uint32_t appositionEnd = 0; // where the apposition after it ends; 0: there is none
};

// Steps back over what stands between a subject and its verb: adverbs, brackets, and what commas or
// dashes set off ("Ann Lee, a farmer, [who was there,] also"). nullopt where it is no parenthesis.
std::optional<Core> coreBefore(const ClauseReader& s, std::uint32_t end, std::uint32_t begin) {
    Core core{end, 0};
    while (core.end > begin) {
        const std::uint32_t p = core.end - 1;
        // "the man at the back said": an adverb after a determiner is a noun.
        const Token* before = p > begin ? s.token(p - 1) : nullptr;
        const bool heads = before && (before->pos == Pos::Det || before->pos == Pos::Adp);
        if (s.isAdverb(p) && !heads) {
            core.end = p;
            continue;
        }
        const bool bracket = s.is(p, ")");
        if (!bracket && !s.isComma(p) && !s.isDash(p)) break;
        std::uint32_t open = p;
        const auto opens = [&](std::uint32_t i) {
            return bracket ? s.is(i, "(") : s.isComma(p) ? s.isComma(i) : s.isDash(i);
        };
        do {
            if (open == begin || p - open >= widestParenthesis) return std::nullopt;
            --open;
        } while (!opens(open));
        const IndexRange inside{open + 1, p};
        if (inside.empty() || (open == begin && !bracket)) return std::nullopt;
        if (bracket) {
            if (core.appositionEnd == 0) core.appositionEnd = core.end;
            core.end = open;
            continue;
        }
        const Token* first = s.token(inside.begin);
        const bool apposition = s.startsPhrase(inside.begin) && !s.isTimeWord(inside.begin) &&
                                !isPersonalPronoun(s.lower(inside.begin)) &&
                                !s.hasFiniteVerb(inside);
        const bool modifier = first && (s.isClauseOpener(inside.begin) || first->pos == Pos::Adp ||
                                        first->pos == Pos::Adv || first->pos == Pos::Sconj ||
                                        s.isTimeWord(inside.begin) || isParticiple(first));
        if (!apposition && !modifier) return std::nullopt;
        if (!apposition)
            core.appositionEnd = 0;
        else if (core.appositionEnd == 0)
            core.appositionEnd = p;
        core.end = open;
    }
    return core;
}

// Where the noun phrase that ends at `end` starts.
std::uint32_t phraseStart(const ClauseReader& s, std::uint32_t end, std::uint32_t begin) {
    std::uint32_t start = end;
    std::optional<std::uint32_t> conjunction; // the leftmost "and" crossed
    while (start > begin) {
        const std::uint32_t p = start - 1;
        const Token* t = s.token(p);
        if (!t) break;
        const bool afterNominal = p > begin && s.isNominal(p - 1);
        if (s.isNominal(p) || (start == end && s.isAdverb(p))) {
            if (t->pos == Pos::Pron && isPersonalPronoun(t->lower)) return start == end ? p : start;
            start = p;
            continue;
        }
        if (start == end) break; // the phrase must end in a nominal
        const bool preposition =
            s.isPhrasePreposition(p) && (p == begin || afterNominal || t->lower != "to");
        const bool joins = (t->lower == "and" || t->lower == "or") && afterNominal;
        const bool lists = t->lower == "," && conjunction && afterNominal;
        const bool modifies =
            isParticiple(t) &&
            (afterNominal || ((p == begin || s.isPunctuation(p - 1)) && s.isNominal(start)));
        if (joins) conjunction = p;
        if (!preposition && !joins && !lists && !modifies) {
            // "He left home and officials said": the clause before ends at the conjunction.
            const bool verb = s.isVerb(p) || t->pos == Pos::Aux;
            return verb && conjunction ? *conjunction + 1 : start;
        }
        start = p;
    }
    return start;
}

// Past a fronted adverbial: "[On Tuesday] Mr Lavrov", "[In Washington] officials". Gives `end`
// where nothing else is left.
std::uint32_t pastFrontedAdverbial(const ClauseReader& s, std::uint32_t start, std::uint32_t end) {
    const auto opensPhrase = [&](std::uint32_t i) {
        const Token* t = s.token(i);
        const Token* before = s.token(i - 1);
        const bool linked = before->pos == Pos::Adp || before->tag == FineTag::POS ||
                            before->pos == Pos::Cconj || before->pos == Pos::Det ||
                            before->pos == Pos::Adj;
        const auto& name = s.item(i).name;
        const bool newName = name && name != s.item(i - 1).name;
        return !linked &&
               (t->pos == Pos::Det || t->pos == Pos::Pron || newName || s.isTimeWord(i - 1));
    };
    while (start < end) {
        const Token* t = s.token(start);
        if (t->pos == Pos::Cconj || t->kind == TokenKind::Punctuation || s.isAdverb(start)) {
            ++start;
            continue;
        }
        if (t->pos != Pos::Adp) break;
        std::uint32_t next = start + 2;
        while (next < end && !opensPhrase(next))
            ++next;
        // "In March 2022 Iceland": the year belongs to the adverbial.
        while (next + 1 < end && (s.isTimeWord(next) || s.isNumber(next)) && !s.item(next).name)
            ++next;
        start = std::min(next, end);
    }
    return start;
}

// One past the closing bracket; nullopt where it is far.
std::optional<std::uint32_t> pastBracket(const ClauseReader& s, std::uint32_t open) {
    for (std::uint32_t i = open; i < s.size() && i - open < widestBracket; ++i)
        if (s.is(i, ")")) return i + 1;
    return std::nullopt;
}

// The end of the apposition after the comma at `comma`: "Ann Lee[, a farmer in the north]"; of one
// with a relative clause only what stands before it. nullopt where none follows.
std::optional<std::uint32_t> appositionEnd(const ClauseReader& s, std::uint32_t comma) {
    const std::uint32_t begin = comma + 1;
    if (!s.startsPhrase(begin) || s.isTimeWord(begin) || isPersonalPronoun(s.lower(begin)))
        return std::nullopt;
    std::uint32_t end = begin;
    while (end < s.size() && end - comma < widestParenthesis && !s.isComma(end) &&
           !s.isFinalMark(end) && !s.isStretch(end) && !s.is(end, ";") && !s.is(end, ":") &&
           !s.isDash(end) && !s.isClauseOpener(end))
        ++end;
    if (end == begin || s.hasFiniteVerb({begin, end})) return std::nullopt;
    return trimTimes(s, begin, end);
}

// May the phrase go on over this preposition? "director AT X", "minister FOR Y"; but after a name
// only over "of" and "for", and not into "by X" or "in a statement".
bool continuesOver(const ClauseReader& s, std::uint32_t preposition) {
    if (!s.isPhrasePreposition(preposition) || !s.isNominal(preposition + 1) ||
        s.isTimeWord(preposition + 1))
        return false;
    const bool close = s.is(preposition, "of") || s.is(preposition, "for");
    if (!close && s.item(preposition - 1).name) return false;
    return !s.is(preposition, "by") && !(s.is(preposition, "in") && s.is(preposition + 1, "a"));
}

// One past the conjunct after "and" at `i`; nullopt where a clause of its own begins there.
std::optional<std::uint32_t> conjunctEnd(const ClauseReader& s, std::uint32_t i) {
    if ((!s.is(i, "and") && !s.is(i, "&")) || !s.isNominal(i + 1)) return std::nullopt;
    std::uint32_t end = i + 1;
    while (end < s.size() && s.isNominal(end))
        ++end;
    if (s.isFiniteVerb(end)) return std::nullopt;
    return end;
}

// One past "on Monday", "in a statement", "to reporters", "at a news conference in Nairobi";
// nullopt for other prepositional phrases.
std::optional<std::uint32_t> lightPhraseEnd(const ClauseReader& s, std::uint32_t preposition) {
    std::uint32_t i = preposition + 1;
    bool light = false;
    while (i < s.size() && i - preposition < longestAdverbial) {
        const std::string_view w = s.lower(i);
        light = light || s.isTimeWord(i) || s.isNumber(i) || words::mediumNouns.contains(w) ||
                words::audienceNouns.contains(w);
        const bool goesOn = light && s.isPhrasePreposition(i) && s.isNominal(i + 1);
        if (!s.isNominal(i) && !goesOn) break;
        ++i;
    }
    if (i == preposition + 1 || !light) return std::nullopt;
    return i;
}

} // namespace

std::optional<IndexRange> subjectBefore(const ClauseReader& s, std::uint32_t end,
                                        std::uint32_t begin) {
    auto core = coreBefore(s, end, begin);
    if (!core) return std::nullopt;
    core->end = trimTimes(s, begin, core->end);
    const std::uint32_t start =
        pastFrontedAdverbial(s, phraseStart(s, core->end, begin), core->end);
    for (std::uint32_t i = start; i < core->end; ++i) {
        const bool noun = s.isNominal(i) && s.token(i)->tag != FineTag::POS &&
                          (s.token(i)->pos != Pos::Adj || s.item(i).name);
        if (isNoSubject(s.lower(i))) return std::nullopt;
        if (noun) return IndexRange{start, std::max(core->end, core->appositionEnd)};
    }
    return std::nullopt;
}

std::optional<IndexRange> phraseAt(const ClauseReader& s, std::uint32_t begin) {
    if (!s.startsPhrase(begin)) return std::nullopt;
    std::uint32_t end = begin;
    bool apposition = false;
    while (end < s.size() && !s.isStretch(end)) {
        const Token* t = s.token(end);
        if (s.isTimeWord(end) && end > begin && !s.item(end).name) break;
        const bool pronoun = t->pos == Pos::Pron && isPersonalPronoun(t->lower);
        if (s.isNominal(end) && !(pronoun && end > begin)) {
            ++end;
            if (pronoun) break;
            continue;
        }
        if (end == begin || end + 1 >= s.size()) break;
        const bool modifier = isParticiple(t) && s.isNominal(end + 1) && s.token(end - 1) &&
                              s.token(end - 1)->pos == Pos::Det; // "an elated X"
        if (continuesOver(s, end) || modifier) {
            ++end;
            continue;
        }
        std::optional<std::uint32_t> next;
        if (t->lower == "(")
            next = pastBracket(s, end);
        else if (t->lower == "," && !apposition) {
            next = appositionEnd(s, end);
            apposition = true;
        } else
            next = conjunctEnd(s, end);
        if (!next) break;
        end = *next;
    }
    const auto dangles = [&](std::uint32_t i) {
        const Token* t = s.token(i);
        return !s.is(i, ")") &&
               (s.isPunctuation(i) || (t && (t->pos == Pos::Adp || t->pos == Pos::Cconj)));
    };
    while (end > begin + 1 && dangles(end - 1))
        --end;
    return IndexRange{begin, end};
}

std::optional<IndexRange> addresseeAt(const ClauseReader& s, std::uint32_t begin) {
    const Token* first = s.token(begin);
    if (!first) return std::nullopt;
    if (first->pos == Pos::Pron && first->tag != FineTag::PRPS && !s.isClauseOpener(begin))
        return IndexRange{begin, begin + 1};
    if (!s.startsPhrase(begin)) return std::nullopt;
    std::uint32_t end = begin;
    std::optional<std::uint32_t> name;
    while (s.isNominal(end) && end - begin < longestAddressee) {
        if (name && s.item(end).name != name) break; // a second name opens the clause that is told
        name = s.item(end).name;
        const Token* t = s.token(end);
        const bool opens = end > begin && (t->pos == Pos::Det || t->pos == Pos::Pron) &&
                           s.token(end - 1)->pos == Pos::Noun;
        if (opens && !name) break;
        ++end;
        const bool plural = t->pos == Pos::Noun && t->tag == FineTag::NNS;
        if (plural && end < s.size() && (s.item(end).name || s.isStretch(end)))
            break; // "told reporters Mr X had"
    }
    // "the head of the council", "ministers from both sides"
    const auto goesOn = [&](std::uint32_t i) {
        return (s.is(i, "of") || s.is(i, "from") || s.is(i, "and") || s.is(i, "for")) &&
               s.isNominal(i + 1);
    };
    while (end > begin && goesOn(end)) {
        ++end;
        while (s.isNominal(end))
            ++end;
    }
    end = trimTimes(s, begin, end);
    if (end == begin) return std::nullopt;
    return IndexRange{begin, end};
}

std::uint32_t skipAdverbials(const ClauseReader& s, std::uint32_t i) {
    while (i < s.size()) {
        if (s.isAdverb(i) && !s.isFinalMark(i + 1)) {
            ++i;
            continue;
        }
        const bool comma = s.isComma(i);
        const std::uint32_t at = comma ? i + 1 : i;
        const Token* t = s.token(at);
        if (!t || s.isClauseOpener(at)) return i;
        std::uint32_t next = at;
        if (t->pos == Pos::Adp && t->lower != "of")
            next = lightPhraseEnd(s, at).value_or(at);
        else if (s.isTimeWord(at) || (t->lower == "this" && s.isTimeWord(at + 1)))
            while (s.isTimeWord(next) || s.is(next, "this") || s.isNumber(next))
                ++next;
        else if (comma && s.isAdverb(at) && s.isComma(at + 1))
            next = at + 1;
        if (next == at) return i;
        // A comma that sets the adverbial off closes after it, except before a quote.
        i = comma && s.isComma(next) && !s.isStretch(next + 1) ? next + 1 : next;
    }
    return i;
}

} // namespace quoth
