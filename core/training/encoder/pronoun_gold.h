// Whom pronouns stand for, as the encoder learns it: by the tokens of a text.
#pragma once

#include "core/corpora/attribution_data.h"
#include "core/corpora/gap.h"
#include "core/corpora/tag_data.h"

#include <cstdint>
#include <vector>

namespace quoth::training {

struct PronounGold {
    std::uint32_t token = 0;
    std::vector<std::uint32_t> right, wrong; // heads of the mentions that it may stand for
};

// Third-person pronouns whose chain is mentioned before them.
std::vector<PronounGold> pronounsOf(const corpora::TaggedText& text);
// The passage's one, unless it stands for neither name. `text`: of the passage.
std::vector<PronounGold> pronounsOf(const corpora::GapPassage& passage, const TokenizedText& text);
// Those that are the source of a quotation whose speaker is named before them.
std::vector<PronounGold> pronounsOf(const corpora::AttributionArticle& article);

} // namespace quoth::training
