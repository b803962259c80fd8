// Who stands out at a point of the article: the mentions so far, latest first, and the candidates
// for a pronoun by how near, how prominent and how lately heard they are. After Lappin and Leass
// (1994), simplified.
#pragma once

#include "core/people/entity_builder.h"
#include "core/quotes/quote_marks.h"

#include <optional>
#include <vector>

namespace quoth {

class Salience {
public:
    struct Place { // of a mention
        Span span;
        std::uint32_t token = 0, sentence = 0;
        EntityId entity;
        MentionKind kind = MentionKind::Name;
    };
    struct Candidate {
        EntityId entity;
        float score = 0;
    };

    // All must outlive this; `names` are those that `entities` was built from.
    Salience(const TokenizedText& text, const std::vector<NamedMention>& names,
             const std::vector<QuotedStretch>& stretches, const EntityBuilder& entities);

    // A noun phrase or pronoun stands for the entity; call it nearly in the order of the text.
    void refer(EntityId entity, IndexRange tokens, MentionKind kind);
    // The entity spoke, in a quote that begins at this byte.
    void spoke(EntityId speaker, std::uint32_t at);
    std::optional<EntityId> lastSpeaker() const { return m_lastSpeaker; }

    // The mentions that end before byte `at`, latest first, until `visit(Place)` gives false.
    template <class Visit>
    void eachBefore(std::uint32_t at, Visit visit) const {
        std::size_t name = namesBefore(at), referred = m_referred.size();
        while (name > 0 || referred > 0) {
            if (referred > 0 && m_referred[referred - 1].span.end > at) {
                --referred;
                continue;
            }
            const bool takeName =
                name > 0 && (referred == 0 ||
                             m_named[name - 1].span.begin >= m_referred[referred - 1].span.begin);
            if (!visit(takeName ? m_named[--name] : m_referred[--referred])) return;
        }
    }

    // Candidates for a pronoun at `token`, by falling score. Gender::Neuter asks for organisations
    // (or, plural, groups), Gender::Unknown for any person. Who is spoken to is the least likely.
    std::vector<Candidate> ranked(std::uint32_t token, Gender gender, bool plural,
                                  std::optional<EntityId> addressee) const;

private:
    std::size_t namesBefore(std::uint32_t at) const;
    float score(const Place& mention, std::uint32_t sentence) const;
    bool insideQuote(std::uint32_t at) const;

    const TokenizedText& m_text;
    const std::vector<QuotedStretch>& m_stretches;
    const EntityBuilder& m_entities;
    std::vector<Place> m_named;             // in the order of the text
    std::vector<Place> m_referred;          // nouns and pronouns, nearly in this order
    std::vector<std::uint32_t> m_firstVerb; // token index, for each sentence
    std::optional<EntityId> m_lastSpeaker;
    std::uint32_t m_lastSpokeIn = 0; // sentence
};

} // namespace quoth
