// Closed lists of English words that several stages of the text ask about. Words in lower case.
#pragma once

#include <string_view>

namespace quoth {

// Function words that begin a sentence far more often than they continue one or begin a name.
bool isStarter(std::string_view lower); // "the", "but", "he"

// Finite verbs that tie a quotation to its speaker without anything between.
bool isSpeechVerb(std::string_view lower); // "said", "asks", "replied"

} // namespace quoth
