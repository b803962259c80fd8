#include "core/learning/model_samples.h"

#include <algorithm>

namespace quoth {
namespace {

std::string_view takeLine(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

} // namespace

Outcome checkModelSamples(const ModelFile& file, const SampleAnswer& answer) {
    auto samples = file.text("samples");
    if (!samples) return unexpected(samples.error());
    for (std::string_view rest = *samples; !rest.empty();) {
        const std::string_view text = takeLine(rest), expected = takeLine(rest);
        if (answer(text) != expected)
            return unexpected(ErrorCode::BadResource,
                              "The model " + file.path().string() +
                                  " was made by another version of the program: it reads \"" +
                                  std::string(text) + "\" otherwise than it should.");
    }
    return std::monostate{};
}

void addModelSamples(ModelFileWriter& file, std::span<const std::string_view> texts,
                     const SampleAnswer& answer) {
    std::string samples;
    for (const std::string_view text : texts)
        samples += std::string(text) + "\n" + answer(text) + "\n";
    file.addText("samples", samples);
}

} // namespace quoth
