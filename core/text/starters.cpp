#include "core/text/starters.h"

#include <algorithm>
#include <array>

namespace quoth {
namespace {

constexpr auto starters = std::to_array<std::string_view>(
    {"a",       "according", "after",   "all",   "also",    "although", "an",    "and",
     "another", "as",        "asked",   "at",    "because", "before",   "both",  "but",
     "by",      "despite",   "during",  "each",  "earlier", "even",     "for",   "from",
     "he",      "her",       "here",    "his",   "how",     "however",  "i",     "if",
     "in",      "instead",   "it",      "its",   "last",    "later",    "many",  "meanwhile",
     "more",    "most",      "my",      "no",    "not",     "now",      "of",    "on",
     "one",     "only",      "our",     "she",   "since",   "so",       "some",  "still",
     "such",    "that",      "the",     "their", "then",    "there",    "these", "they",
     "this",    "those",     "though",  "to",    "under",   "until",    "we",    "what",
     "when",    "where",     "whether", "which", "while",   "who",      "why",   "with",
     "without", "yet",       "you",     "your"});
static_assert(std::is_sorted(starters.begin(), starters.end()));

} // namespace

bool isStarter(std::string_view lower) {
    return std::binary_search(starters.begin(), starters.end(), lower);
}

} // namespace quoth
