// Where output goes: the standard output or a file that appears whole.
#pragma once

#include "core/formats/output_file.h"

#include <optional>
#include <string>
#include <string_view>

namespace quoth::app {

class Sink {
public:
    // Empty path: the standard output, written through at once.
    static Expected<Sink> open(const std::string& path);
    Outcome write(std::string_view bytes);
    Outcome finish();

private:
    std::optional<OutputFile> m_file;
};

} // namespace quoth::app
