#include "core/quotes/attribution_finder.h"

#include "core/learning/model_samples.h"
#include "core/quotes/choose/candidates.h"
#include "core/quotes/choose/chooser_features.h"
#include "core/quotes/propose/proposers.h"
#include "core/text/plain_analysis.h"

#include <algorithm>
#include <utility>

namespace quoth {

Expected<AttributionFinder> AttributionFinder::load(const std::filesystem::path& resources,
                                                    const EarlierStages& earlier, ModelSet models) {
    auto cues = CueLexicon::load(resources);
    if (!cues) return unexpected(cues.error());
    return load(modelPath(resources, stage, models), std::move(*cues), earlier);
}

Expected<AttributionFinder> AttributionFinder::load(const std::filesystem::path& path,
                                                    CueLexicon cues, const EarlierStages& earlier) {
    auto file = ModelFile::open(path, stage, attributionFeatureRevision);
    if (!file) return unexpected(file.error());
    auto model = AttributionTagger::read(*file);
    if (!model) return unexpected(model.error());
    auto chooser = SequenceModel::read(*file, "chooser.");
    if (!chooser) return unexpected(chooser.error());
    if (!std::equal(chooser->labels().begin(), chooser->labels().end(), candidateLabels.begin(),
                    candidateLabels.end()))
        return unexpected(ErrorCode::BadResource,
                          "The model " + path.string() + " has other labels than candidates have.");
    auto calibration = Calibration::read(*file);
    if (!calibration) return unexpected(calibration.error());
    const auto limits = readChooserLimits(*file);
    if (!limits) return unexpected(limits.error());
    AttributionFinder out(std::move(*file), std::move(*model), std::move(*chooser),
                          std::move(*calibration), *limits, std::move(cues));
    const Outcome checked = checkModelSamples(
        out.m_file, [&](std::string_view sample) { return out.answer(earlier, sample); });
    if (!checked) return unexpected(checked.error());
    return out;
}

std::string AttributionFinder::answer(const EarlierStages& earlier,
                                      std::string_view paragraph) const {
    const TokenizedText text = earlier.tagger.tag(analyzePlainText(paragraph));
    const Syntax syntax(text, earlier.parser.parse(text));
    std::string out;
    const auto add = [&](const char* role, const std::vector<Span>& spans) {
        for (const Span& span : spans)
            out += (out.empty() ? "" : "; ") + std::string(role) + ": " +
                   std::string(text.slice(span));
    };
    for (const Attribution& a :
         find(text, syntax, findQuotedStretches(text), earlier.names.find(text))) {
        add("content", a.content);
        add("cue", a.cue);
        add("source", a.source);
    }
    return out;
}

std::vector<Attribution> AttributionFinder::find(const TokenizedText& text, const Syntax& syntax,
                                                 const std::vector<QuotedStretch>& stretches,
                                                 const std::vector<NamedMention>& names) const {
    const QuotedText quoted = readQuotedText(text, syntax, stretches, names, m_cues);
    std::vector<AttributionCandidate> byForm = proposeByForm(quoted);
    auto candidates = [&] { // features and segments, large ones, live no longer
        const AttributionFeatures features(quoted, byForm);
        const TaggedAttributions tagged = m_tagger.find(text, features, byForm);
        return findCandidates(quoted, byForm, tagged);
    }();
    std::vector<float> chances, emissions;
    chances.reserve(candidates.size());
    FeatureRows rows;
    for (const WeighedCandidate& candidate : candidates) {
        rows.clear();
        findCandidateFeatures(quoted, candidate, rows);
        m_chooser.score(rows, emissions);
        chances.push_back(chancesOf(emissions, m_chooser.chain()).front());
    }
    std::erase_if(byForm, [](const AttributionCandidate& c) { return !c.attribution.turn; });
    return chooseAttributions(quoted, std::move(candidates), chances, byForm, m_calibration,
                              m_limits);
}

} // namespace quoth
