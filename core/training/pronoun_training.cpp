// Trains models/pronouns.model: how much each piece of evidence weighs when a pronoun chooses among
// the entities before it. The examples come from the program's own reading of the texts, so they
// are made anew with the weights of each round, since what earlier pronouns stand for is evidence,
// too.
#include "core/corpora/annotated_articles.h"
#include "core/corpora/gap.h"
#include "core/corpora/tag_data.h"
#include "core/people/people.h"
#include "core/quotes/attribution_finder.h"
#include "core/text/plain_analysis.h"
#include "core/training/model_card.h"
#include "core/training/model_writer.h"
#include "core/training/training_stages.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>

namespace quoth::training {
namespace {

using corpora::AnnotatedArticle;
using corpora::GapPassage;
using corpora::GumEntity;
using corpora::Portion;
using corpora::TaggedText;

constexpr int rounds = 4;
constexpr std::size_t folds = 5; // of news articles, for the figure on them

// Written for the model: what it answers on them is kept inside it.
constexpr std::string_view samples[] = {
    "Ingrid Vollan met Jon Steinar in Oslo. He thanked her before she left.",
    "Grace Adeyinka told Leonard Pike that his sister had rung. She was tired of waiting.",
    "When Peter Dunmore saw Ann Lee, he waved, but she walked past him.",
};

// A text as the stages before see it, with what it tells of its pronouns.
struct PronounText {
    std::unique_ptr<const std::string> source; // what `text` views
    TokenizedText text;
    Syntax syntax;
    std::vector<QuotedStretch> stretches;
    std::vector<NamedMention> names;
    std::vector<Attribution> attributions;
    // For a pronoun's token the spans that name whom it stands for; empty: the gold does not say.
    std::function<std::vector<Span>(std::uint32_t token)> meant;
};

struct PronounExample {
    std::vector<std::array<float, pronounEvidenceCount>> candidates;
    std::size_t right = 0;
};

struct Stages {
    const Tagger& tagger;
    const DependencyParser& parser;
    const NameFinder& names;
    const AttributionFinder& attributions;

    void read(PronounText& text) const {
        text.stretches = findQuotedStretches(text.text);
        text.names = names.find(text.text);
        text.syntax = Syntax(text.text, parser.parse(text.text));
        text.attributions = attributions.find(text.text, text.syntax, text.stretches, text.names);
    }
};

PronounText gapText(const GapPassage& passage, const Stages& stages) {
    PronounText out;
    out.source = std::make_unique<const std::string>(passage.text);
    out.text = stages.tagger.tag(analyzePlainText(*out.source));
    stages.read(out);
    std::vector<Span> spans;
    for (const GapPassage::Name& name : passage.names)
        if (name.meant) spans.push_back(name.span);
    const std::uint32_t pronoun = out.text.tokenAt(passage.pronoun.begin);
    out.meant = [spans, pronoun](std::uint32_t token) {
        return token == pronoun ? spans : std::vector<Span>();
    };
    return out;
}

// A pronoun stands for its chain: the heads of the chain's other mentions name it.
PronounText gumText(TaggedText gold, const Stages& stages) {
    PronounText out;
    out.source = std::move(gold.gold.source);
    out.text = stages.tagger.tag(std::move(gold.gold.text));
    stages.read(out);
    std::vector<Span> heads;
    std::vector<std::string> chains;
    std::vector<std::uint32_t> single; // tokens that are a mention by themselves
    for (const GumEntity& entity : gold.entities) {
        heads.push_back(out.text.tokens[entity.head].span);
        chains.push_back(entity.chain);
        single.push_back(entity.end == entity.begin + 1 ? entity.begin : ~0u);
    }
    out.meant = [heads, chains, single](std::uint32_t token) {
        std::vector<Span> spans;
        const auto self = std::find(single.begin(), single.end(), token);
        if (self == single.end()) return spans;
        const std::string& chain = chains[static_cast<std::size_t>(self - single.begin())];
        for (std::size_t k = 0; k < heads.size(); ++k)
            if (chains[k] == chain && single[k] != token) spans.push_back(heads[k]);
        return spans;
    };
    return out;
}

std::vector<Span> occurrencesOf(std::string_view words, std::string_view text) {
    std::vector<Span> out;
    if (words.empty()) return out;
    for (std::size_t at = text.find(words); at != std::string_view::npos;
         at = text.find(words, at + words.size()))
        out.push_back(makeSpan(at, at + words.size()));
    return out;
}

// A pronoun that is the source of a quotation stands for its speaker, who is found by name.
PronounText newsText(AnnotatedArticle article, const Stages& stages) {
    PronounText out;
    out.source = std::make_unique<const std::string>(std::move(article.text));
    out.text = stages.tagger.tag(analyzePlainText(*out.source));
    stages.read(out);
    std::map<std::uint32_t, std::vector<Span>> speakers; // by the pronoun's token
    for (const corpora::GoldAttribution& gold : article.attributions) {
        if (gold.source.size() != 1 || gold.speaker.empty()) continue;
        const IndexRange tokens = out.text.tokensIn(gold.source.front());
        if (tokens.size() == 1 && out.text.tokens[tokens.begin].pos == Pos::Pron)
            speakers[tokens.begin] = occurrencesOf(gold.speaker, *out.source);
    }
    out.meant = [speakers](std::uint32_t token) {
        const auto found = speakers.find(token);
        return found == speakers.end() ? std::vector<Span>() : found->second;
    };
    return out;
}

// Reads the text and keeps each pronoun of which the gold says whom it stands for, if that one is
// among the candidates.
void collect(const PronounText& text, const PeopleResolver& people,
             std::vector<PronounExample>& out) {
    people.resolve(
        text.text, text.syntax, text.names, text.stretches, text.attributions,
        [&](std::uint32_t token, std::span<const PronounCandidate> candidates,
            const EntityBuilder& entities) -> std::optional<std::size_t> {
            const std::vector<Span> meant = text.meant(token);
            if (meant.empty()) return std::nullopt;
            for (std::size_t k = 0; k < candidates.size(); ++k) {
                const auto& mentions = entities.at(candidates[k].entity).mentions;
                const bool right =
                    std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
                        return mention.kind == MentionKind::Name &&
                               std::any_of(meant.begin(), meant.end(), [&](const Span& span) {
                                   return span.overlaps(mention.span);
                               });
                    });
                if (!right) continue;
                PronounExample example;
                example.right = k;
                for (const PronounCandidate& candidate : candidates)
                    example.candidates.push_back(candidate.evidence);
                out.push_back(std::move(example));
                return k;
            }
            return std::nullopt;
        });
}

// The probability of each candidate.
std::vector<double> chances(const PronounExample& example, const std::vector<double>& weights) {
    std::vector<double> out;
    double most = 0, sum = 0;
    for (const auto& evidence : example.candidates) {
        double score = 0;
        for (std::size_t i = 0; i < weights.size(); ++i)
            score += weights[i] * static_cast<double>(evidence[i]);
        most = out.empty() ? score : std::fmax(most, score);
        out.push_back(score);
    }
    for (double& score : out)
        sum += score = std::exp(score - most);
    for (double& score : out)
        score /= sum;
    return out;
}

// Least loss with L2, by AdaGrad over all examples at once.
std::vector<double> trainWeights(const std::vector<PronounExample>& examples) {
    constexpr int steps = 600;
    constexpr double rate = 0.2, l2 = 2;
    std::vector<double> weights(pronounEvidenceCount), squares(weights.size());
    for (int step = 0; step < steps; ++step) {
        std::vector<double> gradient(weights.size());
        for (std::size_t i = 0; i < weights.size(); ++i)
            gradient[i] = l2 * weights[i];
        for (const PronounExample& example : examples) {
            const auto p = chances(example, weights);
            for (std::size_t k = 0; k < p.size(); ++k) {
                const double by = p[k] - (k == example.right ? 1.0 : 0.0);
                for (std::size_t i = 0; i < weights.size(); ++i)
                    gradient[i] += by * static_cast<double>(example.candidates[k][i]);
            }
        }
        for (std::size_t i = 0; i < weights.size(); ++i) {
            squares[i] += gradient[i] * gradient[i];
            weights[i] -= rate * gradient[i] / (std::sqrt(squares[i]) + 1e-9);
        }
    }
    return weights;
}

double accuracy(const std::vector<PronounExample>& examples, const std::vector<double>& weights) {
    std::size_t right = 0;
    for (const PronounExample& example : examples) {
        const auto p = chances(example, weights);
        right += static_cast<std::size_t>(std::max_element(p.begin(), p.end()) - p.begin()) ==
                 example.right;
    }
    return examples.empty()
               ? 0
               : 100.0 * static_cast<double>(right) / static_cast<double>(examples.size());
}

// Right of the pronouns in news articles, by weights that learned from the others of these
// articles and from `more`.
double accuracyByFolds(const std::vector<std::vector<PronounExample>>& news,
                       const std::vector<PronounExample>& more) {
    double right = 0, count = 0;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<PronounExample> others = more, own;
        for (std::size_t a = 0; a < news.size(); ++a) {
            std::vector<PronounExample>& to = a % folds == fold ? own : others;
            to.insert(to.end(), news[a].begin(), news[a].end());
        }
        const auto size = static_cast<double>(own.size());
        right += size * accuracy(own, trainWeights(others));
        count += size;
    }
    return count > 0 ? right / count : 0;
}

} // namespace

Outcome trainPronouns(const TrainingRequest& request) {
    const auto tagger = Tagger::load(request.resources);
    if (!tagger) return unexpected(tagger.error());
    const auto parser = DependencyParser::load(request.resources, *tagger);
    if (!parser) return unexpected(parser.error());
    const auto names = NameFinder::load(request.resources, *tagger);
    if (!names) return unexpected(names.error());
    const EarlierStages earlier{*tagger, *parser, *names};
    const auto attributions = AttributionFinder::load(request.resources, earlier);
    if (!attributions) return unexpected(attributions.error());
    const auto nouns = NounClasses::load(request.resources);
    if (!nouns) return unexpected(nouns.error());
    const Stages stages{*tagger, *parser, *names, *attributions};

    const auto passages = corpora::readGap(request.corpora / "gap" / "gap-validation.tsv");
    if (!passages) return unexpected(passages.error());
    auto treebank = corpora::readGum(request.corpora, Portion::Train);
    if (!treebank) return unexpected(treebank.error());
    auto devTreebank = corpora::readGum(request.corpora, Portion::Dev);
    if (!devTreebank) return unexpected(devTreebank.error());
    auto articles = corpora::readAnnotatedArticles(request.articles);
    if (!articles) return unexpected(articles.error());
    std::vector<PronounText> train, news, dev;
    for (const GapPassage& passage : *passages)
        train.push_back(gapText(passage, stages));
    for (TaggedText& text : *treebank)
        train.push_back(gumText(std::move(text), stages));
    for (AnnotatedArticle& article : *articles)
        news.push_back(newsText(std::move(article), stages));
    for (TaggedText& text : *devTreebank)
        dev.push_back(gumText(std::move(text), stages));

    std::vector<double> weights(pronounEvidenceCount);
    weights[static_cast<std::size_t>(PronounEvidence::Latest)] = 1; // to begin with
    std::size_t count = 0, newsCount = 0, devCount = 0;
    double devAccuracy = 0, newsAccuracy = 0;
    for (int round = 1; round <= rounds; ++round) {
        const PeopleResolver people(
            *nouns, LogisticModel(std::vector<float>(weights.begin(), weights.end())));
        std::vector<PronounExample> examples, devExamples;
        for (const PronounText& text : train)
            collect(text, people, examples);
        for (const PronounText& text : dev)
            collect(text, people, devExamples);
        std::vector<std::vector<PronounExample>> ofNews(news.size());
        for (std::size_t a = 0; a < news.size(); ++a)
            collect(news[a], people, ofNews[a]);
        if (round == rounds) newsAccuracy = accuracyByFolds(ofNews, examples);
        newsCount = examples.size();
        for (const std::vector<PronounExample>& each : ofNews)
            examples.insert(examples.end(), each.begin(), each.end());
        newsCount = examples.size() - newsCount;
        weights = trainWeights(examples);
        count = examples.size();
        devCount = devExamples.size();
        devAccuracy = accuracy(devExamples, weights);
        char line[120];
        std::snprintf(line, sizeof line,
                      "  round %d: %zu pronouns, right %.1f %%; GUM dev %zu, right %.1f %%", round,
                      count, accuracy(examples, weights), devCount, devAccuracy);
        request.log(line);
    }
    const std::vector<float> values(weights.begin(), weights.end());
    const auto fill = [&](ModelFileWriter& file) { file.addArray<float>("weights", values); };
    const auto answer = [&](const std::filesystem::path& path) -> Expected<SampleAnswer> {
        auto people = PeopleResolver::load(path, *nouns, earlier);
        if (!people) return unexpected(people.error());
        const auto shared = std::make_shared<const PeopleResolver>(std::move(*people));
        return SampleAnswer(
            [shared, earlier](std::string_view text) { return shared->answer(earlier, text); });
    };
    const Outcome written = writeModel(request.out, PeopleResolver::stage, pronounEvidenceRevision,
                                       fill, samples, answer);
    if (!written) return written;

    ModelCard card;
    card.title = "pronouns.model";
    card.what = "Chooses whom a pronoun stands for: a log-linear model over " +
                std::to_string(pronounEvidenceCount) +
                " pieces of evidence for each entity before it (core/people/salience.h). Format "
                "version " +
                std::to_string(modelFormatVersion) + ", evidence revision " +
                std::to_string(pronounEvidenceRevision) + ".";
    card.data = {
        "GAP validation (Webster et al., 2018): " + std::to_string(passages->size()) +
            " passages; Apache-2.0, texts of Wikipedia.",
        "GUM train, documents under CC BY and CC BY-SA: chains of coreference.",
        std::to_string(articles->size()) +
            " news articles from all continents, annotated by hand: pronouns that speak.",
        "The stages before, by way of their answers.",
    };
    card.recipe = {"quoth-train pronouns; " + std::to_string(rounds) +
                   " rounds, in each of which the texts are read with the weights so far; L2 2; " +
                   std::to_string(count) + " pronouns whose entity is among the candidates."};
    const auto figure = [](const char* where, double accuracy, std::size_t of) {
        char line[120];
        std::snprintf(line, sizeof line, "%s: %.1f %% right of %zu", where, accuracy, of);
        return std::string(line);
    };
    card.figures = {
        figure("GUM dev, pronouns whose entity is among the candidates", devAccuracy, devCount),
        figure("the same of news, five-fold", newsAccuracy, newsCount)};
    return writeCard(request.out, card);
}

} // namespace quoth::training
