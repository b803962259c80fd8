// What quoth-annotate does once its command line is read.
#pragma once

#include "app/annotate/options.h"
#include "core/pipeline.h"

namespace quoth::app {

// Every input's annotation to where the options say, in the inputs' order. Errors go to the
// standard error (with --jsonl in the place of the annotation). 0 when all went well, else 1.
int annotateFiles(const Engine& engine, const Options& options);
int annotateLines(const Engine& engine, const Options& options);

} // namespace quoth::app
