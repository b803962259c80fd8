// Small questions about bytes, valid UTF-8 or not. (What needs to know characters is in unicode.h.)
#pragma once

#include <initializer_list>
#include <string_view>

namespace quoth {

// Without the spaces, tabs and line ends at both ends.
std::string_view trimmedAscii(std::string_view text);

bool containsAny(std::string_view text, std::initializer_list<std::string_view> parts);

} // namespace quoth
