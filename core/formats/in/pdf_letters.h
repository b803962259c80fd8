// What stands on a page of a PDF document as words that a text would hold.
#pragma once

#include "core/formats/in/pdf_words.h"

#include <string>
#include <string_view>
#include <vector>

namespace quoth {

// Ligatures and other presentation forms as letters (Unicode's NFKC, for these only); what is no
// character (controls, private use) left out.
std::string plainLetters(std::string_view text);

// The words of the page that read in the direction of most, turned upright, in plain letters.
std::vector<PdfWord> uprightWords(const PdfPage& page);

// A large first letter over several lines joined to the word that it begins; the lines beside it
// then begin where it does. `size` is that of the usual text.
void joinDropCaps(std::vector<PdfWord>& words, double size);

} // namespace quoth
