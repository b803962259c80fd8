#include "core/corpora/counts.h"

#include <cstdio>

namespace quoth::corpora {

std::string line(const std::string& name, const Counts& counts) {
    char text[160];
    std::snprintf(text, sizeof text, "%-34s P %5.1f  R %5.1f  F1 %5.1f   (gold %zu, predicted %zu)",
                  name.c_str(), counts.precision(), counts.recall(), counts.f1(), counts.gold,
                  counts.predicted);
    return text;
}

} // namespace quoth::corpora
