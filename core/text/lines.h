// What one line of an article looks like: the questions that structure asks of it. All are pure and
// linear in the line; lines come without white space at their ends.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace quoth {

struct LineShape {
    std::size_t words = 0;
    bool endsSentence = false; // with . ! ? or an ellipsis, perhaps inside closing marks
    bool endsFull = false;     // the same with a full stop
    bool endsOpen = false;     // with , ; or :
    bool titleCased = false;   // most longer words begin with a capital
    bool allCaps = false;
    bool startsItem = false; // with a bullet, a dash or an asterisk
    bool startsLower = false;
};
LineShape shapeOfLine(std::string_view line);

bool isByline(std::string_view line); // "By Jane Doe", "Jane Doe, Staff Writer", "AFP in Paris"
bool isBylineRole(std::string_view lower); // a word in lower case: "reporter", "staff"
bool isPersonName(std::string_view line);  // two to four capitalised words and nothing else
bool isDatedLine(std::string_view line);   // "Published: 20 May 2021", "20 May 2021 10:30 BST"
bool isCreditLine(std::string_view line);  // "© Reuters", "Reporting by ...", "(AP)"
bool isAddressLine(std::string_view line); // nothing but a web address

// Bytes of the dateline that opens a paragraph, its dash included; 0 without one.
// "LONDON, May 20 (Reuters) -", "Washington (AFP) –", "NAIROBI —", "CAIRO – 26 July 2022:"
std::size_t datelineLength(std::string_view line);

// Where the credit at the end of a paragraph begins: "– AP", "(Reuters)".
std::optional<std::size_t> creditTail(std::string_view line);

} // namespace quoth
