#include "core/evaluation/evaluation_stages.h"

#include <algorithm>
#include <array>

namespace quoth::evaluation {
namespace {

constexpr std::array stages = {
    EvaluationStage{"tags", "parts of speech and lemmas on EWT dev and GUM dev", &evaluateTags},
    EvaluationStage{"syntax", "dependency trees on EWT dev and GUM dev", &evaluateSyntax},
    EvaluationStage{"names", "names on the Worldwide Newswire dev articles and GUM news",
                    &evaluateNames},
    EvaluationStage{"attribution", "attributions on PolNeAR dev, and kinds of error",
                    &evaluateAttribution},
    EvaluationStage{"events", "event words on AQUAINT, by cross-validation, and on MEANTIME",
                    &evaluateEvents},
};

} // namespace

std::span<const EvaluationStage> evaluationStages() {
    return stages;
}

const EvaluationStage* findEvaluationStage(std::string_view name) {
    const auto found =
        std::find_if(stages.begin(), stages.end(),
                     [&](const EvaluationStage& stage) { return stage.name == name; });
    return found == stages.end() ? nullptr : &*found;
}

} // namespace quoth::evaluation
