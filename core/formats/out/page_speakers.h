// The speakers of a document in the order of an export's legend: number, badge, counts.
#pragma once

#include "core/document/document.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace quoth {

struct PageSpeaker {
    EntityId entity;
    std::string badge; // speaker_badges.h
    std::size_t quotes = 0;
};

class PageSpeakers {
public:
    explicit PageSpeakers(const Document& document);

    const std::vector<PageSpeaker>& all() const { return m_all; } // by falling number of quotes
    // 1 for the first speaker; 0 for none and for entities that do not speak.
    std::size_t number(const std::optional<EntityId>& entity) const;
    std::string className(const std::optional<EntityId>& entity) const; // "s1"

private:
    std::vector<PageSpeaker> m_all;
    std::unordered_map<EntityId, std::size_t> m_number;
};

} // namespace quoth
