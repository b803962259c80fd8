// People and the other entities of an article: mentions (names, noun phrases, pronouns) grouped
// into entities, and each attribution's source resolved to one of them, with the reasons. Sieves
// from exact to loose, after Raghunathan et al. (2010); pronouns by models/pronouns.model.
// Immutable once loaded; const calls are thread-safe.
#pragma once

#include "core/document/annotations.h"
#include "core/learning/logistic.h"
#include "core/names/earlier_stages.h"
#include "core/people/noun_classes.h"
#include "core/people/source_resolver.h"
#include "core/quotes/attribution.h"
#include "core/quotes/marks/quote_marks.h"
#include "core/support/expected.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

struct People {
    std::vector<Entity> entities;
    std::vector<Quote> quotes; // one for each attribution, in the same order
};

class PeopleResolver {
public:
    // BadResource when a lexicon or the model is missing, damaged or of another version, and when
    // the pronouns of the model's own samples, read by these stages, stand for others than at its
    // making.
    static Expected<PeopleResolver> load(const std::filesystem::path& resources,
                                         const EarlierStages& earlier);
    static Expected<PeopleResolver> load(const std::filesystem::path& model, NounClasses nouns,
                                         const EarlierStages& earlier);
    PeopleResolver(NounClasses nouns, LogisticModel pronouns)
        : m_nouns(std::move(nouns)), m_pronouns(std::move(pronouns)) {}

    People resolve(const TokenizedText& text, const Syntax& syntax,
                   const std::vector<NamedMention>& names,
                   const std::vector<QuotedStretch>& stretches,
                   const std::vector<Attribution>& attributions,
                   const PronounObserver& observer = {}) const;

    // Whom the pronouns of a paragraph stand for, in one line, as the model's samples have it.
    std::string answer(const EarlierStages& earlier, std::string_view paragraph) const;

    static constexpr const char* stage = "pronouns"; // as model files name it

private:
    NounClasses m_nouns;
    LogisticModel m_pronouns;
};

constexpr std::uint32_t pronounEvidenceRevision = 4;

} // namespace quoth
