// Quotes onto the clipboard.
#pragma once

#include "core/formats/out/quote_citation.h"

#include <memory>
#include <vector>

class QMimeData;

namespace quoth::ui {

// HTML comes as text/html and, for programs that know none, as plain text; the others as text.
std::unique_ptr<QMimeData> mimeDataOf(const Document& document, const std::vector<QuoteId>& quotes,
                                      CitationFormat format);

} // namespace quoth::ui
