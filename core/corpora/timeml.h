// Reads what is annotated with times and events: TimeML (AQUAINT) and the newsreader project's CAT
// (MEANTIME). Only events are read; times are rules' work and are not trained.
#pragma once

#include "core/document/annotations.h"
#include "core/support/expected.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace quoth::corpora {

struct EventAnnotation {
    Span span;                            // bytes; mostly one word
    std::optional<EventClass> eventClass; // nothing where the corpus has none
};

struct EventDocument {
    std::string id;
    std::string text;                    // what is annotated from its first word to its last one
    std::vector<EventAnnotation> events; // ordered
};

// The documents of a folder in the order of their names. NotFound without any; Malformed, naming
// the file, for XML that is none or lacks its text.
Expected<std::vector<EventDocument>> readTimeml(const std::filesystem::path& folder);
// Tokens are joined by spaces but before marks and clitics; only the first six sentences of an
// article are annotated, and no more is read.
Expected<std::vector<EventDocument>> readMeantime(const std::filesystem::path& folder);

} // namespace quoth::corpora
