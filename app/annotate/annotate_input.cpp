#include "app/annotate/annotate_input.h"

#include "app/annotate/messages.h"
#include "core/formats/in/importers.h"
#include "core/formats/in/input_file.h"

#include <chrono>
#include <unistd.h>

namespace quoth::app {
namespace {

namespace fs = std::filesystem;

std::string today() {
    const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return toIso(Date{now});
}

Expected<Imported> import(const std::string& input) {
    if (input != "-") return importFile(input);
    const auto bytes = readInput(STDIN_FILENO, "The standard input");
    if (!bytes) return unexpected(bytes.error());
    auto imported = importBytes(*bytes);
    if (imported) return imported;
    return unexpected(imported.error().code, "Standard input: " + imported.error().message);
}

// An article to annotate, `name` in messages and `source` in the output.
Expected<std::string> annotateArticle(const Engine& engine, const Options& options,
                                      Imported imported, const std::string& name,
                                      const std::string& source) {
    ExportContext context;
    context.sourceName = source;
    context.exportedOn = today();
    const auto exported = [&](const Document& document) -> Expected<std::string> {
        auto bytes = exportDocument(*options.exporter, document, context);
        if (bytes) return bytes;
        return unexpected(bytes.error().code, name + ": " + bytes.error().message);
    };
    // An export of Quoth keeps what it says, the reader's corrections included.
    if (imported.annotated) return exported(*imported.annotated);
    if (options.published) {
        imported.article.published = options.published;
        imported.article.publishedFrom = DateOrigin::Caller;
        imported.article.publishedSource = DateSource::None;
    }
    const auto document = annotate(engine, std::move(imported.article));
    if (!document) return unexpected(document.error().code, name + ": " + document.error().message);
    warnUnlessEnglish(engine, *document, name);
    return exported(*document);
}

} // namespace

std::vector<Annotation> annotateInput(const Engine& engine, const Options& options,
                                      const std::string& input, bool toFolder) {
    const std::string name = input == "-" ? "The standard input" : input;
    const std::string source = input == "-" ? "" : fs::path(input).filename().string();
    const auto refused = [&](const std::string& why) {
        return std::vector<Annotation>{{unexpected(ErrorCode::NotFound, name + why)}};
    };
    auto imported = import(input);
    if (!imported) return {{unexpected(imported.error())}};
    const std::size_t count = std::max<std::size_t>(imported->articles.size(), 1);
    const bool one = options.article.kind == ArticleChoice::Kind::One;
    if (one && options.article.number > count)
        return refused(count == 1 ? " holds one article only."
                                  : " holds " + std::to_string(count) + " articles only.");
    if (imported->articles.empty())
        return {{annotateArticle(engine, options, std::move(*imported), name, source)}};
    if (options.article.kind == ArticleChoice::Kind::Whole) {
        if (!imported->isOneWork) return refused(" is no book, which could be read as a whole.");
        return {{annotateArticle(engine, options, *chooseArticle(std::move(*imported), wholeWork),
                                 name, source)}};
    }
    if (!one && !toFolder && options.exporter->name != "json")
        return refused(" holds " + std::to_string(count) + " articles, which need a folder as " +
                       std::string(options.exporter->name) +
                       ": -o FOLDER/; or choose one: " + "--article N.");
    std::vector<Annotation> out;
    for (std::size_t i = one ? options.article.number - 1 : 0; i < count; ++i) {
        Imported each;
        each.article = std::move(imported->articles[i].article);
        const std::string which = "#" + std::to_string(i + 1);
        out.push_back(
            {annotateArticle(engine, options, std::move(each), name + which, source + which), i + 1,
             count});
        if (one) break;
    }
    return out;
}

} // namespace quoth::app
