// Words beside a name that tell what it names. In: a lemma.
#pragma once

#include <string_view>

namespace quoth {

bool isSayingLemma(std::string_view lemma); // what people and spokesmen do: "say", "warn"
bool isCompanyNoun(std::string_view lemma); // beside companies, clubs, papers: "the firm Acme"
bool isPeopleNoun(std::string_view lemma);  // after peoples and languages: "Hopi culture"
bool isWorkNoun(std::string_view lemma);    // before works, ships, products: "the film Rain"
bool isOfficeNoun(std::string_view lemma);  // before "of" and an organization: "founder of Acme"

} // namespace quoth
