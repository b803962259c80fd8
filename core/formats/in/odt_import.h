// OpenDocument texts (ISO/IEC 26300): packages (.odt, .ott) and flat files (.fodt).
#pragma once

#include "core/formats/in/importers.h"

#include <string_view>

namespace quoth {

// The whole text with headlines as blocks. Errors: Unreadable for one with a password; Malformed,
// TooLarge, TooDeep; Empty without text.
Expected<Imported> readOdt(std::string_view bytes);
bool looksLikeOdt(std::string_view bytes);

} // namespace quoth
