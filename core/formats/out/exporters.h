// Exporters: an annotated document in, the bytes of a file out. One table, which the window's menu
// and the command line list. One exporter a file in this folder.
#pragma once

#include "core/document/document.h"
#include "core/formats/out/speaker_colours.h"
#include "core/support/expected.h"

#include <string>
#include <string_view>
#include <vector>

namespace quoth {

struct ExportContext {
    // The article's file name or id, for footers and JSON ids; may be empty. What of it is no UTF-8
    // is written as U+FFFD.
    std::string sourceName;
    std::string exportedOn; // ISO day; left out where empty, so that output can be reproduced
    ColourSet colours = ColourSet::Standard; // of speakers
    float doubtThreshold = doubtfulConfidence;
};

struct Exporter {
    std::string_view name;        // "html"
    std::string_view description; // "Annotated HTML"
    std::string_view extension;   // "html"; every exporter has its own
    bool opensAgain;              // does Quoth read it, with every annotation?
    std::string (*write)(const Document& document, const ExportContext& context);
};

const std::vector<Exporter>& exporters(); // the first one is the window's default
const Exporter* findExporter(std::string_view name);

// What the exporter writes; TooLarge where Quoth is to open it again, and it is over
// maximumInputBytes. limits.h keeps articles that are no attack far below that.
Expected<std::string> exportDocument(const Exporter& exporter, const Document& document,
                                     const ExportContext& context);

} // namespace quoth
