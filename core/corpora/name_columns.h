// Reads named entities in columns (token, tag of nine classes, tag of four, begin, end in code
// points; "# doc NAME"; -1 where a token could not be aligned) beside the articles' texts.
#pragma once

#include "core/document/span.h"
#include "core/support/expected.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::corpora {

enum class NameClass { Person, Organization, Place, Other };
std::string_view name(NameClass nameClass); // "PER"

struct LabelledName {
    Span span; // bytes of the text
    NameClass type = NameClass::Other;
};
struct NameDocument {
    std::string id, text;
    std::vector<LabelledName> names; // of aligned tokens only
    std::vector<Span> covered;       // for which the gold speaks; broken at unaligned tokens
};

// `texts` holds NAME.txt of each document. NotFound, or Malformed with file and line.
Expected<std::vector<NameDocument>> readNameColumns(const std::filesystem::path& file,
                                                    const std::filesystem::path& texts);

// Regions of the world by prefixes of document names: a line "Region:", then a prefix a line.
struct Region {
    std::string name;
    std::vector<std::string> prefixes;

    bool holds(const std::string& document) const;
};
Expected<std::vector<Region>> readRegions(const std::filesystem::path& file);

} // namespace quoth::corpora
