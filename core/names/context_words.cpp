#include "core/names/context_words.h"

#include <algorithm>
#include <initializer_list>

namespace quoth {
namespace {

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

} // namespace

bool isSayingLemma(std::string_view lemma) {
    return isOneOf(lemma, {"say",      "tell",    "add",     "explain",     "ask",      "insist",
                           "argue",    "warn",    "note",    "claim",       "recall",   "admit",
                           "reply",    "write",   "tweet",   "state",       "stress",   "believe",
                           "think",    "hope",    "want",    "acknowledge", "remember", "laugh",
                           "continue", "concede", "observe", "lament",      "urge",     "declare",
                           "conclude"});
}

bool isCompanyNoun(std::string_view lemma) {
    return isOneOf(
        lemma,
        {"company",      "firm",         "newspaper", "daily",      "startup",      "start-up",
         "group",        "broadcaster",  "bank",      "agency",     "manufacturer", "operator",
         "brand",        "retailer",     "club",      "team",       "giant",        "website",
         "magazine",     "carrier",      "airline",   "charity",    "ngo",          "union",
         "subsidiary",   "shareholder",  "share",     "employee",   "coalition",    "militia",
         "organisation", "organization", "lawmaker",  "leadership", "stock",        "customer"});
}

bool isPeopleNoun(std::string_view lemma) {
    return isOneOf(lemma, {"language", "people", "community", "tribe", "culture", "speaker",
                           "festival", "tradition", "chief", "ethnic", "clan", "religion", "faith",
                           "heritage", "music", "cuisine", "app", "vaccine", "variant"});
}

bool isWorkNoun(std::string_view lemma) {
    return isOneOf(lemma, {"yacht", "ship", "vessel", "film", "song", "album", "book", "novel",
                           "movie", "app", "boat", "series", "drama", "documentary", "hashtag"});
}

bool isOfficeNoun(std::string_view lemma) {
    return isOneOf(
        lemma, {"executive",  "ceo",         "founder",      "co-founder", "director",  "chairman",
                "chairwoman", "chairperson", "head",         "manager",    "coach",     "captain",
                "spokesman",  "spokeswoman", "spokesperson", "member",     "owner",     "boss",
                "editor",     "employee",    "shareholder",  "customer",   "subsidiary"});
}

} // namespace quoth
