#include "core/support/offset_map.h"

#include <algorithm>

namespace quoth {
namespace {

constexpr std::size_t stride = 256;

std::size_t sequenceLength(char lead) {
    const auto c = static_cast<unsigned char>(lead);
    return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

} // namespace

OffsetMap::OffsetMap(std::string_view text) : m_bytes(text.size()) {
    m_ascii = std::all_of(text.begin(), text.end(),
                          [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (m_ascii) {
        m_codePoints = m_utf16 = m_bytes;
        return;
    }
    m_checkpoints.reserve(text.size() / stride + 1);
    std::size_t byte = 0;
    while (byte < text.size()) {
        if (byte >= m_checkpoints.size() * stride)
            m_checkpoints.push_back({static_cast<std::uint32_t>(byte),
                                     static_cast<std::uint32_t>(m_codePoints),
                                     static_cast<std::uint32_t>(m_utf16)});
        const std::size_t length = sequenceLength(text[byte]);
        ++m_codePoints;
        m_utf16 += length == 4 ? 2 : 1;
        byte += length;
    }
}

namespace {

// Walks on from a checkpoint while `stop` does not hold for the next position.
template <class Checkpoints, class Position, class Stop>
Position walk(std::string_view text, const Checkpoints& checkpoints, std::size_t index, Stop stop) {
    Position at{checkpoints[index].byte, checkpoints[index].codePoints, checkpoints[index].utf16};
    while (at.byte < text.size()) {
        const std::size_t length = sequenceLength(text[at.byte]);
        const Position next{at.byte + length, at.codePoints + 1,
                            at.utf16 + (length == 4 ? 2U : 1U)};
        if (stop(next)) break;
        at = next;
    }
    return at;
}

struct Position {
    std::size_t byte, codePoints, utf16;
};

// The last checkpoint whose `field` is at most `target`.
template <class Checkpoints, class Field>
std::size_t before(const Checkpoints& checkpoints, Field field, std::size_t target) {
    const auto it = std::upper_bound(checkpoints.begin(), checkpoints.end(), target,
                                     [&](std::size_t t, const auto& c) { return t < c.*field; });
    return static_cast<std::size_t>(it - checkpoints.begin()) - 1;
}

} // namespace

std::size_t OffsetMap::codePointFromByte(std::string_view text, std::size_t byte) const {
    if (byte >= m_bytes) return m_codePoints;
    if (m_ascii) return byte;
    return walk<decltype(m_checkpoints), Position>(text, m_checkpoints,
                                                   before(m_checkpoints, &Checkpoint::byte, byte),
                                                   [&](const Position& p) { return p.byte > byte; })
        .codePoints;
}

std::size_t OffsetMap::utf16FromByte(std::string_view text, std::size_t byte) const {
    if (byte >= m_bytes) return m_utf16;
    if (m_ascii) return byte;
    return walk<decltype(m_checkpoints), Position>(text, m_checkpoints,
                                                   before(m_checkpoints, &Checkpoint::byte, byte),
                                                   [&](const Position& p) { return p.byte > byte; })
        .utf16;
}

std::size_t OffsetMap::byteFromCodePoint(std::string_view text, std::size_t codePoint) const {
    if (codePoint >= m_codePoints) return m_bytes;
    if (m_ascii) return codePoint;
    return walk<decltype(m_checkpoints), Position>(
               text, m_checkpoints, before(m_checkpoints, &Checkpoint::codePoints, codePoint),
               [&](const Position& p) { return p.codePoints > codePoint; })
        .byte;
}

std::size_t OffsetMap::byteFromUtf16(std::string_view text, std::size_t unit) const {
    if (unit >= m_utf16) return m_bytes;
    if (m_ascii) return unit;
    return walk<decltype(m_checkpoints), Position>(
               text, m_checkpoints, before(m_checkpoints, &Checkpoint::utf16, unit),
               [&](const Position& p) { return p.utf16 > unit; })
        .byte;
}

} // namespace quoth
