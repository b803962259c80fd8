// Markdown (CommonMark with tables and strike-through, by md4c), with an optional front matter.
#pragma once

#include "core/formats/in/importers.h"

namespace quoth {

// "---" lines at the top may hold "title:", "date:", "author:" or "byline:", "url:" lines; they
// become metadata. Markup goes, text stays: links give their words, pictures nothing.
// Errors: those of decodeText and HtmlTree::parse; Empty.
Expected<Imported> readMarkdown(std::string_view bytes);

} // namespace quoth
