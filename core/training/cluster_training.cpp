// Makes models/clusters.model from the words of all training texts; their annotation is not used.
#include "core/corpora/name_columns.h"
#include "core/corpora/polnear.h"
#include "core/corpora/tag_data.h"
#include "core/learning/features.h"
#include "core/learning/word_clusters.h"
#include "core/text/plain_analysis.h"
#include "core/training/exchange_clusters.h"
#include "core/training/model_card.h"
#include "core/training/training_stages.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace quoth::training {
namespace {

using corpora::NameDocument;
using corpora::PolnearDocument;
using corpora::Portion;
using corpora::TaggedText;

constexpr std::uint32_t classes = 320;
constexpr std::uint32_t leastCount = 3;
constexpr int passes = 25;

using Words = std::vector<std::string>;

// Sentences as words in the form that clusters know.
void addSentences(const TokenizedText& text, std::vector<Words>& out) {
    for (const Sentence& sentence : text.sentences) {
        Words words;
        for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i)
            words.push_back(clusterForm(text.tokens[i].lower));
        out.push_back(std::move(words));
    }
}

Expected<std::vector<Words>> readSentences(const std::filesystem::path& corpora) {
    std::vector<Words> out;
    for (const auto& texts :
         {corpora::readEwt(corpora, Portion::Train), corpora::readGum(corpora, Portion::Train)}) {
        if (!texts) return unexpected(texts.error());
        for (const TaggedText& text : *texts)
            addSentences(text.gold.text, out);
    }
    const auto polnear = corpora::readPolnear(corpora / "polnear" / "train");
    if (!polnear) return unexpected(polnear.error());
    for (const PolnearDocument& document : *polnear)
        addSentences(corpora::goldText(document).text, out);
    const auto worldwide = corpora::readNameColumns(corpora / "ner_worldwide" / "train.tsv",
                                                    corpora / "ner_worldwide" / "train");
    if (!worldwide) return unexpected(worldwide.error());
    for (const NameDocument& document : *worldwide)
        addSentences(analyzePlainText(document.text), out);
    return out;
}

} // namespace

Outcome trainClusters(const TrainingRequest& request) {
    const auto sentences = readSentences(request.corpora);
    if (!sentences) return unexpected(sentences.error());
    std::map<std::string, std::uint32_t> counts;
    std::size_t tokens = 0;
    for (const Words& words : *sentences)
        for (const std::string& word : words) {
            ++counts[word];
            ++tokens;
        }
    std::vector<std::pair<std::uint32_t, std::string>> common;
    for (const auto& [word, count] : counts)
        if (count >= leastCount) common.emplace_back(count, word);
    std::stable_sort(common.begin(), common.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    // Word 0 is the edge of a sentence, word 1 every rare word.
    std::unordered_map<std::string, std::uint32_t> ids;
    for (const auto& entry : common)
        ids.emplace(entry.second, static_cast<std::uint32_t>(ids.size() + 2));
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> pairs;
    for (const Words& words : *sentences) {
        std::uint32_t left = 0;
        for (const std::string& word : words) {
            const auto at = ids.find(word);
            const std::uint32_t right = at == ids.end() ? 1 : at->second;
            ++pairs[{left, right}];
            left = right;
        }
        ++pairs[{left, 0}];
    }
    std::vector<Bigram> bigrams;
    for (const auto& [pair, count] : pairs)
        bigrams.push_back({pair.first, pair.second, count});
    request.log("clusters: " + std::to_string(tokens) + " tokens, " +
                std::to_string(common.size()) + " words");
    const auto classOf =
        clusterWords(common.size() + 2, bigrams, classes, passes, [&](int pass, std::size_t moved) {
            request.log("  pass " + std::to_string(pass) + ": " + std::to_string(moved) + " moved");
        });

    std::size_t size = 16;
    while (size < 2 * common.size())
        size *= 2;
    std::vector<ClusterSlot> slots(size);
    for (std::size_t i = 0; i < common.size(); ++i) {
        const std::uint64_t word = hashText(common[i].second);
        std::size_t at = word & (size - 1);
        while (slots[at].cluster != 0)
            at = (at + 1) & (size - 1);
        slots[at] = {static_cast<std::uint32_t>(word >> 32), classOf[i + 2] + 1};
    }
    ModelFileWriter file(WordClusters::stage, WordClusters::revision);
    file.addArray<ClusterSlot>("slots", slots);
    if (auto written = file.write(request.out); !written) return written;
    ModelCard card;
    card.title = "clusters.model";
    card.what = "Classes of English words that stand in the same places, for the other models.";
    card.data = {
        "The words of UD English EWT, GUM, PolNeAR and English Worldwide Newswire, training "
        "parts: " +
        std::to_string(tokens) +
        " tokens. No annotation is used; the model "
        "holds hashes of words with the number of their class, no text."};
    card.recipe = {
        "quoth-train clusters: exchange algorithm over pairs of neighbouring words (Martin, "
        "Liermann and Ney, 1998), " +
        std::to_string(classes) + " classes of " + std::to_string(common.size()) + " words seen " +
        std::to_string(leastCount) + " times or more."};
    card.figures = {
        "With it, tags.model is 0.4 points better on EWT dev (95.4 to 95.8, treebanks only)."};
    return writeCard(request.out, card);
}

} // namespace quoth::training
