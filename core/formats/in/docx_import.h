// Word documents: Office Open XML (ECMA-376), in its transitional and its strict form.
#pragma once

#include "core/formats/in/importers.h"

#include <string_view>

namespace quoth {

// The whole text with headlines as blocks. Errors: Binary for a Word file of the old kind;
// Unreadable for one with a password; Malformed, TooLarge, TooDeep; Empty without text.
Expected<Imported> readDocx(std::string_view bytes);
// Also those that it can only refuse with a reason.
bool looksLikeDocx(std::string_view bytes);

} // namespace quoth
