// The JSON contract, schema quoth/1: offsets are Unicode code points. One object a document, on one
// line, without a line end.
#pragma once

#include "core/document/document.h"
#include "core/support/expected.h"

#include <string>
#include <string_view>

namespace quoth {

// `id` is echoed; an empty one is left out.
std::string writeJson(const Document& document, std::string_view id = {});
std::string writeJsonError(std::string_view id, const Error& error);

// One input line of the batch mode: {"id": ..., "text": ..., "published": "YYYY-MM-DD" or null}.
struct BatchItem {
    std::string id;
    Article article;
};
// Malformed where the line is not such an object; what of the id could be read is in `id`.
struct BatchLine {
    std::string id;
    Expected<BatchItem> item;
};
BatchLine readBatchLine(std::string_view line);

} // namespace quoth
