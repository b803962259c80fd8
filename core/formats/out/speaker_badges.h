// The badges of speakers, the same in the window and in exports.
#pragma once

#include "core/document/document.h"

#include <string>
#include <vector>

namespace quoth {

// One for each of document.speakers(), in their order: the initials of the name, or
// the speaker's number (from 1) where it has none or somebody before has the same.
std::vector<std::string> speakerBadges(const Document& document);

} // namespace quoth
