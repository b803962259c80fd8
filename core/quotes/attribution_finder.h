// Finds the attributions of an article. In: tagged text, its quoted stretches and names. Out:
// attributions ordered by first content, each with the chance that it is right. Immutable once
// loaded; const calls are thread-safe.
//
// Proposers (core/quotes/propose) give what may be attributions: those by form, then the trained
// field, which sees what they gave. One chooser (core/quotes/choose) tells how likely each of them
// is right, and takes the likeliest that leave each other room; nothing decides after it. Model:
// models/attribution.model.
#pragma once

#include "core/learning/sequence_model.h"
#include "core/names/earlier_stages.h"
#include "core/quotes/attribution.h"
#include "core/quotes/choose/chooser.h"
#include "core/quotes/propose/chain_tagger.h"
#include "core/support/resources.h"
#include "core/syntax/dependency_parser.h"
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
                                            const EarlierStages& earlier,
                                            ModelSet models = ModelSet::Alone);
    static Expected<AttributionFinder> load(const std::filesystem::path& model, CueLexicon cues,
                                            const EarlierStages& earlier);

    std::vector<Attribution> find(const TokenizedText& text, const Syntax& syntax,
                                  const std::vector<QuotedStretch>& stretches,
                                  const std::vector<NamedMention>& names) const;
    // The attributions of a paragraph in one line, as the model's samples have them.
    std::string answer(const EarlierStages& earlier, std::string_view paragraph) const;

    static constexpr const char* stage = "attribution"; // as model files name it

private:
    AttributionFinder(ModelFile file, AttributionTagger tagger, SequenceModel chooser,
                      Calibration calibration, ChooserLimits limits, CueLexicon cues)
        : m_file(std::move(file)), m_tagger(std::move(tagger)), m_chooser(std::move(chooser)),
          m_calibration(std::move(calibration)), m_limits(limits), m_cues(std::move(cues)) {}

    ModelFile m_file; // what tagger and chooser read
    AttributionTagger m_tagger;
    SequenceModel m_chooser;
    Calibration m_calibration;
    ChooserLimits m_limits;
    CueLexicon m_cues;
};

} // namespace quoth
