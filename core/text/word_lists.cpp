#include "core/text/word_lists.h"

#include "core/word_sets/text.h"

namespace quoth {

bool isStarter(std::string_view lower) {
    return words::sentenceStarters.contains(lower);
}

bool isSpeechVerb(std::string_view lower) {
    return words::speechVerbs.contains(lower);
}

} // namespace quoth
