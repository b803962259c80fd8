// ninjs (iptc.org/standards/ninjs), the JSON of news agencies, versions 1 and 2: one article a
// file.
#pragma once

#include "core/formats/in/importers.h"

namespace quoth {

bool looksLikeNinjs(std::string_view bytes);
// Errors: those of decodeText; Malformed for what is no JSON; Empty without text.
Expected<Imported> readNinjs(std::string_view bytes);

} // namespace quoth
