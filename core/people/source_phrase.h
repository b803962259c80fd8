// The make-up of a source's noun phrase: the name or noun that heads it. Pure questions about
// tokens; ranges are token indices and must not be empty.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/names/name_finder.h"
#include "core/people/noun_classes.h"

#include <optional>
#include <string>
#include <vector>

namespace quoth {

// The index of the name that heads the phrase: not a possessor, not inside a prepositional phrase;
// people before organisations before places, and of several in one compound the last ("UN envoy Ali
// Khan").
std::optional<std::uint32_t> headName(const TokenizedText& text,
                                      const std::vector<NamedMention>& names,
                                      const NounClasses& classes, IndexRange phrase);

// Does the name stand in "the Defence Ministry and Coast Guard", "lawyers and Amnesty
// International"?
bool isCoordinated(const TokenizedText& text, IndexRange phrase, IndexRange name);

// The token that heads a phrase without a name: the last noun before a comma, preposition or
// clause.
std::uint32_t headNoun(const TokenizedText& text, IndexRange phrase);

// Without a relative clause after a comma and without a comma at the end: "Ann Lee[, who built the
// bridge,]".
IndexRange withoutRelative(const TokenizedText& text, IndexRange phrase);

// "the", "a", "some" left out.
IndexRange withoutArticle(const TokenizedText& text, IndexRange phrase);

// "the", "this", "his": the phrase means something known.
bool isDefinite(const TokenizedText& text, IndexRange phrase);

// In lower case, also of a proper noun.
std::string lowerLemma(const TokenizedText& text, std::uint32_t token);

// The first of the names that lies in the phrase or after it.
std::uint32_t firstNameIn(const std::vector<NamedMention>& names, IndexRange phrase);

} // namespace quoth
