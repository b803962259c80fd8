#include "core/quotes/propose/candidate_index.h"

#include "core/quotes/quote_limits.h"

namespace quoth {

CandidateIndex::CandidateIndex(const std::vector<AttributionCandidate>& byForm) : m_byForm(byForm) {
    for (std::uint32_t f = 0; f < byForm.size(); ++f) {
        const Attribution& a = byForm[f].attribution;
        m_lengths.push_back(lengthOf(a.content));
        if (!a.turn && (!a.cue.empty() || !a.source.empty()))
            m_contents.add(extentOf(a.content), f);
    }
}

double CandidateIndex::shareWith(std::uint32_t form, const Attribution& a,
                                 std::size_t length) const {
    return shareOf(commonLength(m_byForm[form].attribution.content, a.content), m_lengths[form],
                   length);
}

std::optional<std::uint32_t> CandidateIndex::peerOf(const Attribution& a) const {
    std::optional<std::uint32_t> best;
    double most = 0;
    const std::size_t length = lengthOf(a.content);
    eachNear(a, [&](std::uint32_t f) {
        const double share =
            shareWith(f, a, length) +
            (commonLength(m_byForm[f].attribution.cue, a.cue) > 0 ? quote_limits::sameCue : 0);
        if (share <= most || share < quote_limits::sameCue) return;
        best = f;
        most = share;
    });
    return best;
}

} // namespace quoth
