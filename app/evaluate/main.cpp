// quoth-evaluate: measures the stages on corpora. Never needed to read or annotate articles.
#include "core/encoder/encoder.h"
#include "core/evaluation/evaluation_stages.h"
#include "core/support/resources.h"
#include "core/training/event_chain.h"
#include "core/training/training_encoders.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

int main(int argc, char** argv) {
    using namespace quoth;
    CLI::App app{"Measures a stage of Quoth on corpora."};
    std::string stageName;
    evaluation::EvaluationRequest request;
    std::string stages;
    for (const evaluation::EvaluationStage& stage : evaluation::evaluationStages())
        stages += "\n  " + std::string(stage.name) + ": " + std::string(stage.summary);
    app.footer("Stages:" + stages);
    app.add_option("stage", stageName, "What to measure")->required();
    app.add_option("--corpora", request.corpora, "Folder of the corpora")->required();
    app.add_option("--resources", request.resources,
                   "Lexicons and models (default: the program's own)");
    bool encoded = false;
    app.add_flag("--encoded", encoded, "Measure the stages beside the encoder");
    training::TrainingRequest folds;
    app.add_option("--encoders", folds.encoders,
                   "Folder of encoders made without a fold, 0.model and on: for the events, which "
                   "the encoder has seen");
    app.add_option("--worst", request.worst,
                   "How many confusions and of the worst sentences to list; 0 for none");
    CLI11_PARSE(app, argc, argv);

    const evaluation::EvaluationStage* stage = evaluation::findEvaluationStage(stageName);
    if (!stage) {
        std::cerr << "quoth-evaluate: there is no stage \"" << stageName << "\"; see --help\n";
        return 2;
    }
    if (request.resources.empty()) {
        const auto found = findResources();
        if (!found) {
            std::cerr << "quoth-evaluate: " << found.error().message << '\n';
            return EXIT_FAILURE;
        }
        request.resources = *found;
    }
    if (encoded) {
        auto encoder = Encoder::load(modelPath(request.resources, Encoder::stage, ModelSet::Alone));
        if (!encoder) {
            std::cerr << "quoth-evaluate: " << encoder.error().message << '\n';
            return EXIT_FAILURE;
        }
        request.models = ModelSet::Encoded;
        request.encode = [shared = std::make_shared<const Encoder>(std::move(*encoder))](
                             const TokenizedText& text) { return shared->encode(text); };
    }
    folds.resources = request.resources;
    const auto encoders = training::TrainingEncoders::load(folds);
    if (!encoders) {
        std::cerr << "quoth-evaluate: " << encoders.error().message << '\n';
        return EXIT_FAILURE;
    }
    request.encodeUnseen = encoders->jackknifed({encoder_task::events});
    request.labelUnseenEvents = training::unseenEventLabeller(training::eventTrainerOptions());
    request.print = [](const std::string& line) { std::cout << line << '\n'; };
    if (const Outcome measured = stage->evaluate(request); !measured) {
        std::cerr << "quoth-evaluate: " << measured.error().message << '\n';
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
