// Texts of a given size in which one thing comes again and again: what makes a stage slow whose
// work grows faster than the text. All are made here, and the same each time.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace quoth {

struct HostileText {
    const char* name;
    std::function<std::string(std::size_t i)> piece;        // the text is pieces 0, 1, 2 ...
    std::function<std::string(std::size_t pieces)> close{}; // and this after the last one
    // Its size, which is then doubled. Enough for stretches that are read more than once, of at
    // most a thousand words, to matter no more than in any longer text.
    std::size_t bytes = 12'000;
};

// An article as it should be, over and over: what the others are compared with.
HostileText plainText();
std::vector<HostileText> hostileTexts();

// Pieces until there are `bytes` of them, or a few more.
std::string textOf(const HostileText& hostile, std::size_t bytes);

} // namespace quoth
