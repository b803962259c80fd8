// Noun phrases and adverbials of an outer sentence, found by walking outwards from a verb; no tree
// is built. Positions are item indices of the sentence.
#pragma once

#include "core/quotes/cues/clause_reader.h"

#include <optional>

namespace quoth {

// The subject's noun phrase that ends before `end` (adverbs and parentheses between skipped), not
// reaching before `begin`. Appositions belong to it, relative clauses do not.
std::optional<IndexRange> subjectBefore(const ClauseReader& sentence, std::uint32_t end,
                                        std::uint32_t begin);

// The noun phrase that starts at `begin`, with its apposition.
std::optional<IndexRange> phraseAt(const ClauseReader& sentence, std::uint32_t begin);

// The person or group addressed, right after a verb: one name, pronoun or plain noun phrase.
std::optional<IndexRange> addresseeAt(const ClauseReader& sentence, std::uint32_t begin);

// Past adverbs and short adverbials of time, place and medium ("on Monday", "in a statement", "to
// reporters"), with the commas that set them off.
std::uint32_t skipAdverbials(const ClauseReader& sentence, std::uint32_t i);

} // namespace quoth
