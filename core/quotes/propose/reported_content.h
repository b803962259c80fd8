// What the cues of one outer sentence report: the words before a cue, after it or on both sides.
#pragma once

#include "core/quotes/cues/cue_finder.h"
#include "core/quotes/marks/quote_marks.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quoth {

// The verb with its auxiliaries, adverbs left out; neighbours joined.
std::vector<Span> cueSpans(const ClauseReader& sentence, const Cue& cue);

class ReportedContent {
public:
    // All must outlive this; `cues` are those of the sentence.
    ReportedContent(const std::vector<QuotedStretch>& stretches, const ClauseReader& sentence,
                    const std::vector<Cue>& cues)
        : m_stretches(stretches), m_s(sentence), m_cues(cues) {}

    struct Found {
        std::vector<Span> content;            // ordered; empty where nothing is reported
        std::vector<std::uint32_t> stretches; // the quotes in it
    };
    // No item before `from` is reported; quotes that were taken are not reported from behind.
    Found of(std::size_t cue, std::uint32_t from) const;
    void take(const Found& found);

private:
    std::uint32_t clauseEnd(std::uint32_t from, std::size_t self) const;
    std::optional<std::uint32_t> freeQuoteBefore(std::uint32_t edge, std::uint32_t from) const;
    void addBefore(const Cue& cue, std::uint32_t from, Found& found) const;
    void addAfter(const Cue& cue, std::uint32_t end, Found& found) const;
    void addRest(std::size_t self, bool clauseBefore, bool quoteBefore, Found& found) const;
    void addItems(IndexRange items, Found& found) const;
    void addStretch(std::uint32_t stretch, Found& found) const;

    const std::vector<QuotedStretch>& m_stretches;
    const ClauseReader& m_s;
    const std::vector<Cue>& m_cues;
    std::vector<std::uint32_t> m_taken;
};

} // namespace quoth
