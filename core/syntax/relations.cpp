#include "core/syntax/relations.h"

#include "core/support/enum_names.h"

namespace quoth {
namespace {

constexpr EnumNames<Relation, relationCount> names{
    {"acl",   "acl:relcl",   "advcl",        "advcl:relcl", "advmod",
     "amod",  "appos",       "aux",          "aux:pass",    "case",
     "cc",    "cc:preconj",  "ccomp",        "compound",    "compound:prt",
     "conj",  "cop",         "csubj",        "csubj:pass",  "dep",
     "det",   "det:predet",  "discourse",    "dislocated",  "expl",
     "fixed", "flat",        "goeswith",     "iobj",        "list",
     "mark",  "nmod",        "nmod:desc",    "nmod:poss",   "nmod:unmarked",
     "nsubj", "nsubj:outer", "nsubj:pass",   "nummod",      "obj",
     "obl",   "obl:agent",   "obl:unmarked", "orphan",      "parataxis",
     "punct", "reparandum",  "root",         "vocative",    "xcomp"}};

} // namespace

std::string_view name(Relation relation) {
    return names.of(relation);
}

Relation relationFromName(std::string_view text) {
    if (const auto found = names.find(text)) return *found;
    const std::size_t colon = text.find(':');
    return colon == std::string_view::npos ? Relation::Dep
                                           : relationFromName(text.substr(0, colon));
}

Relation universal(Relation relation) {
    const std::string_view text = name(relation);
    const std::size_t colon = text.find(':');
    return colon == std::string_view::npos ? relation : relationFromName(text.substr(0, colon));
}

bool isBeforeNoun(Relation relation) {
    switch (relation) {
    case Relation::Det:
    case Relation::DetPredet:
    case Relation::Amod:
    case Relation::Compound:
    case Relation::Nummod:
    case Relation::NmodPoss:
    case Relation::NmodDesc:
    case Relation::NmodUnmarked:
    case Relation::Flat:
    case Relation::Goeswith:
        return true;
    default:
        return false;
    }
}

} // namespace quoth
