#include "core/events/facts/participants.h"

#include "core/events/event_limits.h"
#include "core/syntax/word_classes.h"
#include "core/word_sets/events.h"

#include <algorithm>
#include <optional>

namespace quoth {
namespace {

class Participants {
public:
    Participants(const TokenizedText& text, const Syntax& syntax, const MentionIndex& mentions)
        : m_text(text), m_syntax(syntax), m_mentions(mentions) {}

    std::vector<EntityId> find(std::uint32_t trigger) {
        if (isVerbal(m_text.tokens[trigger])) {
            addOfClause(trigger);
        } else {
            addPhrase(trigger, Depth::Happening);
            // "held talks with Iceland": who holds them takes part, and with whom.
            const std::uint32_t verb = m_syntax.headOf(trigger);
            const Relation relation = m_syntax.relationOf(trigger);
            if (verb != trigger && isVerbal(m_text.tokens[verb]) &&
                (relation == Relation::Obj || relation == Relation::Iobj ||
                 relation == Relation::Obl)) {
                addSubject(verb);
                addObliques(verb);
            }
        }
        return std::move(m_found);
    }

private:
    using Places = MentionIndex::Places;
    // Happening: what takes part in it hangs on the noun. Thing: only what names it does.
    enum class Depth { Happening, Thing };
    static constexpr int deepest = event_limits::nestedPhrases;

    const NounPhrase* phrase(std::optional<std::uint32_t> index) const {
        return index ? &m_syntax.nounPhrases()[*index] : nullptr;
    }

    std::string_view prepositionOf(std::uint32_t noun) const {
        const auto found = m_syntax.dependent(noun, Relation::Case);
        return found ? std::string_view(m_text.tokens[*found].lower) : std::string_view();
    }

    // The noun phrase that `head` heads, what is joined to it, and what its prepositions add.
    void addPhrase(std::uint32_t head, Depth depth, Places places = Places::With, int level = 0) {
        if (level > deepest) return;
        // "Acme's chairman, Ann Lee": the name beside it, where the noun itself names nobody.
        const auto apposition = m_syntax.dependent(head, Relation::Appos);
        const bool isNamed = m_mentions.covers(m_text.tokens[head].span.begin);
        const bool byApposition =
            !isNamed && apposition && m_mentions.covers(m_text.tokens[*apposition].span.begin);
        if (byApposition)
            addPhrase(*apposition, Depth::Thing, places, level + 1);
        else if (const NounPhrase* found = m_syntax.nounPhraseOf(head))
            m_mentions.addWithin(m_text.spanOf(found->core), places, m_found);
        for (const std::uint32_t d : m_syntax.dependentsOf(head)) {
            const Relation relation = universal(m_syntax.relationOf(d));
            if (relation == Relation::Conj) {
                if (!isVerbal(m_text.tokens[d])) addPhrase(d, Depth::Thing, places, level + 1);
            } else if (relation == Relation::Nmod) {
                const std::string_view preposition = prepositionOf(d);
                if (words::namingPrepositions.contains(preposition) ||
                    (depth == Depth::Happening &&
                     words::participantPrepositions.contains(preposition)))
                    addPhrase(d, Depth::Thing, places, level + 1);
                else if (depth == Depth::Happening && isTowards(preposition))
                    addPhrase(d, Depth::Thing, Places::Without, level + 1);
            }
        }
    }

    static bool isTowards(std::string_view preposition) {
        return words::towardsPrepositions.contains(preposition);
    }

    // The subject of a verb, its own or that of the verb it is joined to; for "who" what it stands
    // for; for a participle after a noun that noun.
    void addSubject(std::uint32_t verb) {
        const Clause* clause = m_syntax.clauseAt(verb);
        for (int steps = 0; steps < deepest && clause; ++steps) {
            const NounPhrase* subject = phrase(clause->subject);
            if (subject && !isRelativePronoun(m_text.tokens[subject->head]))
                return addPhrase(subject->head, Depth::Thing);
            if (clause->kind == ClauseKind::Relative || clause->kind == ClauseKind::Adnominal) {
                const std::size_t known = m_found.size();
                addPhrase(m_syntax.headOf(clause->head), Depth::Thing);
                // "asked permission to hold meetings": who asked would hold them.
                if (m_found.size() > known || clause->kind == ClauseKind::Relative) return;
            }
            clause = clause->parent ? &m_syntax.clauses()[*clause->parent] : nullptr;
        }
    }

    void addOfClause(std::uint32_t verb) {
        addSubject(verb);
        const Clause* clause = m_syntax.clauseAt(verb);
        if (!clause) return;
        for (const auto& part : {clause->object, clause->addressee, clause->agent})
            if (const NounPhrase* found = phrase(part)) addPhrase(found->head, Depth::Happening);
        addObliques(clause->head);
    }

    // Phrases of those prepositions that name who takes part.
    void addObliques(std::uint32_t verb) {
        for (const std::uint32_t d : m_syntax.dependentsOf(verb)) {
            if (universal(m_syntax.relationOf(d)) != Relation::Obl) continue;
            const std::string_view preposition = prepositionOf(d);
            if (words::participantPrepositions.contains(preposition))
                addPhrase(d, Depth::Thing);
            else if (isTowards(preposition))
                addPhrase(d, Depth::Thing, Places::Without);
        }
    }

    const TokenizedText& m_text;
    const Syntax& m_syntax;
    const MentionIndex& m_mentions;
    std::vector<EntityId> m_found;
};

} // namespace

MentionIndex::MentionIndex(const std::vector<Entity>& entities) {
    for (std::size_t i = 0; i < entities.size(); ++i) {
        if (entities[i].type == EntityType::Other) continue;
        for (const Mention& mention : entities[i].mentions)
            m_places.push_back(
                {mention.span, makeId<EntityTag>(i), entities[i].type == EntityType::Place});
    }
    std::sort(m_places.begin(), m_places.end(),
              [](const Place& a, const Place& b) { return a.span < b.span; });
}

void MentionIndex::addWithin(Span span, Places places, std::vector<EntityId>& out) const {
    auto it = std::partition_point(m_places.begin(), m_places.end(),
                                   [&](const Place& p) { return p.span.begin < span.begin; });
    for (; it != m_places.end() && it->span.begin < span.end; ++it) {
        if (it->isPlace && places == Places::Without) continue;
        if (std::find(out.begin(), out.end(), it->entity) == out.end()) out.push_back(it->entity);
    }
}

bool MentionIndex::covers(std::uint32_t at) const {
    auto it = std::partition_point(m_places.begin(), m_places.end(),
                                   [&](const Place& p) { return p.span.begin <= at; });
    for (int steps = 0; it != m_places.begin() && steps < event_limits::nestedMentions; ++steps)
        if ((--it)->span.contains(at)) return true;
    return false;
}

std::vector<EntityId> eventParticipants(const TokenizedText& text, const Syntax& syntax,
                                        const MentionIndex& mentions, std::uint32_t trigger) {
    return Participants(text, syntax, mentions).find(trigger);
}

} // namespace quoth
