// The checker's sheet on paper: core/formats/out/check_sheet.h's claims, each whole on one page.
#pragma once

#include "core/document/document.h"

#include <QString>

class QPagedPaintDevice;

namespace quoth::ui {

// `source` is the article's file name, told where it has no address. False where the printer or
// file fails.
bool printCheckSheet(const Document& document, const QString& source, QPagedPaintDevice& printer,
                     float doubtThreshold = doubtfulConfidence);

} // namespace quoth::ui
