// A file that appears whole or not at all: written beside the target under a temporary name, then
// renamed over it. Destroyed without commit(), it leaves the old file as it was.
#pragma once

#include "core/support/expected.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace quoth {

class OutputFile {
public:
    // NotWritable where the target is a folder, its folder is missing or closed to us. A symbolic
    // link is followed: the file it points to is replaced. The old file's permissions are kept.
    static Expected<OutputFile> create(const std::filesystem::path& target);

    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    ~OutputFile();

    Outcome write(std::string_view bytes);
    Outcome commit(); // on the disk, then under its name

private:
    OutputFile(std::filesystem::path target, std::string temporary, int descriptor);
    Unexpected failure(int error) const;

    std::filesystem::path m_target;
    std::string m_temporary; // empty once committed or moved from
    int m_descriptor = -1;
};

} // namespace quoth
