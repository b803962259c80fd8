// An agency's article, whatever format it comes in.
#pragma once

#include "core/formats/html_import.h"

#include <string>
#include <vector>

namespace quoth {

struct AgencyArticle {
    std::string headline, standfirst, dateline, byline, url;
    std::string published; // as the file states it
    std::vector<ArticleLine> body; // may begin with the headline again
};

// Its canonical text with headline, standfirst, dateline and body as blocks. Empty where it has no
// text.
Expected<Imported> importedFrom(AgencyArticle article);

} // namespace quoth
