// PDF documents with a layer of text, read by the program quoth-pdf (pdf_words.h).
#pragma once

#include "core/formats/in/importers.h"

namespace quoth {

// Blocks are stated where the headline is told by its type, else the text must tell. The day on
// which a document was made is no day of publication, so none is set.
// Errors: Unreadable (locked by a password), Malformed (damaged), Empty (pictures of text only),
// TooLarge (takes too long or too much memory), BadResource (the program is missing).
Expected<Imported> readPdf(std::string_view bytes);
// Some programs write other bytes before its first line.
bool looksLikePdf(std::string_view bytes);
bool beginsLikePdf(std::string_view bytes);

} // namespace quoth
