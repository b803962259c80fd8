// Electronic books: EPUB 2 and 3 (w3.org/TR/epub-33). Each chapter is an article: the files of the
// spine, in its order, under the names of the table of contents; a file that the table does not name
// goes on with the chapter before. Notes, tables of contents and pages without a sentence are left
// out.
#pragma once

#include "core/formats/in/importers.h"

namespace quoth {

// Errors: those of ZipFile; Malformed for an archive that is no book; Unreadable for a book whose
// text is encrypted; Empty.
Expected<Imported> readEpub(std::string_view bytes);
bool looksLikeEpub(std::string_view bytes);

} // namespace quoth
