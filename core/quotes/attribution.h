// Attributions: what was said (content), the words that say so (cue) and who says it as written
// (source), linked. Speakers are found later, by core/people. In: tagged text, its quoted stretches
// and names. Out: attributions ordered by first content. Immutable once loaded; const calls are
// thread-safe.
#pragma once

#include "core/document/annotations.h"
#include "core/names/name_finder.h"
#include "core/quotes/cue_lexicon.h"
#include "core/quotes/quote_marks.h"
#include "core/support/expected.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace quoth {

struct Attribution {
    QuoteKind kind = QuoteKind::Indirect;
    QuoteAct act = QuoteAct::Speech;
    std::vector<Span> content; // at least one
    std::vector<Span> cue;     // empty where there is none
    std::vector<Span> source;  // the whole noun phrase; empty where there is none
    std::optional<Span> addressee;
    // Index of the earlier attribution whose speaker goes on, where this one has no source.
    std::optional<std::uint32_t> continues;
    // A mention nearby that likely speaks, where there is neither source nor continuation.
    std::optional<Span> implied;
    float confidence = 1; // that these words are an attribution with these bounds
};

class AttributionFinder {
public:
    // BadResource when the cue lexicon is missing or damaged.
    static Expected<AttributionFinder> load(const std::filesystem::path& resources);

    std::vector<Attribution> find(const TokenizedText& text,
                                  const std::vector<QuotedStretch>& stretches,
                                  const std::vector<NamedMention>& names) const;

private:
    CueLexicon m_cues;
};

} // namespace quoth
