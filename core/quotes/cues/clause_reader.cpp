#include "core/quotes/cues/clause_reader.h"

#include "core/word_sets/quotes.h"

#include <algorithm>

namespace quoth {
namespace {} // namespace

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
    return w == "–" || w == "—" || w == "―" || w == "--" || w == "-";
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
    return words::timeWords.contains(lower(i));
}

bool ClauseReader::isClauseOpener(std::uint32_t i) const {
    return words::clauseOpeners.contains(lower(i));
}

bool ClauseReader::isNumber(std::uint32_t i) const {
    const Token* t = token(i);
    return t && t->kind == TokenKind::Number;
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
    return words::innerPrepositions.contains(lower(i));
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

ItemVerbGroup ClauseReader::verbGroup(std::uint32_t verb) const {
    ItemVerbGroup group;
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

Span ClauseReader::span(IndexRange items) const {
    return {m_text.tokens[m_items[items.begin].tokens.begin].span.begin,
            m_text.tokens[m_items[items.end - 1].tokens.end - 1].span.end};
}

} // namespace quoth
