// An annotated document for search engines and archives: schema.org JSON-LD with the article
// (NewsArticle), its people and organisations, and its quotations.
#pragma once

#include "core/document/document.h"

#include <string>

namespace quoth {

std::string writeSchemaOrg(const Document& document); // fit for a <script> element

} // namespace quoth
