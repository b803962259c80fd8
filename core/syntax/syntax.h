// The grammar of a text, read once for all stages: trees, and above them noun phrases, verb groups
// and clauses. In: tagged text and its trees. Out: plain values. Any trees will do, those of a
// parser or made by hand; the text is not kept.
//
// Positions are token indices in the text; noun phrases, verb groups and clauses are ordered by
// their heads.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/syntax/dependencies.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quoth {

struct NounPhrase {
    std::uint32_t head = 0;
    IndexRange core; // determiner to head, or to the end of a name: "the former minister"
    IndexRange full; // with what follows and hangs on it, "the minister of justice, Ann Lee";
                     // without relative clauses, prepositions before it and marks at its ends
    std::optional<std::uint32_t> determiner; // article, demonstrative or possessor
    bool operator==(const NounPhrase&) const = default;
};

enum class Tense : std::uint8_t { None, Past, Present, Future };
enum class VerbForm : std::uint8_t { Finite, Infinitive, Gerund, Participle };
enum class Modality : std::uint8_t {
    None,
    Conditional, // "would"
    Possible,    // "can", "could", "may", "might"
    Necessary    // "must", "should", "shall", "ought"
};

// "had not been charged": a verb with its auxiliaries. The head is the full verb, or the copula
// where a noun or adjective is the predicate ("was a lawyer").
struct VerbGroup {
    std::uint32_t head = 0;
    IndexRange tokens; // first auxiliary to head, with what stands between
    VerbForm form = VerbForm::Finite;
    Tense tense = Tense::None; // of the finite word; Future with "will"
    Modality modality = Modality::None;
    bool perfect = false, progressive = false, passive = false, negated = false;
    bool operator==(const VerbGroup&) const = default;

    // Tells of what is over: "said", "has said", "could have said"; not "would say", "will have
    // said".
    bool isPast() const {
        return perfect ? tense != Tense::Future
                       : tense == Tense::Past && modality == Modality::None;
    }
};

enum class ClauseKind : std::uint8_t {
    Main,
    Complement,     // "said that he left": what is said, as subject or object
    OpenComplement, // "agreed to leave": without a subject of its own
    Relative,       // "the man who left"
    Adnominal,      // "a plan to leave", "the man seen here"
    Adverbial,      // "because he left", "leaving early"
    Coordinate,     // "came and left"
    Parataxis,      // "'...', he said": set beside another
};

struct Clause {
    std::uint32_t head = 0; // its predicate: a full verb, or the noun or adjective after a copula
    ClauseKind kind = ClauseKind::Main;
    IndexRange extent; // of all that hangs on its head, clauses within it included
    std::optional<std::uint32_t> parent;          // index of the clause that it hangs on
    std::optional<std::uint32_t> verbGroup;       // index
    std::optional<std::uint32_t> subject, object; // indices of noun phrases
    std::optional<std::uint32_t> addressee;       // "told the court", "said to reporters"
    std::optional<std::uint32_t> agent;           // "was told by police"
    std::optional<std::uint32_t> complement;      // index of the clause that is reported
    std::optional<std::uint32_t> marker;          // "that", "because", "to"
    bool sharesSubject = false; // the subject is that of the clause it is joined to, or governed by
    bool operator==(const Clause&) const = default;
};

class Syntax {
public:
    Syntax() = default;
    Syntax(const TokenizedText& text, Dependencies trees);

    std::size_t size() const { return m_trees.size(); } // tokens
    std::uint32_t headOf(std::uint32_t token) const { return m_trees[token].head; }
    Relation relationOf(std::uint32_t token) const { return m_trees[token].relation; }
    bool isRoot(std::uint32_t token) const { return m_trees[token].head == token; }
    std::span<const std::uint32_t> dependentsOf(std::uint32_t token) const; // in order
    std::optional<std::uint32_t> dependent(std::uint32_t token, Relation relation) const; // first
    // First to last token of all that hangs on this one, itself included.
    IndexRange extentOf(std::uint32_t token) const { return m_extents[token]; }
    // What the words of the range hang on: the first of them whose head lies outside it, or that
    // has none. Ranges must not be empty.
    std::uint32_t topOf(IndexRange tokens) const;
    // The head of the phrase that this word belongs to as a name or in apposition: of "Lee" in
    // "the mayor, Ann Lee, said" "mayor".
    std::uint32_t phraseHead(std::uint32_t token) const;
    // Is `token` this head or does it hang on it, directly or not?
    bool isUnder(std::uint32_t token, std::uint32_t head) const;

    const std::vector<NounPhrase>& nounPhrases() const { return m_nounPhrases; }
    const std::vector<VerbGroup>& verbGroups() const { return m_verbGroups; }
    const std::vector<Clause>& clauses() const { return m_clauses; }
    // The noun phrase headed by this token; none where it heads none.
    const NounPhrase* nounPhraseOf(std::uint32_t head) const;
    // The longest noun phrase that begins with this token; none where no phrase does.
    const NounPhrase* nounPhraseFrom(std::uint32_t token) const;
    // The verb group that this token is the head of or an auxiliary in.
    const VerbGroup* verbGroupAt(std::uint32_t token) const;
    // The innermost clause that the token belongs to; none in a fragment without a verb.
    const Clause* clauseAt(std::uint32_t token) const;

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    void indexTrees();
    void readNounPhrases(const TokenizedText& text);
    void readVerbGroups(const TokenizedText& text);
    void readClauses(const TokenizedText& text);
    bool hasPredicate(const TokenizedText& text, std::uint32_t token) const;
    NounPhrase nounPhrase(const TokenizedText& text, std::uint32_t head) const;
    VerbGroup verbGroup(const TokenizedText& text, std::uint32_t predicate) const;
    void fillClause(const TokenizedText& text, Clause& clause) const;
    void shareSubjects();

    Dependencies m_trees;
    std::vector<std::uint32_t> m_dependents, m_dependentEnds; // of each token, one after another
    std::vector<IndexRange> m_extents;
    std::vector<NounPhrase> m_nounPhrases;
    std::vector<VerbGroup> m_verbGroups;
    std::vector<Clause> m_clauses;
    std::vector<std::uint32_t> m_nounPhraseOf, m_verbGroupOf, m_clauseOf; // by token; none
};

} // namespace quoth
