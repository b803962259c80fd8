// NITF 3 (iptc.org/standards/nitf), the XML of news agencies: one article a file.
#pragma once

#include "core/formats/in/importers.h"

#include <pugixml.hpp>

namespace quoth {

bool looksLikeNitf(std::string_view bytes);
// Errors: those of parseXml; Empty without text.
Expected<Imported> readNitf(std::string_view bytes);
// Of an <nitf> inside another file.
Expected<Imported> readNitf(pugi::xml_node nitf);

} // namespace quoth
