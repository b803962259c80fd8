#include "core/training/name_chains.h"

#include <algorithm>
#include <cstdio>
#include <set>
#include <tuple>

namespace quoth::training {
namespace {

using corpora::NameArticle;

constexpr std::uint32_t folds = 8;

std::vector<std::string> labelNames() {
    std::vector<std::string> names;
    for (std::size_t l = 0; l < nameLabelCount; ++l)
        names.push_back(nameLabel(static_cast<Label>(l)));
    return names;
}

// Sentences in the order of the articles, only those that the gold covers.
template <class Visit>
void visitSentences(Articles articles, const Visit& visit) {
    for (std::size_t a = 0; a < articles.size(); ++a)
        for (std::size_t s = 0; s < articles[a]->units.sentences.size(); ++s)
            if (articles[a]->covered[s] && !articles[a]->units.sentences[s].empty()) visit(a, s);
}

std::span<const Label> goldOf(const NameArticle& article, std::size_t sentence) {
    const IndexRange range = article.units.sentences[sentence];
    return std::span(article.labels).subspan(range.begin, range.size());
}

std::vector<LabelledSequence> firstSequences(Articles articles) {
    std::vector<LabelledSequence> out;
    visitSentences(articles, [&](std::size_t a, std::size_t s) {
        LabelledSequence sequence;
        findNameFeatures(articles[a]->text, articles[a]->units, s, nullptr, NameRows::All,
                         sequence.rows);
        const auto gold = goldOf(*articles[a], s);
        sequence.labels.assign(gold.begin(), gold.end());
        out.push_back(std::move(sequence));
    });
    return out;
}

// `found`: the first stage's labels for each article's units.
std::vector<LabelledSequence> secondSequences(Articles articles,
                                              const std::vector<std::vector<Label>>& found) {
    std::vector<NameMemory> memories;
    for (std::size_t a = 0; a < articles.size(); ++a)
        memories.emplace_back(articles[a]->units, found[a]);
    std::vector<LabelledSequence> out;
    visitSentences(articles, [&](std::size_t a, std::size_t s) {
        LabelledSequence sequence;
        findNameFeatures(articles[a]->text, articles[a]->units, s, &memories[a], NameRows::All,
                         sequence.rows);
        const auto gold = goldOf(*articles[a], s);
        sequence.labels.assign(gold.begin(), gold.end());
        out.push_back(std::move(sequence));
    });
    return out;
}

// The labels of all units of each article by the first stage.
std::vector<std::vector<Label>> label(Articles articles, const TrainedChain& first) {
    std::vector<std::vector<Label>> out;
    FeatureRows rows;
    for (const NameArticle* article : articles) {
        std::vector<Label> labels;
        for (std::size_t s = 0; s < article->units.sentences.size(); ++s) {
            findNameFeatures(article->text, article->units, s, nullptr, NameRows::All, rows);
            const auto found = first.decode(rows);
            labels.insert(labels.end(), found.begin(), found.end());
        }
        out.push_back(std::move(labels));
    }
    return out;
}

using TypedSpan = std::tuple<std::uint32_t, std::uint32_t, std::size_t>;
std::set<TypedSpan> spansOf(std::span<const Label> labels) {
    std::set<TypedSpan> out;
    for (const LabelledUnits& name : namesOf(labels, 0))
        out.emplace(name.units.begin, name.units.end, name.type);
    return out;
}

void count(std::span<const Label> gold, std::span<const Label> found, NameCounts& counts) {
    const auto want = spansOf(gold), have = spansOf(found);
    for (const TypedSpan& span : want) {
        ++counts.ofType[std::get<2>(span)].gold;
        counts.ofType[std::get<2>(span)].right += have.count(span);
    }
    for (const TypedSpan& span : have)
        ++counts.ofType[std::get<2>(span)].predicted;
}

NameCounts summed(NameCounts counts) {
    for (const corpora::Counts& one : counts.ofType)
        counts.all += one;
    return counts;
}

DevScore f1On(const std::vector<LabelledSequence>& dev) {
    return [&dev](const std::vector<std::vector<Label>>& found) {
        NameCounts counts;
        for (std::size_t i = 0; i < dev.size(); ++i)
            count(dev[i].labels, found[i], counts);
        return summed(counts).all.f1();
    };
}

} // namespace

NameChains trainNameChains(Articles train, Articles dev, const TrainerOptions& options,
                           const std::function<void(const std::string&)>& log) {
    const auto report = [&](const EpochReport& e) {
        char line[120];
        std::snprintf(line, sizeof line, "  epoch %2d: loss %.4f, dev %.2f, %zu features, %.1f s",
                      e.epoch, e.loss, e.score, e.features, e.seconds);
        log(line);
    };
    NameChains out;
    const std::vector<std::string> labels = labelNames();
    const auto firstTrain = firstSequences(train), firstDev = firstSequences(dev);
    log("first stage: " + std::to_string(firstTrain.size()) + " sentences");
    out.first = trainChain(firstTrain, firstDev, labels, options, f1On(firstDev), report);

    // What the first stage says of articles that it was not trained on.
    std::vector<std::vector<Label>> jackknifed(train.size());
    for (std::uint32_t fold = 0; fold < folds; ++fold) {
        std::vector<const NameArticle*> others, own;
        for (std::size_t a = 0; a < train.size(); ++a)
            (a % folds == fold ? own : others).push_back(train[a]);
        TrainerOptions short_ = options;
        short_.epochs = std::min(options.epochs, 8);
        const TrainedChain model = trainChain(firstSequences(others), {}, labels, short_);
        auto found = label(own, model);
        for (std::size_t k = 0, a = fold; a < train.size(); a += folds, ++k)
            jackknifed[a] = std::move(found[k]);
        log("jackknife " + std::to_string(fold + 1) + " of " + std::to_string(folds));
    }
    const auto secondTrain = secondSequences(train, jackknifed),
               secondDev = secondSequences(dev, label(dev, out.first));
    log("second stage");
    out.second = trainChain(secondTrain, secondDev, labels, options, f1On(secondDev), report);
    return out;
}

NameCounts countNames(Articles articles, const NameChains& chains) {
    const auto sequences = secondSequences(articles, label(articles, chains.first));
    NameCounts counts;
    for (const LabelledSequence& sequence : sequences)
        count(sequence.labels, chains.second.decode(sequence.rows), counts);
    return summed(counts);
}

} // namespace quoth::training
