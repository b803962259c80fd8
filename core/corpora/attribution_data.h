// What the attribution models are trained and measured on: articles as the program itself reads
// them, with the gold attributions of PolNeAR laid over the tokens.
#pragma once

#include "core/corpora/polnear.h"
#include "core/quotes/attribution_features.h"
#include "core/tagging/tagger.h"

#include <memory>
#include <string>
#include <vector>

namespace quoth::corpora {

struct AttributionArticle {
    std::string id;
    std::unique_ptr<const std::string> source; // what `text` views
    std::unique_ptr<const TokenizedText> text; // tagged
    std::vector<QuotedStretch> stretches;
    std::vector<NamedMention> names;
    std::vector<IndexRange> units;
    std::vector<Attribution> byRules;
    std::vector<GoldAttribution> gold;
    std::vector<Label> labels; // the gold, one a token
};

AttributionArticle attributionArticle(const PolnearDocument& document, const Tagger& tagger,
                                      const NameFinder& names, const CueLexicon& cues);

} // namespace quoth::corpora
