// A quote for use elsewhere, with who said it and where it stands. What an article reports in its
// own words is told as such ("Peter Lund said that …"), never put in the speaker's mouth.
#pragma once

#include "core/document/document.h"

#include <string>
#include <vector>

namespace quoth {

enum class CitationFormat : std::uint8_t { Plain, Markdown, Html };

// What a citation says of the article.
struct CitedArticle {
    std::string title, url;        // empty: not known
    std::optional<Date> published; // nullopt: not known
    bool dateIsGuess = false;      // marked as such
};
CitedArticle citedArticle(const Document& document);

// Plain and Markdown (CommonMark, special characters escaped) without a line end at the end; HTML
// as a fragment: what was said in <blockquote>, what was reported in <p>.
std::string citation(const Document& document, QuoteId quote, CitationFormat format,
                     const CitedArticle& article);

// One after the other, each a paragraph of its own, with the document's own article.
std::string citations(const Document& document, const std::vector<QuoteId>& quotes,
                      CitationFormat format);

} // namespace quoth
