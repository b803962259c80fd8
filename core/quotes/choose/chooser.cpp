#include "core/quotes/choose/chooser.h"

#include "core/quotes/quote_limits.h"
#include "core/quotes/span_index.h"

#include <algorithm>
#include <utility>

namespace quoth {
namespace {

// How likely the content of each candidate is a quotation at all. Where the trained field has no
// say, between candidates that nothing introduces and between those within others' speech, the
// chances of all with the same content, which rule each other out, add up to that; for others it is
// their own chance.
std::vector<float> chancesOfContents(const std::vector<WeighedCandidate>& candidates,
                                     const std::vector<float>& chances) {
    std::vector<float> out = chances;
    const auto attribution = [&](std::size_t i) -> const Attribution& {
        return candidates[i].candidate.attribution;
    };
    const auto sameCase = [&](std::size_t i, std::size_t k) {
        const bool within = isUntold(candidates[i]) && isUntold(candidates[k]);
        return within || (attribution(i).isBare() && attribution(k).isBare());
    };
    for (std::size_t i = 0; i < candidates.size(); ++i)
        for (std::size_t k = i + 1; k < candidates.size() && attribution(k).content.front() ==
                                                                 attribution(i).content.front();
             ++k)
            if (sameCase(i, k) && attribution(i).content == attribution(k).content) {
                out[i] += chances[k];
                out[k] += chances[i];
            }
    for (float& chance : out)
        chance = std::min(chance, 1.0F);
    return out;
}

// From the first byte of its words to the last one.
Span wholeExtent(const Attribution& a) {
    Span out = a.content.front();
    for (const auto* spans : {&a.content, &a.cue, &a.source})
        for (const Span& span : *spans) {
            out.begin = std::min(out.begin, span.begin);
            out.end = std::max(out.end, span.end);
        }
    return out;
}

class Chooser {
public:
    Chooser(const QuotedText& quoted, const Calibration& calibration, const ChooserLimits& limits)
        : m_text(quoted.text), m_calibration(calibration), m_limits(limits) {}

    std::vector<Attribution> choose(std::vector<WeighedCandidate> candidates,
                                    const std::vector<float>& chances,
                                    const std::vector<AttributionCandidate>& turns) {
        for (const AttributionCandidate& turn : turns)
            take(turn, turn.attribution.confidence);
        const std::vector<float> ofContents = chancesOfContents(candidates, chances);
        std::vector<std::size_t> order(candidates.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return chances[a] > chances[b]; });
        for (const std::size_t i : order) {
            AttributionCandidate& candidate = candidates[i].candidate;
            if (!fits(candidate, ofContents[i])) continue;
            const float share = m_calibration.shareAt(candidate.attribution.kind, ofContents[i]);
            take(std::move(candidate), share);
        }
        leaveOutTooDeep();
        std::stable_sort(m_taken.begin(), m_taken.end(),
                         [](const AttributionCandidate& a, const AttributionCandidate& b) {
                             return a.attribution.content.front() < b.attribution.content.front();
                         });
        return linked();
    }

private:
    // An outer one may have been taken after what is told within it.
    void leaveOutTooDeep() {
        std::vector<AttributionCandidate> kept;
        for (const AttributionCandidate& candidate : m_taken) {
            int around = 0;
            m_extents.eachOverlapping(wholeExtent(candidate.attribution), [&](std::uint32_t i) {
                around += isWithin(candidate.attribution, m_taken[i].attribution) ? 1 : 0;
                return around < quote_limits::deepestSpeech;
            });
            if (around < quote_limits::deepestSpeech) kept.push_back(candidate);
        }
        m_taken = std::move(kept);
    }

    void take(AttributionCandidate candidate, float confidence) {
        candidate.attribution.confidence = confidence;
        m_extents.add(wholeExtent(candidate.attribution),
                      static_cast<std::uint32_t>(m_taken.size()));
        m_taken.push_back(std::move(candidate));
    }

    bool fits(const AttributionCandidate& candidate, float chance) const {
        const Attribution& a = candidate.attribution;
        const bool quoted = a.isBare() || (a.kind == QuoteKind::Direct && candidate.spoken);
        float least = quoted ? m_limits.minQuotedChance : m_limits.minChance;
        bool free = true;
        int around = 0; // attributions within whose content it is told
        m_extents.eachOverlapping(wholeExtent(a), [&](std::uint32_t i) {
            const Attribution& other = m_taken[i].attribution;
            if (isWithin(a, other)) {
                if (!quoted) least = m_limits.minNestedChance;
                // Marks within what is told in other words are part of it.
                const bool part = a.isBare() && other.kind != QuoteKind::Direct;
                free = ++around < quote_limits::deepestSpeech && !part;
            } else if (!isWithin(other, a))
                free = !overlap(a.content, other.content) && !overlap(a.content, other.cue) &&
                       !overlap(a.content, other.source) && !overlap(a.cue, other.content);
            return free;
        });
        return free && chance >= least;
    }

    // Gives what goes on to the attribution that is spoken last before it, in its block or the one
    // before; speech within speech is not what goes on.
    std::vector<Attribution> linked() {
        std::vector<Attribution> out;
        std::uint32_t reach = 0; // the end of what was spoken so far
        std::optional<std::uint32_t> last;
        for (AttributionCandidate& candidate : m_taken) {
            Attribution& a = candidate.attribution;
            const Span first = a.content.front();
            const bool nested = first.begin < reach;
            if (candidate.link != Link::None && last && isNear(out[*last], first)) {
                // What is told in one's own words goes on as a quotation of another kind.
                if (candidate.link == Link::Joins && !nested &&
                    out[*last].kind != QuoteKind::Indirect) {
                    std::vector<Span>& whole = out[*last].content;
                    whole.insert(whole.end(), a.content.begin(), a.content.end());
                    reach = std::max(reach, a.content.back().end);
                    continue;
                }
                a.continues = last;
                a.implied.reset();
            }
            if (!nested) {
                last = static_cast<std::uint32_t>(out.size());
                reach = a.content.back().end;
            }
            out.push_back(std::move(a));
        }
        for (Attribution& a : out)
            std::sort(a.content.begin(), a.content.end());
        return ordered(std::move(out));
    }

    bool isNear(const Attribution& before, Span content) const {
        const std::uint32_t last = m_text.tokenAt(before.content.back().begin);
        return m_text.blockOf(last) + 1 >= m_text.blockOf(m_text.tokenAt(content.begin));
    }

    const TokenizedText& m_text;
    const Calibration& m_calibration;
    const ChooserLimits& m_limits;
    std::vector<AttributionCandidate> m_taken;
    SpanIndex m_extents; // of those
};

} // namespace

Expected<ChooserLimits> readChooserLimits(const ModelFile& file) {
    const auto numbers = file.array<float>(chooserLimitsSection);
    if (!numbers) return unexpected(numbers.error());
    if (numbers->size() != 3)
        return unexpected(ErrorCode::BadResource, "The model " + file.path().string() +
                                                      " has other limits than the chooser.");
    return ChooserLimits{(*numbers)[0], (*numbers)[1], (*numbers)[2]};
}

std::vector<Attribution> chooseAttributions(const QuotedText& quoted,
                                            std::vector<WeighedCandidate> candidates,
                                            const std::vector<float>& chances,
                                            const std::vector<AttributionCandidate>& turns,
                                            const Calibration& calibration,
                                            const ChooserLimits& limits) {
    return Chooser(quoted, calibration, limits).choose(std::move(candidates), chances, turns);
}

} // namespace quoth
