// Relations of words to their heads: the universal ones (universaldependencies.org/u/dep) with
// those subtypes of English that stages ask about.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace quoth {

enum class Relation : std::uint8_t {
    Acl,
    AclRelcl,
    Advcl,
    AdvclRelcl,
    Advmod,
    Amod,
    Appos,
    Aux,
    AuxPass,
    Case,
    Cc,
    CcPreconj,
    Ccomp,
    Compound,
    CompoundPrt,
    Conj,
    Cop,
    Csubj,
    CsubjPass,
    Dep, // what has no name of its own here
    Det,
    DetPredet,
    Discourse,
    Dislocated,
    Expl,
    Fixed,
    Flat,
    Goeswith,
    Iobj,
    List,
    Mark,
    Nmod,
    NmodDesc,
    NmodPoss,
    NmodUnmarked,
    Nsubj,
    NsubjOuter,
    NsubjPass,
    Nummod,
    Obj,
    Obl,
    OblAgent,
    OblUnmarked,
    Orphan,
    Parataxis,
    Punct,
    Reparandum,
    Root,
    Vocative,
    Xcomp,
    Count
};
constexpr std::size_t relationCount = static_cast<std::size_t>(Relation::Count);

std::string_view name(Relation relation); // "nsubj:pass"
// A subtype that is none of those above gives its universal relation; what is unknown gives Dep.
Relation relationFromName(std::string_view name);
// Without the subtype: AclRelcl gives Acl.
Relation universal(Relation relation);

constexpr bool isSubject(Relation relation) { // a noun phrase, not a clause
    return relation == Relation::Nsubj || relation == Relation::NsubjPass ||
           relation == Relation::NsubjOuter;
}
bool isBeforeNoun(Relation relation); // stands before a noun in its name or description

} // namespace quoth
