// What the XML formats of news agencies share: parsing without what XML can do harm with, and the
// lines of an XHTML body.
#pragma once

#include "core/formats/in/html_article.h"

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

// Entities of a DTD and files that it names are never read: only the five that XML has.
// Errors: those of decodeText; TooDeep, TooLarge, Malformed.
Expected<std::unique_ptr<pugi::xml_document>> parseXml(std::string_view bytes);

// Does a document of this element begin in the bytes: "nitf"? A prefix ("n:nitf") is passed over.
bool beginsWithElement(std::string_view bytes, std::string_view element);

// The name without its namespace's prefix.
std::string_view localName(const pugi::xml_node& node);
// The first child of this local name; null where there is none.
pugi::xml_node childNamed(const pugi::xml_node& node, std::string_view name);
// The first element of this local name below the node, the node itself included; null where there
// is none.
pugi::xml_node findElement(const pugi::xml_node& node, std::string_view name);
// All of them below the node, in document order.
std::vector<pugi::xml_node> findElements(const pugi::xml_node& node, std::string_view name);
// All text below the node, white space collapsed.
std::string textOf(const pugi::xml_node& node);

// Paragraphs and headings of a body in XHTML; empty where it has none.
std::vector<ArticleLine> linesOfXhtml(std::string_view xhtml);
std::string writeXml(const pugi::xml_node& node);

} // namespace quoth
