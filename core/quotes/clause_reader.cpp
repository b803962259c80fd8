#include "core/quotes/clause_reader.h"

#include "core/support/word_set.h"

#include <algorithm>

namespace quoth {
namespace {

constexpr WordSet clauseOpeners({"how", "if", "that", "what", "whatever", "when", "where",
                                 "whether", "which", "who", "whom", "whose", "why", "wot"});

constexpr WordSet
    timeWords({"afternoon", "april",     "august",   "century", "day",      "days",      "december",
               "earlier",   "evening",   "february", "fri",     "friday",   "hour",      "hours",
               "january",   "july",      "june",     "last",    "later",    "march",     "may",
               "minutes",   "mon",       "monday",   "month",   "months",   "morning",   "mornings",
               "next",      "night",     "november", "now",     "october",  "sat",       "saturday",
               "sept",      "september", "sun",      "sunday",  "thu",      "thursday",  "today",
               "tomorrow",  "tonight",   "tue",      "tuesday", "wed",      "wednesday", "week",
               "weekend",   "weeks",     "year",     "years",   "yesterday"});

// Nouns of the medium or the occasion in "in a statement", "at a press conference", "on Twitter".
constexpr WordSet mediumNouns({"address",   "appearance", "article",   "blog",       "briefing",
                               "broadcast", "call",       "column",    "comments",   "conference",
                               "email",     "event",      "facebook",  "filing",     "hearing",
                               "instagram", "interview",  "letter",    "meeting",    "memo",
                               "message",   "note",       "op-ed",     "parliament", "podcast",
                               "post",      "press",      "release",   "remarks",    "report",
                               "response",  "speech",     "statement", "telegram",   "television",
                               "tweet",     "tv",         "twitter",   "video",      "visit"});

constexpr WordSet audienceNouns({"audience", "cnn", "crowd", "journalists", "lawmakers", "media",
                                 "news", "parliament", "press", "reporters", "supporters", "us"});

constexpr WordSet innerPrepositions({"against", "at", "between", "by", "for", "from", "in", "of",
                                     "on", "to", "with"});

// Prepositions after which a fronted adverbial, not a subject, begins.
constexpr std::uint32_t widestParenthesis = 30;

bool isPersonalPronoun(std::string_view word) {
    constexpr WordSet words({"anyone", "everyone", "he", "i", "it", "one", "she", "someone", "they",
                             "we", "who", "you"});
    return words.contains(word);
}

} // namespace

std::string_view ClauseReader::lower(std::uint32_t i) const {
    const Token* t = token(i);
    return t ? std::string_view(t->lower) : std::string_view();
}

const Token* ClauseReader::token(std::uint32_t i) const {
    return i < size() && !m_items[i].stretch ? &m_text.tokens[m_items[i].tokens.begin] : nullptr;
}

bool ClauseReader::isPunctuation(std::uint32_t i) const {
    const Token* t = token(i);
    return t && (t->kind == TokenKind::Punctuation || t->kind == TokenKind::QuoteMark);
}

bool ClauseReader::isFinalMark(std::uint32_t i) const {
    const std::string_view w = lower(i);
    return w == "." || w == "!" || w == "?" || w == "..." || w == "…";
}

bool ClauseReader::isDash(std::uint32_t i) const {
    const std::string_view w = lower(i);
    return w == "–" || w == "—" || w == "--" || w == "-";
}

bool ClauseReader::isAdverb(std::uint32_t i) const {
    const Token* t = token(i);
    return t && t->pos == Pos::Adv && t->lower != "there" && !m_items[i].name && !isClauseOpener(i);
}

bool ClauseReader::isVerb(std::uint32_t i) const {
    const Token* t = token(i);
    return t && t->pos == Pos::Verb && !m_items[i].name;
}

bool ClauseReader::isFiniteVerb(std::uint32_t i) const {
    const Token* t = token(i);
    if (!t || m_items[i].name) return false;
    if (t->tag == FineTag::MD) return true;
    if (t->pos != Pos::Verb && t->pos != Pos::Aux) return false;
    return t->tag == FineTag::VBD || t->tag == FineTag::VBZ || t->tag == FineTag::VBP;
}

bool ClauseReader::isTimeWord(std::uint32_t i) const {
    return timeWords.contains(lower(i));
}

bool ClauseReader::isClauseOpener(std::uint32_t i) const {
    return clauseOpeners.contains(lower(i));
}

bool ClauseReader::isNominal(std::uint32_t i) const {
    const Token* t = token(i);
    if (!t) return false;
    if (m_items[i].name) return true;
    switch (t->pos) {
    case Pos::Noun:
    case Pos::Propn:
    case Pos::Adj:
    case Pos::Num:
        return true;
    case Pos::Det:
        return !isClauseOpener(i);
    case Pos::Pron:
        return !isClauseOpener(i) || t->lower == "who";
    case Pos::Part:
        return t->tag == FineTag::POS;
    default:
        break;
    }
    return t->tag == FineTag::POS || t->lower == "'s" || t->lower == "’s" || t->lower == "&" ||
           t->lower == "/" || t->lower == "-" || t->lower == "%";
}

bool ClauseReader::isPhrasePreposition(std::uint32_t i) const {
    return innerPrepositions.contains(lower(i));
}

bool ClauseReader::startsPhrase(std::uint32_t i) const {
    const Token* t = token(i);
    if (!t || t->tag == FineTag::POS || t->kind == TokenKind::Punctuation) return false;
    if (isNominal(i)) return true;
    // "an elated X" begins with its determiner; a bare participle may open a title ("retired
    // general")
    return (t->tag == FineTag::VBN || t->tag == FineTag::VBG) && i + 1 < size() &&
           isNominal(i + 1) && t->pos == Pos::Adj;
}

bool ClauseReader::hasFiniteVerb(IndexRange items) const {
    for (std::uint32_t i = items.begin; i < items.end; ++i)
        if (isFiniteVerb(i)) return true;
    return false;
}

std::uint32_t ClauseReader::contentEnd() const {
    std::uint32_t end = size();
    while (end > 0 && (isFinalMark(end - 1) ||
                       (token(end - 1) && token(end - 1)->kind == TokenKind::QuoteMark && end > 1 &&
                        isFinalMark(end - 2))))
        --end;
    return end;
}

VerbGroup ClauseReader::verbGroup(std::uint32_t verb) const {
    VerbGroup group;
    const Token& main = *token(verb);
    group.items = {verb, verb + 1};
    bool be = false, have = false, modal = false;
    std::uint32_t i = verb;
    for (std::uint32_t steps = 0; i > 0 && steps < 5; ++steps) {
        const Token* before = token(i - 1);
        if (!before) break;
        const bool auxiliary = before->pos == Pos::Aux || before->tag == FineTag::MD;
        const bool adverb = isAdverb(i - 1) || before->lower == "n't" || before->lower == "not";
        if (!auxiliary && !adverb) break;
        --i;
        if (!auxiliary) continue;
        group.items.begin = i;
        be = be || before->lemma == "be" || before->lemma == "get";
        have = have || before->lemma == "have";
        modal = modal || before->tag == FineTag::MD;
    }
    const std::uint32_t first = group.items.begin;
    group.infinitive =
        first > 0 && is(first - 1, "to") && !have && !be && !modal &&
        (main.tag == FineTag::VB || main.tag == FineTag::VBP || main.tag == FineTag::None);
    group.gerund = main.tag == FineTag::VBG && !be;
    group.passive = main.tag == FineTag::VBN && be;
    const bool tensed =
        main.tag == FineTag::VBD || main.tag == FineTag::VBZ || main.tag == FineTag::VBP;
    // A past participle without auxiliary is a past tense that the tagger could not tell, or a
    // reduced relative clause; the caller decides by its subject.
    group.bareParticiple = main.tag == FineTag::VBN && !be && !have && !modal;
    group.finite = !group.infinitive && (tensed || be || have || modal);
    return group;
}

std::uint32_t ClauseReader::trimTimes(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t e = end;
    bool time = false;
    while (e > begin && (isTimeWord(e - 1) ||
                         (time && token(e - 1) &&
                          (token(e - 1)->kind == TokenKind::Number || is(e - 1, "this"))))) {
        time = true;
        --e;
    }
    if (!time) return end;
    if (e > begin && (is(e - 1, "on") || is(e - 1, "in") || is(e - 1, "at"))) --e;
    return e > begin ? e : end;
}

std::optional<IndexRange> ClauseReader::subjectBefore(std::uint32_t end,
                                                      std::uint32_t begin) const {
    std::uint32_t core = end; // the core noun phrase ends here
    std::uint32_t last = 0;   // the source ends here, appositions included; 0: at the core's end
    while (core > begin) {
        const std::uint32_t p = core - 1;
        // "the man at the back said": an adverb after a determiner is a noun.
        const Token* before = p > begin ? token(p - 1) : nullptr;
        const bool heads = before && (before->pos == Pos::Det || before->pos == Pos::Adp);
        if (isAdverb(p) && !heads) {
            core = p;
            continue;
        }
        if (is(p, ")")) {
            std::uint32_t open = p;
            while (open > begin && !is(open, "("))
                --open;
            if (!is(open, "(")) return std::nullopt;
            if (last == 0) last = core;
            core = open;
            continue;
        }
        if (!isComma(p) && !isDash(p)) break;
        // A parenthesis between commas or dashes: find where it opens.
        std::uint32_t open = p;
        while (open > begin && p - open < widestParenthesis) {
            --open;
            if (isComma(p) ? isComma(open) : isDash(open)) break;
        }
        if (open == p || !(isComma(p) ? isComma(open) : isDash(open)) || open == begin)
            return std::nullopt;
        const IndexRange inside{open + 1, p};
        if (inside.empty()) return std::nullopt;
        const bool apposition = startsPhrase(inside.begin) && !isTimeWord(inside.begin) &&
                                !isPersonalPronoun(lower(inside.begin)) && !hasFiniteVerb(inside);
        const Token* first = token(inside.begin);
        const bool modifier = first && (isClauseOpener(inside.begin) || first->pos == Pos::Adp ||
                                        first->pos == Pos::Adv || first->pos == Pos::Sconj ||
                                        isTimeWord(inside.begin) || first->tag == FineTag::VBG ||
                                        first->tag == FineTag::VBN);
        if (!apposition && !modifier) return std::nullopt;
        if (apposition && last == 0) last = p;
        if (!apposition) last = 0;
        core = open;
    }
    core = trimTimes(begin, core);
    std::uint32_t start = core;
    std::optional<std::uint32_t> conjunction; // the leftmost "and" crossed
    bool stoppedAtVerb = false;
    while (start > begin) {
        const std::uint32_t p = start - 1;
        const Token* t = token(p);
        if (!t) break;
        if (isNominal(p) || (start == core && isAdverb(p))) {
            if (t->pos == Pos::Pron && isPersonalPronoun(t->lower)) {
                if (start == core) start = p;
                break;
            }
            start = p;
            continue;
        }
        if (start == core) break; // the phrase must end in a nominal
        if (isPhrasePreposition(p) && (p == begin || isNominal(p - 1) || t->lower != "to")) {
            start = p;
            continue;
        }
        if ((t->lower == "and" || t->lower == "or") && p > begin && isNominal(p - 1)) {
            conjunction = p;
            start = p;
            continue;
        }
        if (t->lower == "," && conjunction && p > begin && isNominal(p - 1)) {
            start = p;
            continue;
        }
        if (t->tag == FineTag::VBN || t->tag == FineTag::VBG) {
            const bool modifier = p > begin && isNominal(p - 1);
            const bool opens = p == begin || (p > begin && isPunctuation(p - 1));
            if (modifier || (opens && isNominal(start))) {
                start = p;
                continue;
            }
        }
        stoppedAtVerb = isVerb(p) || t->pos == Pos::Aux;
        break;
    }
    if (stoppedAtVerb && conjunction) start = *conjunction + 1;
    // A fronted adverbial ("On Tuesday Mr Lavrov", "In Washington officials") is not the subject.
    while (start < core) {
        const Token* t = token(start);
        if (t->pos == Pos::Cconj || t->kind == TokenKind::Punctuation || isAdverb(start)) {
            ++start;
            continue;
        }
        if (t->pos != Pos::Adp) break;
        std::uint32_t next = start + 2;
        const auto sameName = [&](std::uint32_t i) {
            return m_items[i].name && m_items[i - 1].name &&
                   *m_items[i].name == *m_items[i - 1].name;
        };
        while (next < core) {
            const Token* n = token(next);
            const bool opens = n->pos == Pos::Det || n->pos == Pos::Pron ||
                               (m_items[next].name && !sameName(next)) || isTimeWord(next - 1);
            const bool linked =
                token(next - 1)->pos == Pos::Adp || token(next - 1)->tag == FineTag::POS ||
                token(next - 1)->pos == Pos::Cconj || token(next - 1)->pos == Pos::Det ||
                token(next - 1)->pos == Pos::Adj;
            if (opens && !linked) break;
            ++next;
        }
        if (next >= core) return std::nullopt;
        start = next;
    }
    if (start >= core) return std::nullopt;
    bool nominal = false;
    for (std::uint32_t i = start; i < core && !nominal; ++i)
        nominal = isNominal(i) && token(i)->tag != FineTag::POS &&
                  (token(i)->pos != Pos::Adj || m_items[i].name);
    if (!nominal) return std::nullopt;
    return IndexRange{start, std::max(core, last)};
}

std::optional<IndexRange> ClauseReader::phraseAt(std::uint32_t begin) const {
    if (!startsPhrase(begin)) return std::nullopt;
    std::uint32_t end = begin;
    bool appositions = false;
    while (end < size()) {
        const Token* t = token(end);
        if (!t) break;
        if (isTimeWord(end) && end > begin && !m_items[end].name) break;
        if (isNominal(end) &&
            !(end > begin && t->pos == Pos::Pron && isPersonalPronoun(t->lower))) {
            ++end;
            if (t->pos == Pos::Pron && isPersonalPronoun(t->lower)) break;
            continue;
        }
        const bool more = end + 1 < size() && end > begin;
        if (!more) break;
        if (t->lower == "(") {
            std::uint32_t close = end;
            while (close < size() && close - end < 12 && !is(close, ")"))
                ++close;
            if (!is(close, ")")) break;
            end = close + 1;
            continue;
        }
        if (isPhrasePreposition(end) && isNominal(end + 1) && !isTimeWord(end + 1)) {
            // "director at X", "minister for Y"; but after a name only "of" and "for" go on.
            const bool afterName = m_items[end - 1].name.has_value();
            const bool close = t->lower == "of" || t->lower == "for";
            if (!close && afterName) break;
            if (t->lower == "by" || (t->lower == "in" && token(end + 1)->lower == "a")) break;
            ++end;
            continue;
        }
        if ((t->lower == "and" || t->lower == "&") && isNominal(end + 1)) {
            std::uint32_t next = end + 1;
            while (next < size() && isNominal(next))
                ++next;
            if (isFiniteVerb(next)) break;
            end = next;
            continue;
        }
        if ((t->tag == FineTag::VBN || t->tag == FineTag::VBG) && isNominal(end + 1) &&
            isNominal(end - 1) && token(end - 1)->pos == Pos::Det) {
            ++end;
            continue;
        }
        if (t->lower == "," && !appositions && startsPhrase(end + 1) && !isTimeWord(end + 1) &&
            !isPersonalPronoun(lower(end + 1))) {
            std::uint32_t close = end + 1;
            while (close < size() && close - end < widestParenthesis && !isComma(close) &&
                   !isFinalMark(close) && !isStretch(close) && !is(close, ";") && !is(close, ":") &&
                   !isDash(close) && !isClauseOpener(close))
                ++close;
            if (close - end < 2 || hasFiniteVerb({end + 1, close})) break;
            if (isClauseOpener(
                    close)) { // "the minister who ..." : the apposition without its clause
                end = close;
                break;
            }
            end = trimTimes(end + 1, close);
            appositions = true;
            continue;
        }
        break;
    }
    while (end > begin + 1 &&
           (isPunctuation(end - 1) || (token(end - 1) && (token(end - 1)->pos == Pos::Adp ||
                                                          token(end - 1)->pos == Pos::Cconj)))) {
        if (is(end - 1, ")")) break;
        --end;
    }
    return IndexRange{begin, end};
}

std::optional<IndexRange> ClauseReader::addresseeAt(std::uint32_t begin) const {
    const Token* t = token(begin);
    if (!t) return std::nullopt;
    if (t->pos == Pos::Pron && !isClauseOpener(begin)) {
        const bool possessive = t->tag == FineTag::PRPS;
        if (!possessive) return IndexRange{begin, begin + 1};
    }
    if (!startsPhrase(begin)) return std::nullopt;
    std::uint32_t end = begin;
    std::optional<std::uint32_t> name;
    while (end < size() && isNominal(end) && end - begin < 10) {
        const Item& it = m_items[end];
        if (name && it.name != name) break; // a second name opens the clause that is told
        if (it.name) name = it.name;
        const Token* n = token(end);
        if (end > begin && (n->pos == Pos::Det || n->pos == Pos::Pron) && !name &&
            token(end - 1)->pos == Pos::Noun)
            break;
        ++end;
        if (n->pos == Pos::Noun && n->tag == FineTag::NNS && end < size() &&
            (m_items[end].name || token(end) == nullptr))
            break; // "told reporters Mr X had"
    }
    // "the head of the council", "ministers from both sides"
    while (end + 1 < size() && end > begin &&
           (is(end, "of") || is(end, "from") || is(end, "and") || is(end, "for")) &&
           isNominal(end + 1)) {
        ++end;
        while (end < size() && isNominal(end))
            ++end;
    }
    end = trimTimes(begin, end);
    if (end == begin) return std::nullopt;
    return IndexRange{begin, end};
}

std::optional<std::uint32_t> ClauseReader::prepositionalEnd(std::uint32_t preposition) const {
    // "on Monday", "in a statement", "to reporters", "at a news conference in Nairobi"
    std::uint32_t i = preposition + 1;
    bool light = false;
    while (i < size() && i - preposition < 14) {
        const Token* t = token(i);
        if (!t) break;
        const std::string_view w = t->lower;
        if (isTimeWord(i) || mediumNouns.contains(w) || audienceNouns.contains(w) ||
            t->kind == TokenKind::Number)
            light = true;
        if (isNominal(i)) {
            ++i;
            continue;
        }
        if (light && isPhrasePreposition(i) && i + 1 < size() && isNominal(i + 1)) {
            ++i;
            continue;
        }
        break;
    }
    if (i == preposition + 1 || !light) return std::nullopt;
    return i;
}

std::uint32_t ClauseReader::skipAdverbials(std::uint32_t i) const {
    while (i < size()) {
        if (isAdverb(i) && !isFinalMark(i + 1)) {
            ++i;
            continue;
        }
        const bool comma = isComma(i);
        const std::uint32_t at = comma ? i + 1 : i;
        const Token* t = token(at);
        if (!t) return i;
        std::uint32_t next = at;
        if (isClauseOpener(at)) return i;
        if (t->pos == Pos::Adp && t->lower != "of") {
            if (const auto end = prepositionalEnd(at)) next = *end;
        } else if (isTimeWord(at) || (t->lower == "this" && isTimeWord(at + 1))) {
            while (next < size() && (isTimeWord(next) || is(next, "this") ||
                                     (token(next) && token(next)->kind == TokenKind::Number)))
                ++next;
        } else if (comma && isAdverb(at) && isComma(at + 1))
            next = at + 1;
        if (next == at) return i;
        // A comma that sets the adverbial off closes after it, except before a quote.
        i = comma && isComma(next) && !isStretch(next + 1) ? next + 1 : next;
    }
    return i;
}

Span ClauseReader::span(IndexRange items) const {
    return {m_text.tokens[m_items[items.begin].tokens.begin].span.begin,
            m_text.tokens[m_items[items.end - 1].tokens.end - 1].span.end};
}

} // namespace quoth
