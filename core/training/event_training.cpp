// Trains models/events.model on AQUAINT and MEANTIME's articles on Apple.
#include "core/corpora/event_counts.h"
#include "core/events/words/classifier.h"
#include "core/training/event_chain.h"
#include "core/training/model_card.h"
#include "core/training/model_writer.h"
#include "core/training/training_stages.h"

#include <cstdio>
#include <memory>

namespace quoth::training {
namespace {

constexpr float leastWeight = 0.02f; // smaller ones are dropped

// Written for the model: what it answers on them is kept inside it.
constexpr std::string_view samples[] = {
    "The harbour board will meet on Monday after the collapse of talks, a spokesman said.",
    "Two people were injured when a ferry hit the quay; rescuers feared that others were trapped.",
    "The ministry's decision to close the port angered fishermen, who blocked the only road.",
};

std::string figures(const corpora::Counts& counts) {
    char text[80];
    std::snprintf(text, sizeof text, "P %.1f, R %.1f, F1 %.1f of %zu event words",
                  counts.precision(), counts.recall(), counts.f1(), counts.gold);
    return text;
}

} // namespace

Outcome trainEvents(const TrainingRequest& request) {
    const auto tagger = Tagger::load(request.resources);
    if (!tagger) return unexpected(tagger.error());
    const auto lexicon = EventLexicon::load(request.resources);
    if (!lexicon) return unexpected(lexicon.error());
    const auto corpora = corpora::readEventCorpora(request.corpora, *tagger, *lexicon);
    if (!corpora) return unexpected(corpora.error());

    TrainerOptions options = eventTrainerOptions();
    options.seed = request.seed;
    options.threads = request.threads;
    const auto [aquaint, meantime] = corpora::measureEvents(*corpora, unseenEventLabeller(options));
    request.log("AQUAINT, cross-validated: " + figures(aquaint.all));
    request.log("MEANTIME, trained on AQUAINT: " + figures(meantime.all));

    std::vector<const corpora::EventArticle*> articles;
    for (const auto* corpus : {&corpora->aquaint, &corpora->meantime})
        for (const corpora::EventArticle& article : *corpus)
            articles.push_back(&article);
    const TrainedChain model = trainEventChain(articles, options);
    WrittenSize size;
    const auto fill = [&](ModelFileWriter& file) { size = addChain(file, "", model, leastWeight); };
    const auto answer = [&](const std::filesystem::path& path) -> Expected<SampleAnswer> {
        auto classifier = EventClassifier::load(path, *lexicon, *tagger);
        if (!classifier) return unexpected(classifier.error());
        const auto shared = std::make_shared<const EventClassifier>(std::move(*classifier));
        return SampleAnswer([shared, &lexicon, &tagger](std::string_view text) {
            return shared->answer(*lexicon, *tagger, text);
        });
    };
    const Outcome written = writeModel(request.out, EventClassifier::stage, eventFeatureRevision,
                                       fill, samples, answer);
    if (!written) return written;

    ModelCard card;
    card.title = "events.model";
    card.what = "Tells which verbs, nouns and adjectives of English news name an event: an "
                "occurrence, a state or the reporting of a statement. A linear-chain conditional "
                "random field. Format version " +
                std::to_string(modelFormatVersion) + ", feature revision " +
                std::to_string(eventFeatureRevision) + ".";
    card.data = {
        "AQUAINT TimeML corpus (Pustejovsky et al.): " + std::to_string(corpora->aquaint.size()) +
            " articles; texts belong to their publishers. The model holds weights of hashed "
            "features, no text.",
        "MEANTIME (Minard et al., 2016), the articles on Apple: " +
            std::to_string(corpora->meantime.size()) +
            ", their first six sentences; CC BY 4.0. It has no classes; the lexicon gives them.",
        "lexicons/event_nouns.tsv and event_verbs.tsv, made by hand with AQUAINT in view; tags and "
        "classes of words by tags.model and clusters.model.",
    };
    card.recipe = {
        "quoth-train events: " + describe(options) + ".",
        "TimeML's classes are joined: REPORTING; STATE and I_STATE; the others are occurrences.",
        "Weights in eight bits; " + std::to_string(size.weights) + " are left.",
    };
    card.figures = {
        "AQUAINT by five-fold cross-validation, folds being runs of its file list, MEANTIME always "
        "in training, exact spans of any class: " +
            figures(aquaint.all),
        "MEANTIME by a model of AQUAINT alone: " + figures(meantime.all),
        "the features were chosen among 45 by these two figures: expect a little less elsewhere",
        "quoth-evaluate events gives the classes apart, and the errors",
    };
    if (auto made = writeCard(request.out, card); !made) return made;
    request.log("  " + std::to_string(size.features) + " features, " +
                std::to_string(size.weights) + " weights, " + std::to_string(model.collisions) +
                " collisions");
    return std::monostate{};
}

} // namespace quoth::training
