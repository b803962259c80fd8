#include "core/training/model_card.h"

#include "core/support/output_file.h"

#include <cstdio>

namespace quoth::training {

std::string describe(const TrainerOptions& options) {
    const std::string epochs = std::to_string(options.epochs) + " epochs";
    const std::string passes =
        options.averaged == 0
            ? "at most " + epochs
            : epochs + ", weights averaged over the last " + std::to_string(options.averaged);
    char text[280];
    std::snprintf(text, sizeof text,
                  "conditional random field, AdaGrad, step %g, L2 %g, dropout %g, batches of %zu "
                  "sentences, features seen %u times or more, %s, seed %llu",
                  static_cast<double>(options.rate), static_cast<double>(options.l2),
                  static_cast<double>(options.dropout), options.batch, options.minCount,
                  passes.c_str(), static_cast<unsigned long long>(options.seed));
    return text;
}

Outcome writeCard(const std::filesystem::path& model, const ModelCard& card) {
    std::filesystem::path path = model;
    path.replace_extension(".md");
    std::string content = "# " + card.title + "\n\n" + card.what + "\n";
    const auto list = [&](const std::string& heading, const std::vector<std::string>& lines) {
        content += "\n## " + heading + "\n\n";
        for (const std::string& line : lines)
            content += "- " + line + "\n";
    };
    list("Data", card.data);
    list("Recipe", card.recipe);
    list("Figures", card.figures);
    return writeFile(path, content);
}

} // namespace quoth::training
