// The text of a Word document (ECMA-376, WordprocessingML) as its reader sees it: what is inserted
// but not what is deleted, the results of fields, no notes, comments or hidden text. Elements are
// known by their local names: the strict and the transitional form differ in the namespace only.
#pragma once

#include "core/formats/in/office_article.h"

#include <pugixml.hpp>
#include <vector>

namespace quoth {

// Of word/styles.xml; a null node has none.
OfficeStyles readDocxStyles(const pugi::xml_node& styles);

// Of word/document.xml. Recurses as deep as the tree, which parseXml() limits.
std::vector<OfficeLine> readDocxText(const pugi::xml_node& document, const OfficeStyles& styles);

} // namespace quoth
