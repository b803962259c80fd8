// Finds the organisations that a shorter name may stand for by its words or as their acronym,
// without asking all of them.
#pragma once

#include "core/document/ids.h"
#include "core/people/name_forms.h"

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace quoth {

class OrganizationIndex {
public:
    // Ids must rise from call to call, and names must not grow longer.
    void add(EntityId organization, const NameWords& name);

    // All organisations that hold each word of `part` are among these, in the order they were
    // added, unless each of its words stands in very many names.
    std::span<const EntityId> mayHold(const NameWords& part) const;
    // The first organisation that the acronym abbreviates.
    std::optional<EntityId> abbreviatedBy(std::string_view acronym) const;

private:
    std::vector<EntityId> m_first; // the one added first, with the longest name
    std::unordered_map<std::string, std::vector<EntityId>> m_byWord;
    std::unordered_map<std::string, EntityId> m_byAcronym;
};

} // namespace quoth
