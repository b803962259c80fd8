#include "core/names/name_finder.h"

#include "core/support/unicode.h"

namespace quoth {

Expected<NameFinder> NameFinder::load(const std::filesystem::path&) {
    return NameFinder{};
}

std::vector<NamedMention> NameFinder::find(const TokenizedText& text) const {
    std::vector<NamedMention> mentions;
    for (const Sentence& sentence : text.sentences)
        for (std::uint32_t i = sentence.tokens.begin + 1; i < sentence.tokens.end; ++i) {
            std::uint32_t end = i;
            while (end < sentence.tokens.end && text.tokens[end].kind == TokenKind::Word &&
                   startsUpper(text.word(end)))
                ++end;
            if (end == i) continue;
            mentions.push_back({text.spanOf({i, end}), {i, end}, EntityType::Person});
            i = end;
        }
    return mentions;
}

} // namespace quoth
