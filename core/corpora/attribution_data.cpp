#include "core/corpora/attribution_data.h"

#include "core/quotes/attribution_rules.h"
#include "core/text/plain_analysis.h"

#include <algorithm>

namespace quoth::corpora {
namespace {

// Token ranges of the spans, cut at the ends of blocks; neighbours joined.
std::vector<IndexRange> rangesOf(const TokenizedText& text, std::vector<Span> spans) {
    std::sort(spans.begin(), spans.end());
    std::vector<IndexRange> out;
    for (const Span& span : spans) {
        const IndexRange range = text.tokensIn(span);
        for (std::uint32_t i = range.begin; i < range.end; ++i) {
            const bool goesOn =
                !out.empty() && out.back().end == i && text.blockOf(i) == text.blockOf(i - 1);
            if (goesOn)
                ++out.back().end;
            else if (out.empty() || out.back().end <= i)
                out.push_back({i, i + 1});
        }
    }
    return out;
}

void labelSegments(const std::vector<IndexRange>& ranges, AttributionRole role,
                   std::vector<Label>& labels) {
    for (const IndexRange& range : ranges)
        for (std::uint32_t i = range.begin; i < range.end; ++i)
            labels[i] = attributionLabelOf(role, partOf(range, i));
}

// Where one segment was labelled over part of another, what is left of the other ends before it.
void relabelCutSegments(IndexRange unit, std::vector<Label>& labels) {
    const auto all = std::span(labels).subspan(unit.begin, unit.size());
    std::vector<IndexRange> ranges;
    std::vector<AttributionRole> roles;
    for (const AttributionSegment& segment : segmentsOf(all, unit.begin)) {
        ranges.push_back(segment.tokens);
        roles.push_back(segment.role);
    }
    for (std::size_t k = 0; k < ranges.size(); ++k)
        labelSegments({ranges[k]}, roles[k], labels);
}

} // namespace

AttributionArticle attributionArticle(const PolnearDocument& document, const Tagger& tagger,
                                      const NameFinder& names, const CueLexicon& cues) {
    AttributionArticle out;
    out.id = document.id;
    out.source = std::make_unique<const std::string>(document.text);
    out.text = std::make_unique<const TokenizedText>(tagger.tag(analyzePlainArticle(*out.source)));
    out.stretches = findQuotedStretches(*out.text);
    out.names = names.find(*out.text);
    out.byRules = findByRules(*out.text, out.stretches, out.names, cues);
    out.gold = document.attributions;
    out.units = attributionUnits(*out.text);
    out.labels.assign(out.text->tokens.size(), unattributed);
    for (const GoldAttribution& a : document.attributions) { // none lies within another one
        labelSegments(rangesOf(*out.text, a.content), AttributionRole::Content, out.labels);
        labelSegments(rangesOf(*out.text, a.source), AttributionRole::Source, out.labels);
        labelSegments(rangesOf(*out.text, a.cue), AttributionRole::Cue, out.labels);
    }
    for (const IndexRange& unit : out.units)
        relabelCutSegments(unit, out.labels);
    return out;
}

} // namespace quoth::corpora
