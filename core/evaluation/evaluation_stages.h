// What can be measured: one stage an entry, looked up by name (quoth-evaluate lists them).
#pragma once

#include "core/corpora/event_counts.h"
#include "core/document/tokenized_text.h"
#include "core/support/expected.h"
#include "core/support/resources.h"

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace quoth::evaluation {

struct EvaluationRequest {
    std::filesystem::path corpora;
    std::filesystem::path resources; // lexicons and models
    ModelSet models = ModelSet::Alone;
    TextEncoder encode;     // where they read beside the encoder
    // Of texts that encoders were trained on, in the order of the corpora: by one that has not seen
    // them. For the stage of events.
    TextEncoder encodeUnseen;
    std::size_t worst = 10; // how many of the worst sentences and confusions to list
    std::function<void(const std::string&)> print; // one line
    // Trains for the stage of events, whose model has seen all that is annotated.
    corpora::UnseenEventLabeller labelUnseenEvents;
};

struct EvaluationStage {
    std::string_view name;
    std::string_view summary;
    Outcome (*evaluate)(const EvaluationRequest&);
};

std::span<const EvaluationStage> evaluationStages();
const EvaluationStage* findEvaluationStage(std::string_view name); // null where there is none

Outcome evaluateTags(const EvaluationRequest& request);
Outcome evaluateSyntax(const EvaluationRequest& request);
Outcome evaluateNames(const EvaluationRequest& request);
Outcome evaluateAttribution(const EvaluationRequest& request);
Outcome evaluateEvents(const EvaluationRequest& request);

} // namespace quoth::evaluation
