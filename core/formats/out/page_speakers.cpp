#include "core/formats/out/page_speakers.h"

#include "core/formats/out/speaker_badges.h"

namespace quoth {

PageSpeakers::PageSpeakers(const Document& document) {
    const std::vector<EntityId> speakers = document.speakers();
    std::vector<std::string> badges = speakerBadges(document);
    for (std::size_t i = 0; i < speakers.size(); ++i) {
        m_all.push_back({speakers[i], std::move(badges[i]), 0});
        m_number.emplace(speakers[i], i + 1);
    }
    for (const Quote& quote : document.quotes())
        if (quote.speaker) ++m_all[m_number.at(*quote.speaker) - 1].quotes;
}

std::size_t PageSpeakers::number(const std::optional<EntityId>& entity) const {
    if (!entity) return 0;
    const auto it = m_number.find(*entity);
    return it == m_number.end() ? 0 : it->second;
}

std::string PageSpeakers::className(const std::optional<EntityId>& entity) const {
    return "s" + std::to_string(number(entity));
}

} // namespace quoth
