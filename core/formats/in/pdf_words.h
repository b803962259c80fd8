// The words of a PDF document with their places, and the lines in which app/pdf tells them. That
// program alone links the library that reads PDF, which is under the GNU General Public License; it
// is a process of its own, so that a hostile document ends nothing but it.
//
// The program reads the document on its standard input and writes UTF-8 lines of tab-separated
// fields; no field holds a tab or a line end. Lengths are points (1/72 inch) with a decimal point,
// measured from the upper left corner of the page.
//
//   quoth-pdf  1
//   title      TITLE                  of the metadata; may be empty
//   page       WIDTH  HEIGHT          its words follow
//   word       X  Y  WIDTH  HEIGHT  SIZE  ROTATION  SPACE  FONT  TEXT
//   end
//
// SIZE is the font's size; ROTATION counts quarter turns clockwise; SPACE is 1 where white space
// follows in the line, else 0; FONT is the font's name in ASCII, perhaps empty
// ("ABCDEF+Times-Bold"). Output without "end" is cut.
#pragma once

#include "core/support/expected.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

// How the program ends.
enum class PdfExit : int { Fine = 0, Damaged = 3, Locked = 4, NoMemory = 5 };

inline constexpr std::string_view pdfWordsHead = "quoth-pdf\t1\n";
inline constexpr std::size_t mostPdfPages = 2000, mostPdfWords = 2'000'000; // the rest is left out

struct PdfWord {
    double x = 0, y = 0, width = 0, height = 0, size = 0;
    int rotation = 0;
    bool spaceAfter = false;
    bool bold = false, italic = false;
    std::string text;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    double middle() const { return y + height / 2; }
};

struct PdfPage {
    double width = 0, height = 0;
    std::vector<PdfWord> words;
};

struct PdfText {
    std::string title;
    std::vector<PdfPage> pages;
};

// Errors: NewerVersion for lines of another version, Malformed for anything else that is not as
// above.
Expected<PdfText> readPdfWords(std::string_view lines);

// Told by its name: "NimbusRomNo9L-Medi", "CMBX10".
bool isBoldFont(std::string_view name);
bool isItalicFont(std::string_view name);

} // namespace quoth
