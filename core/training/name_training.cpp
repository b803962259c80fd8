// Trains models/names.model on the Worldwide Newswire corpus.
#include "core/names/name_finder.h"
#include "core/training/model_card.h"
#include "core/training/model_writer.h"
#include "core/training/name_chains.h"
#include "core/training/training_stages.h"

#include <cstdio>
#include <memory>

namespace quoth::training {
namespace {

using corpora::HeadlineStyle;
using corpora::NameArticle;
using corpora::NameDocument;

constexpr float leastFirst = 0.03f, leastSecond = 0.02f; // smaller weights are dropped

// Written for the model: what it answers on them is kept inside it.
constexpr std::string_view samples[] = {
    "Norwegian Prime Minister Kari Solberg met Amos Wekesa of the Ministry of Health in Nairobi.",
    "Later Wekesa told the Lake Victoria Herald that the London-based firm Acme Ltd would leave.",
};

Expected<std::vector<NameArticle>> readArticles(const std::filesystem::path& folder,
                                                const char* portion, bool headlines,
                                                const Tagger& tagger, const Gazetteer& gazetteer) {
    const auto documents =
        corpora::readNameColumns(folder / (std::string(portion) + ".tsv"), folder / portion);
    if (!documents) return unexpected(documents.error());
    std::vector<NameArticle> out;
    for (std::size_t i = 0; i < documents->size(); ++i) {
        const NameDocument& document = (*documents)[i];
        const std::size_t turn = headlines ? i % 4 : 3; // two of four get a headline
        out.push_back(corpora::nameArticle(
            turn > 1 ? document
                     : corpora::withHeadline(
                           document, turn == 0 ? HeadlineStyle::Capitals : HeadlineStyle::Title, i),
            tagger, gazetteer));
    }
    return out;
}

std::vector<const NameArticle*> pointers(const std::vector<NameArticle>& articles) {
    std::vector<const NameArticle*> out;
    for (const NameArticle& article : articles)
        out.push_back(&article);
    return out;
}

std::string percent(const corpora::Counts& counts) {
    char text[80];
    std::snprintf(text, sizeof text, "P %.1f, R %.1f, F1 %.1f (%zu names)", counts.precision(),
                  counts.recall(), counts.f1(), counts.gold);
    return text;
}

// For each region the F1 on its dev articles of models that saw no article of it.
Expected<std::vector<std::string>> crossValidate(const TrainingRequest& request,
                                                 const std::vector<NameArticle>& train,
                                                 const std::vector<NameArticle>& dev,
                                                 const TrainerOptions& options) {
    const auto regions = corpora::readRegions(request.corpora / "ner_worldwide" / "regions.txt");
    if (!regions) return unexpected(regions.error());
    std::vector<std::string> lines;
    for (const corpora::Region& region : *regions) {
        std::vector<const NameArticle*> others, own;
        for (const NameArticle& article : train)
            if (!region.holds(article.id)) others.push_back(&article);
        for (const NameArticle& article : dev)
            if (region.holds(article.id)) own.push_back(&article);
        if (own.empty()) continue;
        // All epochs: what is left out must not choose when to stop.
        const NameChains chains = trainNameChains(others, {}, options, [](const std::string&) {});
        const NameCounts counts = countNames(own, chains);
        lines.push_back("without training articles from " + region.name + ", on its " +
                        std::to_string(own.size()) + " dev articles: " + percent(counts.all) +
                        ", people F1 " + percent(counts.ofType[0]));
        request.log(lines.back());
    }
    return lines;
}

} // namespace

Outcome trainNames(const TrainingRequest& request) {
    const auto tagger = Tagger::load(request.resources);
    if (!tagger) return unexpected(tagger.error());
    const auto gazetteer = Gazetteer::load(request.resources);
    if (!gazetteer) return unexpected(gazetteer.error());
    const auto folder = request.corpora / "ner_worldwide";
    const auto train = readArticles(folder, "train", true, *tagger, *gazetteer);
    if (!train) return unexpected(train.error());
    const auto dev = readArticles(folder, "dev", false, *tagger, *gazetteer);
    if (!dev) return unexpected(dev.error());

    TrainerOptions options;
    options.seed = request.seed;
    options.threads = request.threads;
    options.epochs = 12;
    options.rate = 0.05f;
    options.l2 = 0.3f;
    options.dropout = 0.5f;
    const NameChains chains =
        trainNameChains(pointers(*train), pointers(*dev), options, request.log);
    const NameCounts counts = countNames(pointers(*dev), chains);
    constexpr std::array types = {"PER", "ORG", "LOC", "MISC"};
    for (std::size_t t = 0; t < types.size(); ++t)
        request.log(corpora::line(types[t], counts.ofType[t]));
    request.log(corpora::line("all", counts.all));

    WrittenSize first, second;
    const auto fill = [&](ModelFileWriter& file) {
        first = addChain(file, "first.", chains.first, leastFirst);
        second = addChain(file, "second.", chains.second, leastSecond);
    };
    const auto answer = [&](const std::filesystem::path& path) -> Expected<SampleAnswer> {
        auto finder = NameFinder::load(path, *gazetteer, *tagger);
        if (!finder) return unexpected(finder.error());
        const auto shared = std::make_shared<const NameFinder>(std::move(*finder));
        return SampleAnswer(
            [shared, &tagger](std::string_view text) { return shared->answer(*tagger, text); });
    };
    const Outcome written =
        writeModel(request.out, NameFinder::stage, nameFeatureRevision, fill, samples, answer);
    if (!written) return written;

    ModelCard card;
    card.title = "names.model";
    card.what =
        "Finds names of people, organizations, places and others in English news. Two linear-chain "
        "conditional random fields over tokens and the parts of hyphenated ones; the second one "
        "sees "
        "how the first one took the same words elsewhere in the article (Krishnan and Manning, "
        "2006). Format version " +
        std::to_string(modelFormatVersion) + ", feature revision " +
        std::to_string(nameFeatureRevision) + ".";
    card.data = {
        "English Worldwide Newswire (Shan, Bai and Manning, 2023), train: " +
            std::to_string(train->size()) +
            " articles from all continents; licence unstated, texts "
            "belong to their publishers. The model holds weights of hashed features, no text.",
        "lexicons/ of this program, by way of their facts about words; tags.model and "
        "clusters.model, by way of tags and classes of words.",
    };
    card.recipe = {
        "quoth-train names --cross-validate; both stages: " + describe(options) + ".",
        "Every second article gets one of its sentences as a headline, in capitals or title case.",
        "The second stage is trained on what eight-fold jackknifed models of the first one say.",
        "Weights in eight bits; those under " + std::to_string(leastFirst).substr(0, 4) + " and " +
            std::to_string(leastSecond).substr(0, 4) + " are dropped: " +
            std::to_string(first.weights) + " and " + std::to_string(second.weights) + " are left.",
    };
    card.figures.push_back("exact span and type on the units of the " +
                           std::to_string(dev->size()) + " dev articles: " + percent(counts.all));
    for (std::size_t t = 0; t < types.size(); ++t)
        card.figures.push_back(std::string(types[t]) + ": " + percent(counts.ofType[t]));
    card.figures.push_back("quoth-evaluate names gives the figures of the program as a whole, and "
                           "those on GUM news, whose guidelines differ");
    if (request.crossValidate) {
        auto lines = crossValidate(request, *train, *dev, options);
        if (!lines) return unexpected(lines.error());
        card.figures.insert(card.figures.end(), lines->begin(), lines->end());
    }
    if (auto made = writeCard(request.out, card); !made) return made;
    request.log("  features " + std::to_string(first.features) + " + " +
                std::to_string(second.features) + ", weights " + std::to_string(first.weights) +
                " + " + std::to_string(second.weights) + ", collisions " +
                std::to_string(chains.first.collisions) + " + " +
                std::to_string(chains.second.collisions));
    return std::monostate{};
}

} // namespace quoth::training
