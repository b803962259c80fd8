// ZIP archives made in tests, sound ones and such as no program writes.
#pragma once

#include <QByteArray>
#include <QList>
#include <array>

namespace quoth::test {

struct ZipEntry {
    QByteArray name, bytes;
    bool deflated = false;   // not where the bytes are none
    quint16 flags = 0x0800;  // names in UTF-8; bit 0: encrypted
    quint16 otherMethod = 0; // of compression, written instead of 0 and 8
};

inline quint32 crc32(const QByteArray& bytes) {
    static const auto table = [] {
        std::array<quint32, 256> out{};
        for (quint32 i = 0; i < 256; ++i) {
            out[i] = i;
            for (int bit = 0; bit < 8; ++bit)
                out[i] = out[i] >> 1 ^ (out[i] & 1 ? 0xEDB88320U : 0U);
        }
        return out;
    }();
    quint32 crc = ~0U;
    for (const char c : bytes)
        crc = crc >> 8 ^ table[(crc ^ static_cast<quint8>(c)) & 0xFF];
    return ~crc;
}

// The formats of APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16, without anything optional.
inline QByteArray zipOf(const QList<ZipEntry>& entries) {
    const auto number = [](qint64 value, int size) {
        QByteArray out;
        for (int i = 0; i < size; ++i)
            out += static_cast<char>(value >> (8 * i) & 0xFF);
        return out;
    };
    QByteArray files, directory;
    for (const ZipEntry& entry : entries) {
        // qCompress() writes a length of four bytes and zlib's frame of two and four around it.
        const QByteArray stored =
            entry.deflated ? qCompress(entry.bytes, 9).mid(6).chopped(4) : entry.bytes;
        const int method = entry.otherMethod ? entry.otherMethod : entry.deflated ? 8 : 0;
        const QByteArray common = number(entry.flags, 2) + number(method, 2) + number(0, 4) +
                                  number(crc32(entry.bytes), 4) + number(stored.size(), 4) +
                                  number(entry.bytes.size(), 4) + number(entry.name.size(), 2) +
                                  number(0, 2);
        directory += "PK\x01\x02" + number(20, 2) + number(20, 2) + common + number(0, 2 + 2 + 2) +
                     number(0, 4) + number(files.size(), 4) + entry.name;
        files += "PK\x03\x04" + number(20, 2) + common + entry.name + stored;
    }
    return files + directory + "PK\x05\x06" + number(0, 4) + number(entries.size(), 2) +
           number(entries.size(), 2) + number(directory.size(), 4) + number(files.size(), 4) +
           number(0, 2);
}

} // namespace quoth::test
