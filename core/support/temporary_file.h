// A file for the time being, removed when it is destroyed or when a signal ends the program.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace quoth {

class TemporaryFile {
public:
    // A new, empty file in `folder`, open for writing, under a name that no other file has.
    // nullopt where it cannot be made; errno says why.
    static std::optional<TemporaryFile> create(const std::filesystem::path& folder);

    TemporaryFile(TemporaryFile&& other) noexcept;
    TemporaryFile& operator=(TemporaryFile&&) = delete;
    ~TemporaryFile();

    int descriptor() const { return m_descriptor; }
    // Closes it and gives it its own name, over what has that name. False where that fails; errno
    // says why.
    bool renameTo(const std::filesystem::path& target);

private:
    TemporaryFile(std::string path, std::optional<std::size_t> slot);
    void forget();

    std::string m_path;                // empty once renamed or moved from
    std::optional<std::size_t> m_slot; // of the names that a signal removes
    int m_descriptor = -1;
};

// For main(). What a signal ends leaves no temporary file (those that the caller has set to be
// ignored stay ignored); a reader that is gone and a limit of the size of files (ulimit -f) show as
// failed writes.
void handleSignals();

} // namespace quoth
