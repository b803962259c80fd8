// The article in the words of a PDF document: their places and fonts tell headline, standfirst,
// subheadings and paragraphs, and what is none of it.
#pragma once

#include "core/formats/in/html_article.h"
#include "core/formats/in/pdf_words.h"

#include <string>
#include <vector>

namespace quoth {

struct PdfArticle {
    std::vector<ArticleLine> lines; // empty where the document has no text
    bool hasHeadline = false;       // the largest type of the first page
    std::string title;              // of the metadata, where it reads like one; else empty
    std::string url;                // where a browser printed it; else empty
};

PdfArticle layOut(const PdfText& text);

} // namespace quoth
