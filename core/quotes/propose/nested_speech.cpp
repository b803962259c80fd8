#include "core/quotes/propose/nested_speech.h"

#include "core/quotes/quote_limits.h"

#include <algorithm>

namespace quoth {
namespace {

bool opensSegment(Label label) {
    return label == unattributed || segmentPartOf(label) == SegmentPart::Begin ||
           segmentPartOf(label) == SegmentPart::Single;
}
bool closesSegment(Label label) {
    return label == unattributed || segmentPartOf(label) == SegmentPart::End ||
           segmentPartOf(label) == SegmentPart::Single;
}

// Rules out steps that make no segments. `favour`: of each segment, to propose more of them.
ChainScores segmentChain(float favour) {
    ChainScores chain(attributionLabelCount);
    for (std::size_t r = 0; r < attributionLabelCount; ++r) {
        const auto right = static_cast<Label>(r);
        const float enters = right != unattributed && opensSegment(right) ? favour : 0;
        chain.first[r] = opensSegment(right) ? enters : impossible;
        chain.last[r] = closesSegment(right) ? 0 : impossible;
        for (std::size_t l = 0; l < attributionLabelCount; ++l) {
            const auto left = static_cast<Label>(l);
            const bool goesOn = !closesSegment(left) && !opensSegment(right) &&
                                attributionRoleOf(left) == attributionRoleOf(right);
            const bool parts = closesSegment(left) && opensSegment(right);
            chain.at(l, r) = goesOn ? 0 : parts ? enters : impossible;
        }
    }
    return chain;
}

} // namespace

NestedSpeech::NestedSpeech(const TokenizedText& text) : m_text(text) {
    if (!text.encoded.holds(encoder_task::nested)) return;
    m_marginals.resize(text.tokens.size() * attributionLabelCount);
    for (const IndexRange& unit : attributionUnits(text))
        read(unit);
}

void NestedSpeech::read(IndexRange unit) {
    static const ChainScores plain = segmentChain(0);
    static const ChainScores favouring = segmentChain(quote_limits::nestedFavour);
    const auto emissions = m_text.encoded.of(encoder_task::nested, unit);
    ForwardBackward chances(plain);
    chances.run(emissions);
    for (std::uint32_t i = 0; i < unit.size(); ++i)
        std::ranges::copy(chances.marginals(i),
                          m_marginals.begin() + static_cast<std::ptrdiff_t>((unit.begin + i) *
                                                                            attributionLabelCount));
    BestPath path(favouring);
    for (AttributionSegment segment : segmentsOf(path.find(emissions), unit.begin)) {
        segment.confidence = boundsOf(segment.tokens, segment.role);
        m_tagged.segments.push_back(segment);
    }
}

// That the token has this role, as one of the labels that open or close a segment if asked.
float NestedSpeech::chanceAt(std::uint32_t token, AttributionRole role, bool opens,
                             bool closes) const {
    float sum = 0;
    for (const SegmentPart part :
         {SegmentPart::Begin, SegmentPart::Inside, SegmentPart::End, SegmentPart::Single}) {
        const Label label = attributionLabelOf(role, part);
        if ((!opens || opensSegment(label)) && (!closes || closesSegment(label)))
            sum += m_marginals[token * attributionLabelCount + label];
    }
    return std::min(sum, 1.0f);
}

float NestedSpeech::boundsOf(IndexRange tokens, AttributionRole role) const {
    return std::min(chanceAt(tokens.begin, role, true, false),
                    chanceAt(tokens.end - 1, role, false, true));
}

float NestedSpeech::meanOf(const std::vector<Span>& spans, AttributionRole role) const {
    float sum = 0;
    std::uint32_t count = 0;
    for (const Span& span : spans) {
        const IndexRange tokens = m_text.tokensIn(span);
        for (std::uint32_t i = tokens.begin; i < tokens.end; ++i)
            sum += chanceAt(i, role, false, false);
        count += tokens.size();
    }
    return count == 0 ? 0 : sum / static_cast<float>(count);
}

std::optional<NestedChances> NestedSpeech::chancesOf(const Attribution& a) const {
    if (m_marginals.empty()) return std::nullopt;
    NestedChances out;
    out.content = meanOf(a.content, AttributionRole::Content);
    out.cue = meanOf(a.cue, AttributionRole::Cue);
    out.source = meanOf(a.source, AttributionRole::Source);
    out.bounds = 1;
    for (const Span& span : a.content)
        if (const IndexRange tokens = m_text.tokensIn(span); !tokens.empty())
            out.bounds = std::min(out.bounds, boundsOf(tokens, AttributionRole::Content));
    return out;
}

} // namespace quoth
