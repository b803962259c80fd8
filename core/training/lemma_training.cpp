// Makes lexicons/lemma_forms.tsv: forms whose lemma in the treebanks is not what the lemmatiser's
// rules give.
#include "core/corpora/tag_data.h"
#include "core/support/output_file.h"
#include "core/support/unicode.h"
#include "core/tagging/lemmatizer.h"
#include "core/training/training_stages.h"

#include <algorithm>
#include <map>

namespace quoth::training {
namespace {

using corpora::Portion;
using corpora::TaggedText;

constexpr std::size_t leastCount = 2;

} // namespace

Outcome trainLemmas(const TrainingRequest& request) {
    const auto lemmatizer = Lemmatizer::loadRules(request.resources);
    if (!lemmatizer) return unexpected(lemmatizer.error());
    auto texts = corpora::readEwt(request.corpora, Portion::Train);
    if (!texts) return unexpected(texts.error());
    auto gum = corpora::readGum(request.corpora, Portion::Train);
    if (!gum) return unexpected(gum.error());
    std::move(gum->begin(), gum->end(), std::back_inserter(*texts));

    std::map<std::pair<std::string, FineTag>, std::map<std::string, std::size_t>> counts;
    for (const TaggedText& text : *texts)
        for (std::size_t i = 0; i < text.tags.size(); ++i) {
            const Token& token = text.gold.text.tokens[i];
            const bool lettered = token.kind == TokenKind::Word || token.kind == TokenKind::Clitic;
            const FineTag tag = text.tags[i].tag;
            if (lettered && text.tags[i].pos != Pos::Propn && tag != FineTag::None)
                ++counts[{token.lower, tag}][text.lemmas[i]];
        }
    std::string content =
        "# Forms whose lemma the rules would miss: form, fine tag, lemma.\n"
        "# Derived from the training parts of UD English EWT (CC BY-SA 4.0, Silveira et al. "
        "2014) and of GUM (CC BY 4.0,\n"
        "# Zeldes 2017; only genres whose texts are CC BY or CC BY-SA) by \"quoth-train "
        "lemmas\". This file: CC BY-SA 4.0.\n";
    std::size_t rows = 0;
    for (const auto& [form, lemmas] : counts) {
        std::size_t sum = 0;
        for (const auto& entry : lemmas)
            sum += entry.second;
        const auto best =
            std::max_element(lemmas.begin(), lemmas.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; });
        const bool clear = best->second >= leastCount && 3 * best->second >= 2 * sum;
        if (!clear || best->first == "_" ||
            lemmatizer->lemma(form.first, form.second) == best->first)
            continue;
        content += form.first + '\t' + std::string(name(form.second)) + '\t' + best->first + '\n';
        ++rows;
    }
    if (const Outcome written = writeFile(request.out, content); !written) return written;
    request.log("lemmas: " + std::to_string(rows) + " forms");
    return std::monostate{};
}

} // namespace quoth::training
