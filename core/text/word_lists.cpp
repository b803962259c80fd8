#include "core/text/word_lists.h"

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

// Finite verbs only: what stands between a quotation and its speaker.
constexpr auto speechVerbs = std::to_array<std::string_view>(
    {"acknowledged", "acknowledges", "added",      "adds",        "admitted",   "affirmed",
     "affirms",      "agreed",       "alleged",    "alleges",     "announced",  "answered",
     "argued",       "argues",       "asked",      "asks",        "barked",     "begged",
     "believed",     "believes",     "bellowed",   "boasted",     "called",     "cautioned",
     "cautions",     "chanted",      "chimed",     "chirped",     "claimed",    "claims",
     "commented",    "complained",   "concluded",  "concludes",   "confessed",  "confirmed",
     "confirms",     "contended",    "contends",   "continued",   "countered",  "counters",
     "cried",        "cries",        "declared",   "demanded",    "demands",    "described",
     "describes",    "emphasised",   "emphasized", "enthused",    "enthuses",   "estimated",
     "estimates",    "exclaimed",    "explained",  "explains",    "expressed",  "fumed",
     "gasped",       "groaned",      "growled",    "grumbled",    "inquired",   "insisted",
     "insists",      "joked",        "jokes",      "lamented",    "laments",    "laughed",
     "maintained",   "maintains",    "marvelled",  "marvels",     "moaned",     "mused",
     "muttered",     "noted",        "notes",      "observed",    "observes",   "pleaded",
     "pledged",      "posts",        "praised",    "prayed",      "predicted",  "predicts",
     "promised",     "protested",    "protests",   "queried",     "questioned", "quipped",
     "quoted",       "read",         "reads",      "reasoned",    "reassured",  "recalled",
     "recalls",      "recounted",    "recounts",   "reflects",    "reiterated", "remarked",
     "remarks",      "remembered",   "remembers",  "repeated",    "repeats",    "replied",
     "replies",      "reported",     "reports",    "responded",   "responds",   "retorted",
     "revealed",     "reveals",      "roared",     "said",        "say",        "says",
     "screamed",     "screams",      "shouted",    "shouts",      "sighed",     "snapped",
     "snaps",        "stated",       "states",     "stressed",    "stresses",   "suggested",
     "suggests",     "teased",       "tells",      "testified",   "thought",    "told",
     "tweeted",      "tweets",       "underlined", "underscored", "urged",      "vowed",
     "vows",         "wailed",       "warned",     "warns",       "wept",       "whispered",
     "whispers",     "wondered",     "wonders",    "writes",      "wrote",      "yelled"});
static_assert(std::is_sorted(speechVerbs.begin(), speechVerbs.end()));

} // namespace

bool isStarter(std::string_view lower) {
    return std::binary_search(starters.begin(), starters.end(), lower);
}

bool isSpeechVerb(std::string_view lower) {
    return std::binary_search(speechVerbs.begin(), speechVerbs.end(), lower);
}

} // namespace quoth
