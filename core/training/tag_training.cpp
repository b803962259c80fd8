// Trains models/tags.model. The label of a token is its universal and fine tag together. Automatic
// fine tags of news serve, too: a first model from the treebanks chooses among the labels with that
// fine tag, and what comes out is training data of less weight.
#include "core/corpora/tag_data.h"
#include "core/support/unicode.h"
#include "core/tagging/tag_features.h"
#include "core/tagging/tagger.h"
#include "core/training/model_card.h"
#include "core/training/model_writer.h"
#include "core/training/sequence_trainer.h"
#include "core/training/tag_sequences.h"
#include "core/training/training_stages.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>

namespace quoth::training {
namespace {

using corpora::PolnearDocument;
using corpora::Portion;
using corpora::SilverToken;
using corpora::TaggedText;

constexpr float silverWeight = 0.05f;
constexpr float leastWeight = 0.08f;

// Written for the model: what it answers on them is kept inside it.
constexpr std::string_view samples[] = {
    "The minister said on Tuesday that talks with Norway's fishing fleet hadn't failed.",
    "\"We can't wait,\" Ms. Okello told reporters; 1,200 people were counted in Port-Gentil.",
    "HARBOUR BOARD TO MEET AFTER STORM",
};

// Sentences of automatically tagged news with the labels that `model` finds likeliest among those
// of each token's fine tag.
std::vector<LabelledSequence> silverSequences(const std::vector<PolnearDocument>& documents,
                                              const TrainedChain& model,
                                              const WordClusters& clusters) {
    std::vector<TagPair> pairs;
    for (const std::string& label : model.labels)
        pairs.push_back(*tagPairFromName(label));
    std::vector<LabelledSequence> out;
    std::vector<float> emissions;
    BestPath path(model.chain);
    for (const PolnearDocument& document : documents) {
        corpora::GoldText gold = corpora::goldText(document);
        fillClusters(gold.text, clusters);
        std::vector<FineTag> tags;
        for (const auto& sentence : document.sentences)
            for (const SilverToken& token : sentence)
                tags.push_back(fineTagFromName(token.tag));
        for (const Sentence& sentence : gold.text.sentences) {
            LabelledSequence sequence;
            sequence.weight = silverWeight;
            findTagFeatures(gold.text, sentence, sequence.rows);
            model.score(sequence.rows, emissions);
            for (std::uint32_t k = 0; k < sentence.tokens.size(); ++k)
                for (std::size_t l = 0; l < pairs.size(); ++l)
                    // "to" is always TO there, and a preposition in the treebanks.
                    if (pairs[l].tag != tags[sentence.tokens.begin + k] &&
                        tags[sentence.tokens.begin + k] != FineTag::TO)
                        emissions[k * pairs.size() + l] -= 50;
            const auto found = path.find(emissions);
            sequence.labels.assign(found.begin(), found.end());
            out.push_back(std::move(sequence));
        }
    }
    return out;
}

// Share of dev's tokens with the right universal tag.
DevScore universalAccuracy(const std::vector<TaggedText>& texts,
                           const std::vector<std::string>& labels) {
    std::vector<Pos> gold, ofLabel;
    for (const TaggedText& text : texts)
        for (const TagPair& pair : text.tags)
            gold.push_back(pair.pos);
    for (const std::string& label : labels)
        ofLabel.push_back(tagPairFromName(label)->pos);
    return [gold, ofLabel](const std::vector<std::vector<Label>>& found) {
        std::size_t at = 0, right = 0;
        for (const auto& sentence : found)
            for (const Label label : sentence)
                right += ofLabel[label] == gold[at++] ? 1 : 0;
        return 100.0 * static_cast<double>(right) /
               static_cast<double>(std::max<std::size_t>(at, 1));
    };
}

} // namespace

Outcome trainTags(const TrainingRequest& request) {
    auto train = corpora::readEwt(request.corpora, Portion::Train);
    if (!train) return unexpected(train.error());
    auto gum = corpora::readGum(request.corpora, Portion::Train);
    if (!gum) return unexpected(gum.error());
    std::move(gum->begin(), gum->end(), std::back_inserter(*train));
    auto dev = corpora::readEwt(request.corpora, Portion::Dev);
    if (!dev) return unexpected(dev.error());
    const auto silver = corpora::readPolnear(request.corpora / "polnear" / "train");
    if (!silver) return unexpected(silver.error());

    const auto clusters = WordClusters::load(request.resources);
    if (!clusters) return unexpected(clusters.error());
    const TagLabels labels(*train);
    std::vector<LabelledSequence> sequences =
        tagSequences(*train, labels, *clusters, Headlines::Some);
    const std::vector<LabelledSequence> devSequences =
        tagSequences(*dev, labels, *clusters, Headlines::None);
    request.log("tags: " + std::to_string(sequences.size()) + " sentences, " +
                std::to_string(labels.names().size()) + " labels");

    TrainerOptions options;
    options.seed = request.seed;
    options.threads = request.threads;
    options.epochs = 8;
    options.l2 = 0.5f;
    const auto report = [&](const EpochReport& e) {
        char line[120];
        std::snprintf(line, sizeof line, "  epoch %2d: loss %.4f, dev %.2f, %zu features, %.1f s",
                      e.epoch, e.loss, e.score, e.features, e.seconds);
        request.log(line);
    };
    const DevScore score = universalAccuracy(*dev, labels.names());
    const TrainedChain first =
        trainChain(sequences, devSequences, labels.names(), options, score, report);
    std::vector<LabelledSequence> automatic = silverSequences(*silver, first, *clusters);
    request.log("  and " + std::to_string(automatic.size()) + " sentences with automatic tags");
    std::move(automatic.begin(), automatic.end(), std::back_inserter(sequences));
    options.minCount = 3;
    double bestScore = 0;
    const TrainedChain model = trainChain(sequences, devSequences, labels.names(), options, score,
                                          [&](const EpochReport& e) {
                                              bestScore = std::max(bestScore, e.score);
                                              report(e);
                                          });

    WrittenSize size;
    const auto fill = [&](ModelFileWriter& file) { size = addChain(file, "", model, leastWeight); };
    const auto answer = [&](const std::filesystem::path& path) -> Expected<SampleAnswer> {
        auto lemmatizer = Lemmatizer::load(request.resources);
        if (!lemmatizer) return unexpected(lemmatizer.error());
        auto words = WordClusters::load(request.resources);
        if (!words) return unexpected(words.error());
        auto tagger = Tagger::load(path, std::move(*words), std::move(*lemmatizer));
        if (!tagger) return unexpected(tagger.error());
        const auto shared = std::make_shared<const Tagger>(std::move(*tagger));
        return SampleAnswer([shared](std::string_view text) { return shared->answer(text); });
    };
    const Outcome written =
        writeModel(request.out, Tagger::stage, tagFeatureRevision, fill, samples, answer);
    if (!written) return written;
    ModelCard card;
    card.title = "tags.model";
    card.what = "Gives tokens of English their universal and fine part of speech together. A "
                "linear-chain conditional random field. Format version " +
                std::to_string(modelFormatVersion) + ", feature revision " +
                std::to_string(tagFeatureRevision) + ".";
    card.data = {
        "UD English EWT, train (Silveira et al., 2014): CC BY-SA 4.0.",
        "GUM, train (Zeldes, 2017), genres whose texts are CC BY or CC BY-SA.",
        "PolNeAR 1.0, train (Newell et al., 2018): automatic fine tags only, at a weight of 0.05; "
        "licence unstated, texts belong to their publishers. The model holds weights, no text.",
        "clusters.model, by way of classes of words.",
    };
    card.recipe = {
        "quoth-train tags: " + describe(options) + ".",
        "A first model from the treebanks alone chooses the universal tags of PolNeAR's tokens "
        "among "
        "those that go with the automatic fine tag.",
        "One sentence of 25 is read in capitals.",
        "Weights in eight bits; " + std::to_string(size.weights) + " are left.",
    };
    card.figures = {"universal tags on EWT dev, before weights are cut to eight bits: " +
                        std::to_string(bestScore).substr(0, 5) + " percent right",
                    "quoth-evaluate tags gives more: fine tags, lemmas, GUM."};
    if (auto made = writeCard(request.out, card); !made) return made;
    request.log("  " + std::to_string(size.features) + " features, " +
                std::to_string(size.weights) + " weights, " + std::to_string(model.collisions) +
                " collisions");
    return std::monostate{};
}

} // namespace quoth::training
