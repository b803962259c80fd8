// The article's text as HTML with its quotations marked.
#pragma once

#include "core/formats/out/page_speakers.h"

#include <string>

namespace quoth {

// Headings, paragraphs and <mark> pieces: class "q", "sN" of the innermost quote's speaker
// ("with-sN" for those around it, the nearest), its kind. The first piece of quote n has the id
// "qN"; its last one is followed by a link to "#nN" (both of listed quotes only: limits.h).
// `facts` (HTML) goes between the article's head (headline, standfirst, byline) and its body.
std::string markedText(const Document& document, const PageSpeakers& speakers,
                       const std::string& facts, float doubtThreshold);

} // namespace quoth
