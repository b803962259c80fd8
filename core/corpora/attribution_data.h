// What the attribution models are trained and measured on: articles as the program itself reads
// them, with the attributions of annotators laid over the tokens.
#pragma once

#include "core/corpora/gold_attribution.h"
#include "core/quotes/attribution_finder.h"
#include "core/quotes/propose/chain_features.h"
#include "core/quotes/quoted_text.h"
#include "core/tagging/tagger.h"

#include <memory>
#include <string>
#include <vector>

namespace quoth::corpora {

// What `AttributionArticle::quoted` refers to.
struct AnalysedArticle {
    std::string source; // what `text` views
    TokenizedText text; // tagged
    Syntax syntax;
    std::vector<QuotedStretch> stretches;
    std::vector<NamedMention> names;
};

struct AttributionArticle {
    std::string id;
    std::unique_ptr<const AnalysedArticle> analysed;
    QuotedText quoted;
    std::vector<AttributionCandidate> byForm;
    std::vector<IndexRange> units;
    std::vector<GoldAttribution> gold;
    std::vector<Label> labels; // the gold, one a token; nothing of what is nested
    std::vector<Label> nested; // the same of what is nested alone
};

// `cues` must outlive it.
AttributionArticle attributionArticle(std::string id, std::string text,
                                      std::vector<GoldAttribution> gold,
                                      const EarlierStages& earlier, const CueLexicon& cues);

} // namespace quoth::corpora
