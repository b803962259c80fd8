// Numbers of a fixed width, as dates and times write them.
#pragma once

#include <optional>
#include <string_view>

namespace quoth {

// The number that exactly `size` ASCII digits write (at most nine); nullopt for any other text.
inline std::optional<int> readDigits(std::string_view text, std::size_t size) {
    if (text.size() != size) return std::nullopt;
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

} // namespace quoth
