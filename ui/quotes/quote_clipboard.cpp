#include "ui/quotes/quote_clipboard.h"

#include "ui/state/view_state.h"

#include <QMimeData>

namespace quoth::ui {

std::unique_ptr<QMimeData> mimeDataOf(const Document& document, const std::vector<QuoteId>& quotes,
                                      CitationFormat format) {
    auto data = std::make_unique<QMimeData>();
    const bool html = format == CitationFormat::Html;
    if (html) data->setHtml(toQString(citations(document, quotes, CitationFormat::Html)));
    data->setText(toQString(citations(document, quotes, html ? CitationFormat::Plain : format)));
    return data;
}

} // namespace quoth::ui
