// The files within a ZIP archive, by libarchive: what office documents and electronic books are
// made of. Nothing is written to disk, no name becomes a path, and an archive within the archive is
// bytes like any other. What an archive's headers say of sizes is never believed.
#pragma once

#include "core/support/expected.h"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

// Immutable, a view: the archive's bytes outlive it.
class ZipFile {
public:
    static constexpr std::size_t maximumEntries = 10'000;
    static constexpr std::size_t maximumUnpackedBytes = 64U << 20; // of one read()
    // A bomb: beyond the first MB, so many bytes unpacked of one byte of the archive.
    static constexpr std::size_t maximumRatio = 200;

    // Reads the list of entries. Errors: Malformed for what is no ZIP archive, or a damaged one;
    // TooLarge for too many entries.
    static Expected<ZipFile> open(std::string_view bytes);

    // In the order in which they lie in the archive, as stored; folders end with a slash, and names
    // may come twice.
    const std::vector<std::string>& names() const { return m_names; }
    bool contains(std::string_view name) const;

    // The bytes of an entry; of the last one, where several have the name, since adding to an
    // archive replaces so. Errors: NotFound; Unreadable for an entry with a password or compressed
    // as no document is (only stored and deflated ones are read); TooLarge; Malformed for damaged
    // bytes.
    Expected<std::string> read(std::string_view name) const;
    // Several entries in one pass through the archive, by name; those that it lacks are left out.
    // The limit holds for all of them together.
    using Files = std::map<std::string, std::string, std::less<>>;
    Expected<Files> read(const std::vector<std::string>& names) const;

private:
    ZipFile(std::string_view bytes, std::vector<std::string> names)
        : m_bytes(bytes), m_names(std::move(names)) {}

    std::string_view m_bytes;
    std::vector<std::string> m_names;
};

bool looksLikeZip(std::string_view bytes);
// Has it an entry whose name begins so? Asked of the bytes alone, so that a damaged archive tells
// as well; an archive within may answer for it.
bool hasZipEntry(std::string_view bytes, std::string_view beginning);

} // namespace quoth
