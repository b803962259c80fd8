// W3C Web Annotations (annotation_data.h) as short arrays, for articles with so many of them that
// they would be a hundred times the text. Of an annotation, its kind's fields are kept in their
// order, then its targets, then an object of fields that came later, where it has any; a place is
// its distance from the place before it in the same array, and its length.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

namespace quoth {

// The `body` and `target` of an annotation that writeAnnotationData() writes.
nlohmann::ordered_json packed(const nlohmann::ordered_json& body,
                              const nlohmann::ordered_json& targets);

// An annotation of the body's type `type` ("quoth:Quote") as readAnnotationData() reads it; null
// where the array is none that packed() gives.
nlohmann::json unpacked(const nlohmann::json& array, std::string_view type);

} // namespace quoth
