// Words and references of the annotation data that its writer and its reader share.
#pragma once

#include "core/document/document.h"
#include "core/support/enum_names.h"

#include <string>

namespace quoth {

// The newest. 1, which earlier versions read too, has all annotations as items; 2 has them packed
// (annotation_packing.h), and some as items for other programs.
inline constexpr int annotationFormat = 2;

inline constexpr EnumNames<DateOrigin, 4> dateOriginNames{{"none", "caller", "metadata", "text"}};
inline constexpr EnumNames<DateSource, 8> dateSourceNames{
    {"none", "json-ld", "microdata", "meta", "time-element", "printed", "address", "other-time"}};

// "#e1" for the first entity: a fragment of the page.
inline std::string reference(char kind, std::size_t index) {
    return std::string("#") + kind + std::to_string(index + 1);
}

} // namespace quoth
