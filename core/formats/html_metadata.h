// What a web page says about its article: JSON-LD (schema.org), OpenGraph, microdata, <meta>,
// <time> and the common names of bylines.
#pragma once

#include "core/document/date.h"
#include "core/formats/html_tree.h"

#include <optional>
#include <string>

namespace quoth {

struct HtmlMetadata {
    std::string title;    // empty where the page names none; without the site's name
    std::string byline;   // without "By"; several authors as "A, B and C"
    std::string url;      // canonical, http or https, else empty
    std::string bodyText; // JSON-LD articleBody, paragraphs split by LF; mostly empty
    std::optional<Date> published;
};

HtmlMetadata readMetadata(const HtmlTree& tree);

// The <h1> of the article: outside menus and site headers, and most like `title`; size() without
// one.
std::uint32_t findHeading(const HtmlTree& tree, const std::string& title);

// "By " and "Reporting by " off, white space collapsed; empty for what is no name (a URL).
std::string cleanByline(std::string_view byline);

// The day of an ISO date or date-time in its common variants ("20210520", "2021-05-20 10:00").
std::optional<Date> lenientDate(std::string_view value);

} // namespace quoth
