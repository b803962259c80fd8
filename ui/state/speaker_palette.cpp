#include "ui/state/speaker_palette.h"

#include "core/formats/out/speaker_badges.h"

#include <array>
#include <set>

namespace quoth::ui {
namespace {

constexpr std::array<Qt::PenStyle, 4> patterns = {Qt::SolidLine, Qt::DashLine, Qt::DotLine,
                                                  Qt::DashDotLine};

} // namespace

SpeakerPalette::SpeakerPalette(const Document& document, const QPalette& palette, ColourSet set,
                               const SpeakerPalette* previous)
    : m_dark(isDark(palette)), m_set(set) {
    const auto speakers = document.speakers();
    std::set<int> taken;
    if (previous)
        for (const auto& [entity, colour] : previous->m_colours)
            if (entity.value < document.entities().size()) {
                m_colours.emplace(entity, colour);
                taken.insert(colour);
            }
    const std::vector<std::string> badges = speakerBadges(document);
    for (std::size_t i = 0; i < speakers.size(); ++i) {
        const EntityId speaker = speakers[i];
        m_badges.emplace(speaker, QString::fromStdString(badges[i]));
        if (m_colours.contains(speaker)) continue;
        for (int colour = 0; colour < static_cast<int>(speakerColours(set).size()); ++colour)
            if (taken.insert(colour).second) {
                m_colours.emplace(speaker, colour);
                break;
            }
    }
}

SpeakerPalette SpeakerPalette::ofColours(std::unordered_map<EntityId, int> colours) {
    SpeakerPalette out;
    out.m_colours = std::move(colours);
    return out;
}

SpeakerPalette SpeakerPalette::moved(const std::vector<std::optional<EntityId>>& now) const {
    SpeakerPalette out;
    out.m_dark = m_dark;
    out.m_set = m_set;
    for (const auto& [entity, colour] : m_colours)
        if (entity.value < now.size() && now[entity.value])
            out.m_colours.emplace(*now[entity.value], colour);
    for (const auto& [entity, badge] : m_badges)
        if (entity.value < now.size() && now[entity.value])
            out.m_badges.emplace(*now[entity.value], badge);
    return out;
}

SpeakerStyle SpeakerPalette::style(EntityId entity, bool selected) const {
    const auto colour = m_colours.find(entity);
    const bool coloured = colour != m_colours.end();
    // A selected speaker of the rest borrows a colour by its id.
    const SpeakerColourSet& colours = speakerColours(m_set);
    const std::size_t index =
        coloured ? static_cast<std::size_t>(colour->second) : entity.value % colours.size();
    const SpeakerColours& set = coloured || selected ? colours[index] : restColours;
    SpeakerStyle style;
    style.tint = QColor::fromRgb(m_dark ? set.darkTint : set.lightTint);
    style.line = QColor::fromRgb(m_dark ? set.darkLine : set.lightLine);
    style.coloured = coloured;
    style.pattern = patterns[index % patterns.size()];
    const auto badge = m_badges.find(entity);
    style.badge = badge == m_badges.end() ? QString() : badge->second;
    return style;
}

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Base).lightnessF() < 0.5F;
}

} // namespace quoth::ui
