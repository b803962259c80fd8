// quoth-train: makes the models from corpora. Never needed to read or annotate articles.
#include "core/support/resources.h"
#include "core/support/temporary_file.h"
#include "core/training/training_stages.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <thread>

int main(int argc, char** argv) {
    using namespace quoth;
    handleSignals();
    CLI::App app{"Makes a model of Quoth from corpora."};
    std::string stageName;
    training::TrainingRequest request;
    request.threads = std::max(1u, std::thread::hardware_concurrency());
    std::string stages;
    for (const training::TrainingStage& stage : training::trainingStages())
        stages += "\n  " + std::string(stage.name) + ": " + std::string(stage.summary);
    app.footer("Stages, in the order in which they must be made:" + stages);
    app.add_option("stage", stageName, "What to train")->required();
    app.add_option("--corpora", request.corpora, "Folder of the corpora")->required();
    app.add_option("--articles", request.articles,
                   "Articles annotated whole (default: articles/train beside the corpora)");
    app.add_option("--base", request.base, "Folder of the weights that the encoder starts from");
    app.add_option("--fold", request.fold, "Of the encoder: train without this fold of the texts");
    app.add_option(
        "--encoders", request.encoders,
        "Folder of encoders made without a fold, 0.model and on: trains the model that works "
        "beside the encoder");
    app.add_option("--out", request.out, "Model to write; its card lands beside it")->required();
    app.add_option("--resources", request.resources,
                   "Lexicons and the models of earlier stages (default: the program's own)");
    app.add_option("--seed", request.seed, "Seed of the order of the data");
    app.add_option("--threads", request.threads, "Threads; the model does not depend on them");
    app.add_flag("--cross-validate", request.crossValidate,
                 "Also measure models made without each region of the world, for the card");
    CLI11_PARSE(app, argc, argv);

    const training::TrainingStage* stage = training::findTrainingStage(stageName);
    if (!stage) {
        std::cerr << "quoth-train: there is no stage \"" << stageName << "\"; see --help\n";
        return 2;
    }
    if (request.resources.empty()) {
        const auto found = findResources();
        if (!found) {
            std::cerr << "quoth-train: " << found.error().message << '\n';
            return EXIT_FAILURE;
        }
        request.resources = *found;
    }
    if (request.articles.empty())
        request.articles =
            std::filesystem::absolute(request.corpora / "").parent_path().parent_path() /
            "articles" / "train";
    request.log = [](const std::string& line) { std::cerr << line << std::endl; };
    if (const Outcome made = stage->train(request); !made) {
        std::cerr << "quoth-train: " << made.error().message << '\n';
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
