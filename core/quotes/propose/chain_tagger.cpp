#include "core/quotes/propose/chain_tagger.h"

#include <algorithm>

namespace quoth {
namespace {

bool hasAttributionLabels(const SequenceModel& model) {
    if (model.labels().size() != attributionLabelCount) return false;
    for (std::size_t l = 0; l < attributionLabelCount; ++l)
        if (model.labels()[l] != attributionLabel(static_cast<Label>(l))) return false;
    return true;
}

// Asks the model of one unit about segments.
class SegmentAsker {
public:
    SegmentAsker(IndexRange unit, const ForwardBackward& chances)
        : m_unit(unit), m_chances(chances) {}

    // That these tokens of the unit are a segment.
    float chance(IndexRange tokens, AttributionRole role) {
        m_labels.clear();
        for (std::uint32_t i = tokens.begin; i < tokens.end; ++i)
            m_labels.push_back(attributionLabelOf(role, partOf(tokens, i)));
        return m_chances.probability(tokens.begin - m_unit.begin, m_labels);
    }

private:
    IndexRange m_unit;
    const ForwardBackward& m_chances;
    std::vector<Label> m_labels;
};

// A segment of a candidate by form.
struct FormSegment {
    IndexRange tokens;
    AttributionRole role;
    std::uint32_t form;
};

// By begin.
std::vector<FormSegment> segmentsOfForms(const TokenizedText& text,
                                         const std::vector<AttributionCandidate>& byForm) {
    std::vector<FormSegment> out;
    for (std::uint32_t r = 0; r < byForm.size(); ++r) {
        const auto add = [&](const std::vector<Span>& spans, AttributionRole role) {
            for (const Span& span : spans)
                if (const IndexRange tokens = text.tokensIn(span); !tokens.empty())
                    out.push_back({tokens, role, r});
        };
        add(byForm[r].attribution.content, AttributionRole::Content);
        add(byForm[r].attribution.cue, AttributionRole::Cue);
        add(byForm[r].attribution.source, AttributionRole::Source);
    }
    std::stable_sort(out.begin(), out.end(), [](const FormSegment& a, const FormSegment& b) {
        return a.tokens.begin < b.tokens.begin;
    });
    return out;
}

float& chanceOf(SegmentChances& chances, AttributionRole role) {
    return role == AttributionRole::Content ? chances.content
           : role == AttributionRole::Cue   ? chances.cue
                                            : chances.source;
}

} // namespace

TaggedAttributions tagAttributions(const TokenizedText& text, const AttributionFeatures& features,
                                   const std::vector<AttributionCandidate>& byForm,
                                   const AttributionScorer& score, const ChainScores& chain) {
    FeatureRows rows;
    std::vector<float> emissions;
    BestPath path(chain);
    ForwardBackward chances(chain);
    TaggedAttributions out;
    out.ofForms.resize(byForm.size());
    const std::vector<FormSegment> ofForms = segmentsOfForms(text, byForm);
    auto next = ofForms.begin(); // those before it begin before the unit
    std::size_t nextForm = 0;    // those before it end before the unit
    for (const IndexRange& unit : attributionUnits(text)) {
        features.find(unit, rows);
        score(rows, text.encoded.of(encoder_task::attribution, unit), emissions);
        const auto found = path.find(emissions);
        const auto here = segmentsOf(found, unit.begin);
        const Span span = text.spanOf(unit);
        while (nextForm < byForm.size() &&
               byForm[nextForm].attribution.content.back().end <= span.begin)
            ++nextForm;
        const bool asked = nextForm < byForm.size() &&
                           byForm[nextForm].attribution.content.front().begin < span.end;
        if (here.empty() && !asked) continue;
        chances.run(emissions);
        for (AttributionSegment segment : here) {
            const std::size_t at = segment.tokens.begin - unit.begin;
            segment.confidence = chances.probability(at, found.subspan(at, segment.tokens.size()));
            out.segments.push_back(segment);
        }
        SegmentAsker ask(unit, chances);
        while (next != ofForms.end() && next->tokens.begin < unit.begin)
            ++next;
        for (; next != ofForms.end() && next->tokens.begin < unit.end; ++next) {
            const bool near = next->form >= nextForm &&
                              byForm[next->form].attribution.content.front().begin < span.end;
            if (!near || next->tokens.end > unit.end) continue;
            float& least = chanceOf(out.ofForms[next->form], next->role);
            least = std::min(least, ask.chance(next->tokens, next->role));
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
                                           const std::vector<AttributionCandidate>& byForm) const {
    return tagAttributions(
        text, features, byForm,
        [this](const FeatureRows& rows, std::span<const float> encoded,
               std::vector<float>& emissions) { m_model.score(rows, emissions, encoded); },
        m_model.chain());
}

} // namespace quoth
