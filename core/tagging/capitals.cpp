#include "core/tagging/capitals.h"

#include "core/support/unicode.h"

namespace quoth {

bool isFreelyCapitalized(const TokenizedText& text, const Sentence& sentence) {
    int words = 0, capitals = 0;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        if (text.tokens[i].kind != TokenKind::Word) continue;
        const bool capital = startsUpper(text.word(i));
        if (!capital && text.tokens[i].span.size() < 4) continue;
        ++words;
        capitals += capital ? 1 : 0;
    }
    const bool headline = text.blocks[sentence.block].kind == BlockKind::Headline;
    return words >= 4 && (headline ? 3 * capitals >= 2 * words : 10 * capitals >= 9 * words);
}

} // namespace quoth
