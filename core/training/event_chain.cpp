#include "core/training/event_chain.h"

#include <cstddef>

namespace quoth::training {
namespace {

using corpora::EventArticle;

// One label for each token.
std::vector<Label> labelsBy(const TrainedChain& model, const EventArticle& article) {
    std::vector<Label> out(article.text.tokens.size(), noEvent);
    std::vector<float> emissions;
    BestPath path(model.chain);
    for (std::size_t s = 0; s < article.sequences.size(); ++s) {
        model.score(article.sequences[s].rows, emissions);
        addBeside(encodedEvents(article.text, article.candidates[s]), emissions);
        const auto found = path.find(emissions);
        for (std::size_t k = 0; k < found.size(); ++k)
            out[article.candidates[s][k]] = found[k];
    }
    return out;
}

void labelUnseen(const corpora::EventCorpora& corpora, const TrainerOptions& options,
                 const corpora::EventVisitor& aquaint, const corpora::EventVisitor& meantime) {
    constexpr std::size_t folds = 5;
    const auto foldOf = [&](std::size_t a) { return a * folds / corpora.aquaint.size(); };
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<const EventArticle*> own, others;
        for (std::size_t a = 0; a < corpora.aquaint.size(); ++a)
            (foldOf(a) == fold ? own : others).push_back(&corpora.aquaint[a]);
        for (const EventArticle& article : corpora.meantime)
            others.push_back(&article);
        const TrainedChain model = trainEventChain(others, options);
        for (const EventArticle* article : own)
            aquaint(*article, labelsBy(model, *article));
    }
    std::vector<const EventArticle*> all;
    for (const EventArticle& article : corpora.aquaint)
        all.push_back(&article);
    const TrainedChain model = trainEventChain(all, options);
    for (const EventArticle& article : corpora.meantime)
        meantime(article, labelsBy(model, article));
}

} // namespace

TrainerOptions eventTrainerOptions() {
    TrainerOptions options;
    options.epochs = 15;
    options.l2 = 1;
    options.dropout = 0.3f;
    return options;
}

TrainedChain trainEventChain(const std::vector<const EventArticle*>& articles,
                             const TrainerOptions& options) {
    std::vector<LabelledSequence> sequences;
    for (const EventArticle* article : articles)
        sequences.insert(sequences.end(), article->sequences.begin(), article->sequences.end());
    return trainChain(sequences, {}, {eventLabels.begin(), eventLabels.end()}, options);
}

corpora::UnseenEventLabeller unseenEventLabeller(const TrainerOptions& options) {
    return [options](const corpora::EventCorpora& corpora, const corpora::EventVisitor& aquaint,
                     const corpora::EventVisitor& meantime) {
        labelUnseen(corpora, options, aquaint, meantime);
    };
}

} // namespace quoth::training
