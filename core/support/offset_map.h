// Conversions between the three ways to count positions in one UTF-8 text: bytes (core), Unicode
// code points (JSON, exports) and UTF-16 units (the window). The only place where offsets are
// converted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace quoth {

class OffsetMap {
public:
    OffsetMap() = default;
    // `text` must be valid UTF-8 under 4 GiB. Keeps counts every 256 bytes, not the text: each
    // query takes the same text again.
    explicit OffsetMap(std::string_view text);

    // Positions must lie on a character boundary of `text`; those past its end give the end.
    std::size_t codePointFromByte(std::string_view text, std::size_t byte) const;
    std::size_t utf16FromByte(std::string_view text, std::size_t byte) const;
    std::size_t byteFromCodePoint(std::string_view text, std::size_t codePoint) const;
    // A position inside a surrogate pair gives the character's first byte.
    std::size_t byteFromUtf16(std::string_view text, std::size_t unit) const;

    std::size_t codePoints() const { return m_codePoints; }
    std::size_t utf16Units() const { return m_utf16; }

private:
    struct Checkpoint { // counts before the first character that starts at or after byte 256 *
                        // index
        std::uint32_t byte, codePoints, utf16;
    };
    bool m_ascii = true; // then all three counts are the same
    std::size_t m_bytes = 0, m_codePoints = 0, m_utf16 = 0;
    std::vector<Checkpoint> m_checkpoints;
};

} // namespace quoth
