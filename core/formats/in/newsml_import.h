// NewsML-G2 (iptc.org/standards/newsml-g2): a <newsItem>, or the first with a text of a
// <newsMessage> or <packageItem> that holds several.
#pragma once

#include "core/formats/in/importers.h"

namespace quoth {

bool looksLikeNewsml(std::string_view bytes);
// Errors: those of parseXml; Empty where no item has a text.
Expected<Imported> readNewsml(std::string_view bytes);

} // namespace quoth
