#include "app/annotate/options.h"

#include "core/formats/in/importers.h"
#include "core/support/version.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <iostream>
#include <map>
#include <set>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace quoth::app {
namespace {

namespace fs = std::filesystem;

constexpr int usageError = 2;

int complain(const std::string& message) {
    std::cerr << "quoth-annotate: " << message << "\nTry: quoth-annotate --help\n";
    return usageError;
}

std::optional<ArticleChoice> parseChoice(const std::string& words) {
    if (words == "all") return ArticleChoice{};
    if (words == "whole") return ArticleChoice{ArticleChoice::Kind::Whole, 0};
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), number);
    if (error != std::errc() || end != words.data() + words.size() || number == 0)
        return std::nullopt;
    return ArticleChoice{ArticleChoice::Kind::One, number};
}

std::string exporterNames() {
    std::string out;
    for (const Exporter& exporter : exporters())
        out += (out.empty() ? "" : ", ") + std::string(exporter.name);
    return out;
}

std::string importerNames() {
    std::string out;
    for (const Importer& importer : importers())
        out += (out.empty() ? "" : ", ") + std::string(importer.name);
    return out;
}

void listFormats() {
    std::cout << "Formats read:\n";
    for (const Importer& importer : importers()) {
        std::cout << "  " << importer.name << "\t" << importer.description << " (";
        for (std::size_t i = 0; i < importer.extensions.size(); ++i)
            std::cout << (i == 0 ? "." : " .") << importer.extensions[i];
        std::cout << ")\n";
    }
    std::cout << "Formats written:\n";
    for (const Exporter& exporter : exporters())
        std::cout << "  " << exporter.name << "\t" << exporter.description << "\n";
    std::cout.flush();
}

// What CLI11 cannot check by itself; empty when all is well.
std::string contradiction(const Options& options) {
    std::error_code error;
    const bool isFolder = fs::is_directory(options.output, error);
    const bool exists = !isFolder && fs::exists(options.output, error);
    const bool isFile = exists && fs::is_regular_file(options.output, error);
    if (options.jsonLines && options.exporter->name != "json")
        return "--jsonl writes JSON; it cannot be had with --format " +
               std::string(options.exporter->name) + ".";
    if (options.jsonLines && options.article.kind != ArticleChoice::Kind::All)
        return "With --jsonl a line is an article; there is none to choose by --article.";
    if (options.jsonLines && isFolder)
        return "--jsonl writes one file, but " + options.output + " is a folder.";
    for (const std::string& input : options.inputs)
        if (isFile && input != "-" && fs::equivalent(input, options.output, error))
            return "The output would overwrite " + input + ".";
    if (options.jsonLines) return {};
    const bool several = options.inputs.size() > 1;
    if (several && options.output.empty() && options.exporter->name != "json")
        return "Several files as " + std::string(options.exporter->name) +
               " need a folder: -o FOLDER.";
    if (several && exists)
        return "Several files need a folder, but " + options.output + " is none.";
    return {};
}

// A regular file, whatever its names; what is none has no identity, since it can be written to by
// several.
using FileId = std::pair<dev_t, ino_t>;
std::optional<FileId> fileId(const fs::path& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
    return FileId(info.st_dev, info.st_ino);
}

// In bytes.
std::size_t longestName(const fs::path& folder) {
    const long longest = ::pathconf(folder.c_str(), _PC_NAME_MAX);
    return longest > 0 ? static_cast<std::size_t>(longest) : NAME_MAX;
}

// Of a stem that is too long: what leaves room for the ending, whole characters.
std::string beginning(const std::string& stem, std::size_t longest, const std::string& ending) {
    std::size_t end = longest > ending.size() ? longest - ending.size() : 0;
    while (end > 0 && (static_cast<unsigned char>(stem[end]) & 0xC0) == 0x80)
        --end;
    return stem.substr(0, end);
}

} // namespace

ParsedOptions parseOptions(int argc, char** argv) {
    Options options;
    std::string format = "json", published, article;
    bool formats = false;
    options.threads = std::max(1U, std::thread::hardware_concurrency());

    CLI::App app("Annotates news articles: who said what, and when.", "quoth-annotate");
    app.set_version_flag("--version", "quoth-annotate " + std::string(version()));
    app.add_option(
        "FILES", options.inputs,
        "Articles to read (" + importerNames() +
            "), or folders that a browser saved a page in; none or - for the standard input");
    app.add_flag("--jsonl", options.jsonLines,
                 "Read one {\"id\", \"text\", \"published\"} object a line, write one annotation a "
                 "line");
    app.add_flag("--with-text", options.withText,
                 "With --jsonl, add the text, which offsets count in, and where it is from; the "
                 "JSON of a file always has it");
    app.add_flag("--fast", options.fast,
                 "Read without the encoder: several times as quick, and less often right");
    app.add_option("-f,--format", format, "Format to write: " + exporterNames())
        ->capture_default_str();
    app.add_option("-p,--published", published,
                   "Day on which the articles appeared, YYYY-MM-DD; with --jsonl for lines without "
                   "one");
    app.add_option("-a,--article", article,
                   "Of files that hold several articles (feeds, books): the N-th; all (as without "
                   "it), each on its own; or whole, the chapters of a book as one article");
    app.add_option("-o,--output", options.output,
                   "File to write, or folder for one file an article");
    app.add_option("-j,--jobs", options.threads, "Articles to work on at once")
        ->check(CLI::Range(1U, 256U));
    app.add_flag("--list-formats", formats, "List the formats read and written");
    app.footer("Exit status: 0 all done, 1 some input failed, 2 the command line is wrong.");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const bool asked = error.get_exit_code() == 0; // --help, --version
        if (!asked) return {std::nullopt, complain(error.what())};
        app.exit(error);
        return {std::nullopt, 0};
    }
    if (formats) {
        listFormats();
        return {std::nullopt, 0};
    }
    options.exporter = findExporter(format);
    if (!options.exporter)
        return {std::nullopt, complain("There is no format \"" + format + "\"; there are " +
                                       exporterNames() + ".")};
    if (!published.empty()) {
        const auto date = parseDate(published);
        if (!date) return {std::nullopt, complain("--published: " + date.error().message)};
        options.published = *date;
    }
    if (!article.empty()) {
        const auto choice = parseChoice(article);
        if (!choice) return {std::nullopt, complain("--article takes a number, all or whole.")};
        options.article = *choice;
    }
    if (options.inputs.empty()) options.inputs.emplace_back("-");
    if (const std::string problem = contradiction(options); !problem.empty())
        return {std::nullopt, complain(problem)};
    return {std::move(options), 0};
}

bool isFolderOutput(const Options& options) {
    if (options.output.empty()) return false;
    std::error_code error;
    return options.inputs.size() > 1 || options.output.ends_with('/') ||
           fs::is_directory(options.output, error);
}

std::vector<OutputPath> outputPaths(const Options& options) {
    const fs::path folder = options.output;
    const std::string extension = "." + std::string(options.exporter->extension);
    const std::size_t longest = longestName(folder);
    std::set<FileId> takenFiles; // under whatever name
    for (const std::string& input : options.inputs)
        if (const auto id = fileId(input)) takenFiles.insert(*id);
    std::set<std::string> takenNames;
    std::map<std::string, std::size_t> lastNumber; // of a stem
    std::vector<OutputPath> out;
    for (const std::string& input : options.inputs) {
        const std::string stem = input == "-" ? "stdin" : fs::path(input).stem().string();
        std::size_t& number = lastNumber[stem];
        for (;;) {
            const std::string ending =
                (++number > 1 ? "-" + std::to_string(number) : std::string()) + extension;
            const bool fits = stem.size() + ending.size() <= longest;
            const std::string name = (fits ? stem : beginning(stem, longest, ending)) + ending;
            const auto id = fileId(folder / name);
            if (takenNames.contains(name) || (id && takenFiles.contains(*id))) continue;
            takenNames.insert(name);
            if (id) takenFiles.insert(*id);
            out.push_back({folder / name, !fits ? "too long" : number > 1 ? "taken" : ""});
            break;
        }
    }
    return out;
}

} // namespace quoth::app
