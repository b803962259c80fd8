// JSON files of Quoth's own: work files and annotations that carry their text.
#pragma once

#include "core/formats/in/importers.h"

namespace quoth {

// Errors: those of decodeText; Malformed for other JSON, and where the file does not fit together;
// NewerVersion.
Expected<Imported> readJsonFile(std::string_view bytes);
// Does it begin like one of ours, whatever it is called?
bool looksLikeQuothJson(std::string_view bytes);

} // namespace quoth
