#include "core/training/training_encoders.h"

#include <algorithm>

namespace quoth::training {

Expected<TrainingEncoders> TrainingEncoders::load(const TrainingRequest& request) {
    TrainingEncoders out;
    if (request.models() == ModelSet::Alone) return out;
    const auto shared =
        [](const std::filesystem::path& path) -> Expected<std::shared_ptr<const Encoder>> {
        auto encoder = Encoder::load(path);
        if (!encoder) return unexpected(encoder.error());
        return std::make_shared<const Encoder>(std::move(*encoder));
    };
    auto whole = shared(modelPath(request.resources, Encoder::stage, ModelSet::Alone));
    if (!whole) return unexpected(whole.error());
    out.m_whole = std::move(*whole);
    for (unsigned fold = 0; fold < encoderFolds; ++fold) {
        auto encoder = shared(request.encoders / (std::to_string(fold) + ".model"));
        if (!encoder) return unexpected(encoder.error());
        out.m_folds.push_back(std::move(*encoder));
    }
    return out;
}

TextEncoder TrainingEncoders::whole() const {
    if (!m_whole) return {};
    return [whole = m_whole](const TokenizedText& text) { return whole->encode(text); };
}

TextEncoder TrainingEncoders::jackknifed(std::vector<std::string_view> tasks) const {
    if (!m_whole) return {};
    return [whole = m_whole, folds = m_folds, tasks = std::move(tasks),
            next = std::size_t{0}](const TokenizedText& text) mutable {
        const auto tokens = static_cast<std::uint32_t>(text.tokens.size());
        EncodedText out = whole->encode(text);
        const EncodedText unseen = folds[next++ % folds.size()]->encode(text);
        for (const std::string_view task : tasks) {
            const auto scores = unseen.of(task, IndexRange{0, tokens});
            const std::size_t columns = scores.size() / std::max<std::size_t>(tokens, 1);
            std::ranges::copy(scores, out.add(task, tokens, columns).begin());
        }
        return out;
    };
}

} // namespace quoth::training
