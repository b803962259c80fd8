#include "core/text/tokens.h"

#include "core/support/unicode.h"

namespace quoth {

std::vector<Token> tokenize(std::string_view text, const std::vector<Block>& blocks) {
    std::vector<Token> tokens;
    for (const Block& block : blocks)
        for (std::size_t i = block.span.begin; i < block.span.end;) {
            const CodePoint c = codePointAt(text, i);
            std::size_t end = i + c.length;
            if (isSpace(c.value)) {
                i = end;
                continue;
            }
            TokenKind kind = TokenKind::Punctuation;
            if (isLetter(c.value) || isDigit(c.value)) {
                kind = isDigit(c.value) ? TokenKind::Number : TokenKind::Word;
                for (; end < block.span.end;) {
                    const CodePoint d = codePointAt(text, end);
                    if (!isLetter(d.value) && !isDigit(d.value) && d.value != '-') break;
                    end += d.length;
                }
            } else if (c.value == '"' || c.value == 0x201C || c.value == 0x201D)
                kind = TokenKind::QuoteMark;
            Token token;
            token.span = makeSpan(i, end);
            token.kind = kind;
            token.lower = toLower(text.substr(i, end - i));
            tokens.push_back(std::move(token));
            i = end;
        }
    return tokens;
}

} // namespace quoth
