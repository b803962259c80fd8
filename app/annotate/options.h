// The command line of quoth-annotate.
#pragma once

#include "core/document/date.h"
#include "core/formats/out/exporters.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace quoth::app {

// Which of the articles of a file that holds several.
struct ArticleChoice {
    enum class Kind { All, Whole, One };
    Kind kind = Kind::All;  // Whole: all chapters of a book as one
    std::size_t number = 0; // of One, from 1
};

struct Options {
    std::vector<std::string> inputs; // "-" is the standard input; never empty
    bool jsonLines = false;
    bool fast = false;     // without the encoder
    bool withText = false; // in the annotations of lines as well
    const Exporter* exporter = nullptr;
    std::optional<Date> published;
    ArticleChoice article;
    std::string output; // empty: the standard output
    unsigned threads = 1;
};

// Either options, or the exit status: 0 when help was asked for, 2 for a command line that makes no
// sense, after having said so.
struct ParsedOptions {
    std::optional<Options> options;
    int status = 0;
};
ParsedOptions parseOptions(int argc, char** argv);

// Is `output` a folder for one file an input: there is one, it ends in "/", or there are several
// inputs.
bool isFolderOutput(const Options& options);

struct OutputPath {
    std::filesystem::path path;
    std::string why; // it is not NAME.EXTENSION: "taken", "too long"; else empty
};

// Where each input's output goes under the folder `options.output`, which is there: NAME.EXTENSION,
// with a number where another input has that name already or where it would overwrite an input
// (under whatever name), cut where the folder takes no name as long.
std::vector<OutputPath> outputPaths(const Options& options);

} // namespace quoth::app
