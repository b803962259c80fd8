// Where lexicons, models and helper programs lie, and how a lexicon is read.
#pragma once

#include "core/support/expected.h"

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

// The resources folder: $QUOTH_RESOURCES, else share/quoth beside the running program's prefix,
// else the installed folder, else the source tree's. Fails with BadResource, naming the places
// searched.
Expected<std::filesystem::path> findResources();

// How the stages read a text: alone, or beside the encoder, for which some have models of their
// own.
enum class ModelSet { Alone, Encoded };
// models/STAGE.model, or models/encoded/STAGE.model where that is asked for and there is one.
std::filesystem::path modelPath(const std::filesystem::path& resources, const std::string& stage,
                                ModelSet models);

// A helper program: NAME in $QUOTH_LIBEXEC, else in libexec/quoth beside the running program's
// folder, else in the installed folder, else in the build tree's. Fails with BadResource, naming
// the places searched.
Expected<std::filesystem::path> findHelper(const std::string& name);

// Rows of lexicons/NAME under `resources`: tab-separated UTF-8 fields, one entry a line; empty
// lines and those that begin with '#' are left out. BadResource when the file cannot be read, is no
// regular file, is empty, is not valid UTF-8 or a row has fewer than `fields` fields (the message
// names file and line).
using LexiconRow = std::vector<std::string>;
Expected<std::vector<LexiconRow>> readLexicon(const std::filesystem::path& resources,
                                              const std::string& name, std::size_t fields = 1);

// The same for large lexicons, without a copy of each field: calls `visit` with every row in order
// until it gives false, which makes the lexicon BadResource at that line. The fields are valid
// during the call only.
using RowVisitor = std::function<bool(std::span<const std::string_view> row)>;
Outcome visitLexicon(const std::filesystem::path& resources, const std::string& name,
                     std::size_t fields, const RowVisitor& visit);

} // namespace quoth
