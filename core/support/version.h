// The program's version.
#pragma once

#include <string_view>

namespace quoth {

std::string_view version(); // "0.1.0"

} // namespace quoth
