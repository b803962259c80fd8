#include "core/time/tense.h"

#include "core/syntax/word_classes.h"
#include "core/time/time_limits.h"
#include "core/word_sets/time.h"

#include <algorithm>

namespace quoth {
namespace {

// Words that look ahead whatever their tense: "scheduled for June", "the deadline of 3 May".
bool looksAhead(std::string_view lemma) {
    return words::forwardWords.contains(lemma);
}

// "agreed to meet on Monday": what comes after "to" is still ahead.
bool isOfPlans(std::string_view lemma) {
    return words::planVerbs.contains(lemma);
}

// What reports statements gone by as well as those to come: "says", "writes".
bool isTimeless(std::string_view lemma) {
    return words::timelessVerbs.contains(lemma);
}

Direction directionOf(const TokenizedText& text, const Syntax& syntax, const VerbGroup& group) {
    const Token& head = text.tokens[group.head];
    if (group.tense == Tense::Future) return Direction::Future;
    if (group.perfect) return Direction::Past;
    // "could not be found" tells of what was, "could return in June" does not.
    const bool could = text.tokens[group.tokens.begin].lower == "could";
    if (could && (group.negated || group.passive)) return Direction::Past;
    if (group.modality != Modality::None) return Direction::Future;
    const bool set = head.lemma == "set" && group.passive; // "is set for April"
    switch (group.form) {
    case VerbForm::Finite:
        if (set && group.tense != Tense::Past) return Direction::Future;
        break;
    case VerbForm::Participle: // "the man arrested on Monday", "a summit set for April"
        return head.lemma == "set" ? Direction::Future : Direction::Past;
    case VerbForm::Gerund:
        return Direction::Unknown;
    case VerbForm::Infinitive: {
        const Clause* clause = syntax.clauseAt(group.head);
        const bool governed = clause && !syntax.isRoot(clause->head);
        const std::uint32_t governor = governed ? syntax.headOf(clause->head) : group.head;
        return governed && isOfPlans(text.tokens[governor].lemma) ? Direction::Future
                                                                  : Direction::Unknown;
    }
    }
    if (group.tense == Tense::Past) return Direction::Past;
    if (group.passive || group.progressive) return Direction::Present;
    return isTimeless(head.lemma) || head.pos == Pos::Aux ? Direction::Unknown : Direction::Present;
}

} // namespace

Direction directionAt(const TokenizedText& text, const Syntax& syntax, std::uint32_t token) {
    if (token >= syntax.size()) return Direction::Unknown;
    for (std::uint32_t at = token; !syntax.isRoot(at);) {
        at = syntax.headOf(at);
        const Token& governor = text.tokens[at];
        if (looksAhead(governor.lemma)) return Direction::Future;
        const auto describing = syntax.dependent(at, Relation::Amod); // "the slated visit"
        if (describing && looksAhead(text.tokens[*describing].lemma)) return Direction::Future;
        const Clause* clause = syntax.clauseAt(at);
        if (!clause || clause->head != at || !clause->verbGroup) continue;
        const Direction direction =
            directionOf(text, syntax, syntax.verbGroups()[*clause->verbGroup]);
        if (direction != Direction::Unknown) return direction;
    }
    // A heading or an aside: by the verbs around it.
    const IndexRange sentence = text.sentences[text.sentenceOf(token)].tokens;
    Direction nearest = Direction::Unknown;
    std::uint32_t distance = time_limits::tenseReach;
    const std::uint32_t begin =
        std::max(sentence.begin, token - std::min(token, time_limits::tenseReach));
    for (std::uint32_t i = begin; i < std::min(sentence.end, token + time_limits::tenseReach);
         ++i) {
        const VerbGroup* group = syntax.verbGroupAt(i);
        const std::uint32_t apart = i < token ? token - i : i - token;
        if (!group || group->head != i || apart >= distance) continue;
        const Direction direction = directionOf(text, syntax, *group);
        if (direction == Direction::Unknown) continue;
        nearest = direction;
        distance = apart;
    }
    return nearest;
}

} // namespace quoth
