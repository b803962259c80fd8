#include "core/learning/model_file.h"

#include "core/support/descriptor.h"
#include "core/support/output_file.h"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <set>
#include <sys/mman.h>
#include <sys/stat.h>
#include <xxhash.h>

namespace quoth {
namespace {

static_assert(std::endian::native == std::endian::little, "model files are little-endian");

constexpr std::string_view magic = "QUOTHMDL";
constexpr std::size_t alignment = 64;

struct Header {
    char magic[8];
    std::uint32_t formatVersion;
    std::uint32_t featureRevision;
    char stage[16];
    std::uint64_t fileSize;
    std::uint64_t checksum;
    std::uint32_t sections;
    std::uint32_t reserved;
};
static_assert(sizeof(Header) == 56);

struct TableEntry {
    char name[24];
    std::uint64_t offset;
    std::uint64_t size;
};
static_assert(sizeof(TableEntry) == 40);

template <std::size_t n>
std::string_view padded(const char (&name)[n]) { // without its zeros
    return {name, static_cast<std::size_t>(std::find(name, name + n, '\0') - name)};
}

std::size_t aligned(std::size_t at) {
    return (at + alignment - 1) / alignment * alignment;
}

bool isName(std::string_view name, std::size_t longest) {
    return !name.empty() && name.size() <= longest && name.find('\0') == name.npos;
}

} // namespace

ModelFile::ModelFile(ModelFile&& other) noexcept
    : m_path(std::move(other.m_path)), m_data(std::exchange(other.m_data, nullptr)),
      m_size(std::exchange(other.m_size, 0)), m_sections(std::move(other.m_sections)) {}

ModelFile& ModelFile::operator=(ModelFile&& other) noexcept {
    std::swap(m_path, other.m_path);
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    std::swap(m_sections, other.m_sections);
    return *this;
}

ModelFile::~ModelFile() {
    if (m_data) ::munmap(const_cast<std::byte*>(m_data), m_size);
}

Unexpected ModelFile::damaged(const std::string& what) const {
    return unexpected(ErrorCode::BadResource,
                      "The model " + m_path.string() + " is damaged: " + what + ".");
}

Expected<ModelFile> ModelFile::open(const std::filesystem::path& path, std::string_view stage,
                                    std::uint32_t featureRevision) {
    ModelFile out(path);
    if (auto mapped = out.map(); !mapped) return unexpected(mapped.error());
    if (auto checked = out.check(stage, featureRevision); !checked)
        return unexpected(checked.error());
    return out;
}

Outcome ModelFile::map() {
    // Without O_NONBLOCK a pipe of that name would be waited for.
    const Descriptor file(::open(m_path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.isOpen()) {
        const bool missing = errno == ENOENT || errno == ENOTDIR;
        return unexpected(missing ? ErrorCode::NotFound : ErrorCode::BadResource,
                          "The model " + m_path.string() +
                              (missing ? " is missing." : " cannot be read."));
    }
    struct stat status {};
    if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode))
        return unexpected(ErrorCode::BadResource,
                          "The model " + m_path.string() + " is not a file.");
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size < sizeof(Header)) return damaged("it is too short");
    void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file.number(), 0);
    if (data == MAP_FAILED)
        return unexpected(ErrorCode::BadResource,
                          "The model " + m_path.string() + " cannot be mapped into memory.");
    m_data = static_cast<const std::byte*>(data);
    m_size = size;
    return std::monostate{};
}

Outcome ModelFile::check(std::string_view stage, std::uint32_t featureRevision) {
    Header header;
    std::memcpy(&header, m_data, sizeof header);
    if (std::string_view(header.magic, sizeof header.magic) != magic)
        return unexpected(ErrorCode::BadResource,
                          "The file " + m_path.string() + " is no model of this program.");
    const auto differs = [&](const char* what, std::uint32_t theirs, std::uint32_t ours) {
        return unexpected(ErrorCode::BadResource, "The model " + m_path.string() + " has " + what +
                                                      " " + std::to_string(theirs) +
                                                      "; this program reads " +
                                                      std::to_string(ours) + ".");
    };
    if (header.formatVersion != modelFormatVersion)
        return differs("format version", header.formatVersion, modelFormatVersion);
    if (header.fileSize != m_size)
        return damaged("it should have " + std::to_string(header.fileSize) + " bytes and has " +
                       std::to_string(m_size));
    if (XXH3_64bits(m_data + sizeof header, m_size - sizeof header) != header.checksum)
        return damaged("its checksum differs");
    if (padded(header.stage) != stage)
        return unexpected(ErrorCode::BadResource, "The model " + m_path.string() + " is for \"" +
                                                      std::string(padded(header.stage)) +
                                                      "\", not for \"" + std::string(stage) +
                                                      "\".");
    if (header.featureRevision != featureRevision)
        return differs("feature revision", header.featureRevision, featureRevision);

    if (header.reserved != 0) return damaged("its reserved field is in use");
    if (header.sections > (m_size - sizeof header) / sizeof(TableEntry))
        return damaged("its table is longer than the file");
    const auto* table = reinterpret_cast<const TableEntry*>(m_data + sizeof header);
    // The header has no checksum: a wrong number of sections shows in where they end.
    std::size_t end = sizeof header + header.sections * sizeof(TableEntry);
    for (std::uint32_t i = 0; i < header.sections; ++i) {
        const TableEntry& entry = table[i];
        if (entry.offset > m_size || entry.size > m_size - entry.offset)
            return damaged("a part lies outside the file");
        if (entry.offset != aligned(end)) return damaged("a part is not in its place");
        end = entry.offset + entry.size;
        const std::string_view name = padded(entry.name);
        if (name.empty()) return damaged("a part has no name");
        for (const Section& other : m_sections)
            if (other.name == name)
                return damaged("it has two parts \"" + std::string(name) + "\"");
        m_sections.push_back({name, {m_data + entry.offset, entry.size}});
    }
    if (end != m_size) return damaged("its parts do not fill it");
    return std::monostate{};
}

Expected<std::span<const std::byte>> ModelFile::section(std::string_view name) const {
    for (const Section& section : m_sections)
        if (section.name == name) return section.bytes;
    return damaged("it has no part \"" + std::string(name) + "\"");
}

Expected<std::string_view> ModelFile::text(std::string_view name) const {
    const auto bytes = section(name);
    if (!bytes) return unexpected(bytes.error());
    return std::string_view(reinterpret_cast<const char*>(bytes->data()), bytes->size());
}

void ModelFileWriter::add(std::string name, std::span<const std::byte> bytes) {
    m_sections.emplace_back(std::move(name), std::vector<std::byte>(bytes.begin(), bytes.end()));
}

bool ModelFileWriter::namesAreGood() const {
    std::set<std::string_view> seen;
    return isName(m_stage, sizeof Header::stage) &&
           std::ranges::all_of(m_sections, [&](const auto& section) {
               return isName(section.first, sizeof TableEntry::name) &&
                      seen.insert(section.first).second;
           });
}

Outcome ModelFileWriter::write(const std::filesystem::path& path) const {
    if (!namesAreGood())
        return unexpected(ErrorCode::NotWritable,
                          "The model " + path.string() +
                              " cannot be written: a name is empty, too long or there twice.");
    std::size_t size = sizeof(Header) + m_sections.size() * sizeof(TableEntry);
    std::vector<TableEntry> table(m_sections.size());
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        const auto& [name, bytes] = m_sections[i];
        size = aligned(size);
        std::memset(&table[i], 0, sizeof table[i]);
        name.copy(table[i].name, sizeof table[i].name);
        table[i].offset = size;
        table[i].size = bytes.size();
        size += bytes.size();
    }
    std::vector<std::byte> content(size);
    if (!table.empty())
        std::memcpy(content.data() + sizeof(Header), table.data(),
                    table.size() * sizeof(TableEntry));
    for (std::size_t i = 0; i < m_sections.size(); ++i)
        std::copy(m_sections[i].second.begin(), m_sections[i].second.end(),
                  content.begin() + static_cast<std::ptrdiff_t>(table[i].offset));
    Header header{};
    magic.copy(header.magic, sizeof header.magic);
    header.formatVersion = modelFormatVersion;
    header.featureRevision = m_featureRevision;
    m_stage.copy(header.stage, sizeof header.stage);
    header.fileSize = size;
    header.checksum = XXH3_64bits(content.data() + sizeof header, size - sizeof header);
    header.sections = static_cast<std::uint32_t>(m_sections.size());
    std::memcpy(content.data(), &header, sizeof header);

    return writeFile(path, {reinterpret_cast<const char*>(content.data()), content.size()});
}

} // namespace quoth
