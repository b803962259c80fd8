#include "ui/session/speaker_palette.h"

#include <QStringList>
#include <array>
#include <set>

namespace quoth::ui {
namespace {

struct Colours {
    QRgb lightTint, lightLine, darkTint, darkLine;
};

// After Okabe and Ito (2008), lightened for tints and darkened for lines until the contrasts hold.
constexpr std::array<Colours, 7> colourSet = {{
    {0xFFD8E9F8, 0xFF0B62A4, 0xFF16344F, 0xFF6DB6EE}, // blue
    {0xFFFBE3CF, 0xFFA84B00, 0xFF4A2C10, 0xFFF0A35E}, // vermilion
    {0xFFD3F0E5, 0xFF00704F, 0xFF0F3D30, 0xFF4CC9A0}, // green
    {0xFFF6DDEB, 0xFF9C2F74, 0xFF47213A, 0xFFE592C4}, // purple
    {0xFFF8F0C4, 0xFF776300, 0xFF40380B, 0xFFE0CB4B}, // yellow
    {0xFFD6EFF5, 0xFF006C84, 0xFF113A45, 0xFF62C6DD}, // cyan
    {0xFFE6E1F7, 0xFF5B46A8, 0xFF2F2950, 0xFFAFA0F0}, // violet
}};
constexpr Colours grey = {0xFFEAEAEA, 0xFF5E5E5E, 0xFF353535, 0xFFB4B4B4};
constexpr std::array<Qt::PenStyle, 4> patterns = {Qt::SolidLine, Qt::DashLine, Qt::DotLine,
                                                  Qt::DashDotLine};

QString initials(const QString& name) {
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty()) return QStringLiteral("?");
    QString out = words.first().left(1).toUpper();
    if (words.size() > 1) out += words.last().left(1).toUpper();
    return out;
}

} // namespace

SpeakerPalette::SpeakerPalette(const Document& document, const QPalette& palette,
                               const SpeakerPalette* previous)
    : m_dark(isDark(palette)) {
    const auto speakers = document.speakers();
    std::set<int> taken;
    if (previous)
        for (const auto& [entity, colour] : previous->m_colours)
            if (entity.value < document.entities().size()) {
                m_colours.emplace(entity, colour);
                taken.insert(colour);
            }
    std::set<QString> badges;
    int number = 0;
    for (const EntityId speaker : speakers) {
        ++number;
        QString badge = initials(QString::fromStdString(document.entity(speaker).name));
        if (!badges.insert(badge).second) {
            badge = QString::number(number);
            badges.insert(badge);
        }
        m_badges.emplace(speaker, badge);
        if (m_colours.contains(speaker)) continue;
        for (int colour = 0; colour < static_cast<int>(colourSet.size()); ++colour)
            if (taken.insert(colour).second) {
                m_colours.emplace(speaker, colour);
                break;
            }
    }
}

SpeakerStyle SpeakerPalette::style(EntityId entity, bool selected) const {
    const auto colour = m_colours.find(entity);
    const bool coloured = colour != m_colours.end();
    // A selected speaker of the rest borrows a colour by its id.
    const std::size_t index =
        coloured ? static_cast<std::size_t>(colour->second) : entity.value % colourSet.size();
    const Colours& set = coloured || selected ? colourSet[index] : grey;
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
