#include "core/syntax/syntax.h"

#include "core/syntax/word_classes.h"
#include "core/word_sets/syntax.h"

#include <algorithm>
#include <utility>

namespace quoth {
namespace {

bool isAuxiliary(Relation relation) {
    return relation == Relation::Aux || relation == Relation::AuxPass || relation == Relation::Cop;
}

// Words that a clause hangs on by these relations are its predicates.
std::optional<ClauseKind> clauseKindOf(Relation relation) {
    switch (relation) {
    case Relation::Root:
        return ClauseKind::Main;
    case Relation::Ccomp:
    case Relation::Csubj:
    case Relation::CsubjPass:
        return ClauseKind::Complement;
    case Relation::Xcomp:
        return ClauseKind::OpenComplement;
    case Relation::AclRelcl:
    case Relation::AdvclRelcl:
        return ClauseKind::Relative;
    case Relation::Acl:
        return ClauseKind::Adnominal;
    case Relation::Advcl:
        return ClauseKind::Adverbial;
    case Relation::Conj:
        return ClauseKind::Coordinate;
    case Relation::Parataxis:
        return ClauseKind::Parataxis;
    default:
        return std::nullopt;
    }
}

bool isNameAfterHead(Relation relation) {
    return relation == Relation::Flat || relation == Relation::Goeswith ||
           relation == Relation::Fixed;
}

// Does not belong to a noun phrase that it hangs on.
bool isOutsidePhrase(Relation relation) {
    switch (relation) {
    case Relation::Case:
    case Relation::Cc:
    case Relation::CcPreconj:
    case Relation::Mark:
    case Relation::Cop:
    case Relation::Aux:
    case Relation::Nsubj:
    case Relation::NsubjOuter:
    case Relation::NsubjPass:
    case Relation::Csubj:
    case Relation::Advcl:
    case Relation::AclRelcl:
    case Relation::AdvclRelcl:
    case Relation::Parataxis:
    case Relation::Discourse:
    case Relation::Vocative:
    case Relation::Obl:
    case Relation::OblUnmarked:
    case Relation::Ccomp:
        return true;
    default:
        return false;
    }
}

Modality modalityOf(std::string_view word) {
    if (word == "would" || word == "'d") return Modality::Conditional;
    if (words::possibleModals.contains(word)) return Modality::Possible;
    if (words::necessaryModals.contains(word)) return Modality::Necessary;
    return Modality::None;
}

Tense tenseOf(const Token& token) {
    if (isModal(token))
        return modalityOf(token.lower) == Modality::None ? Tense::Future : Tense::Present;
    if (isPastForm(token)) return Tense::Past;
    return isFinite(token) ? Tense::Present : Tense::None;
}

VerbForm formOf(const Token& token, bool afterTo) {
    if (isFinite(token)) return VerbForm::Finite;
    if (token.tag == FineTag::VBG) return VerbForm::Gerund;
    if (token.tag == FineTag::VBN) return VerbForm::Participle;
    return token.tag == FineTag::VB && !afterTo ? VerbForm::Finite : VerbForm::Infinitive;
}

} // namespace

Syntax::Syntax(const TokenizedText& text, Dependencies trees) : m_trees(std::move(trees)) {
    indexTrees();
    readNounPhrases(text);
    readVerbGroups(text);
    readClauses(text);
}

void Syntax::indexTrees() {
    const auto count = static_cast<std::uint32_t>(m_trees.size());
    m_dependentEnds.assign(count, 0);
    for (std::uint32_t i = 0; i < count; ++i)
        if (!isRoot(i)) ++m_dependentEnds[headOf(i)];
    std::uint32_t sum = 0;
    for (std::uint32_t& end : m_dependentEnds)
        sum += std::exchange(end, sum); // begins, for now
    m_dependents.resize(sum);
    for (std::uint32_t i = 0; i < count; ++i)
        if (!isRoot(i)) m_dependents[m_dependentEnds[headOf(i)]++] = i;

    // From the leaves up, without recursion: a sentence may be deep.
    m_extents.resize(count);
    std::vector<std::uint32_t> open(count), leaves;
    for (std::uint32_t i = 0; i < count; ++i) {
        m_extents[i] = {i, i + 1};
        open[i] = static_cast<std::uint32_t>(dependentsOf(i).size());
        if (open[i] == 0) leaves.push_back(i);
    }
    while (!leaves.empty()) {
        const std::uint32_t i = leaves.back();
        leaves.pop_back();
        if (isRoot(i)) continue;
        IndexRange& above = m_extents[headOf(i)];
        above.begin = std::min(above.begin, m_extents[i].begin);
        above.end = std::max(above.end, m_extents[i].end);
        if (--open[headOf(i)] == 0) leaves.push_back(headOf(i));
    }
}

std::span<const std::uint32_t> Syntax::dependentsOf(std::uint32_t token) const {
    const std::size_t begin = token == 0 ? 0 : m_dependentEnds[token - 1];
    return std::span(m_dependents).subspan(begin, m_dependentEnds[token] - begin);
}

std::optional<std::uint32_t> Syntax::dependent(std::uint32_t token, Relation relation) const {
    for (const std::uint32_t d : dependentsOf(token))
        if (relationOf(d) == relation) return d;
    return std::nullopt;
}

bool Syntax::isUnder(std::uint32_t token, std::uint32_t head) const {
    while (token != head) {
        if (isRoot(token)) return false;
        token = headOf(token);
    }
    return true;
}

std::uint32_t Syntax::topOf(IndexRange tokens) const {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i)
        if (isRoot(i) || !tokens.contains(headOf(i))) return i;
    return tokens.begin;
}

std::uint32_t Syntax::phraseHead(std::uint32_t token) const {
    while (isNameAfterHead(relationOf(token)) || relationOf(token) == Relation::Appos)
        token = headOf(token);
    return token;
}

const NounPhrase* Syntax::nounPhraseOf(std::uint32_t head) const {
    const std::uint32_t index = m_nounPhraseOf[head];
    return index == none ? nullptr : &m_nounPhrases[index];
}

const NounPhrase* Syntax::nounPhraseFrom(std::uint32_t token) const {
    const NounPhrase* out = nullptr;
    for (std::uint32_t at = token;; at = headOf(at)) {
        const NounPhrase* phrase = nounPhraseOf(at);
        if (phrase && phrase->full.begin == token) out = phrase;
        if (isRoot(at) || m_verbGroupOf[at] != none) return out; // no phrase begins in a clause
    }
}

const VerbGroup* Syntax::verbGroupAt(std::uint32_t token) const {
    const std::uint32_t index = m_verbGroupOf[token];
    return index == none ? nullptr : &m_verbGroups[index];
}

const Clause* Syntax::clauseAt(std::uint32_t token) const {
    const std::uint32_t index = m_clauseOf[token];
    return index == none ? nullptr : &m_clauses[index];
}

NounPhrase Syntax::nounPhrase(const TokenizedText& text, std::uint32_t head) const {
    NounPhrase out;
    out.head = head;
    out.core = out.full = {head, head + 1};
    for (const std::uint32_t d : dependentsOf(head)) {
        const Relation relation = relationOf(d);
        const IndexRange extent = m_extents[d];
        if (d < head ? isBeforeNoun(relation) : isNameAfterHead(relation)) {
            out.core.begin = std::min(out.core.begin, extent.begin);
            out.core.end = std::max(out.core.end, extent.end);
        }
        if (!out.determiner && (relation == Relation::Det || relation == Relation::DetPredet ||
                                relation == Relation::NmodPoss))
            out.determiner = d;
        if (isOutsidePhrase(relation) || relation == Relation::Punct) continue;
        // Of coordinated phrases each is one of its own.
        if (relation == Relation::Conj) continue;
        out.full.begin = std::min(out.full.begin, extent.begin);
        out.full.end = std::max(out.full.end, extent.end);
    }
    const auto isMark = [&](std::uint32_t i) {
        return text.tokens[i].pos == Pos::Punct && text.tokens[i].lower != ")";
    };
    while (out.full.end > out.core.end && isMark(out.full.end - 1))
        --out.full.end;
    return out;
}

void Syntax::readNounPhrases(const TokenizedText& text) {
    m_nounPhraseOf.assign(size(), none);
    const auto heads = [&](std::uint32_t i) {
        const Pos pos = text.tokens[i].pos;
        const Relation relation = relationOf(i);
        if (isNameAfterHead(relation) || relation == Relation::Compound ||
            relation == Relation::Case || relation == Relation::Mark || isAuxiliary(relation))
            return false;
        if (pos == Pos::Noun || pos == Pos::Propn || pos == Pos::Pron) return true;
        // "the poor", "three of them", "these": by the place that they take.
        const bool takesPlace = isSubject(relation) || relation == Relation::Obj ||
                                relation == Relation::Iobj ||
                                universal(relation) == Relation::Obl || relation == Relation::Nmod;
        return takesPlace && (pos == Pos::Adj || pos == Pos::Num || pos == Pos::Det ||
                              pos == Pos::Sym || pos == Pos::X);
    };
    for (std::uint32_t i = 0; i < size(); ++i) {
        if (!heads(i)) continue;
        m_nounPhraseOf[i] = static_cast<std::uint32_t>(m_nounPhrases.size());
        m_nounPhrases.push_back(nounPhrase(text, i));
    }
}

bool Syntax::hasPredicate(const TokenizedText& text, std::uint32_t token) const {
    if (text.tokens[token].pos == Pos::Verb || text.tokens[token].pos == Pos::Aux) return true;
    return std::ranges::any_of(dependentsOf(token), [&](std::uint32_t d) {
        return relationOf(d) == Relation::Cop || isSubject(relationOf(d));
    });
}

VerbGroup Syntax::verbGroup(const TokenizedText& text, std::uint32_t predicate) const {
    VerbGroup out;
    out.head = predicate;
    std::vector<std::uint32_t> words; // auxiliaries and the head
    bool afterTo = false;
    for (const std::uint32_t d : dependentsOf(predicate)) {
        const Relation relation = relationOf(d);
        if (isAuxiliary(relation)) words.push_back(d);
        if (relation == Relation::Cop) out.head = d;
        if (relation == Relation::AuxPass) out.passive = true;
        if (relation == Relation::Mark && text.tokens[d].lower == "to") afterTo = true;
        if ((relation == Relation::Advmod || relation == Relation::Det) &&
            isNegation(text.tokens[d]) && d < predicate && text.tokens[d].lower != "no" &&
            text.tokens[d + 1].lower != "only")
            out.negated = true;
    }
    if (isVerbal(text.tokens[predicate])) words.push_back(predicate);
    std::sort(words.begin(), words.end());
    out.tokens = {words.front(), words.back() + 1};
    const Token& first = text.tokens[words.front()];
    out.form = formOf(first, afterTo);
    out.tense = tenseOf(first);
    if (isModal(first)) out.modality = modalityOf(first.lower);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const Token &word = text.tokens[words[i]], &next = text.tokens[words[i + 1]];
        if (word.lemma == "have" && (next.tag == FineTag::VBN || next.tag == FineTag::VBD))
            out.perfect = true;
        if (word.lemma == "be" && next.tag == FineTag::VBG) out.progressive = true;
    }
    return out;
}

void Syntax::readVerbGroups(const TokenizedText& text) {
    m_verbGroupOf.assign(size(), none);
    for (std::uint32_t i = 0; i < size(); ++i) {
        if (isAuxiliary(relationOf(i))) continue;
        const bool copular = dependent(i, Relation::Cop).has_value();
        if (text.tokens[i].pos != Pos::Verb && text.tokens[i].pos != Pos::Aux && !copular) continue;
        if (relationOf(i) == Relation::Amod || relationOf(i) == Relation::Case ||
            relationOf(i) == Relation::Compound)
            continue; // "retiring judges", "including"
        const auto index = static_cast<std::uint32_t>(m_verbGroups.size());
        VerbGroup group = verbGroup(text, i);
        // "was arrested and charged": the second takes the first one's auxiliaries.
        if (relationOf(i) == Relation::Conj && group.tokens.size() == 1 && !copular &&
            headOf(i) < i && m_verbGroupOf[headOf(i)] != none) {
            const VerbGroup& joined = m_verbGroups[m_verbGroupOf[headOf(i)]];
            const bool sameForm = text.tokens[i].tag == text.tokens[joined.head].tag ||
                                  text.tokens[i].tag == FineTag::VB;
            if (joined.tokens.size() > 1 && sameForm && !isFinite(text.tokens[i])) {
                group.form = joined.form;
                group.tense = joined.tense;
                group.modality = joined.modality;
                group.perfect = joined.perfect;
                group.progressive = joined.progressive;
                group.passive = joined.passive;
                const auto conjunction = dependent(i, Relation::Cc); // "not arrested or charged"
                if (conjunction && text.tokens[*conjunction].lower == "or")
                    group.negated = group.negated || joined.negated;
            }
        }
        m_verbGroupOf[i] = index;
        for (const std::uint32_t d : dependentsOf(i))
            if (isAuxiliary(relationOf(d))) m_verbGroupOf[d] = index;
        m_verbGroups.push_back(group);
    }
}

void Syntax::fillClause(const TokenizedText& text, Clause& clause) const {
    const auto phrase = [&](std::uint32_t token) -> std::optional<std::uint32_t> {
        const std::uint32_t index = m_nounPhraseOf[token];
        if (index == none) return std::nullopt;
        return index;
    };
    std::optional<std::uint32_t> toPhrase;
    for (const std::uint32_t d : dependentsOf(clause.head)) {
        const Relation relation = relationOf(d);
        if (isSubject(relation) && (!clause.subject || d < clause.head)) // the nearest before it
            clause.subject = phrase(d);
        else if (relation == Relation::Obj && !clause.object)
            clause.object = phrase(d);
        else if (relation == Relation::Iobj && !clause.addressee)
            clause.addressee = phrase(d);
        else if (relation == Relation::OblAgent && !clause.agent)
            clause.agent = phrase(d);
        else if (relation == Relation::Mark && !clause.marker)
            clause.marker = d;
        else if (relation == Relation::Obl && !toPhrase) {
            const auto preposition = dependent(d, Relation::Case);
            if (preposition && text.tokens[*preposition].lower == "to") toPhrase = phrase(d);
            if (preposition && text.tokens[*preposition].lower == "by" && !clause.agent &&
                m_verbGroupOf[clause.head] != none &&
                m_verbGroups[m_verbGroupOf[clause.head]].passive)
                clause.agent = phrase(d);
        }
        if (relation == Relation::Ccomp && m_clauseOf[d] != none) clause.complement = m_clauseOf[d];
    }
    // "told the court that": some trees make the court an object.
    if (clause.complement && !clause.addressee && clause.object) {
        clause.addressee = clause.object;
        clause.object.reset();
    }
    if (!clause.addressee && !clause.object) clause.addressee = toPhrase;
}

// A clause without a subject takes that of the clause it is joined to ("came and left"), or that of
// its governor's object or subject ("told them to leave", "agreed to leave", "left, saying").
void Syntax::shareSubjects() {
    // Governors first, whatever side they stand on.
    std::vector<std::uint32_t> order(m_clauses.size()), depth(m_clauses.size()), path;
    for (std::uint32_t c = 0; c < m_clauses.size(); ++c) {
        order[c] = c;
        std::uint32_t at = c;
        for (; depth[at] == 0 && m_clauses[at].parent; at = *m_clauses[at].parent)
            path.push_back(at);
        for (std::uint32_t above = depth[at]; !path.empty(); path.pop_back())
            depth[path.back()] = ++above;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t x, std::uint32_t y) { return depth[x] < depth[y]; });
    for (const std::uint32_t c : order) {
        Clause& clause = m_clauses[c];
        if (clause.subject || !clause.parent) continue;
        const Clause& parent = m_clauses[*clause.parent];
        switch (clause.kind) {
        case ClauseKind::Coordinate:
            clause.subject = parent.subject;
            break;
        case ClauseKind::OpenComplement:
            clause.subject = parent.addressee ? parent.addressee
                             : parent.object  ? parent.object
                                              : parent.subject;
            break;
        case ClauseKind::Adverbial:
            if (clause.verbGroup && m_verbGroups[*clause.verbGroup].form != VerbForm::Finite)
                clause.subject = parent.subject;
            break;
        default:
            break;
        }
        clause.sharesSubject = clause.subject.has_value();
    }
}

void Syntax::readClauses(const TokenizedText& text) {
    m_clauseOf.assign(size(), none);
    for (std::uint32_t i = 0; i < size(); ++i) {
        const auto kind = clauseKindOf(relationOf(i));
        if (!kind || !hasPredicate(text, i)) continue;
        m_clauseOf[i] = static_cast<std::uint32_t>(m_clauses.size());
        Clause clause;
        clause.head = i;
        clause.kind = *kind;
        clause.extent = m_extents[i];
        if (m_verbGroupOf[i] != none) clause.verbGroup = m_verbGroupOf[i];
        m_clauses.push_back(clause);
    }
    // Each token's clause is that of the nearest head above it that has one. Heads whose clause is
    // not known yet wait on a path, so that deep trees take linear time.
    std::vector<std::uint32_t> path;
    std::vector<bool> isSettled(size(), false);
    for (std::uint32_t c = 0; c < m_clauses.size(); ++c)
        isSettled[m_clauses[c].head] = true;
    for (std::uint32_t i = 0; i < size(); ++i) {
        std::uint32_t at = i;
        while (!isSettled[at] && !isRoot(at)) {
            path.push_back(at);
            at = headOf(at);
        }
        isSettled[at] = true;
        for (; !path.empty(); path.pop_back()) {
            m_clauseOf[path.back()] = m_clauseOf[at];
            isSettled[path.back()] = true;
        }
    }
    for (Clause& clause : m_clauses) {
        if (!isRoot(clause.head)) {
            const std::uint32_t parent = m_clauseOf[headOf(clause.head)];
            if (parent != none) clause.parent = parent;
        }
        fillClause(text, clause);
    }
    shareSubjects();
}

} // namespace quoth
