// The style sheet of an annotated HTML file.
#pragma once

#include "core/formats/out/speaker_colours.h"

#include <cstddef>
#include <string>

namespace quoth {

// With one rule a speaker for the legend's filter. Without '<', '&' and '>' but for the child
// combinator, so that it is safe in <style>.
std::string htmlStyle(std::size_t speakers, ColourSet set);

} // namespace quoth
