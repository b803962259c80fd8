// An annotated document as W3C Web Annotations (2017) in JSON-LD, together with the canonical text:
// the data block of an annotated HTML file, from which Quoth opens it again with nothing lost.
// Positions are code points; every target has a text-quote and a text-position selector. What the
// vocabulary has no word for is under "quoth:". Where an article has more than mostTargets places
// to point to, its annotations are packed (annotation_packing.h), and only its first mostListed
// quotations are told in this way (limits.h).
#pragma once

#include "core/document/document.h"
#include "core/support/expected.h"

#include <string>
#include <string_view>

namespace quoth {

// The id of the <script> element that holds these data in an annotated HTML file.
inline constexpr const char* annotationDataId = "quoth-annotations";

// ASCII only, every '<' as \u003c: fit for a <script> element.
std::string writeAnnotationData(const Document& document);

// Malformed where the data do not fit together, are damaged (the text's SHA-256 is in them) or come
// from a newer version.
Expected<Document> readAnnotationData(std::string_view json);

// JSON text with every '<' as \u003c.
std::string scriptText(std::string_view json);

} // namespace quoth
