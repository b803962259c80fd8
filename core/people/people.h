// People and the other entities of an article: mentions (names, noun phrases, pronouns) grouped
// into entities, and each attribution's source resolved to one of them, with the reasons. Sieves
// from exact to loose, after Raghunathan et al. (2010). Immutable once loaded; const calls are
// thread-safe.
#pragma once

#include "core/document/annotations.h"
#include "core/names/name_finder.h"
#include "core/people/noun_classes.h"
#include "core/quotes/attribution.h"
#include "core/quotes/quote_marks.h"
#include "core/support/expected.h"

#include <filesystem>
#include <vector>

namespace quoth {

struct People {
    std::vector<Entity> entities;
    std::vector<Quote> quotes; // one for each attribution, in the same order
};

class PeopleResolver {
public:
    // BadResource when a lexicon is missing or damaged.
    static Expected<PeopleResolver> load(const std::filesystem::path& resources);

    People resolve(const TokenizedText& text, const std::vector<NamedMention>& names,
                   const std::vector<QuotedStretch>& stretches,
                   const std::vector<Attribution>& attributions) const;

private:
    NounClasses m_nouns;
};

} // namespace quoth
