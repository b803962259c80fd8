// The text of an OpenDocument text (ISO/IEC 26300) as its reader sees it: no deleted text, notes,
// comments, indexes or hidden text.
#pragma once

#include "core/formats/in/office_article.h"

#include <pugixml.hpp>
#include <vector>

namespace quoth {

// Adds the named and the automatic styles below the node: those of styles.xml, then of content.xml,
// or of the one element of a flat file.
void addOdtStyles(const pugi::xml_node& root, OfficeStyles& styles);

// Of content.xml or a flat file. Recurses as deep as the tree, which parseXml() limits.
std::vector<OfficeLine> readOdtText(const pugi::xml_node& root, const OfficeStyles& styles);

} // namespace quoth
