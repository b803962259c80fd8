// The annotated HTML: one self-contained file without script. The article with its quotations
// marked, a legend that filters by CSS alone, the quotations, the timeline and the people as lists,
// and two data blocks (schema_org.h, annotation_data.h), from the second of which Quoth opens the
// file again with every annotation.
#pragma once

#include "core/document/document.h"
#include "core/formats/out/exporters.h"

#include <cstddef>
#include <string>

namespace quoth {

std::string writeHtml(const Document& document, const ExportContext& context);

// Fewer bytes than the page has, known without writing it: quotations within each other without end
// tell the same words again and again.
std::size_t leastHtmlBytes(const Document& document);

} // namespace quoth
