// What stands at the head and foot of the pages of a PDF document and is no part of its text.
#pragma once

#include "core/formats/in/pdf_lines.h"

#include <string>
#include <vector>

namespace quoth {

// Takes out, from the outermost lines inwards: lines that stand at the same place of another page
// with the same text up to digits, numbers of pages, and what a browser prints around a page (its
// title, its address, the time of printing). Gives the address that a browser printed; empty where
// it is none or was shortened.
std::string dropMargins(std::vector<PdfLine>& lines, const PdfText& text);

} // namespace quoth
