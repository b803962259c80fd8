#include "core/formats/in/zip_file.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <clocale>
#include <memory>
#include <unordered_map>

namespace quoth {
namespace {

// libarchive gives names in the encoding of the thread's locale: while this lives, UTF-8.
class Utf8Locale {
public:
    Utf8Locale() {
        static const locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        if (utf8) m_before = uselocale(utf8);
    }
    ~Utf8Locale() {
        if (m_before) uselocale(m_before);
    }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    locale_t m_before = nullptr;
};

struct FreeArchive {
    void operator()(archive* reader) const { archive_read_free(reader); }
};

Unexpected damaged() {
    return unexpected(ErrorCode::Malformed, "The ZIP archive is damaged or cut short.");
}

bool isCompressedAsDocumentsAre(archive* reader) {
    const std::string_view format = archive_format_name(reader); // "ZIP 2.0 (deflation)"
    return format.ends_with("(deflation)") || format.ends_with("(uncompressed)");
}

// Calls visit(reader, entry, index) for each entry until it fails: a reading of the entry's bytes
// may follow there, nowhere else.
template <class Visit>
Outcome walk(std::string_view bytes, Visit visit) {
    const Utf8Locale names;
    const std::unique_ptr<archive, FreeArchive> reader(archive_read_new());
    // The seekable reader goes by the archive's directory, as other programs do.
    if (!reader || archive_read_support_format_zip_seekable(reader.get()) != ARCHIVE_OK)
        return unexpected(ErrorCode::OutOfMemory, "There is no memory left to read the file.");
    if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
        return damaged();
    for (std::size_t index = 0;; ++index) {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF) return Outcome{std::monostate{}};
        if (status < ARCHIVE_WARN) return damaged();
        if (auto visited = visit(reader.get(), entry, index); !visited) return visited;
    }
}

// Unpacks the entry at hand; at most `most` bytes.
Expected<std::string> unpack(archive* reader, archive_entry* entry, std::size_t most) {
    if (archive_entry_is_encrypted(entry))
        return unexpected(ErrorCode::Unreadable,
                          "The file is protected by a password; Quoth cannot open it.");
    if (!isCompressedAsDocumentsAre(reader))
        return unexpected(ErrorCode::Unreadable,
                          "The file is compressed in a way that Quoth does not read.");
    std::string out;
    std::array<char, 1U << 16> buffer;
    for (;;) {
        const la_ssize_t count = archive_read_data(reader, buffer.data(), buffer.size());
        if (count == 0) return out;
        if (count < 0) return damaged();
        if (out.size() + static_cast<std::size_t>(count) > most)
            return unexpected(ErrorCode::TooLarge,
                              "The file unpacks to far more than a document holds; Quoth does not "
                              "read such files.");
        out.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

} // namespace

bool looksLikeZip(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04");
}

bool hasZipEntry(std::string_view bytes, std::string_view beginning) {
    constexpr std::size_t header = 30; // bytes before the name
    for (std::size_t at = bytes.find(beginning); at != std::string_view::npos;
         at = bytes.find(beginning, at + 1))
        if (at >= header && looksLikeZip(bytes.substr(at - header))) return true;
    return false;
}

Expected<ZipFile> ZipFile::open(std::string_view bytes) {
    if (!looksLikeZip(bytes))
        return unexpected(ErrorCode::Malformed, "The file is not a ZIP archive.");
    std::vector<std::string> names;
    const auto listed = walk(bytes, [&](archive*, archive_entry* entry, std::size_t index) {
        if (index == maximumEntries)
            return Outcome{unexpected(ErrorCode::TooLarge,
                                      "The ZIP archive has more than " +
                                          std::to_string(maximumEntries) +
                                          " files in it; Quoth does not read such archives.")};
        const char* name = archive_entry_pathname(entry);
        names.emplace_back(name ? name : "");
        return Outcome{std::monostate{}};
    });
    if (!listed) return unexpected(listed.error());
    return ZipFile(bytes, std::move(names));
}

bool ZipFile::contains(std::string_view name) const {
    return std::find(m_names.begin(), m_names.end(), name) != m_names.end();
}

Expected<std::string> ZipFile::read(std::string_view name) const {
    auto files = read(std::vector<std::string>{std::string(name)});
    if (!files) return unexpected(files.error());
    if (files->empty())
        return unexpected(ErrorCode::NotFound,
                          "The ZIP archive has no \"" + std::string(name) + "\" in it.");
    return std::move(files->begin()->second);
}

Expected<ZipFile::Files> ZipFile::read(const std::vector<std::string>& names) const {
    std::unordered_map<std::string_view, std::size_t> last; // entry of a name
    for (std::size_t i = 0; i < m_names.size(); ++i)
        last[m_names[i]] = i;
    std::vector<bool> wanted(m_names.size());
    for (const std::string& name : names)
        if (const auto found = last.find(name); found != last.end()) wanted[found->second] = true;
    std::size_t left = std::min(maximumUnpackedBytes,
                                std::max<std::size_t>(1U << 20, m_bytes.size() * maximumRatio));
    Files out;
    const auto unpacked =
        walk(m_bytes, [&](archive* reader, archive_entry* entry, std::size_t index) {
            if (index >= wanted.size() || !wanted[index]) return Outcome{std::monostate{}};
            auto bytes = unpack(reader, entry, left);
            if (!bytes) return Outcome{unexpected(bytes.error())};
            left -= bytes->size();
            out.emplace(m_names[index], std::move(*bytes));
            return Outcome{std::monostate{}};
        });
    if (!unpacked) return unexpected(unpacked.error());
    return out;
}

} // namespace quoth
