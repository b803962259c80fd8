// Trains models/attribution.model: the tagger, and on what it says of articles that it was not
// trained on, the chooser among candidates.
#include "core/corpora/annotated_articles.h"
#include "core/corpora/attribution_counts.h"
#include "core/corpora/attribution_data.h"
#include "core/corpora/counts.h"
#include "core/corpora/polnear.h"
#include "core/quotes/attribution_finder.h"
#include "core/quotes/choose/candidates.h"
#include "core/quotes/choose/chooser_features.h"
#include "core/training/chooser_training.h"
#include "core/training/model_card.h"
#include "core/training/model_writer.h"
#include "core/training/sequence_trainer.h"
#include "core/training/training_encoders.h"
#include "core/training/training_stages.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <set>
#include <tuple>

namespace quoth::training {
namespace {

using corpora::AttributionArticle;
using corpora::PolnearDocument;

constexpr std::size_t folds = 5;
constexpr float leastWeight = 0.012f, leastChooserWeight = 0.01f;
// How much an article that is annotated whole counts beside one of PolNeAR.
constexpr float wholeFieldWeight = 2, wholeChooserWeight = 5;

// Written for the model: what it answers on them is kept inside it.
constexpr std::string_view samples[] = {
    "The harbour board said on Monday that ferries would stop, adding that \"no ship is safe\".",
    "\"We waited for hours,\" said Ana Okello, a teacher, who believes the council knew.",
    "According to the ministry, 1,200 people were told to leave; officials denied it.",
};

using Articles = std::vector<AttributionArticle>;

Expected<Articles> readPolnearArticles(const std::filesystem::path& folder,
                                       const EarlierStages& earlier, const CueLexicon& cues) {
    auto documents = corpora::readPolnear(folder);
    if (!documents) return unexpected(documents.error());
    Articles out;
    for (PolnearDocument& document : *documents)
        out.push_back(corpora::attributionArticle(document.id, std::move(document.text),
                                                  std::move(document.attributions), earlier, cues));
    return out;
}

Expected<Articles> readWholeArticles(const std::filesystem::path& folder,
                                     const EarlierStages& earlier, const CueLexicon& cues) {
    auto annotated = corpora::readAnnotatedArticles(folder);
    if (!annotated) return unexpected(annotated.error());
    Articles out;
    for (corpora::AnnotatedArticle& article : *annotated)
        out.push_back(corpora::attributionArticle(article.id, std::move(article.text),
                                                  std::move(article.attributions), earlier, cues));
    return out;
}

// A sequence for each unit, article by article.
std::vector<LabelledSequence> sequencesOf(const Articles& articles, std::size_t firstWhole) {
    std::vector<LabelledSequence> out;
    for (std::size_t a = 0; a < articles.size(); ++a) {
        const AttributionFeatures features(articles[a].quoted, articles[a].byForm);
        for (const IndexRange& unit : articles[a].units) {
            LabelledSequence sequence;
            features.find(unit, sequence.rows);
            const auto labels = std::span(articles[a].labels).subspan(unit.begin, unit.size());
            sequence.labels.assign(labels.begin(), labels.end());
            if (a >= firstWhole) sequence.weight = wholeFieldWeight;
            out.push_back(std::move(sequence));
        }
    }
    return out;
}

// Exact segments, by role; neighbours of one role count as one.
struct RoleCounts {
    std::array<corpora::Counts, attributionRoles> of;

    double mean() const {
        double sum = 0;
        for (const corpora::Counts& counts : of)
            sum += counts.f1();
        return sum / static_cast<double>(of.size());
    }
};

using RoleSpan = std::tuple<std::size_t, std::size_t, AttributionRole>;
std::set<RoleSpan> roleSpans(std::span<const Label> labels) {
    std::set<RoleSpan> out;
    for (std::size_t i = 0; i < labels.size();) {
        std::size_t end = i + 1;
        if (labels[i] != unattributed) {
            const AttributionRole role = attributionRoleOf(labels[i]);
            while (end < labels.size() && labels[end] != unattributed &&
                   attributionRoleOf(labels[end]) == role)
                ++end;
            out.emplace(i, end, role);
        }
        i = end;
    }
    return out;
}

RoleCounts countRoles(const std::vector<LabelledSequence>& gold,
                      const std::vector<std::vector<Label>>& found) {
    RoleCounts counts;
    for (std::size_t s = 0; s < gold.size(); ++s) {
        const auto want = roleSpans(gold[s].labels), have = roleSpans(found[s]);
        for (const RoleSpan& span : want) {
            corpora::Counts& of = counts.of[static_cast<std::size_t>(std::get<2>(span))];
            ++of.gold;
            of.right += have.count(span);
        }
        for (const RoleSpan& span : have)
            ++counts.of[static_cast<std::size_t>(std::get<2>(span))].predicted;
    }
    return counts;
}

// Makes each segment a little likelier: the field alone finds too few of them, and the chooser
// throws out what is wrong.
void favourSegments(TrainedChain& model) {
    constexpr float favour = 0.3f; // the card tells it
    for (std::size_t l = 0; l < attributionLabelCount; ++l) {
        if (l == unattributed) continue;
        const SegmentPart part = segmentPartOf(static_cast<Label>(l));
        if (part != SegmentPart::Begin && part != SegmentPart::Single) continue;
        model.chain.first[l] += favour;
        for (std::size_t left = 0; left < attributionLabelCount; ++left)
            model.chain.at(left, l) += favour;
    }
}

ArticleCandidates candidatesOf(const AttributionArticle& article, bool whole,
                               const TrainedChain& field) {
    std::vector<AttributionCandidate> byForm = article.byForm;
    const AttributionFeatures features(article.quoted, byForm);
    const TaggedAttributions tagged = tagAttributions(
        article.quoted.text, features, byForm,
        [&](const FeatureRows& rows, std::span<const float> encoded,
            std::vector<float>& emissions) {
            field.score(rows, emissions);
            addBeside(encoded, emissions);
        },
        field.chain);
    return {&article, whole, findCandidates(article.quoted, byForm, tagged)};
}

// The candidates in each article by a field of the other folds.
std::vector<ArticleCandidates> jackknifedCandidates(const Articles& articles,
                                                    std::size_t firstWhole,
                                                    const std::vector<LabelledSequence>& sequences,
                                                    const std::vector<std::string>& labels,
                                                    const TrainerOptions& options,
                                                    const TrainingRequest& request) {
    std::vector<ArticleCandidates> out(articles.size());
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<LabelledSequence> others;
        std::size_t next = 0;
        for (std::size_t a = 0; a < articles.size(); ++a) {
            const std::size_t units = articles[a].units.size();
            if (a % folds != fold)
                others.insert(others.end(), sequences.begin() + static_cast<std::ptrdiff_t>(next),
                              sequences.begin() + static_cast<std::ptrdiff_t>(next + units));
            next += units;
        }
        TrainedChain field = trainChain(others, {}, labels, options);
        favourSegments(field);
        for (std::size_t a = fold; a < articles.size(); a += folds)
            out[a] = candidatesOf(articles[a], a >= firstWhole, field);
        request.log("  fold " + std::to_string(fold + 1) + " of " + std::to_string(folds));
    }
    return out;
}

// How well the chances of the candidates hold: mean difference to the share that is right, over ten
// bins, and a line for each bin.
std::vector<std::string> reliability(const std::vector<LabelledSequence>& examples,
                                     const TrainedChain& model) {
    struct Bin {
        std::size_t count = 0, right = 0;
        double chance = 0;
    };
    std::array<Bin, 10> bins;
    std::vector<float> emissions;
    for (const LabelledSequence& example : examples) {
        model.score(example.rows, emissions);
        const auto p = static_cast<double>(chancesOf(emissions, model.chain).front());
        Bin& bin = bins[std::min<std::size_t>(9, static_cast<std::size_t>(p * 10))];
        ++bin.count;
        bin.right += example.labels.front() == rightCandidate;
        bin.chance += p;
    }
    std::vector<std::string> lines;
    double error = 0;
    for (const Bin& bin : bins) {
        if (bin.count == 0) continue;
        error += std::abs(bin.chance - static_cast<double>(bin.right));
        char line[100];
        std::snprintf(line, sizeof line, "said %.2f, right %.2f (%zu candidates)",
                      bin.chance / static_cast<double>(bin.count),
                      static_cast<double>(bin.right) / static_cast<double>(bin.count), bin.count);
        lines.push_back(line);
    }
    char line[80];
    std::snprintf(line, sizeof line, "expected calibration error %.3f",
                  error / static_cast<double>(std::max<std::size_t>(examples.size(), 1)));
    lines.push_back(line);
    return lines;
}

// What is measured on dev: segments of the field alone, whole attributions, chances of candidates.
struct DataSizes {
    std::size_t polnear, whole; // articles
};
ModelCard cardOf(DataSizes data, const TrainerOptions& options, std::size_t weights,
                 const RoleCounts& segments, const corpora::AttributionCounts& dev,
                 const TrainedChooser& chooser, const std::vector<std::string>& reliable) {
    ModelCard card;
    card.title = "attribution.model";
    card.what =
        "Finds sources, cues and contents of quotations in English news: a linear-chain "
        "conditional random field over the tokens of a paragraph, which also sees what is proposed "
        "by form; and a logistic regression that tells how likely each proposed attribution is "
        "right. Format version " +
        std::to_string(modelFormatVersion) + ", feature revision " +
        std::to_string(attributionFeatureRevision) + ".";
    card.data = {
        "PolNeAR 1.0 (Newell, Margolin and Ruths, 2018), train: " + std::to_string(data.polnear) +
            " articles of US political news; texts belong to their publishers. The model holds "
            "weights of hashed features, no text.",
        std::to_string(data.whole) + " news articles from all continents, annotated whole by hand.",
        "lexicons/cues.tsv, and names.model, syntax.model, tags.model and clusters.model by way of "
        "their answers.",
    };
    card.recipe = {
        "quoth-train attribution; field: " + describe(options) + ".",
        "Each segment then gets 0.3 more, so that the regression has more to choose from.",
        "The regression, over hashed features of a candidate's words and evidence, is trained on "
        "candidates of " +
            std::to_string(folds) + "-fold jackknifed fields: " +
            describe(chooserOptions(options.seed)) + ". An article annotated whole counts " +
            std::to_string(static_cast<int>(wholeFieldWeight)) + " times for the field, " +
            std::to_string(static_cast<int>(wholeChooserWeight)) + " times for the regression.",
        "Least chances and the calibration of confidence are fitted on the articles annotated "
        "whole, by regressions of the other folds.",
        "Weights in eight bits; those under " + std::to_string(leastWeight).substr(0, 5) +
            " are dropped: " + std::to_string(weights) + " are left.",
    };
    constexpr std::array<const char*, attributionRoles> roles = {"content", "source", "cue"};
    for (std::size_t r = 0; r < roles.size(); ++r) {
        char line[100];
        std::snprintf(line, sizeof line, "%s segments of dev, exact: P %.1f, R %.1f, F1 %.1f",
                      roles[r], segments.of[r].precision(), segments.of[r].recall(),
                      segments.of[r].f1());
        card.figures.push_back(line);
    }
    card.figures.push_back("whole attributions of dev (half of the content, and the source): " +
                           corpora::line("", dev.attributions).substr(35));
    card.figures.push_back(
        "stretches of the articles annotated whole, with the source, by folds: " +
        corpora::line("", chooser.whole).substr(35));
    card.figures.push_back("the same of speech within speech: " +
                           corpora::line("", chooser.nested).substr(35));
    card.figures.push_back("the same of PolNeAR, train: " +
                           corpora::line("", chooser.others).substr(35));
    std::string proposed = "candidates in the articles annotated whole, right of all:";
    for (std::size_t p = 0; p < proposerCount; ++p)
        proposed += " " + std::string(proposerNames.names[p]) + " " +
                    std::to_string(chooser.proposed[p].right) + " of " +
                    std::to_string(chooser.proposed[p].predicted) + ";";
    proposed.back() = '.';
    card.figures.push_back(proposed);
    for (const std::string& line : reliable)
        card.figures.push_back("candidates of dev: " + line);
    for (const std::string& kind : dev.commonest(10))
        card.figures.push_back("errors on dev, " + kind);
    return card;
}

} // namespace

Outcome trainAttribution(const TrainingRequest& request) {
    const auto tagger = Tagger::load(request.resources);
    if (!tagger) return unexpected(tagger.error());
    const auto parser = DependencyParser::load(request.resources, *tagger);
    if (!parser) return unexpected(parser.error());
    const auto names = NameFinder::load(request.resources, *tagger);
    if (!names) return unexpected(names.error());
    const auto encoders = TrainingEncoders::load(request);
    if (!encoders) return unexpected(encoders.error());
    EarlierStages earlier{*tagger, *parser, *names,
                          encoders->jackknifed({encoder_task::attribution, encoder_task::nested})};
    const auto cues = CueLexicon::load(request.resources);
    if (!cues) return unexpected(cues.error());
    const auto folder = request.corpora / "polnear";
    auto train = readPolnearArticles(folder / "train", earlier, *cues);
    if (!train) return unexpected(train.error());
    const std::size_t firstWhole = train->size();
    auto annotated = readWholeArticles(request.articles, earlier, *cues);
    if (!annotated) return unexpected(annotated.error());
    std::move(annotated->begin(), annotated->end(), std::back_inserter(*train));
    earlier.encode = encoders->whole();
    const auto dev = readPolnearArticles(folder / "dev", earlier, *cues);
    if (!dev) return unexpected(dev.error());

    std::vector<std::string> labels;
    for (std::size_t l = 0; l < attributionLabelCount; ++l)
        labels.push_back(attributionLabel(static_cast<Label>(l)));
    TrainerOptions options;
    options.seed = request.seed;
    options.threads = request.threads;
    options.epochs = 14;
    options.averaged = 4;
    options.rate = 0.05f;
    options.l2 = 1.5f;
    options.dropout = 0.65f;
    options.minCount = 40;
    options.batch = 32;
    const auto trainRows = sequencesOf(*train, firstWhole);
    const auto devRows = sequencesOf(*dev, dev->size());
    request.log(std::to_string(trainRows.size()) + " paragraphs");
    RoleCounts counts;
    const auto score = [&](const std::vector<std::vector<Label>>& found) {
        counts = countRoles(devRows, found);
        return counts.mean();
    };
    TrainedChain chain =
        trainChain(trainRows, devRows, labels, options, score, [&](const EpochReport& e) {
            char line[120];
            std::snprintf(line, sizeof line,
                          "  epoch %2d: loss %.4f, dev %.2f, %zu features, %.1f s", e.epoch, e.loss,
                          e.score, e.features, e.seconds);
            request.log(line);
        });
    favourSegments(chain);
    const TrainedChooser chooser =
        trainChooser(jackknifedCandidates(*train, firstWhole, trainRows, labels, options, request),
                     wholeChooserWeight, folds, request.seed, request.log);
    std::vector<ArticleCandidates> devCandidates;
    for (const AttributionArticle& article : *dev)
        devCandidates.push_back(candidatesOf(article, false, chain));
    const auto reliable = reliability(chooserExamples(devCandidates, 1).examples, chooser.chain);
    for (const std::string& line : reliable)
        request.log("  " + line);

    WrittenSize size;
    const auto fill = [&](ModelFileWriter& file) {
        size = addChain(file, "", chain, leastWeight);
        size.weights += addChain(file, "chooser.", chooser.chain, leastChooserWeight).weights;
        for (std::size_t k = 0; k < Calibration::kinds; ++k)
            file.addArray<CalibrationPoint>(Calibration::section(static_cast<QuoteKind>(k)),
                                            chooser.curves[k]);
        const float limits[] = {chooser.limits.minChance, chooser.limits.minNestedChance,
                                chooser.limits.minQuotedChance};
        file.addArray<float>(chooserLimitsSection, limits);
    };
    const auto answer = [&](const std::filesystem::path& path) -> Expected<SampleAnswer> {
        auto finder = AttributionFinder::load(path, *cues, earlier);
        if (!finder) return unexpected(finder.error());
        const auto shared = std::make_shared<const AttributionFinder>(std::move(*finder));
        return SampleAnswer(
            [shared, &earlier](std::string_view text) { return shared->answer(earlier, text); });
    };
    const Outcome written = writeModel(request.out, AttributionFinder::stage,
                                       attributionFeatureRevision, fill, samples, answer);
    if (!written) return written;

    const auto finder = AttributionFinder::load(request.out, *cues, earlier);
    if (!finder) return unexpected(finder.error());
    corpora::AttributionCounts ofDev;
    for (const AttributionArticle& article : *dev)
        ofDev.add(article.quoted.text.text, article.gold,
                  finder->find(article.quoted.text, article.quoted.syntax, article.quoted.stretches,
                               article.quoted.names));

    const ModelCard card = cardOf({firstWhole, train->size() - firstWhole}, options, size.weights,
                                  counts, ofDev, chooser, reliable);
    if (auto made = writeCard(request.out, card); !made) return made;
    request.log("  features " + std::to_string(size.features) + ", weights " +
                std::to_string(size.weights) + ", collisions " + std::to_string(chain.collisions) +
                " + " + std::to_string(chooser.chain.collisions));
    return std::monostate{};
}

} // namespace quoth::training
