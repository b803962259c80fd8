// Events of a document's parts, changed by the reader. Indices stay consistent: `same` of the other
// events follows.
#pragma once

#include "core/document/anchor.h"
#include "core/document/document.h"

#include <cstddef>
#include <optional>

namespace quoth {

// The event whose trigger is what the anchor names.
std::optional<std::size_t> findEvent(const Document::Parts& parts, const Anchor& trigger);

// Takes an event out. Where others repeat it, the first of them is what they repeat from now on.
void removeEvent(Document::Parts& parts, std::size_t index);

// Puts an occurrence in that is none yet, at its place in the order of triggers; gives its index.
// Entities with a mention in the trigger's sentence take part.
std::size_t addEvent(Document::Parts& parts, Span trigger);

} // namespace quoth
