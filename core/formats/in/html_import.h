// Web pages: the article out of a whole saved page, with its metadata; Quoth's own export with all
// its annotations.
#pragma once

#include "core/formats/in/html_article.h"
#include "core/formats/in/importers.h"

#include <vector>

namespace quoth {

// Blocks are separated by one blank line, lines of one paragraph (<br>) by one line end.
// Errors: those of decodeText and HtmlTree::parse; Empty for a page without text; Malformed for an
// export of Quoth whose data do not fit together.
Expected<Imported> readHtml(std::string_view bytes);
bool looksLikeHtml(std::string_view bytes);
// The same of a page that is decoded already. `address`: where it was saved from, http or https,
// or empty; the page's own word goes before it.
Expected<Imported> readHtmlText(std::string_view text, const std::string& address);

// The canonical text of these lines and the blocks that state its structure, an interview's
// questions among them.
Article articleFromLines(std::vector<ArticleLine> lines);
// Leaves it to the text which of its lines are headline and byline, where the format does not say;
// questions stay.
void letTextTell(Article& article);

} // namespace quoth
