// What the name models are trained and measured on: articles as the program itself reads them, with
// gold names laid over the units.
#pragma once

#include "core/corpora/name_columns.h"
#include "core/names/name_features.h"
#include "core/tagging/tagger.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace quoth::corpora {

struct NameArticle {
    std::string id;
    std::unique_ptr<const std::string> source; // what `text` views
    TokenizedText text;                        // tagged
    NameUnits units;
    std::vector<Label> labels; // gold, one a unit
    std::vector<bool> covered; // sentences of which the gold speaks from end to end
};

enum class HeadlineStyle { Capitals, Title };
// The same article with one of its sentences before it as a headline in that style: newspapers of
// the corpus have plain headlines, others do not. The sentence depends on `seed` alone; an article
// without a fit one stays as it is.
NameDocument withHeadline(const NameDocument& document, HeadlineStyle style, std::uint64_t seed);

NameArticle nameArticle(const NameDocument& document, const Tagger& tagger,
                        const Gazetteer& gazetteer);

} // namespace quoth::corpora
