#include "core/syntax/tree_repairs.h"

#include "core/syntax/word_classes.h"
#include "core/word_sets/syntax.h"

#include <optional>
#include <vector>

namespace quoth {
namespace {

class Repairer {
public:
    Repairer(const TokenizedText& text, IndexRange sentence, Dependencies& trees)
        : m_text(text), m_sentence(sentence), m_trees(trees) {}

    void run() {
        m_hasSubject.assign(m_sentence.size(), false);
        m_complement.assign(m_sentence.size(), std::nullopt);
        for (std::uint32_t i = m_sentence.begin; i < m_sentence.end; ++i) {
            const std::uint32_t head = m_trees[i].head - m_sentence.begin;
            if (isSubject(m_trees[i].relation)) m_hasSubject[head] = true;
            if (m_trees[i].relation == Relation::Ccomp && m_trees[i].head < i &&
                !m_complement[head])
                m_complement[head] = i;
        }
        for (std::uint32_t i = m_sentence.begin; i < m_sentence.end; ++i) {
            makeSubject(i);
            if (m_trees[i].relation == Relation::Appos) standBeside(i);
            if (isSubject(m_trees[i].relation)) standAround(i);
            if (m_trees[i].relation == Relation::Cc) goOn(m_trees[i].head, i);
            if (m_trees[i].relation == Relation::Mark) {
                tellIt(m_trees[i].head, i);
                standAside(m_trees[i].head, i);
            }
        }
    }

private:
    bool hasSubject(std::uint32_t verb) const { return m_hasSubject[verb - m_sentence.begin]; }

    void makeSubject(std::uint32_t noun) {
        Dependency& own = m_trees[noun];
        const std::uint32_t verb = own.head;
        if (own.relation == Relation::Compound && verb == noun + 1 && isNoun(m_text.tokens[noun]) &&
            m_text.tokens[verb].pos == Pos::Verb && isFinite(m_text.tokens[verb]) &&
            !hasSubject(verb)) {
            own.relation = Relation::Nsubj;
            m_hasSubject[verb - m_sentence.begin] = true;
        }
    }

    // `name` is in apposition to a verb's subject.
    void standBeside(std::uint32_t name) {
        const std::uint32_t subject = m_trees[name].head, verb = m_trees[subject].head;
        const bool set = name > m_sentence.begin && m_text.word(name - 1) == "," &&
                         subject < name && name < verb && isSubject(m_trees[subject].relation) &&
                         verb + 1 < m_sentence.end && m_text.word(verb + 1) == ",";
        if (!set) return;
        for (std::uint32_t i = name; i < verb; ++i) // the name runs into the verb
            if (m_text.tokens[i].kind != TokenKind::Word) return;
        const auto clause = m_complement[verb - m_sentence.begin]; // the first behind it
        if (!clause || hasSubject(*clause)) return;
        setIn(verb, subject, *clause);
        m_trees[name] = {verb, Relation::Nsubj};
    }

    // `subject` stands before a verb that is set in with its own subject behind it.
    void standAround(std::uint32_t subject) {
        const std::uint32_t verb = m_trees[subject].head;
        if (subject + 1 >= verb || m_text.word(verb - 1) != "," || !isFinite(m_text.tokens[verb]))
            return;
        const auto clause = m_complement[verb - m_sentence.begin];
        std::uint32_t comma = verb + 1;
        while (comma < m_sentence.end && m_text.tokens[comma].kind == TokenKind::Word)
            ++comma;
        if (!clause || *clause < comma || comma >= m_sentence.end || m_text.word(comma) != ",")
            return;
        std::optional<std::uint32_t> speaker; // the head of what stands between verb and comma
        for (std::uint32_t i = verb + 1; i < comma; ++i)
            if (m_trees[i].head == verb || m_trees[i].head == *clause) {
                if (speaker || !isNoun(m_text.tokens[i])) return;
                speaker = i;
            }
        const bool own =
            speaker && isSubject(m_trees[*speaker].relation) && m_trees[*speaker].head == *clause;
        if (!speaker || (hasSubject(*clause) && !own)) return;
        setIn(verb, subject, *clause);
        m_trees[*speaker] = {verb, Relation::Nsubj};
    }

    // The clause takes the place of the verb that is set into it, and its first words.
    void setIn(std::uint32_t verb, std::uint32_t subject, std::uint32_t clause) {
        m_trees[clause] =
            m_trees[verb].head == verb ? Dependency{clause, Relation::Root} : m_trees[verb];
        m_trees[verb] = {clause, Relation::Parataxis};
        m_trees[subject].head = clause;
        for (std::uint32_t i = clause + 1; i < m_sentence.end; ++i) // what ends the sentence
            if (m_trees[i].head == verb) m_trees[i].head = clause;
        m_hasSubject[clause - m_sentence.begin] = true;
    }

    // The clause whose words `verb` is set into: "The bridge, Ann Lee said, was safe".
    std::optional<std::uint32_t> clauseAround(std::uint32_t verb) const {
        const std::uint32_t outer = m_trees[verb].head;
        const bool set = m_trees[verb].relation == Relation::Parataxis && outer < verb;
        return set ? std::optional(outer) : std::nullopt;
    }

    // `marker` opens the clause.
    void tellIt(std::uint32_t clause, std::uint32_t marker) {
        Dependency& own = m_trees[clause];
        const Dependency& told = m_trees[own.head];
        if (own.relation == Relation::Acl && told.relation == Relation::Iobj && own.head < marker &&
            told.head < own.head && m_text.tokens[marker].lower == "that")
            own = {told.head, Relation::Ccomp};
    }

    // `marker` opens the clause.
    void standAside(std::uint32_t clause, std::uint32_t marker) {
        Dependency& own = m_trees[clause];
        if (own.relation != Relation::Ccomp && own.relation != Relation::Advcl) return;
        const std::string_view word = m_text.tokens[marker].lower;
        const bool parted = own.head < marker && m_text.word(marker - 1) == ",";
        const auto outer = parted ? clauseAround(own.head) : std::nullopt;
        if (outer &&
            (words::adverbialMarkers.contains(word) || words::eitherMarkers.contains(word)))
            own = {*outer, Relation::Advcl};
        else if (words::adverbialMarkers.contains(word))
            own.relation = Relation::Advcl;
    }

    // `conjunction` opens the clause.
    void goOn(std::uint32_t clause, std::uint32_t conjunction) {
        Dependency& own = m_trees[clause];
        if (own.relation != Relation::Ccomp || own.head > conjunction) return;
        if (const auto outer = clauseAround(own.head)) own = {*outer, Relation::Conj};
    }

    const TokenizedText& m_text;
    const IndexRange m_sentence;
    Dependencies& m_trees;
    std::vector<bool> m_hasSubject;                         // by token of the sentence
    std::vector<std::optional<std::uint32_t>> m_complement; // a clause behind it, likewise
};

} // namespace

void repairTrees(const TokenizedText& text, Dependencies& trees) {
    for (const Sentence& sentence : text.sentences)
        Repairer(text, sentence.tokens, trees).run();
}

} // namespace quoth
