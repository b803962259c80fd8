#include "core/learning/features.h"

#include <xxhash.h>

namespace quoth {

std::uint64_t hashText(std::string_view text) {
    return XXH3_64bits(text.data(), text.size());
}

} // namespace quoth
