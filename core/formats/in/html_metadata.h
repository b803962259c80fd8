// What a web page says about its article: JSON-LD (schema.org), OpenGraph, microdata, <meta>,
// <time> and the words beside its headline.
#pragma once

#include "core/formats/in/html_tree.h"
#include "core/formats/in/page_date.h"

#include <optional>
#include <string>

namespace quoth {

struct HtmlMetadata {
    std::string title;         // empty where the page names none; without the site's name
    std::string byline;        // names only; several authors as "A, B and C"
    std::string url;           // canonical, http or https, else empty
    std::uint32_t heading = 0; // the article's heading; the tree's size() where it has none
    std::string bodyText;      // JSON-LD articleBody, paragraphs split by LF; mostly empty
    std::optional<PageDate> published;
};

// `savedFrom`: the page's address, where it does not tell itself; may be empty. `today`: later days
// are not believed.
HtmlMetadata readMetadata(const HtmlTree& tree, const std::string& savedFrom, Date today);

} // namespace quoth
