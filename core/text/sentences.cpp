#include "core/text/sentences.h"

namespace quoth {

std::vector<Sentence> splitSentences(std::string_view text, const std::vector<Block>& blocks,
                                     const std::vector<Token>& tokens) {
    std::vector<Sentence> sentences;
    std::uint32_t block = 0, begin = 0;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        while (tokens[i].span.begin >= blocks[block].span.end)
            ++block;
        const std::string_view word = slice(text, tokens[i].span);
        const bool last =
            i + 1 == tokens.size() || tokens[i + 1].span.begin >= blocks[block].span.end;
        if (!last && word != "." && word != "!" && word != "?") continue;
        sentences.push_back(
            {{tokens[begin].span.begin, tokens[i].span.end}, {begin, i + 1}, block});
        begin = i + 1;
    }
    return sentences;
}

} // namespace quoth
