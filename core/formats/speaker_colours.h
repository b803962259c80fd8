// The colours of speakers, the same in the window and in exports: after Okabe and Ito (2008), a set
// that colour-blind readers tell apart, lightened for tints and darkened for lines until text on a
// tint has a contrast of at least 7:1 and lines one of 4.5:1.
#pragma once

#include <array>
#include <cstdint>

namespace quoth {

struct SpeakerColours {
    std::uint32_t lightTint, lightLine, darkTint, darkLine; // 0xRRGGBB
};

inline constexpr std::array<SpeakerColours, 7> speakerColours = {{
    {0xD8E9F8, 0x0B62A4, 0x16344F, 0x6DB6EE}, // blue
    {0xFBE3CF, 0xA44900, 0x4A2C10, 0xF0A35E}, // vermilion
    {0xD3F0E5, 0x00704F, 0x0F3D30, 0x4CC9A0}, // green
    {0xF6DDEB, 0x9C2F74, 0x47213A, 0xE592C4}, // purple
    {0xF8F0C4, 0x776300, 0x40380B, 0xE0CB4B}, // yellow
    {0xD6EFF5, 0x006C84, 0x113A45, 0x62C6DD}, // cyan
    {0xE6E1F7, 0x5B46A8, 0x2F2950, 0xAFA0F0}, // violet
}};
// All other speakers, and quotes without one.
inline constexpr SpeakerColours restColours = {0xEAEAEA, 0x5E5E5E, 0x353535, 0xB4B4B4};

} // namespace quoth
