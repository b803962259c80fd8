#include "core/events/facts/summary.h"

#include "core/events/event_limits.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <optional>

namespace quoth {
namespace {

std::string onOneLine(std::string_view text) {
    std::string line(text);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return line;
}

bool isEdge(const Token& token) {
    const bool mark = token.kind == TokenKind::Punctuation && token.lower != "%"; // "by 4%"
    return mark || token.kind == TokenKind::QuoteMark || token.pos == Pos::Cconj;
}

// "It burned in 1944 and was rebuilt in 1951", "was arrested and charged with murder": the second
// predicate with its own part, where the first one is told without it; but not "bought and sold
// it".
bool isToldApart(const TokenizedText& text, const Syntax& syntax, const Clause& first,
                 const Clause& second) {
    const std::uint32_t begin = syntax.extentOf(second.head).begin;
    const VerbGroup* const own = syntax.verbGroupAt(first.head);
    const VerbGroup* const other = syntax.verbGroupAt(second.head);
    if (second.kind != ClauseKind::Coordinate || !second.subject || !own || !other) return false;
    std::uint32_t opener = begin;
    while (opener < second.head && isEdge(text.tokens[opener]))
        ++opener;
    std::uint32_t last = begin;
    while (last > first.head + 1 && isEdge(text.tokens[last - 1]))
        --last;
    return other->tokens.begin == opener && (own->passive || last > first.head + 1);
}

// The clause of a predicate without what stands at its ends and tells something else: clauses that
// are joined to it or set beside it, and the word that opens it.
IndexRange ownPart(const TokenizedText& text, const Syntax& syntax, const Clause& clause) {
    constexpr std::size_t most = event_limits::clausesBeside;
    const auto tellsElse = [&](std::uint32_t dependent) {
        const Clause* child = syntax.clauseAt(dependent);
        if (!child || child->head != dependent) return false;
        if (dependent > clause.head && child->sharesSubject)
            return isToldApart(text, syntax, clause, *child);
        const bool ownSubject = child->subject && !child->sharesSubject;
        return child->kind == ClauseKind::Parataxis ||
               (ownSubject &&
                (child->kind == ClauseKind::Coordinate || child->kind == ClauseKind::Adverbial));
    };
    IndexRange part = clause.extent;
    const auto dependents = syntax.dependentsOf(clause.head);
    for (std::size_t i = 0; i < std::min(most, dependents.size()); ++i) {
        const std::uint32_t first = dependents[i], last = dependents[dependents.size() - 1 - i];
        if (first < clause.head && tellsElse(first)) part.begin = syntax.extentOf(first).end;
        if (last > clause.head && tellsElse(last)) part.end = syntax.extentOf(last).begin;
    }
    part = {std::min(part.begin, clause.head), std::max(part.end, clause.head + 1)};
    const auto opens = [&](std::uint32_t i) {
        const Relation relation = universal(syntax.relationOf(i));
        return isEdge(text.tokens[i]) ||
               (syntax.headOf(i) == clause.head && relation == Relation::Mark &&
                text.tokens[i].lower != "to" && text.tokens[i].lower != "on");
    };
    while (part.begin < clause.head && opens(part.begin))
        ++part.begin;
    while (part.end > clause.head + 1 && isEdge(text.tokens[part.end - 1]))
        --part.end;
    return part;
}

// The clause with its subject: where it has none of its own, with the clause that it hangs on, and
// "a fund that was created in 2023" with the noun. All of the sentence where that tells too little.
IndexRange tellingPart(const TokenizedText& text, const Syntax& syntax, std::uint32_t trigger) {
    constexpr std::uint32_t fewest = event_limits::shortestSummary;
    IndexRange sentence = text.sentences[text.sentenceOf(trigger)].tokens;
    if (sentence.end > trigger + 1 && text.word(sentence.end - 1) == ".") --sentence.end;
    const Clause* clause = syntax.clauseAt(trigger);
    for (int level = 0; clause && level < event_limits::nestedClauses; ++level) {
        if (clause->kind == ClauseKind::Relative || clause->kind == ClauseKind::Adnominal) {
            IndexRange part = ownPart(text, syntax, *clause);
            if (const NounPhrase* noun = syntax.nounPhraseOf(syntax.headOf(clause->head)))
                part.begin = std::min(part.begin, noun->core.begin);
            return part.size() < fewest ? sentence : part;
        }
        const bool alone = (clause->subject && !clause->sharesSubject) || !clause->parent;
        if (alone) break;
        clause = &syntax.clauses()[*clause->parent];
    }
    const IndexRange part = clause ? ownPart(text, syntax, *clause) : sentence;
    const bool holds = trigger >= part.begin && trigger < part.end;
    return part.size() < fewest || !holds ? sentence : part;
}

// "It burned in 1944 and was rebuilt in 1951": of the second event its subject, which stands with
// the first one, and its own clause; "was arrested and charged" share the auxiliary, too.
std::optional<std::string> joinedSummary(const TokenizedText& text, const Syntax& syntax,
                                         std::uint32_t trigger, std::size_t limit) {
    const Clause* clause = syntax.clauseAt(trigger);
    if (!clause || clause->head != trigger || clause->kind != ClauseKind::Coordinate ||
        !clause->subject || !clause->sharesSubject)
        return std::nullopt;
    const IndexRange subject = syntax.nounPhrases()[*clause->subject].core;
    const IndexRange part = ownPart(text, syntax, *clause);
    const VerbGroup* group = syntax.verbGroupAt(trigger);
    const bool opens = group && group->tokens.begin == part.begin; // else its subject was missed
    if (!opens || subject.end > part.begin) return std::nullopt;
    const VerbGroup* first =
        syntax.isRoot(trigger) ? nullptr : syntax.verbGroupAt(syntax.headOf(trigger));
    IndexRange auxiliaries;
    if (const FineTag tag = text.tokens[trigger].tag; first && group->tokens.size() == 1) {
        if (tag == FineTag::VB || tag == FineTag::VBN || tag == FineTag::VBG) {
            auxiliaries = {first->tokens.begin, first->head};
            const bool shared = text.tokens[first->head].tag == tag && !auxiliaries.empty() &&
                                text.tokens[first->tokens.begin].pos == Pos::Aux;
            if (!shared) return std::nullopt;
        } else if (first->passive && text.tokens[trigger].lower.ends_with("ed")) {
            return std::nullopt; // "was born and died", "was arrested and charged"
        }
    }
    if (subject.size() + auxiliaries.size() + part.size() < event_limits::shortestSummary)
        return std::nullopt;
    std::string summary = onOneLine(text.slice(text.spanOf(subject))) + ' ';
    if (!auxiliaries.empty()) summary += onOneLine(text.slice(text.spanOf(auxiliaries))) + ' ';
    summary += onOneLine(text.slice(text.spanOf(part)));
    return summary.size() <= limit ? std::optional(summary) : std::nullopt;
}

} // namespace

std::string eventSummary(const TokenizedText& text, const Syntax& syntax, std::uint32_t trigger,
                         std::size_t limit) {
    if (auto joined = joinedSummary(text, syntax, trigger, limit)) return *joined;
    const IndexRange whole = tellingPart(text, syntax, trigger);
    const auto length = [&](IndexRange range) {
        const std::string_view bytes = text.slice(text.spanOf(range));
        if (bytes.size() > 4 * limit) return limit + 1; // too long at any width of its characters
        return static_cast<std::size_t>(
            std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0xC0) != 0x80; }));
    };
    IndexRange range = whole;
    if (length(range) > limit) {
        // Grow around the trigger, two words to the right for one to the left.
        range = {trigger, trigger + 1};
        for (bool grown = true; grown;) {
            grown = false;
            for (const bool left : {true, false, false}) {
                IndexRange wider = range;
                if (left && wider.begin > whole.begin)
                    --wider.begin;
                else if (!left && wider.end < whole.end)
                    ++wider.end;
                if (wider == range || length(wider) + 2 > limit) continue;
                range = wider;
                grown = true;
            }
        }
    }
    // Never cut off a clitic or a mark from its word.
    const auto glued = [&](std::uint32_t i) {
        return i > whole.begin && text.tokens[i].span.begin == text.tokens[i - 1].span.end;
    };
    while (range.begin < trigger && range.begin > whole.begin && glued(range.begin))
        ++range.begin;
    std::string summary;
    if (range.begin > whole.begin) summary += "\u2026";
    summary += onOneLine(text.slice(text.spanOf(range)));
    if (range.end < whole.end) {
        if (summary.ends_with(',') || summary.ends_with(';')) summary.pop_back();
        summary += "\u2026";
    }
    return summary;
}

} // namespace quoth
