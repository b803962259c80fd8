// The articles of an input file, annotated.
#pragma once

#include "app/annotate/options.h"
#include "core/pipeline.h"
#include "core/support/expected.h"

#include <string>
#include <vector>

namespace quoth::app {

// The annotation of one article, as bytes to write.
struct Annotation {
    Expected<std::string> bytes;
    std::size_t number = 0, count = 1; // of the file's several articles, from 1; 0 of its only one
};

// The articles of a file ("-": of the standard input) that the options choose, one by one.
// `toFolder`: each can go to a file of its own. An error's message names the file.
std::vector<Annotation> annotateInput(const Engine& engine, const Options& options,
                                      const std::string& input, bool toFolder);

} // namespace quoth::app
