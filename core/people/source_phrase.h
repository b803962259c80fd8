// The make-up of a source's noun phrase: the name or noun that heads it, by its tree. Pure
// questions; ranges are token indices and must not be empty.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/names/name_finder.h"
#include "core/people/noun_classes.h"
#include "core/syntax/syntax.h"

#include <optional>
#include <string>
#include <vector>

namespace quoth {

// The token that heads a phrase: what its other words hang on.
std::uint32_t headNoun(const Syntax& syntax, IndexRange phrase);

// The index of the name that heads the phrase, or that its head noun is called by: "UN envoy Ali
// Khan", "the mayor, Ann Lee", "Sabah newspaper". People before organisations before places.
std::optional<std::uint32_t> headName(const TokenizedText& text, const Syntax& syntax,
                                      const std::vector<NamedMention>& names,
                                      const NounClasses& classes, IndexRange phrase);

// Is the name one of several that speak: "the Defence Ministry and Coast Guard", "lawyers and
// Amnesty International"?
bool isCoordinated(const TokenizedText& text, const Syntax& syntax, IndexRange phrase,
                   IndexRange name);

// Without a relative clause after a comma and without a comma at the end: "Ann Lee[, who built the
// bridge,]".
IndexRange withoutRelative(const TokenizedText& text, IndexRange phrase);

// "the", "a", "some" left out.
IndexRange withoutArticle(const TokenizedText& text, IndexRange phrase);

// "the minister", "this minister", "Spain's minister": the phrase means one who is known.
bool isDefinite(const TokenizedText& text, const Syntax& syntax, std::uint32_t head);

// In lower case, also of a proper noun.
std::string lowerLemma(const TokenizedText& text, std::uint32_t token);

// The lemmas of what describes this noun within its phrase: of "the acting Afghan foreign minister"
// acting, afghan, foreign.
std::vector<std::string> describingWords(const TokenizedText& text, const Syntax& syntax,
                                         std::uint32_t noun);

// The post that this word is of: of "affairs" in "the minister of foreign affairs" "minister".
std::optional<std::uint32_t> postAbove(const TokenizedText& text, const Syntax& syntax,
                                       const NounClasses& classes, std::uint32_t token);

// The index of the name that holds the token.
std::optional<std::uint32_t> nameAt(const std::vector<NamedMention>& names, std::uint32_t token);

// The first of the names that lies in the phrase or after it.
std::uint32_t firstNameIn(const std::vector<NamedMention>& names, IndexRange phrase);

} // namespace quoth
