#include "core/quotes/attribution_tagger.h"

#include <algorithm>

namespace quoth {
namespace {

bool hasAttributionLabels(const SequenceModel& model) {
    if (model.labels().size() != attributionLabelCount) return false;
    for (std::size_t l = 0; l < attributionLabelCount; ++l)
        if (model.labels()[l] != attributionLabel(static_cast<Label>(l))) return false;
    return true;
}

// Asks the model of one unit about spans of text.
class SpanChances {
public:
    SpanChances(const TokenizedText& text, IndexRange unit, const ForwardBackward& chances)
        : m_text(text), m_unit(unit), m_chances(chances) {}

    // Lowers `least` to the chance of the least likely of the spans that lie in the unit.
    void lower(float& least, const std::vector<Span>& spans, AttributionRole role) {
        for (const Span& span : spans) {
            const IndexRange range = m_text.tokensIn(span);
            if (range.empty() || range.begin < m_unit.begin || range.end > m_unit.end) continue;
            m_labels.clear();
            for (std::uint32_t i = range.begin; i < range.end; ++i)
                m_labels.push_back(attributionLabelOf(role, partOf(range, i)));
            least = std::min(least, m_chances.probability(range.begin - m_unit.begin, m_labels));
        }
    }

private:
    const TokenizedText& m_text;
    IndexRange m_unit;
    const ForwardBackward& m_chances;
    std::vector<Label> m_labels;
};

} // namespace

TaggedAttributions tagAttributions(const TokenizedText& text, const AttributionFeatures& features,
                                   const std::vector<Attribution>& byRules,
                                   const AttributionScorer& score, const ChainScores& chain) {
    FeatureRows rows;
    std::vector<float> emissions;
    BestPath path;
    ForwardBackward chances;
    TaggedAttributions out;
    out.ofRules.resize(byRules.size());
    std::size_t nextRule = 0; // those before it end before the unit
    for (const IndexRange& unit : attributionUnits(text)) {
        features.find(unit, rows);
        score(rows, emissions);
        const auto found = path.find(emissions, chain);
        const auto here = segmentsOf(found, unit.begin);
        const Span span = text.spanOf(unit);
        while (nextRule < byRules.size() && byRules[nextRule].content.back().end <= span.begin)
            ++nextRule;
        const bool asked =
            nextRule < byRules.size() && byRules[nextRule].content.front().begin < span.end;
        if (here.empty() && !asked) continue;
        chances.run(emissions, chain);
        for (AttributionSegment segment : here) {
            const std::size_t at = segment.tokens.begin - unit.begin;
            segment.confidence = chances.probability(at, found.subspan(at, segment.tokens.size()));
            out.segments.push_back(segment);
        }
        SpanChances ask(text, unit, chances);
        for (std::size_t r = nextRule;
             r < byRules.size() && byRules[r].content.front().begin < span.end; ++r) {
            ask.lower(out.ofRules[r].content, byRules[r].content, AttributionRole::Content);
            ask.lower(out.ofRules[r].cue, byRules[r].cue, AttributionRole::Cue);
            ask.lower(out.ofRules[r].source, byRules[r].source, AttributionRole::Source);
        }
    }
    return out;
}

Expected<AttributionTagger> AttributionTagger::read(const ModelFile& file) {
    auto model = SequenceModel::read(file);
    if (!model) return unexpected(model.error());
    if (!hasAttributionLabels(*model))
        return unexpected(ErrorCode::BadResource, "The model " + file.path().string() +
                                                      " has other labels than attributions have.");
    return AttributionTagger(std::move(*model));
}

TaggedAttributions AttributionTagger::find(const TokenizedText& text,
                                           const AttributionFeatures& features,
                                           const std::vector<Attribution>& byRules) const {
    return tagAttributions(
        text, features, byRules,
        [this](const FeatureRows& rows, std::vector<float>& emissions) {
            m_model.score(rows, emissions);
        },
        m_model.chain());
}

} // namespace quoth
