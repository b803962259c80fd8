// Abbreviations that keep their stop ("Mr.", "Inc.", "Sept."), and how each behaves at the end of a
// sentence. English, with the courtesy titles that its news copy meets.
#pragma once

#include <cstdint>
#include <string_view>

namespace quoth {

enum class Abbreviation : std::uint8_t {
    None,
    Title,   // a name follows: Mr. Sen. Lt. St.
    Numeric, // a number follows, else the stop ends a sentence: No. Fig. p.
    Dated,   // a month or weekday: Jan. Tues.; an abbreviation only beside a number
    Suffix,  // ends a name or a list, and perhaps the sentence: Inc. Jr. etc. Calif.
    Common,  // within a sentence: vs. e.g. cf. approx.
};

// `word` in lower case, without its last stop.
Abbreviation abbreviationOf(std::string_view word);

} // namespace quoth
