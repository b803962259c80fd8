// The container of a trained model: named sections of bytes behind a header, memory-mapped.
// Layout, little-endian: magic "QUOTHMDL", u32 format version, u32 feature revision, stage name (16
// bytes, zero-padded), u64 file size, u64 XXH3 checksum of all that follows the header, u32 number
// of sections, u32 reserved; the table of sections (name of 24 bytes, u64 offset, u64 size); the
// sections in the table's order, each at the next multiple of 64 bytes, the last to the file's end.
//
// A file that another process cuts short while it is mapped ends this one (SIGBUS). That is
// accepted: installers and ModelFileWriter replace a model by renaming and never write into it, and
// who can write into an installed model can replace the program as well. A file that was cut before
// it is opened is refused.
#pragma once

#include "core/support/expected.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace quoth {

constexpr std::uint32_t modelFormatVersion = 1;

// Sums of as many such weights as a text has words stay finite in single precision.
constexpr float largestNumber = 1e9F;

// Owns the mapping; what it gives stays valid as long as it lives, moves included.
class ModelFile {
public:
    // NotFound when there is no such file; BadResource, with a sentence that names it and the two
    // versions that differ, when it is foreign, truncated, damaged, of another format version or
    // feature revision, or another stage's.
    static Expected<ModelFile> open(const std::filesystem::path& path, std::string_view stage,
                                    std::uint32_t featureRevision);
    ModelFile(ModelFile&& other) noexcept;
    ModelFile& operator=(ModelFile&& other) noexcept;
    ~ModelFile();

    // BadResource when there is no such section.
    Expected<std::span<const std::byte>> section(std::string_view name) const;
    Expected<std::string_view> text(std::string_view name) const;
    // BadResource also when the section's size is no multiple of T's, or a floating-point number
    // is not finite or beyond largestNumber.
    template <class T>
    Expected<std::span<const T>> array(std::string_view name) const {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 64);
        const auto bytes = section(name);
        if (!bytes) return unexpected(bytes.error());
        if (bytes->size() % sizeof(T) != 0)
            return damaged("its part \"" + std::string(name) + "\" is cut off");
        const std::span values(reinterpret_cast<const T*>(bytes->data()),
                               bytes->size() / sizeof(T));
        if constexpr (std::is_floating_point_v<T>)
            for (const T value : values)
                if (!(value >= -largestNumber && value <= largestNumber))
                    return damaged("its part \"" + std::string(name) +
                                   "\" holds what is no weight");
        return values;
    }
    const std::filesystem::path& path() const { return m_path; }

private:
    struct Section {
        std::string_view name;
        std::span<const std::byte> bytes;
    };

    explicit ModelFile(std::filesystem::path path) : m_path(std::move(path)) {}
    Outcome map();
    Outcome check(std::string_view stage, std::uint32_t featureRevision);
    Unexpected damaged(const std::string& what) const;

    std::filesystem::path m_path;
    const std::byte* m_data = nullptr;
    std::size_t m_size = 0;
    std::vector<Section> m_sections;
};

// Collects sections and writes the file; the same sections give the same bytes.
class ModelFileWriter {
public:
    ModelFileWriter(std::string stage, std::uint32_t featureRevision)
        : m_stage(std::move(stage)), m_featureRevision(featureRevision) {}

    // Names of 1 to 24 bytes, each once (write() checks that); a stage has 1 to 16 bytes.
    void add(std::string name, std::span<const std::byte> bytes);
    void addText(std::string name, std::string_view text) {
        add(std::move(name), std::as_bytes(std::span(text)));
    }
    template <class T>
    void addArray(std::string name, std::span<const T> values) {
        static_assert(std::is_trivially_copyable_v<T>);
        add(std::move(name), std::as_bytes(values));
    }

    // By a temporary file beside it, synced to the disk, and a rename, so that a model in use keeps
    // its bytes. NotWritable, also for names outside their contract.
    Outcome write(const std::filesystem::path& path) const;

private:
    bool namesAreGood() const;

    std::string m_stage;
    std::uint32_t m_featureRevision;
    std::vector<std::pair<std::string, std::vector<std::byte>>> m_sections;
};

} // namespace quoth
