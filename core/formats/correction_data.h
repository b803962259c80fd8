// Corrections as JSON: what the library and work files keep. A list of steps, each a list of
// corrections {"do": "...", ...}; anchors are {"begin", "end", "exact", "before", "after"} with
// positions in code points of `text`.
#pragma once

#include "core/document/corrections.h"
#include "core/support/expected.h"
#include "core/support/offset_map.h"

#include <string>
#include <string_view>
#include <vector>

namespace quoth {

// `text` and `offsets` are the article's that the corrections were last applied to; an anchor into
// an older text keeps its words, and its position as far as it lies in this one.
std::string writeCorrections(const std::vector<Correction>& corrections, std::string_view text,
                             const OffsetMap& offsets);

// Malformed where the JSON is none of the above, or holds a value outside its contract.
Expected<std::vector<Correction>> readCorrections(std::string_view json, std::string_view text,
                                                  const OffsetMap& offsets);

} // namespace quoth
