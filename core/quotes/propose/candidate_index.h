// Finds the candidates by form that are like an attribution, by their contents.
#pragma once

#include "core/quotes/propose/candidate.h"
#include "core/quotes/span_index.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quoth {

class CandidateIndex {
public:
    // `byForm` must outlive it. Those that nothing introduces, and turns, are left out.
    explicit CandidateIndex(const std::vector<AttributionCandidate>& byForm);

    // The one with most of the same content, else with the same cue.
    std::optional<std::uint32_t> peerOf(const Attribution& a) const;

    // Calls `visit` with the number of each one whose content may overlap that of `a`.
    template <class Visit>
    void eachNear(const Attribution& a, Visit visit) const {
        m_contents.eachOverlapping(extentOf(a.content), [&](std::uint32_t f) {
            visit(f);
            return true;
        });
    }

    // overlapOf the contents of a candidate and of `a`, which is `length` bytes long.
    double shareWith(std::uint32_t form, const Attribution& a, std::size_t length) const;

private:
    const std::vector<AttributionCandidate>& m_byForm;
    std::vector<std::size_t> m_lengths; // of their contents
    SpanIndex m_contents;               // their extents
};

} // namespace quoth
