// Whether a person's name, or what stands before it, tells a woman or a man: "Mrs Okello",
// "Maria Lopez". In: the units of a document and the names of people in it. Out: one gender a name.
#pragma once

#include "core/document/annotations.h"
#include "core/names/name_units.h"

#include <span>
#include <vector>

namespace quoth {

// `people`: ranges of units. A name of one word that is the surname of a longer one tells nothing.
std::vector<Gender> findGenders(const NameUnits& units, std::span<const IndexRange> people);

} // namespace quoth
