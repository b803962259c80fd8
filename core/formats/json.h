// The JSON contract, schema quoth/1: offsets are Unicode code points. One object a document, on one
// line, without a line end.
#pragma once

#include "core/document/document.h"
#include "core/support/expected.h"

#include <string>
#include <string_view>

namespace quoth {

// The id of a document, as JSON: a string, or a number as it was written. Empty where there is
// none.
struct DocumentId {
    std::string json;
};
DocumentId documentId(std::string_view name); // an empty name is none

// No id is left out.
std::string writeJson(const Document& document, const DocumentId& echoed = {});
std::string writeJsonError(const DocumentId& echoed, const Error& error); // none is null

// One input line of the batch mode: {"id": ..., "text": ..., "published": "YYYY-MM-DD" or null}. An
// id is a string or a number, of any length; null is none. Of fields that are there twice, the last
// counts.
struct BatchLine {
    DocumentId id;             // where `article` is an error: what could be read of it
    Expected<Article> article; // Malformed where the line is not such an object
};
BatchLine readBatchLine(std::string_view line);

} // namespace quoth
