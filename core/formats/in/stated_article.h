// An article of which the format states the parts: an agency's, a feed's, a chapter of a book.
#pragma once

#include "core/formats/in/html_import.h"

#include <string>
#include <vector>

namespace quoth {

struct StatedArticle {
    std::string headline, standfirst, dateline, byline, url;
    std::string published; // as the file states it
    std::vector<ArticleLine> body; // may begin with the headline again
};

// Its canonical text with headline, standfirst, dateline and body as blocks. Empty where it has no
// text.
Expected<Imported> importedFrom(StatedArticle article);

} // namespace quoth
