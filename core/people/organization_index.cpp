#include "core/people/organization_index.h"

#include "core/people/people_limits.h"
#include "core/support/unicode.h"

namespace quoth {

void OrganizationIndex::add(EntityId organization, const NameWords& name) {
    if (m_first.empty()) m_first.push_back(organization);
    for (const std::string& word : name) {
        auto& list = m_byWord[word];
        const bool known = !list.empty() && list.back() == organization;
        if (!known && list.size() < people_limits::namesakes) list.push_back(organization);
    }
    for (std::string& acronym : acronymsOf(name))
        m_byAcronym.emplace(std::move(acronym), organization);
}

std::span<const EntityId> OrganizationIndex::mayHold(const NameWords& part) const {
    std::optional<std::span<const EntityId>> fewest;
    for (const std::string& word : part) {
        if (isSmallWord(word)) continue;
        const auto it = m_byWord.find(word);
        if (it == m_byWord.end()) return {};
        if (!fewest || it->second.size() < fewest->size()) fewest = it->second;
    }
    return fewest.value_or(m_first); // nothing but small words: any name that is longer holds them
}

std::optional<EntityId> OrganizationIndex::abbreviatedBy(std::string_view acronym) const {
    const auto it = m_byAcronym.find(toLower(acronym));
    return it == m_byAcronym.end() ? std::nullopt : std::optional(it->second);
}

} // namespace quoth
