#include "app/annotate/run.h"

#include "app/annotate/annotate_input.h"
#include "app/annotate/line_reader.h"
#include "app/annotate/messages.h"
#include "app/annotate/ordered_work.h"
#include "core/formats/in/importers.h"
#include "core/formats/json.h"
#include "core/support/guarded.h"
#include "core/support/output_file.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace quoth::app {
namespace {

namespace fs = std::filesystem;

// Nobody reads the output any more, and the input may never end: leave at once.
[[noreturn]] void leave() {
    std::_Exit(EXIT_FAILURE);
}

// What a file weighs: its size, and as much as any article where that is not known beforehand.
std::size_t weightOf(const std::string& input) {
    std::error_code error;
    const bool regular = input != "-" && fs::is_regular_file(input, error);
    const std::uintmax_t size = regular ? fs::file_size(input, error) : maximumTextBytes;
    return error ? 0 : static_cast<std::size_t>(size);
}

template <class Work>
void tellThreads(const Work& work, unsigned wanted) {
    if (work.workers() < wanted)
        complain("The system lets only " + std::to_string(work.workers()) + " of " +
                 std::to_string(wanted) + " threads start; the work goes on with these.");
}

struct FileJob {
    std::string input;
    std::string target; // empty: the standard output
};
struct FileResult {
    std::vector<Annotation> annotations;
    std::string target;
};

std::vector<FileJob> fileJobs(const Options& options) {
    std::vector<FileJob> jobs;
    const bool folder = isFolderOutput(options);
    const auto paths = folder ? outputPaths(options) : std::vector<OutputPath>();
    for (std::size_t i = 0; i < options.inputs.size(); ++i) {
        const std::string& input = options.inputs[i];
        jobs.push_back({input, folder ? paths[i].path.string() : options.output});
        if (folder && !paths[i].why.empty())
            complain(input + " goes to " + jobs.back().target + ", since its own name is " +
                     paths[i].why + ".");
    }
    return jobs;
}

Expected<OutputFile> openOutput(const std::string& path) {
    return path.empty() ? OutputFile::standardOutput() : OutputFile::create(path);
}

Outcome deliver(const std::string& target, std::string_view bytes) {
    auto output = openOutput(target);
    if (!output) return unexpected(output.error());
    if (auto written = output->write(bytes); !written) return written;
    return output->commit();
}

// Where the article of this number goes, of a file whose own output would be `target`: into a
// folder of the file's name, which is made. Fails rather than overwrite one of the inputs.
Expected<std::string> numberedTarget(const Options& options, const std::string& target,
                                     std::size_t number, std::size_t count) {
    fs::path folder = target;
    folder.replace_extension();
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return unexpected(ErrorCode::NotWritable, "The folder " + folder.string() +
                                                      " cannot be made: " + error.message() + ".");
    std::string digits = std::to_string(number);
    digits.insert(0, std::to_string(count).size() - digits.size(), '0'); // in order of names
    const fs::path path = folder / (digits + "." + std::string(options.exporter->extension));
    for (const std::string& input : options.inputs)
        if (input != "-" && fs::equivalent(input, path, error))
            return unexpected(ErrorCode::NotWritable, "The output would overwrite " + input + ".");
    return path.string();
}

Outcome deliverNumbered(const Options& options, const FileResult& result,
                        const Annotation& annotation) {
    const auto target = numberedTarget(options, result.target, annotation.number, annotation.count);
    return target ? deliver(*target, *annotation.bytes) : Outcome(unexpected(target.error()));
}

} // namespace

int annotateFiles(const Engine& engine, const Options& options) {
    const bool toFolder = isFolderOutput(options);
    if (toFolder) {
        std::error_code error;
        fs::create_directories(options.output, error);
        if (error) {
            complain("The folder " + options.output + " cannot be made: " + error.message() + ".");
            return EXIT_FAILURE;
        }
    }
    const auto jobs = fileJobs(options);
    bool failed = false;
    const auto threads = static_cast<unsigned>(std::min<std::size_t>(options.threads, jobs.size()));
    OrderedWork<FileJob, FileResult> work(
        threads, maximumTextBytes,
        [&](const FileJob& job) {
            std::vector<Annotation> annotations;
            const auto done = guarded(
                [&]() -> Outcome {
                    annotations = annotateInput(engine, options, job.input, toFolder);
                    return std::monostate{};
                },
                job.input == "-" ? "Standard input" : job.input);
            if (!done) annotations = {{unexpected(done.error())}};
            return FileResult{std::move(annotations), job.target};
        },
        [&](const FileResult& result) {
            std::string together; // of all articles, where they go to one place
            const auto tell = [&](const Outcome& done) {
                if (done) return;
                complain(done.error().message);
                failed = true;
            };
            for (const Annotation& annotation : result.annotations) {
                if (!annotation.bytes)
                    tell(unexpected(annotation.bytes.error()));
                else if (toFolder && annotation.number > 0)
                    tell(deliverNumbered(options, result, annotation));
                else
                    together += *annotation.bytes;
            }
            if (together.empty()) return true;
            const Outcome done = deliver(result.target, together);
            tell(done);
            if (!done && result.target.empty()) leave();
            return true;
        });
    tellThreads(work, threads);
    for (const FileJob& job : jobs)
        work.add(job, weightOf(job.input));
    work.finish();
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

namespace {

struct LineResult {
    std::string line;
    bool failed = false;
};

// The annotation of one line. `id` is set to the line's as soon as that is known.
Expected<std::string> annotateLine(const Engine& engine, const Options& options,
                                   const LineReader::Line& line, DocumentId& id) {
    if (line.dropped == ErrorCode::TooLarge)
        return unexpected(ErrorCode::TooLarge, "The line is longer than " +
                                                   std::to_string(maximumInputBytes >> 20) +
                                                   " MB.");
    if (line.dropped)
        return unexpected(*line.dropped, "There is not enough memory to read this line.");
    BatchLine batch = readBatchLine(line.text);
    id = batch.id;
    if (!batch.article) return unexpected(batch.article.error());
    Article article = *std::move(batch.article);
    if (!article.published && options.published) {
        article.published = options.published;
        article.publishedFrom = DateOrigin::Caller;
    }
    const auto document = annotate(engine, std::move(article));
    if (!document) return unexpected(document.error());
    warnUnlessEnglish(engine, *document,
                      id.json.empty() ? "An article without id" : "The article of id " + id.json);
    return writeJson(*document, id, options.withText ? JsonScope::Article : JsonScope::Answers) +
           "\n";
}

LineResult lineResult(const Engine& engine, const Options& options, const LineReader::Line& line) {
    DocumentId id;
    auto annotation = guarded([&] { return annotateLine(engine, options, line, id); });
    if (annotation) return {std::move(*annotation), false};
    return {writeJsonError(id, annotation.error()) + "\n", true};
}

// Feeds the lines of one input; false when it cannot be read.
template <class Work>
bool feedLines(const std::string& input, Work& work) {
    const int descriptor =
        input == "-" ? STDIN_FILENO : ::open(input.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) {
        complain(input + " cannot be read: " + std::generic_category().message(errno) + ".");
        return false;
    }
    LineReader reader(descriptor, maximumInputBytes);
    for (bool first = true; auto line = reader.next(); first = false) {
        if (first && line->text.starts_with("\xEF\xBB\xBF")) line->text.erase(0, 3);
        const std::size_t bytes = line->text.size();
        if (!work.add(std::move(*line), bytes)) break;
    }
    if (descriptor != STDIN_FILENO) ::close(descriptor);
    if (reader.failure() == 0) return true;
    complain((input == "-" ? "The standard input" : input) +
             " cannot be read: " + std::generic_category().message(reader.failure()) + ".");
    return false;
}

} // namespace

int annotateLines(const Engine& engine, const Options& options) {
    auto output = openOutput(options.output);
    if (!output) {
        complain(output.error().message);
        return EXIT_FAILURE;
    }
    bool failed = false, stopped = false;
    OrderedWork<LineReader::Line, LineResult> work(
        options.threads, maximumTextBytes,
        [&](const LineReader::Line& line) { return lineResult(engine, options, line); },
        [&](const LineResult& result) {
            failed = failed || result.failed;
            const auto written = output->write(result.line);
            if (written) return true;
            complain(written.error().message);
            if (output->isDirect()) leave();
            stopped = true;
            return false;
        });
    tellThreads(work, options.threads);
    bool readAll = true;
    for (const std::string& input : options.inputs)
        readAll = feedLines(input, work) && readAll;
    work.finish();
    if (stopped) return EXIT_FAILURE;
    if (const auto finished = output->commit(); !finished) {
        complain(finished.error().message);
        return EXIT_FAILURE;
    }
    return failed || !readAll ? EXIT_FAILURE : EXIT_SUCCESS;
}

} // namespace quoth::app
