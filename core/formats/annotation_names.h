// Words and references of the annotation data that its writer and its reader share.
#pragma once

#include "core/document/document.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace quoth {

// The newest. 1, which earlier versions read too, has all annotations as items; 2 has them packed
// (annotation_packing.h), and some as items for other programs.
inline constexpr int annotationFormat = 2;

inline constexpr std::array<std::string_view, 4> genderNames = {"unknown", "female", "male",
                                                                "neuter"};
inline constexpr std::array<std::string_view, 4> dateOriginNames = {"none", "caller", "metadata",
                                                                    "text"};
inline constexpr std::array<std::string_view, 8> dateSourceNames = {
    "none", "json-ld", "microdata", "meta", "time-element", "printed", "address", "other-time"};
// The value whose place in `names` is that of `name`.
template <class Enum, std::size_t n>
std::optional<Enum> valueOf(const std::array<std::string_view, n>& names, std::string_view name) {
    for (std::size_t i = 0; i < n; ++i)
        if (names[i] == name) return static_cast<Enum>(i);
    return std::nullopt;
}

// "#e1" for the first entity: a fragment of the page.
inline std::string reference(char kind, std::size_t index) {
    return std::string("#") + kind + std::to_string(index + 1);
}

} // namespace quoth
