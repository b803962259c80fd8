// Reads CoNLL-U (universaldependencies.org/format.html). In: a file. Out: its documents, sentences
// and syntactic words; the lines of multiword tokens and empty nodes are left out.
#pragma once

#include "core/support/expected.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace quoth::corpora {

struct ConlluToken {
    std::string form, lemma, upos, xpos;
    std::uint32_t head = 0; // 1-based in the sentence, 0 for the root
    std::string relation;
    std::string misc;
    bool spaceAfter = true; // false within a multiword token, too
};
struct ConlluSentence {
    std::string id;
    bool opensParagraph = false;
    std::vector<ConlluToken> tokens;
};
struct ConlluDocument {
    std::string id; // the file's stem for sentences before any "# newdoc"
    std::vector<std::pair<std::string, std::string>> meta; // "# key = value" before its sentences
    std::vector<ConlluSentence> sentences;
};

// NotFound, or Malformed with file and line.
Expected<std::vector<ConlluDocument>> readConllu(const std::filesystem::path& file);

} // namespace quoth::corpora
