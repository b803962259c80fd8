// Work files, NAME.quoth.json: an article with all that the reader did to it, to go on elsewhere.
//
// The file is one object of the JSON contract (json.h, schema quoth/1): the corrected article as
// writeJson() gives it with JsonScope::Article, which any reader of that contract can use. One more
// member holds the rest:
//
//   "work": {
//     "format":    1,
//     "name":      "ferry.txt",        the article's file or title
//     "engine":    "0.1.0",            version of the program that gave the answers
//     "published": "2021-05-20",       the article's own date, without the reader's steps; or null
//     "machine":   {...},              the uncorrected answers, exactly: annotation_data.h
//     "steps":     [[...], [...]],     each one undoable step, a list of corrections
//                                      (correction_data.h), places in the text above
//     "done":      2                   how many of the steps are in force; later ones can be redone
//   }
//
// Checks and notes are corrections. The state of before comes from "machine", "steps" and "done"
// alone; the text must be the same in both places.
#pragma once

#include "core/document/work.h"
#include "core/support/expected.h"

#include <optional>
#include <string>
#include <string_view>

namespace quoth {

struct WorkFile {
    std::string name;
    Document machine; // the engine's answers, uncorrected
    std::string engine;
    std::optional<Date> ownDate; // the article's, without the reader's steps
    Work work;                   // its revision is 0

    Document corrected() const { return apply(machine, work.corrections()).document; }
};

inline constexpr std::string_view workFileExtension = "quoth.json";

std::string writeWork(const WorkFile& file);

// Errors: Malformed where it is no work file or is damaged, NewerVersion where a newer version of
// the program wrote it. Whatever the bytes are, nothing else happens.
Expected<WorkFile> readWork(std::string_view json);

// How many steps both works begin with.
std::size_t sharedSteps(const Work& a, const Work& b, const Document& machine);

// Is there a "work" member in this JSON object? `json` must be valid JSON (isJson()).
bool holdsWork(std::string_view json);

} // namespace quoth
