// An attribution as annotators marked it.
#pragma once

#include "core/document/span.h"

#include <string>
#include <vector>

namespace quoth::corpora {

struct GoldAttribution {
    std::vector<Span> source, cue, content; // bytes, by place
    std::string speaker;                    // empty where it is not told
    bool nested = false;                    // told within another one's content
    bool optional = false;                  // annotators could as well leave it out
};

} // namespace quoth::corpora
