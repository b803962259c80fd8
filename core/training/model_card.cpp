#include "core/training/model_card.h"

#include <cstdio>
#include <fstream>

namespace quoth::training {

std::string describe(const TrainerOptions& options) {
    char text[280];
    std::snprintf(text, sizeof text,
                  "%s, step %g, L2 %g, dropout %g, batches of %zu sentences, features seen %u "
                  "times or more, at "
                  "most %d epochs, seed %llu",
                  options.loss == Loss::Perceptron ? "averaged perceptron"
                                                   : "conditional random field, AdaGrad",
                  static_cast<double>(options.rate), static_cast<double>(options.l2),
                  static_cast<double>(options.dropout), options.batch, options.minCount,
                  options.epochs, static_cast<unsigned long long>(options.seed));
    return text;
}

Outcome writeCard(const std::filesystem::path& model, const ModelCard& card) {
    std::filesystem::path path = model;
    path.replace_extension(".md");
    std::ofstream file(path, std::ios::binary);
    const auto list = [&](const char* heading, const std::vector<std::string>& lines) {
        file << "\n## " << heading << "\n\n";
        for (const std::string& line : lines)
            file << "- " << line << "\n";
    };
    file << "# " << card.title << "\n\n" << card.what << "\n";
    list("Data", card.data);
    list("Recipe", card.recipe);
    list("Figures", card.figures);
    file.flush();
    if (!file) return unexpected(ErrorCode::NotWritable, path.string() + " cannot be written.");
    return std::monostate{};
}

} // namespace quoth::training
