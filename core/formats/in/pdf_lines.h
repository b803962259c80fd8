// The lines of a PDF document in the order of reading. A line is what stands beside one another in
// one column; columns are told by the gutters between them: tall white strips with text on both
// sides (after T. M. Breuel, Two geometric algorithms for layout analysis, 2002).
#pragma once

#include "core/formats/in/pdf_words.h"

#include <cstddef>
#include <string>
#include <vector>

namespace quoth {

struct PdfLine {
    std::size_t page = 0;
    std::size_t column = 0; // rises in the order of reading; lines of one column share it
    double left = 0, top = 0, right = 0, bottom = 0;
    double size = 0;                   // of the font of most of its text
    bool bold = false, italic = false; // most of its text is
    bool afterAside = false;           // what stood above it was taken out
    std::vector<PdfWord> words;        // from left to right, at least one

    double middle() const { return (top + bottom) / 2; }
};

// The words as readable ones: upright, ligatures as letters, drop caps joined to their words.
std::vector<PdfLine> linesInReadingOrder(const PdfText& text);

// Its words with white space between those that are apart.
std::string textOf(const PdfLine& line);
// Does white space stand between two words that follow each other in a line?
bool isApart(const PdfWord& word, const PdfWord& next);

// The size of most of the text.
double usualSize(const std::vector<PdfLine>& lines);

} // namespace quoth
