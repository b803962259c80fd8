// Finds the attributions of an article. In: tagged text, its quoted stretches and names. Out:
// attributions ordered by first content, each with the chance that it is right. Immutable once
// loaded; const calls are thread-safe.
//
// Rules read the text first; the trained tagger, which sees what they say, finds segments, and
// these are linked. All that either found are candidates; the likeliest ones that leave each other
// room are taken. From the rules alone come quotes without a cue, which go on or whose place tells
// the speaker. Model: models/attribution.model.
#pragma once

#include "core/learning/sequence_model.h"
#include "core/quotes/attribution.h"
#include "core/quotes/attribution_candidates.h"
#include "core/quotes/attribution_tagger.h"
#include "core/quotes/cue_lexicon.h"
#include "core/tagging/tagger.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

class AttributionFinder {
public:
    // BadResource when the cue lexicon or the model is missing, damaged or of another version, and
    // when the model's own samples get other answers than at its making.
    static Expected<AttributionFinder> load(const std::filesystem::path& resources,
                                            const Tagger& tagger, const NameFinder& names);
    static Expected<AttributionFinder> load(const std::filesystem::path& model, CueLexicon cues,
                                            const Tagger& tagger, const NameFinder& names);

    std::vector<Attribution> find(const TokenizedText& text,
                                  const std::vector<QuotedStretch>& stretches,
                                  const std::vector<NamedMention>& names) const;
    // The attributions of a paragraph in one line, as the model's samples have them.
    std::string answer(const Tagger& tagger, const NameFinder& names,
                       std::string_view paragraph) const;

    static constexpr const char* stage = "attribution"; // as model files name it

private:
    AttributionFinder(ModelFile file, AttributionTagger tagger, SequenceModel chooser,
                      CueLexicon cues)
        : m_file(std::move(file)), m_tagger(std::move(tagger)), m_chooser(std::move(chooser)),
          m_cues(std::move(cues)) {}

    ModelFile m_file; // what tagger and chooser read
    AttributionTagger m_tagger;
    SequenceModel m_chooser;
    CueLexicon m_cues;
};

} // namespace quoth
