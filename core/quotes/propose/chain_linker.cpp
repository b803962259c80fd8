#include "core/quotes/propose/chain_linker.h"

#include "core/quotes/quote_limits.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <span>

namespace quoth {
namespace {

class Linker {
public:
    Linker(const TokenizedText& text, const Syntax& syntax,
           const std::vector<AttributionSegment>& segments)
        : m_text(text), m_syntax(syntax), m_segments(segments) {
        for (const AttributionSegment& segment : segments) {
            m_sentence.push_back(text.sentenceOf(segment.tokens.begin));
            m_lastSentence.push_back(text.sentenceOf(segment.tokens.end - 1));
        }
    }

    std::vector<LinkedAttribution> link() const {
        const auto count = static_cast<std::uint32_t>(m_segments.size());
        // By cue, or by content for those without one.
        std::map<std::uint32_t, LinkedAttribution> ofCue;
        std::vector<LinkedAttribution> out;
        for (std::uint32_t i = 0; i < count; ++i) {
            if (m_segments[i].role != AttributionRole::Content) continue;
            auto cue = cueByTree(i);
            if (!cue) cue = nearest(i, AttributionRole::Cue);
            if (cue) {
                ofCue[*cue].contents.push_back(i);
                continue;
            }
            out.push_back({{i}, {}, nearest(i, AttributionRole::Source)});
        }
        for (auto& [cue, attribution] : ofCue) {
            attribution.cues = {cue};
            attribution.source = sourceByTree(cue);
            if (!attribution.source) attribution.source = nearest(cue, AttributionRole::Source);
            out.push_back(attribution);
        }
        const std::span ofCues(out.end() - static_cast<std::ptrdiff_t>(ofCue.size()), out.end());
        for (std::uint32_t i = 0; i < count; ++i)
            if (m_segments[i].role == AttributionRole::Cue && !ofCue.contains(i))
                joinCue(i, ofCues);
        std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
            return a.contents.front() < b.contents.front();
        });
        return out;
    }

private:
    // A cue without content of its own is part of the one beside it: "has [repeatedly] said".
    // `ofCues` are ordered by their first cues.
    void joinCue(std::uint32_t cue, std::span<LinkedAttribution> ofCues) const {
        if (m_text.tokens[m_segments[cue].tokens.begin].lower == "according") return;
        auto a = std::partition_point(ofCues.begin(), ofCues.end(), [&](const auto& other) {
            return m_sentence[other.cues.front()] < m_sentence[cue];
        });
        for (; a != ofCues.end() && sameSentence(cue, a->cues.front()); ++a) {
            if (gap(cue, a->cues.front()) > quote_limits::closeCues) continue;
            a->cues.push_back(cue);
            std::sort(a->cues.begin(), a->cues.end());
            return;
        }
    }

    bool sameSentence(std::uint32_t a, std::uint32_t b) const {
        return m_sentence[a] == m_sentence[b];
    }
    std::uint32_t gap(std::uint32_t a, std::uint32_t b) const {
        if (a > b) std::swap(a, b);
        return m_segments[b].tokens.begin - m_segments[a].tokens.end;
    }

    // The cue on which the content hangs as what is said, or that is set into it: of "said on
    // Monday that rain fell, adding", the first one.
    std::optional<std::uint32_t> cueByTree(std::uint32_t content) const {
        const std::uint32_t head = m_syntax.topOf(m_segments[content].tokens);
        const Relation relation = m_syntax.relationOf(head);
        if (relation == Relation::Ccomp || relation == Relation::Xcomp ||
            relation == Relation::Obj || relation == Relation::Parataxis)
            if (const auto cue = segmentAt(m_syntax.headOf(head), AttributionRole::Cue)) return cue;
        for (const std::uint32_t d : m_syntax.dependentsOf(head))
            if (m_syntax.relationOf(d) == Relation::Parataxis)
                if (const auto cue = segmentAt(d, AttributionRole::Cue)) return cue;
        return std::nullopt;
    }

    // The subject of the cue's verb, or where it is passive, its agent.
    std::optional<std::uint32_t> sourceByTree(std::uint32_t cue) const {
        const std::uint32_t head = m_syntax.topOf(m_segments[cue].tokens);
        const Clause* clause = m_syntax.clauseAt(head);
        const VerbGroup* group = m_syntax.verbGroupAt(head);
        if (!clause || clause->head != head || !group) return std::nullopt;
        const auto phrase = group->passive ? clause->agent : clause->subject;
        if (!phrase) return std::nullopt;
        return segmentAt(m_syntax.nounPhrases()[*phrase].head, AttributionRole::Source);
    }

    std::optional<std::uint32_t> segmentAt(std::uint32_t token, AttributionRole role) const {
        const auto segment =
            std::partition_point(m_segments.begin(), m_segments.end(),
                                 [&](const auto& s) { return s.tokens.end <= token; });
        if (segment == m_segments.end() || segment->role != role ||
            !segment->tokens.contains(token))
            return std::nullopt;
        return static_cast<std::uint32_t>(segment - m_segments.begin());
    }

    // The nearest segment of that role within the block.
    std::optional<std::uint32_t> nearest(std::uint32_t from, AttributionRole role) const {
        std::optional<std::uint32_t> best;
        std::uint32_t least = quote_limits::farthestSegment;
        const std::uint32_t block = m_text.sentences[m_sentence[from]].block;
        for (const int step : {-1, 1}) {
            std::uint32_t between = 0, inside = 0; // of the segments between: costs, tokens
            for (std::int64_t k = static_cast<std::int64_t>(from) + step;
                 k >= 0 && k < static_cast<std::int64_t>(m_segments.size()) &&
                 std::abs(k - from) <= quote_limits::segmentsBetween;
                 k += step) {
                const auto i = static_cast<std::uint32_t>(k);
                if (m_text.sentences[m_sentence[i]].block != block) break;
                const std::uint32_t left = step < 0 ? i : from, right = step < 0 ? from : i;
                const std::uint32_t sentences = m_sentence[right] - m_lastSentence[left];
                const std::uint32_t tokens = gap(left, right) - inside; // what was said is little
                const std::uint32_t cost = tokens + between + quote_limits::perSentence * sentences;
                if (m_segments[i].role == role && cost < least) {
                    best = i;
                    least = cost;
                }
                between += m_segments[i].role == AttributionRole::Cue ? quote_limits::perCueBetween
                           : m_segments[i].role == AttributionRole::Content
                               ? quote_limits::perContentBetween
                               : 0;
                inside += m_segments[i].tokens.size();
                if (cost > 2 * quote_limits::farthestSegment) break;
            }
        }
        return best;
    }

    const TokenizedText& m_text;
    const Syntax& m_syntax;
    const std::vector<AttributionSegment>& m_segments;
    std::vector<std::uint32_t> m_sentence, m_lastSentence;
};

} // namespace

std::vector<LinkedAttribution> linkSegments(const TokenizedText& text, const Syntax& syntax,
                                            const std::vector<AttributionSegment>& segments) {
    return Linker(text, syntax, segments).link();
}

} // namespace quoth
