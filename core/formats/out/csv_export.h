// The quotes of a document as a table: RFC 4180, UTF-8 with BOM (spreadsheets ask for it), CRLF.
#pragma once

#include "core/document/document.h"
#include "core/formats/out/exporters.h"

#include <string>

namespace quoth {

// Columns: id, kind, act, speaker, addressee, quote, cue, source, confidence, begin, end, sentence,
// check, note, checkSource, checkedAt (UTC, ISO 8601), doubtful (yes or no: isDoubtful()).
// begin and end are code points of the first and last content stretch; stretches are joined by
// " … ". A cell that a spreadsheet would take for a formula gets a leading apostrophe.
std::string writeCsv(const Document& document, const ExportContext& context);

} // namespace quoth
