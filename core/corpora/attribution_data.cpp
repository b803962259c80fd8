#include "core/corpora/attribution_data.h"

#include "core/quotes/propose/proposers.h"
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

AttributionArticle attributionArticle(std::string id, std::string text,
                                      std::vector<GoldAttribution> gold,
                                      const EarlierStages& earlier, const CueLexicon& cues) {
    auto analysed = std::make_unique<AnalysedArticle>();
    analysed->source = std::move(text);
    analysed->text =
        earlier.tagger.tag(encodedBy(earlier.encode, analyzePlainArticle(analysed->source)));
    analysed->syntax = Syntax(analysed->text, earlier.parser.parse(analysed->text));
    analysed->stretches = findQuotedStretches(analysed->text);
    analysed->names = earlier.names.find(analysed->text);
    QuotedText quoted = readQuotedText(analysed->text, analysed->syntax, analysed->stretches,
                                       analysed->names, cues);
    std::vector<AttributionCandidate> byForm = proposeByForm(quoted);
    const TokenizedText& tokens = analysed->text;
    std::vector<IndexRange> units = attributionUnits(tokens);
    const auto labelled = [&](bool nested) { // a token has one label
        std::vector<Label> labels(tokens.tokens.size(), unattributed);
        for (const GoldAttribution& a : gold) {
            if (a.nested != nested) continue;
            labelSegments(rangesOf(tokens, a.content), AttributionRole::Content, labels);
            labelSegments(rangesOf(tokens, a.source), AttributionRole::Source, labels);
            labelSegments(rangesOf(tokens, a.cue), AttributionRole::Cue, labels);
        }
        for (const IndexRange& unit : units)
            relabelCutSegments(unit, labels);
        return labels;
    };
    std::vector<Label> labels = labelled(false), nested = labelled(true);
    return {std::move(id),    std::move(analysed), std::move(quoted), std::move(byForm),
            std::move(units), std::move(gold),     std::move(labels), std::move(nested)};
}

} // namespace quoth::corpora
