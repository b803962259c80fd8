#include "core/quotes/attribution_finder.h"

#include "core/learning/model_samples.h"
#include "core/quotes/attribution_rules.h"
#include "core/quotes/candidate_features.h"
#include "core/quotes/span_index.h"
#include "core/text/plain_analysis.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace quoth {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

constexpr float leastChance = 0.35F;       // that an attribution is right
constexpr float leastNestedChance = 0.85F; // that the rules are right about speech within speech
constexpr float surePlace = 0.85F;         // that a quote's place tells its speaker
constexpr float nestedChance = 0.4F;       // that speech within speech is right that they found

// The chooser learns from annotators of political news who often differ with each other; other
// articles bear out what it is fairly sure of more often, and what it doubts less often. Its chance
// and theirs, from the development articles: of quotes in marks the share of doubt that is left, of
// others a curve through these points.
constexpr float directDoubt = 0.4F;
struct CurvePoint {
    float said, holds;
};
constexpr std::array curve = {CurvePoint{0, 0}, CurvePoint{0.4F, 0.38F}, CurvePoint{0.78F, 0.66F},
                              CurvePoint{0.84F, 0.95F}, CurvePoint{1, 1}};

float chanceOf(QuoteKind kind, float said) {
    if (kind == QuoteKind::Direct) return 1 - directDoubt * (1 - said);
    std::size_t i = 1;
    while (i + 1 < curve.size() && curve[i].said < said)
        ++i;
    const CurvePoint &low = curve[i - 1], &high = curve[i];
    return low.holds + (high.holds - low.holds) * (said - low.said) / (high.said - low.said);
}

// "Ann was told that": whom the tagger takes for the source is spoken to; "by Tom" names the
// source.
void turnPassive(const TokenizedText& text, const CueLexicon& cues,
                 const std::vector<Attribution>& byRules, const SpanIndex& cuesOfRules,
                 Attribution& a) {
    if (a.cue.empty() || a.source.empty() || a.cue[0].begin < a.source[0].begin) return;
    bool be = false, told = false;
    for (const Span& cue : a.cue) {
        const IndexRange tokens = text.tokensIn(cue);
        for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
            const Token& token = text.tokens[t];
            be = be || (token.pos == Pos::Aux && token.lemma == "be");
            const CueVerb* verb = cues.find(token.lemma);
            told = told || (token.tag == FineTag::VBN && verb && verb->takesAddressee);
        }
    }
    if (!be || !told) return;
    a.addressee = a.source[0];
    a.source.clear();
    std::optional<std::uint32_t> last;
    for (const Span& cue : a.cue)
        cuesOfRules.eachOverlapping(cue, [&](std::uint32_t r) {
            const std::vector<Span>& source = byRules[r].source;
            if (!source.empty() && a.cue[0].begin < source[0].begin && (!last || *last < r))
                last = r;
            return true;
        });
    if (last) a.source = byRules[*last].source;
}

// From the first byte of its words to the last one.
Span extentOf(const Attribution& a) {
    Span out = a.content.front();
    for (const auto* spans : {&a.content, &a.cue, &a.source})
        for (const Span& span : *spans) {
            out.begin = std::min(out.begin, span.begin);
            out.end = std::max(out.end, span.end);
        }
    return out;
}

// Takes the likeliest candidates that leave each other room, then what the rules know of quotes
// without a cue.
class Chooser {
public:
    Chooser(const std::vector<QuotedStretch>& stretches, const std::vector<Attribution>& byRules)
        : m_stretches(stretches), m_byRules(byRules), m_placeOf(byRules.size(), none) {}

    // `chances`: how likely each candidate is right.
    std::vector<Attribution> choose(std::vector<AttributionCandidate> candidates,
                                    const std::vector<float>& chances) {
        for (std::uint32_t r = 0; r < m_byRules.size(); ++r)
            if (m_byRules[r].turn) m_placeOf[r] = add(m_byRules[r]);
        for (std::size_t c = 0; c < candidates.size(); ++c)
            candidates[c].attribution.confidence = chances[c];
        std::stable_sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
            return a.attribution.confidence > b.attribution.confidence;
        });
        for (AttributionCandidate& candidate : candidates)
            if (fits(candidate)) take(std::move(candidate));
        for (std::uint32_t r = 0; r < m_byRules.size(); ++r)
            takeRest(r);
        return ordered(std::move(m_found));
    }

private:
    std::uint32_t add(Attribution a) {
        const auto index = static_cast<std::uint32_t>(m_found.size());
        m_extents.add(extentOf(a), index);
        m_found.push_back(std::move(a));
        return index;
    }

    void take(AttributionCandidate candidate) {
        Attribution& a = candidate.attribution;
        if (a.confidence < leastChance) // told within another one
            a.confidence = nestedChance;
        else
            a.confidence = chanceOf(a.kind, a.confidence);
        add(std::move(a));
    }

    bool fits(const AttributionCandidate& candidate) const {
        const Attribution& a = candidate.attribution;
        float least = leastChance;
        bool free = true;
        m_extents.eachOverlapping(extentOf(a), [&](std::uint32_t i) {
            const Attribution& other = m_found[i];
            if (isWithin(a, other)) {
                const bool byRules = candidate.rule &&
                                     m_byRules[*candidate.rule].content == a.content &&
                                     m_byRules[*candidate.rule].confidence >= leastNestedChance;
                if (byRules) least = 0;
            } else if (!isWithin(other, a))
                free = !overlap(a.content, other.content) && !overlap(a.content, other.cue) &&
                       !overlap(a.content, other.source) && !overlap(a.cue, other.content);
            return free;
        });
        return free && a.confidence >= least;
    }

    // What the rules found and no candidate holds: quotes without a cue, and those that go on.
    void takeRest(std::uint32_t r) {
        const Attribution& rule = m_byRules[r];
        std::vector<Span> free;
        for (const Span& content : rule.content) {
            bool taken = false;
            m_extents.eachOverlapping(content, [&](std::uint32_t i) {
                taken = overlap({content}, m_found[i].content);
                if (taken && m_placeOf[r] == none) m_placeOf[r] = i;
                return !taken;
            });
            if (!taken) free.push_back(content);
        }
        if (free.empty() || kindOf(m_stretches, free) != QuoteKind::Direct) return;
        if (m_placeOf[r] != none) { // a quote that goes on after what was chosen
            Attribution& holder = m_found[m_placeOf[r]];
            holder.content.insert(holder.content.end(), free.begin(), free.end());
            std::sort(holder.content.begin(), holder.content.end());
            m_extents.add(extentOf(holder), m_placeOf[r]);
            return;
        }
        const bool introduced = !rule.cue.empty() || !rule.source.empty();
        if (introduced && rule.confidence < surePlace) return;
        bool clear = true;
        m_extents.eachOverlapping({free.front().begin, free.back().end}, [&](std::uint32_t i) {
            clear = !overlap(free, m_found[i].cue) && !overlap(free, m_found[i].source);
            return clear;
        });
        if (!clear) return;
        Attribution a = rule;
        if (rule.continues) {
            a.continues.reset();
            if (m_placeOf[*rule.continues] != none) a.continues = m_placeOf[*rule.continues];
        }
        m_placeOf[r] = add(std::move(a));
    }

    const std::vector<QuotedStretch>& m_stretches;
    const std::vector<Attribution>& m_byRules;
    std::vector<std::uint32_t> m_placeOf; // of what the rules found: where its content is now
    std::vector<Attribution> m_found;
    SpanIndex m_extents; // of those
};

} // namespace

Expected<AttributionFinder> AttributionFinder::load(const std::filesystem::path& resources,
                                                    const Tagger& tagger, const NameFinder& names) {
    auto cues = CueLexicon::load(resources);
    if (!cues) return unexpected(cues.error());
    return load(resources / "models" / "attribution.model", std::move(*cues), tagger, names);
}

Expected<AttributionFinder> AttributionFinder::load(const std::filesystem::path& path,
                                                    CueLexicon cues, const Tagger& tagger,
                                                    const NameFinder& names) {
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
    AttributionFinder out(std::move(*file), std::move(*model), std::move(*chooser),
                          std::move(cues));
    const Outcome checked = checkModelSamples(
        out.m_file, [&](std::string_view sample) { return out.answer(tagger, names, sample); });
    if (!checked) return unexpected(checked.error());
    return out;
}

std::string AttributionFinder::answer(const Tagger& tagger, const NameFinder& names,
                                      std::string_view paragraph) const {
    const TokenizedText text = tagger.tag(analyzePlainText(paragraph));
    std::string out;
    const auto add = [&](const char* role, const std::vector<Span>& spans) {
        for (const Span& span : spans)
            out += (out.empty() ? "" : "; ") + std::string(role) + ": " +
                   std::string(text.slice(span));
    };
    for (const Attribution& a : find(text, findQuotedStretches(text), names.find(text))) {
        add("content", a.content);
        add("cue", a.cue);
        add("source", a.source);
    }
    return out;
}

std::vector<Attribution> AttributionFinder::find(const TokenizedText& text,
                                                 const std::vector<QuotedStretch>& stretches,
                                                 const std::vector<NamedMention>& names) const {
    const auto byRules = findByRules(text, stretches, names, m_cues);
    auto candidates = [&] { // features and segments, large ones, live no longer
        const AttributionFeatures features(text, stretches, names, m_cues, byRules);
        const TaggedAttributions tagged = m_tagger.find(text, features, byRules);
        return findCandidates(text, stretches, tagged, byRules, m_cues);
    }();
    std::vector<float> chances, emissions;
    chances.reserve(candidates.size());
    FeatureRows rows;
    for (const AttributionCandidate& candidate : candidates) {
        rows.clear();
        findCandidateFeatures(text, candidate, rows);
        m_chooser.score(rows, emissions);
        chances.push_back(chancesOf(emissions, m_chooser.chain()).front());
    }
    auto found = Chooser(stretches, byRules).choose(std::move(candidates), chances);
    SpanIndex cuesOfRules;
    for (std::uint32_t r = 0; r < byRules.size(); ++r)
        for (const Span& cue : byRules[r].cue)
            cuesOfRules.add(cue, r);
    for (Attribution& a : found)
        turnPassive(text, m_cues, byRules, cuesOfRules, a);
    return found;
}

} // namespace quoth
