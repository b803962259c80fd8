#include "core/events/facts/status.h"

#include "core/events/event_limits.h"
#include "core/syntax/word_classes.h"
#include "core/word_sets/events.h"

namespace quoth {
namespace {

constexpr int deepest = event_limits::nestedClauses;

// What the words claim, before the event's date is known.
enum class Claim : std::uint8_t {
    Happened,
    Planned,
    Possible,
    Would, // planned where the date lies ahead, else only possible
    Negated
};

class StatusReader {
public:
    StatusReader(const TokenizedText& text, const Syntax& syntax, const EventLexicon& lexicon)
        : m_text(text), m_syntax(syntax), m_lexicon(lexicon) {}

    Claim read(std::uint32_t trigger) const {
        const bool isPredicate =
            m_syntax.verbGroupAt(trigger) &&
            (m_syntax.dependent(trigger, Relation::Cop) || isVerbal(token(trigger)));
        return isPredicate ? ofVerb(trigger) : ofNoun(trigger);
    }

private:
    const Token& token(std::uint32_t i) const { return m_text.tokens[i]; }
    std::string_view lower(std::uint32_t i) const { return m_text.tokens[i].lower; }
    bool isVerb(std::uint32_t i) const { return token(i).pos == Pos::Verb; }

    // The clause that the token is the predicate of.
    const Clause* clauseOf(std::uint32_t predicate) const {
        const Clause* clause = m_syntax.clauseAt(predicate);
        return clause && clause->head == predicate ? clause : nullptr;
    }

    // "if", "to", "without": does the predicate's clause open with such a word?
    template <class Test>
    bool opensWith(std::uint32_t predicate, Test isWanted) const {
        for (const std::uint32_t d : m_syntax.dependentsOf(predicate)) {
            const Relation relation = universal(m_syntax.relationOf(d));
            const bool opens = relation == Relation::Mark || relation == Relation::Case ||
                               relation == Relation::Cc || relation == Relation::Advmod;
            if (opens && d < predicate && isWanted(lower(d))) return true;
        }
        return false;
    }
    bool opensWithWord(std::uint32_t predicate, std::string_view wanted) const {
        return opensWith(predicate, [&](std::string_view word) { return word == wanted; });
    }

    Claim ofVerb(std::uint32_t verb, int level = 0) const {
        const VerbGroup* group = m_syntax.verbGroupAt(verb);
        if (!group || level > deepest) return Claim::Happened;
        if (isNegated(verb) || isOfNobody(verb)) return Claim::Negated;
        if (group->modality == Modality::Conditional) return Claim::Would;
        if (group->modality != Modality::None) return Claim::Possible;
        if (group->tense == Tense::Future) return Claim::Planned;
        if (isConditional(verb)) return Claim::Possible;
        if (opensWithWord(verb, "to")) {
            if (group->form == VerbForm::Finite && group->tokens.size() > 1) // "is to go"
                return token(group->tokens.begin).lemma == "be" ? Claim::Planned : Claim::Possible;
            if (group->form == VerbForm::Infinitive) return afterTo(verb, *group, level);
        }
        // "agreed to meet and sign"
        const bool bare = token(verb).tag == FineTag::VB && group->tokens.size() == 1;
        if (bare && m_syntax.relationOf(verb) == Relation::Conj && isVerb(m_syntax.headOf(verb)))
            return ofVerb(m_syntax.headOf(verb), level + 1);
        if (group->form == VerbForm::Gerund) return ofGerund(verb, level);
        return isDenied(verb) ? Claim::Possible : Claim::Happened;
    }

    // "denied that it had fired them"
    bool isDenied(std::uint32_t verb) const {
        return !m_syntax.isRoot(verb) && m_syntax.relationOf(verb) == Relation::Ccomp &&
               words::denyingVerbs.contains(token(m_syntax.headOf(verb)).lemma);
    }

    // "did not go", "no longer goes", "nor went"
    bool isNegated(std::uint32_t verb) const {
        if (m_syntax.verbGroupAt(verb)->negated) return true;
        for (const std::uint32_t d : m_syntax.dependentsOf(verb)) {
            if (d >= verb) break;
            const Relation relation = universal(m_syntax.relationOf(d));
            if (relation != Relation::Advmod && relation != Relation::Cc) continue;
            const bool longer = lower(d) == "longer" && lower(m_syntax.extentOf(d).begin) == "no";
            if (longer || words::impliedAdverbs.contains(lower(d))) return true;
        }
        return false;
    }

    // "no ship sailed", "not one quay will be built", "nobody was hurt"
    bool isOfNobody(std::uint32_t verb) const {
        const Clause* clause = clauseOf(verb);
        if (!clause || !clause->subject) return false;
        return isNone(m_syntax.nounPhrases()[*clause->subject]);
    }

    bool isNone(const NounPhrase& phrase) const {
        for (std::uint32_t i = phrase.full.begin; i <= phrase.head; ++i)
            if (words::nobodyWords.contains(lower(i))) return true;
        return false;
    }

    // "if they meet", "if they agree to meet and sign"
    bool isConditional(std::uint32_t verb) const {
        const Clause* clause = clauseOf(verb);
        for (int level = 0; clause && level < deepest; ++level) {
            if (opensWith(clause->head, [](std::string_view word) {
                    return words::conditionOpeners.contains(word);
                }))
                return true;
            const bool within = clause->kind == ClauseKind::OpenComplement ||
                                clause->kind == ClauseKind::Coordinate;
            clause = within && clause->parent ? &m_syntax.clauses()[*clause->parent] : nullptr;
        }
        return false;
    }

    // By what governs the infinitive: "asked the court to stop", "plans to strike".
    Claim afterTo(std::uint32_t verb, const VerbGroup& group, int level) const {
        if (group.perfect) return Claim::Happened; // "claimed to have seen"
        if (m_syntax.isRoot(verb)) return Claim::Possible;
        std::uint32_t governor = m_syntax.headOf(verb);
        if (const NounPhrase* phrase = m_syntax.nounPhraseOf(governor)) {
            const std::string& lemma = token(governor).lemma;
            if (isNone(*phrase)) return Claim::Negated; // "no evidence to prove"
            if (words::planNouns.contains(lemma)) return Claim::Planned;
            if (words::refusalNouns.contains(lemma)) return Claim::Negated;
            for (std::uint32_t i = phrase->core.begin; i <= governor; ++i)
                if (words::orderWords.contains(lower(i))) return ofVerb(governor, level + 1);
            if (group.passive) return Claim::Planned;             // "a fair to be held"
            if (m_syntax.isRoot(governor)) return Claim::Planned; // "Acme to cut jobs", a headline
            if (m_syntax.relationOf(governor) != Relation::Obj) return Claim::Possible;
            governor = m_syntax.headOf(governor); // "helped the crew to escape"
        }
        return underGovernor(governor, level);
    }

    Claim underGovernor(std::uint32_t governor, int level) const {
        const std::string& lemma = token(governor).lemma;
        if (words::refusingWords.contains(lemma)) return Claim::Negated;
        const bool particle = m_syntax.dependent(governor, Relation::CompoundPrt).has_value();
        if (words::planWords.contains(lemma) && !particle) // not "set up to"
            return ofVerb(governor, level + 1) == Claim::Negated ? Claim::Negated : Claim::Planned;
        if (lemma == "be" || lower(governor) == "going") return Claim::Planned;
        const VerbGroup* group = m_syntax.verbGroupAt(governor);
        if (lemma == "have" && group && group->isPast()) return ofVerb(governor, level + 1);
        return words::implicativeWords.contains(lemma) ? ofVerb(governor, level + 1)
                                                       : Claim::Possible;
    }

    // "without signing", "avoided paying", "banned from entering", "committed to paying"
    Claim ofGerund(std::uint32_t verb, int level) const {
        if (opensWithWord(verb, "without")) return Claim::Negated;
        if (m_syntax.isRoot(verb)) return Claim::Happened;
        std::uint32_t governor = m_syntax.headOf(verb);
        if (opensWithWord(verb, "to"))
            return isVerb(governor) && !words::planWords.contains(token(governor).lemma)
                       ? Claim::Happened // "led to protesters being shot"
                       : underGovernor(governor, level);
        const bool isFrom = opensWithWord(verb, "from");
        if (isFrom && isNoun(token(governor))) governor = m_syntax.headOf(governor);
        const Relation relation = m_syntax.relationOf(verb);
        const bool governed = isFrom || relation == Relation::Xcomp ||
                              relation == Relation::Ccomp || relation == Relation::Obj;
        return governed && isVerb(governor) && words::undoingVerbs.contains(token(governor).lemma)
                   ? Claim::Negated
                   : Claim::Happened;
    }

    Claim ofNoun(std::uint32_t noun) const {
        // "organised a protest march", but not "an earthquake warning system"
        if (const std::uint32_t head = m_syntax.headOf(noun);
            m_syntax.relationOf(noun) == Relation::Compound &&
            m_lexicon.noun(token(head).lemma) != NounEvent::None)
            noun = head;
        // "the planned visit was cancelled"
        const Claim governed = byGovernor(noun);
        if (governed == Claim::Negated) return governed;
        if (const NounPhrase* phrase = m_syntax.nounPhraseOf(noun))
            for (std::uint32_t i = phrase->core.begin; i < noun; ++i) {
                if (lower(i) == "no" || words::undoneAdjectives.contains(lower(i)))
                    return Claim::Negated;
                if (words::plannedAdjectives.contains(lower(i))) return Claim::Planned;
                if (words::possibleAdjectives.contains(lower(i))) return Claim::Possible;
            }
        // "a strike planned for Monday"
        if (const auto participle = m_syntax.dependent(noun, Relation::Acl);
            participle && token(*participle).tag == FineTag::VBN)
            if (const Claim claim = underVerb(*participle); claim != Claim::Happened) return claim;
        return governed;
    }

    Claim byGovernor(std::uint32_t noun) const {
        for (int level = 0; m_syntax.relationOf(noun) == Relation::Conj && level < deepest; ++level)
            noun = m_syntax.headOf(noun); // "talks and a summit"
        const std::uint32_t verb = m_syntax.headOf(noun);
        if (m_syntax.isRoot(noun) || !isVerbal(token(verb))) return Claim::Happened;
        switch (m_syntax.relationOf(noun)) {
        case Relation::NsubjPass:
        case Relation::Obj:
            return underVerb(verb);
        case Relation::Nsubj: {
            const VerbGroup* group = m_syntax.verbGroupAt(verb);
            return group && group->passive ? underVerb(verb) : carriedBy(verb);
        }
        case Relation::Obl: { // "called for talks"
            const auto preposition = m_syntax.dependent(noun, Relation::Case);
            return preposition && lower(*preposition) == "for" ? underVerb(verb) : Claim::Happened;
        }
        default:
            return Claim::Happened;
        }
    }

    // What becomes of the verb's object, or of its subject in the passive.
    Claim underVerb(std::uint32_t verb) const {
        const std::string& lemma = token(verb).lemma;
        const auto particle = m_syntax.dependent(verb, Relation::CompoundPrt);
        const bool out = particle && lower(*particle) == "out";
        const bool off = particle && lower(*particle) == "off";
        if (words::undoingVerbs.contains(lemma) || (lemma == "rule" && out) ||
            (lemma == "call" && off))
            return Claim::Negated;
        if (words::preparingVerbs.contains(lemma)) return Claim::Planned;
        const bool calls =
            lemma == "call" && verb + 1 < m_text.tokens.size() && lower(verb + 1) == "for";
        if (words::wantingVerbs.contains(lemma) || calls) return Claim::Possible;
        return carriedBy(verb);
    }

    // "will hold talks", "the strike could end": the noun has what its verb has.
    Claim carriedBy(std::uint32_t verb) const {
        const std::string& lemma = token(verb).lemma;
        return m_lexicon.isLight(lemma) || m_lexicon.isOccurrence(lemma) ? ofVerb(verb)
                                                                         : Claim::Happened;
    }

    const TokenizedText& m_text;
    const Syntax& m_syntax;
    const EventLexicon& m_lexicon;
};

EventStatus statusOf(Claim claim, bool ahead) {
    switch (claim) {
    case Claim::Happened:
        return ahead ? EventStatus::Planned : EventStatus::Happened;
    case Claim::Planned:
        return EventStatus::Planned;
    case Claim::Possible:
        return EventStatus::Possible;
    case Claim::Would:
        return ahead ? EventStatus::Planned : EventStatus::Possible;
    case Claim::Negated:
        return EventStatus::Negated;
    }
    return EventStatus::Happened;
}

} // namespace

StatusByDate eventStatus(const TokenizedText& text, const Syntax& syntax,
                         const EventLexicon& lexicon, std::uint32_t trigger) {
    const Claim claim = StatusReader(text, syntax, lexicon).read(trigger);
    return {statusOf(claim, false), statusOf(claim, true)};
}

} // namespace quoth
