#include "core/tagging/tagger.h"

namespace quoth {

Expected<Tagger> Tagger::load(const std::filesystem::path&) {
    return Tagger{};
}

TokenizedText Tagger::tag(TokenizedText text) const {
    for (Token& token : text.tokens)
        token.lemma = token.lower;
    return text;
}

} // namespace quoth
