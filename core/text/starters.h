// Function words that begin a sentence far more often than they continue one or begin a name.
#pragma once

#include <string_view>

namespace quoth {

bool isStarter(std::string_view lower); // "the", "but", "he"

} // namespace quoth
