// The colours of speakers, the same in the window and in exports: after Okabe and Ito (2008),
// lightened for tints and darkened for lines until text on a tint has a contrast of at least 7:1
// and lines one of 4.5:1. These bounds bring some of them close for colour-blind readers: the
// second set is far apart for them as well (see there).
#pragma once

#include <array>
#include <cstdint>

namespace quoth {

struct SpeakerColours {
    std::uint32_t lightTint, lightLine, darkTint, darkLine; // 0xRRGGBB
};

using SpeakerColourSet = std::array<SpeakerColours, 7>;

enum class ColourSet { Standard, Distinct };

inline constexpr SpeakerColourSet standardColours = {{
    {0xD8E9F8, 0x0B62A4, 0x16344F, 0x6DB6EE}, // blue
    {0xFBE3CF, 0xA44900, 0x4A2C10, 0xF0A35E}, // vermilion
    {0xD3F0E5, 0x00704F, 0x0F3D30, 0x4CC9A0}, // green
    {0xF6DDEB, 0x9C2F74, 0x47213A, 0xE592C4}, // purple
    {0xF8F0C4, 0x776300, 0x40380B, 0xE0CB4B}, // yellow
    {0xD6EFF5, 0x006C84, 0x113A45, 0x62C6DD}, // cyan
    {0xE6E1F7, 0x5B46A8, 0x2F2950, 0xAFA0F0}, // violet
}};
// Searched for by annealing: any two lines, and any two tints, are as far apart in OKLab as these
// bounds allow, both to the usual eye and by Machado's simulation (2009) of protanopia,
// deuteranopia and tritanopia. They differ in lightness as much as in hue, and are louder for it.
inline constexpr SpeakerColourSet distinctColours = {{
    {0xFDDCA0, 0x700000, 0x642E14, 0xF4C902}, // red; gold on dark
    {0xDEF2FF, 0x820CFE, 0x26295C, 0x94A2FF}, // violet
    {0xE1DFDE, 0x9A34AB, 0x31232F, 0xFEFF84}, // purple; lemon on dark
    {0xFFF5B7, 0x440F48, 0x320C02, 0xE89642}, // aubergine; orange on dark
    {0xC8EDBF, 0x1A7100, 0x4D1C02, 0x56E6A7}, // green
    {0xC0FFDA, 0x5C3E62, 0x4A374E, 0xC5C8FF}, // mauve
    {0xB5E7FF, 0x08008E, 0x0B1645, 0xAFFFF4}, // navy; ice on dark
}};

constexpr const SpeakerColourSet& speakerColours(ColourSet set) {
    return set == ColourSet::Distinct ? distinctColours : standardColours;
}

// All other speakers, and quotes without one.
inline constexpr SpeakerColours restColours = {0xEAEAEA, 0x5E5E5E, 0x353535, 0xB4B4B4};

} // namespace quoth
