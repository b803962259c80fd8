// The article in a web page: which part of the tree is its text. Parts that their names or their
// links give away (html_hints.h) are left out; the rest is weighed by its prose, after the idea of
// boilerplate detection by shallow text features (Kohlschütter et al., 2010): long lines with
// sentence marks and few links are prose.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/formats/in/html_metadata.h"
#include "core/formats/in/html_tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace quoth {

struct ArticleLine {
    std::string text;
    BlockKind kind = BlockKind::Paragraph; // Headline, Standfirst or Paragraph
    bool afterBreak = false;               // in one paragraph with the line before
    std::size_t setOffLead = 0;            // bytes at its head that are bold or italic
    bool question = false;                 // an interviewer's (interview_lines.h)
};

// Headline, standfirst and body, in this order; empty where the page has no text.
std::vector<ArticleLine> findArticle(const HtmlTree& tree, const HtmlMetadata& metadata);

// A line of the text is a paragraph; entities of HTML are read.
std::vector<ArticleLine> linesOfText(std::string_view text);

// All lines of the body, nothing left out but notes and what is never shown.
std::vector<ArticleLine> wholeBody(const HtmlTree& tree);

} // namespace quoth
