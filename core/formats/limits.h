// How much Quoth opens, and how much of a very long article an annotated page tells beside the text
// itself, so that the page stays a page: small enough to be opened again, and of a size that
// browsers show. The article is always marked whole, and Quoth opens the page again with every
// annotation. No article that anybody writes comes near.
#pragma once

#include <cstddef>

namespace quoth {

inline constexpr std::size_t maximumInputBytes = 64u << 20; // of one file

// Quotations, happenings and people in the lists, in schema.org's data and among the annotations
// for other programs: the first ones.
inline constexpr std::size_t mostListed = 2000;
// Speakers that the legend offers to filter by: those with most quotations.
inline constexpr std::size_t mostFiltered = 500;
// Places that annotations point to, each told with its words; where there are more, all annotations
// are packed (annotation_packing.h).
inline constexpr std::size_t mostTargets = 20'000;

} // namespace quoth
