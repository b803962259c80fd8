// Reads GAP (Webster et al., "Mind the GAP", 2018): passages with one pronoun and two names, and
// which of them it stands for.
#pragma once

#include "core/document/span.h"
#include "core/support/expected.h"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace quoth::corpora {

struct GapPassage {
    std::string id, text;
    Span pronoun; // bytes
    struct Name {
        Span span; // bytes
        bool meant = false;
    };
    std::array<Name, 2> names;
};

// NotFound, or Malformed with file and line.
Expected<std::vector<GapPassage>> readGap(const std::filesystem::path& file);

} // namespace quoth::corpora
