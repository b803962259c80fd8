// An event from words that a reader selected: in, a document and a span; out, the correction that
// adds it, with the date and status only where the trigger is an event already.
#pragma once

#include "core/document/corrections.h"

#include <optional>

namespace quoth {

// The span grows to whole words and is the summary, shortened where it is very long. The trigger is
// the first word that names an event already, else the first with a verb's ending (-ed, -ing), else
// the first that says anything. nullopt where the span holds no word.
std::optional<AddEvent> eventFromSelection(const Document& document, Span selection);

} // namespace quoth
