// Trains models/syntax.model on trees by hand, with the tags that a tagger trained on the other
// fifths of the data gives, so that the parser learns to live with a tagger's errors.
#include "core/corpora/joined_words.h"
#include "core/corpora/polnear.h"
#include "core/corpora/tag_data.h"
#include "core/syntax/dependency_parser.h"
#include "core/syntax/parser_features.h"
#include "core/text/plain_analysis.h"
#include "core/training/model_card.h"
#include "core/training/model_writer.h"
#include "core/training/parser_trainer.h"
#include "core/training/tag_sequences.h"
#include "core/training/training_stages.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <unordered_map>

namespace quoth::training {
namespace {

using corpora::Portion;
using corpora::TaggedText;

constexpr std::uint32_t folds = 5;
constexpr std::uint32_t rareWord = 2, rareFeature = 3; // what is seen less often has no vector

// Parsers of other seeds, from which the parser also learns, on news too.
constexpr std::uint64_t teacherCount = 3;
constexpr std::uint32_t shortestNews = 3, longestNews = 120; // words of a sentence

// Written for the model: what it answers on them is kept inside it.
constexpr std::string_view samples[] = {
    "The minister said on Tuesday that talks with Norway's fishing fleet hadn't failed.",
    "\"We can't wait,\" Ms. Okello told reporters; 1,200 people were counted in Port-Gentil.",
    "Harbour board to meet after storm",
};

// Tags each text by a model of the other fifths of the texts.
void tagByFolds(std::vector<TaggedText>& texts, const WordClusters& clusters,
                const TrainingRequest& request) {
    const TagLabels labels(texts);
    const std::vector<LabelledSequence> sequences =
        tagSequences(texts, labels, clusters, Headlines::None);
    std::vector<std::uint32_t> foldOf;
    for (std::uint32_t t = 0; t < texts.size(); ++t)
        foldOf.insert(foldOf.end(), texts[t].gold.text.sentences.size(), t % folds);
    TrainerOptions options;
    options.threads = request.threads;
    options.epochs = 5;
    options.l2 = 0.5f;
    const auto found =
        jackknife(sequences, foldOf, folds, labels.names(), options, [&](std::uint32_t fold) {
            request.log("  tags of fold " + std::to_string(fold + 1));
        });
    std::vector<TagPair> pairs;
    for (const std::string& label : labels.names())
        pairs.push_back(*tagPairFromName(label));
    std::size_t at = 0;
    for (TaggedText& text : texts)
        for (const Sentence& sentence : text.gold.text.sentences) {
            for (std::uint32_t k = 0; k < sentence.tokens.size(); ++k) {
                Token& token = text.gold.text.tokens[sentence.tokens.begin + k];
                token.pos = pairs[found[at][k]].pos;
                token.tag = pairs[found[at][k]].tag;
            }
            ++at;
        }
}

// News without trees.
struct News {
    std::unique_ptr<const std::string> source; // what `text` views
    TokenizedText text;
};
Expected<std::vector<News>> readNews(const TrainingRequest& request, const Tagger& tagger) {
    auto documents = corpora::readPolnear(request.corpora / "polnear" / "train");
    if (!documents) return unexpected(documents.error());
    std::vector<News> out;
    for (corpora::PolnearDocument& document : *documents) {
        auto source = std::make_unique<const std::string>(std::move(document.text));
        TokenizedText text = tagger.tag(analyzePlainArticle(*source));
        out.push_back({std::move(source), std::move(text)});
    }
    return out;
}

// The known features, in the order of their rows.
class ParserVocabulary {
public:
    ParserVocabulary(const std::vector<TaggedText>& texts, const std::vector<News>& news) {
        struct Seen {
            std::uint32_t count = 0;
            ParserFeature name{}; // that it was first seen as
        };
        std::unordered_map<Feature, Seen> seen;
        FeatureRows rows = FeatureRows::withTemplates();
        const auto count = [&](const TokenizedText& text) {
            for (const Sentence& sentence : text.sentences) {
                findParserFeatures(text, sentence, rows);
                for (std::size_t word = 0; word < rows.size(); ++word)
                    for (std::size_t f = 0; f < rows.row(word).size(); ++f) {
                        Seen& entry = seen[rows.row(word)[f]];
                        const auto name = static_cast<ParserFeature>(rows.templates(word)[f]);
                        if (entry.count++ == 0)
                            entry.name = name;
                        else if (entry.name != name)
                            ++m_collisions;
                    }
            }
        };
        for (const TaggedText& text : texts)
            count(text.gold.text);
        for (const News& article : news)
            count(article.text);
        std::vector<std::pair<Feature, std::uint32_t>> kept;
        for (const auto& [feature, entry] : seen)
            if (entry.count >= (entry.name == ParserFeature::Word ? rareWord : rareFeature))
                kept.emplace_back(feature, entry.count);
        std::sort(kept.begin(), kept.end());
        for (const auto& [feature, count] : kept) {
            m_rows.push_back({feature, static_cast<std::uint32_t>(m_rows.size())});
            m_counts.push_back(count);
        }
    }
    const std::vector<ModelSlot>& rows() const { return m_rows; }
    const std::vector<std::uint32_t>& counts() const { return m_counts; }
    // Occurrences of features that share their hash with one of another template.
    std::size_t collisions() const { return m_collisions; }

    std::uint32_t rowOf(Feature feature) const {
        const auto at =
            std::lower_bound(m_rows.begin(), m_rows.end(), feature,
                             [](const ModelSlot& slot, Feature f) { return slot.feature < f; });
        return at != m_rows.end() && at->feature == feature ? at->row : unknownFeature;
    }

private:
    std::vector<ModelSlot> m_rows; // ordered by feature
    std::vector<std::uint32_t> m_counts;
    std::size_t m_collisions = 0;
};

// Without a tree.
ParserExample exampleOf(const TokenizedText& text, const Sentence& sentence,
                        const ParserVocabulary& vocabulary, FeatureRows& rows) {
    ParserExample example;
    findParserFeatures(text, sentence, rows);
    for (std::size_t word = 0; word < rows.size(); ++word) {
        for (const Feature feature : rows.row(word))
            example.rows.push_back(vocabulary.rowOf(feature));
        example.ends.push_back(static_cast<std::uint32_t>(example.rows.size()));
    }
    return example;
}

std::vector<ParserExample> examplesOf(const std::vector<TaggedText>& texts,
                                      const ParserVocabulary& vocabulary, Portion portion) {
    std::vector<ParserExample> out;
    FeatureRows rows;
    for (const TaggedText& text : texts)
        for (const Sentence& sentence : text.gold.text.sentences) {
            ParserExample example = exampleOf(text.gold.text, sentence, vocabulary, rows);
            example.heads.resize(rows.size() + 2);
            example.relations.resize(rows.size() + 2);
            for (std::uint32_t k = 0; k < rows.size(); ++k) {
                const std::uint32_t token = sentence.tokens.begin + k;
                const Dependency& found = text.trees[token];
                example.heads[k + 1] = found.head == token
                                           ? static_cast<std::uint32_t>(rows.size()) + 1
                                           : found.head - sentence.tokens.begin + 1;
                example.relations[k + 1] = found.relation;
            }
            if (portion == Portion::Train) makeProjective(example.heads);
            out.push_back(std::move(example));
        }
    return out;
}

void addExamples(const std::vector<News>& news, const ParserVocabulary& vocabulary,
                 std::vector<ParserExample>& examples) {
    FeatureRows rows;
    for (const News& article : news)
        for (const Sentence& sentence : article.text.sentences)
            if (sentence.tokens.size() >= shortestNews && sentence.tokens.size() <= longestNews)
                examples.push_back(exampleOf(article.text, sentence, vocabulary, rows));
}

} // namespace

Outcome trainSyntax(const TrainingRequest& request) {
    auto train = corpora::readEwt(request.corpora, Portion::Train);
    if (!train) return unexpected(train.error());
    auto gum = corpora::readGum(request.corpora, Portion::Train);
    if (!gum) return unexpected(gum.error());
    std::move(gum->begin(), gum->end(), std::back_inserter(*train));
    auto dev = corpora::readEwt(request.corpora, Portion::Dev);
    if (!dev) return unexpected(dev.error());
    const auto clusters = WordClusters::load(request.resources);
    if (!clusters) return unexpected(clusters.error());
    auto loaded = Tagger::load(request.resources);
    if (!loaded) return unexpected(loaded.error());
    const auto tagger = std::make_shared<const Tagger>(std::move(*loaded));

    tagByFolds(*train, *clusters, request);
    const std::size_t texts = train->size();
    for (std::size_t t = 0; t < texts; ++t) {
        TaggedText joined = corpora::withJoinedWords((*train)[t]);
        joined.gold.text = tagger->tag(std::move(joined.gold.text));
        train->push_back(std::move(joined));
    }
    for (TaggedText& text : *dev)
        text.gold.text = tagger->tag(std::move(text.gold.text));

    const auto news = readNews(request, *tagger);
    if (!news) return unexpected(news.error());

    ParserTrainerOptions options;
    options.seed = request.seed;
    options.threads = request.threads;
    AttachmentScores last;
    const auto report = [&](const ParserEpoch& e) {
        last = e.dev;
        char line[120];
        std::snprintf(line, sizeof line, "  epoch %2d: loss %.4f, dev UAS %.2f, LAS %.2f, %.1f s",
                      e.epoch, e.loss, e.dev.unlabelled, e.dev.labelled, e.seconds);
        request.log(line);
    };
    const auto trainOne = [&](const ParserVocabulary& vocabulary,
                              const std::vector<ParserExample>& examples,
                              const ParserTeachers* teachers, std::uint64_t seed) {
        request.log("  " + std::to_string(examples.size()) + " sentences, " +
                    std::to_string(vocabulary.rows().size()) + " features, " +
                    std::to_string(vocabulary.collisions()) + " collisions");
        options.seed = seed;
        return trainParser(examples, examplesOf(*dev, vocabulary, Portion::Dev),
                           vocabulary.counts(), teachers, options, report);
    };
    const ParserVocabulary ofTeachers(*train, {}), vocabulary(*train, *news);
    std::vector<ParserExample> examples = examplesOf(*train, ofTeachers, Portion::Train);
    std::vector<TrainedParser> trained;
    ParserTeachers teachers;
    for (std::uint64_t t = 1; t <= teacherCount; ++t)
        trained.push_back(trainOne(ofTeachers, examples, nullptr, request.seed + t));
    for (const TrainedParser& teacher : trained)
        teachers.networks.push_back(teacher.network());
    for (const ModelSlot& known : vocabulary.rows())
        teachers.rows.push_back(ofTeachers.rowOf(known.feature));
    examples = examplesOf(*train, vocabulary, Portion::Train);
    addExamples(*news, vocabulary, examples);
    const TrainedParser parser = trainOne(vocabulary, examples, &teachers, request.seed);

    const auto fill = [&](ModelFileWriter& file) {
        file.addArray<ModelSlot>("slots", slotTable(vocabulary.rows()));
        for (std::size_t p = 0; p < networkPartCount; ++p)
            file.addArray<float>(std::string(name(static_cast<NetworkPart>(p))), parser.parts[p]);
    };
    const auto answer = [&](const std::filesystem::path& path) -> Expected<SampleAnswer> {
        auto made = DependencyParser::loadModel(path, *tagger);
        if (!made) return unexpected(made.error());
        const auto shared = std::make_shared<const DependencyParser>(std::move(*made));
        return SampleAnswer(
            [shared, tagger](std::string_view text) { return shared->answer(text, *tagger); });
    };
    const Outcome written = writeModel(request.out, DependencyParser::stage, parserFeatureRevision,
                                       fill, samples, answer);
    if (!written) return written;

    ModelCard card;
    card.title = "syntax.model";
    card.what = "Gives sentences of English their dependency trees (basic Universal Dependencies). "
                "A greedy transition-based parser scored by a small network. Format version " +
                std::to_string(modelFormatVersion) + ", feature revision " +
                std::to_string(parserFeatureRevision) + ".";
    card.data = {
        "UD English EWT, train (Silveira et al., 2014): CC BY-SA 4.0.",
        "GUM, train (Zeldes, 2017), genres whose texts are CC BY or CC BY-SA.",
        "PolNeAR 1.0 (Newell et al., 2018), train: its texts, as seen by " +
            std::to_string(teacherCount) + " parsers of other seeds; no annotation.",
        "clusters.model, by way of classes of words; tags.model for words with hyphens.",
    };
    char recipe[600];
    std::snprintf(
        recipe, sizeof recipe,
        "quoth-train syntax: arc-hybrid transitions with a dynamic oracle, log loss, Adam, "
        "step %g falling to nothing, weights averaged over the last %g of the steps, dropout %g, "
        "words hidden %g, batches of %zu sentences, %d epochs, seed %llu.",
        static_cast<double>(options.rate), options.averaged, static_cast<double>(options.dropout),
        static_cast<double>(options.wordDropout), options.batch, options.epochs,
        static_cast<unsigned long long>(options.seed));
    card.recipe = {
        recipe,
        "Tags of the training data by taggers that did not see the text (five folds).",
        "The teachers learn from the trees; then the parser from the mean of their probabilities "
        "for each decision, half of it where there is a tree, and as much news an epoch as trees.",
        "Sentences with words that the treebanks cut at hyphens are also learned uncut.",
        std::to_string(vocabulary.rows().size()) + " features have vectors: words seen " +
            std::to_string(rareWord) + " times, others " + std::to_string(rareFeature) + " times.",
    };
    char figures[120];
    std::snprintf(figures, sizeof figures,
                  "EWT dev, automatic tags: UAS %.2f, LAS %.2f (subtypes left out)",
                  last.unlabelled, last.labelled);
    card.figures = {figures, "quoth-evaluate syntax gives more: GUM, each relation."};
    return writeCard(request.out, card);
}

} // namespace quoth::training
