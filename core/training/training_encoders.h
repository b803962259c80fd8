// The encoder beside which a stage is trained. A stage learns from what encoders say of texts that
// they have not seen, so that it trusts them as much as they deserve.
#pragma once

#include "core/encoder/encoder.h"
#include "core/training/training_stages.h"

#include <memory>
#include <vector>

namespace quoth::training {

class TrainingEncoders {
public:
    // models/encoder.model of the request's resources and 0.model ... of its folder of encoders;
    // none of them where it names no folder. NotFound or BadResource.
    static Expected<TrainingEncoders> load(const TrainingRequest& request);

    // For texts that no encoder has seen. Empty where there is none.
    TextEncoder whole() const;
    // For the texts of the tasks' training data, called with all of them in their order: the
    // scores of these tasks come from the encoder that has not seen the text.
    TextEncoder jackknifed(std::vector<std::string_view> tasks) const;

private:
    std::shared_ptr<const Encoder> m_whole;
    std::vector<std::shared_ptr<const Encoder>> m_folds;
};

} // namespace quoth::training
