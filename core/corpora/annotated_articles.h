// Reads whole news articles annotated by hand: NAME.txt, and NAME.json beside it, of whose members
// only "quotes" is read: objects with "content" (spans), "cue" and "source" (a span or null),
// "speaker" (a name or null), "nested" and "optional". A span is {"s": words, "after": words at or
// before them}: the first place of "s" from the first place of "after" on; or [begin, end] in code
// points.
#pragma once

#include "core/corpora/gold_attribution.h"
#include "core/support/expected.h"

#include <filesystem>
#include <string>
#include <vector>

namespace quoth::corpora {

struct AnnotatedArticle {
    std::string id, text;
    std::vector<GoldAttribution> attributions;
};

// The articles of a folder that have both files, ordered by name. NotFound, or Malformed with the
// file and what is wrong in it.
Expected<std::vector<AnnotatedArticle>> readAnnotatedArticles(const std::filesystem::path& folder);

} // namespace quoth::corpora
