// What a page's JSON-LD (schema.org's data in <script type="application/ld+json">) says of its
// article, as sites write it: with line ends inside strings, stray commas, in CDATA or a comment.
#pragma once

#include "core/formats/in/html_tree.h"
#include "core/formats/in/page_date.h"

#include <string>
#include <vector>

namespace quoth {

struct JsonLdArticle {
    std::string headline, url;
    std::vector<std::string> authors; // names as they stand there, each once
    std::vector<DateClaim> dates;
    std::string body; // articleBody, paragraphs split by LF; mostly empty
};

// Of several scripts, the first that states a field; what names no article (a web page, a site)
// only states dates.
JsonLdArticle readJsonLd(const HtmlTree& tree);

} // namespace quoth
