// Web archives (MHTML, RFC 2557): a page and all that it shows in one file, as browsers and Word
// save it. The page is read like any other (html_import.h).
#pragma once

#include "core/formats/in/importers.h"

namespace quoth {

// Errors: those of readMimeMessage and readHtmlText; Malformed for what is no web archive and no
// page either; Empty without a page in it.
Expected<Imported> readMhtml(std::string_view bytes);
bool looksLikeMhtml(std::string_view bytes);

} // namespace quoth
