// What the tagger and the parser are trained and measured on.
#pragma once

#include "core/corpora/gold_text.h"
#include "core/corpora/gum_entities.h"
#include "core/syntax/dependencies.h"
#include "core/tagging/tag_names.h"

#include <filesystem>
#include <vector>

namespace quoth::corpora {

struct TaggedText {
    GoldText gold;
    std::vector<TagPair> tags;       // one a token
    std::vector<std::string> lemmas; // one a token
    Dependencies trees;              // one a token
    std::vector<GumEntity> entities; // where the corpus has them
};

enum class Portion { Train, Dev };

Expected<std::vector<TaggedText>> readEwt(const std::filesystem::path& corpora, Portion portion);
// Documents whose texts are under CC BY or CC BY-SA; `newsOnly` keeps news and interviews.
Expected<std::vector<TaggedText>> readGum(const std::filesystem::path& corpora, Portion portion,
                                          bool newsOnly = false);

} // namespace quoth::corpora
