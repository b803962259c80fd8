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

// `Answers` is the contract's annotation, for those who have the text. `Article` adds what opening
// it again needs: "text", "url", "publishedFrom", an entity's "gender" and the place "at" of a
// reason.
enum class JsonScope { Answers, Article };

// No id is left out.
std::string writeJson(const Document& document, const DocumentId& echoed = {},
                      JsonScope scope = JsonScope::Answers,
                      float doubtThreshold = doubtfulConfidence);

// The article with its annotations out of what writeJson() wrote with JsonScope::Article, or
// another program in its place: ids are strings of any kind, members that are not known are passed
// over, and lists that are left out are empty. Malformed where it is no such object, has no text or
// does not fit together; NewerVersion for a later schema.
Expected<Document> readJson(std::string_view json);
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
