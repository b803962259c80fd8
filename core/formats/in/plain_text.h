// Plain text: the file is the article; its structure is found later, by core/text.
#pragma once

#include "core/formats/in/importers.h"

namespace quoth {

// Errors: those of decodeText.
Expected<Imported> readPlainText(std::string_view bytes);

} // namespace quoth
