// Where output goes. A file appears whole or not at all: it is written under a temporary name
// beside the target, then renamed over it; destroyed without commit(), it leaves the old file as it
// was. What is no regular file (a device, a pipe) is written to directly.
#pragma once

#include "core/support/expected.h"
#include "core/support/temporary_file.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace quoth {

class OutputFile {
public:
    // NotWritable where the target is a folder, its folder is missing or closed to us, or it is a
    // symbolic link that leads nowhere. Other links are followed: the file they point to is
    // replaced. The old file's permissions are kept. /dev/stdout and other names of our own
    // descriptors are these descriptors. Waits for a reader where the target is a named pipe.
    static Expected<OutputFile> create(const std::filesystem::path& target);
    static Expected<OutputFile> standardOutput();

    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    ~OutputFile();

    // Written through at once, not to a temporary file?
    bool isDirect() const { return !m_temporary; }
    // The message is empty where a direct target's reader has read enough (such as head).
    Outcome write(std::string_view bytes);
    Outcome commit(); // on the disk, then under its name

private:
    OutputFile(std::string name, int descriptor); // direct
    OutputFile(std::string name, std::filesystem::path target, TemporaryFile temporary);
    static Expected<OutputFile> toDescriptor(std::string name, int descriptor);
    Unexpected failure(int error) const;

    std::string m_name; // as the caller has it, for messages
    std::filesystem::path m_target;
    std::optional<TemporaryFile> m_temporary;
    int m_descriptor = -1; // to write to; ours to close where there is no temporary file
};

// All of a file at once.
Outcome writeFile(const std::filesystem::path& path, std::string_view bytes);

} // namespace quoth
