// Reads PolNeAR (Newell et al., 2018): articles, their attributions by hand (brat), and an
// automatic analysis beside them (columns).
#pragma once

#include "core/corpora/gold_attribution.h"
#include "core/document/span.h"
#include "core/support/expected.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace quoth::corpora {

struct SilverToken { // found by a machine
    Span span;       // bytes
    std::string form, lemma, tag, name;
    std::uint32_t head = 0; // 1-based in the sentence, 0 for the root
    std::string relation;
};
struct PolnearDocument {
    std::string id, text, published; // "2016-08-09", or empty
    std::vector<std::vector<SilverToken>> sentences;
    std::vector<GoldAttribution> attributions;
};

// The articles of a folder that have all three files, ordered by name; of several annotators the
// first. NotFound, or Malformed with file and line.
Expected<std::vector<PolnearDocument>> readPolnear(const std::filesystem::path& folder);

} // namespace quoth::corpora
