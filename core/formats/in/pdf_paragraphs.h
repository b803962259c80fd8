// Lines of a PDF document to paragraphs, across columns and pages.
#pragma once

#include "core/formats/in/pdf_lines.h"

#include <cstddef>
#include <string>
#include <vector>

namespace quoth {

struct PdfParagraph {
    std::string text; // words hyphenated at the ends of lines are whole again
    std::size_t page = 0;
    double size = 0; // of the font of its first line
    bool bold = false, italic = false;
};

// `size` is that of most of the text.
std::vector<PdfParagraph> paragraphsOf(const std::vector<PdfLine>& lines, double size);

} // namespace quoth
