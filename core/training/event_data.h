// What the classifier of event words is trained and measured on: articles as the program itself
// reads them, with gold event words laid over its tokens.
#pragma once

#include "core/events/event_features.h"
#include "core/tagging/tagger.h"
#include "core/training/sequence_trainer.h"
#include "core/training/timeml.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace quoth::training {

struct EventArticle {
    std::string id;
    std::unique_ptr<const std::string> source; // what `text` views
    TokenizedText text;                        // tagged
    std::vector<EventAnnotation> gold;
    // Of each sentence that has any candidates: these, and their features and labels. An event of
    // several words labels none of them.
    std::vector<std::vector<std::uint32_t>> candidates;
    std::vector<LabelledSequence> sequences;
};

struct EventCorpora {
    std::vector<EventArticle> aquaint;
    std::vector<EventArticle> meantime; // has no classes: the lexicon gives them
};
// From a folder with timeml/AQUAINT and meantime/corpus_apple; errors as of their readers.
Expected<EventCorpora> readEventCorpora(const std::filesystem::path& corpora, const Tagger& tagger,
                                        const EventLexicon& lexicon);

// How the model that ships is trained.
TrainerOptions eventTrainerOptions();

// On all sequences of `articles` that `chosen` picks by index, and of `beside`.
TrainedChain trainEventChain(const std::vector<EventArticle>& articles,
                             const std::vector<EventArticle>& beside, const TrainerOptions& options,
                             const std::function<bool(std::size_t)>& chosen);

// Calls `visit` with every article and a model of the other folds and of `beside`. A fold is a run
// of neighbours, so that what an agency tells of one story mostly stays together.
constexpr std::size_t eventFolds = 5;
void crossValidateEvents(
    const std::vector<EventArticle>& articles, const std::vector<EventArticle>& beside,
    const TrainerOptions& options,
    const std::function<void(const EventArticle&, const TrainedChain&)>& visit);

// One label for each token.
std::vector<Label> eventLabelsBy(const TrainedChain& model, const EventArticle& article);

} // namespace quoth::training
