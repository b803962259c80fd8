#include "core/corpora/joined_words.h"

#include "core/support/unicode.h"

namespace quoth::corpora {
namespace {

// Where the word that begins at token `begin` ends: parts joined by hyphens without white space.
std::uint32_t joinedEnd(const TokenizedText& text, const Sentence& sentence, std::uint32_t begin) {
    const auto touches = [&](std::uint32_t i) { // the token after it
        return i + 1 < sentence.tokens.end &&
               text.tokens[i].span.end == text.tokens[i + 1].span.begin;
    };
    const auto isPart = [&](std::uint32_t i) {
        const TokenKind kind = text.tokens[i].kind;
        return kind == TokenKind::Word || kind == TokenKind::Number;
    };
    std::uint32_t end = begin + 1;
    while (isPart(end - 1) && touches(end - 1) && text.tokens[end].lower == "-" && touches(end) &&
           isPart(end + 1))
        end += 2;
    return end;
}

} // namespace

TaggedText withJoinedWords(const TaggedText& text) {
    TaggedText out;
    out.gold.source = std::make_unique<const std::string>(*text.gold.source);
    out.gold.text.text = *out.gold.source;
    out.gold.text.blocks = text.gold.text.blocks;
    const TokenizedText& from = text.gold.text;
    for (const Sentence& sentence : from.sentences) {
        std::vector<IndexRange> words;
        std::vector<std::uint32_t> wordOf(sentence.tokens.size());
        for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) {
            const std::uint32_t end = joinedEnd(from, sentence, i);
            for (; i < end; ++i) {
                if (words.empty() || words.back().end <= i) words.push_back({i, end});
                wordOf[i - sentence.tokens.begin] = static_cast<std::uint32_t>(words.size() - 1);
            }
        }
        if (words.size() == sentence.tokens.size()) continue;
        const auto first = static_cast<std::uint32_t>(out.gold.text.tokens.size());
        Dependencies trees;
        bool isTree = true;
        for (std::uint32_t w = 0; w < words.size(); ++w) {
            Dependency found;
            std::size_t outside = 0; // parts that hang on another word
            for (std::uint32_t i = words[w].begin; i < words[w].end; ++i) {
                const Dependency& part = text.trees[i];
                const std::uint32_t head = wordOf[part.head - sentence.tokens.begin];
                if (part.head != i && head == w) continue;
                ++outside;
                found = {first + head, part.relation};
            }
            isTree = isTree && outside == 1;
            trees.push_back(found);
        }
        if (!isTree) continue;
        for (std::uint32_t w = 0; w < words.size(); ++w) {
            Token token = from.tokens[words[w].begin];
            if (words[w].size() > 1) {
                token.kind = TokenKind::Word;
                token.span = from.spanOf(words[w]);
                token.lower = toLower(from.slice(token.span));
            }
            out.gold.text.tokens.push_back(token);
            out.tags.push_back(text.tags[words[w].end - 1]);
            out.trees.push_back(trees[w]);
        }
        Sentence joined = sentence;
        joined.tokens = {first, static_cast<std::uint32_t>(out.gold.text.tokens.size())};
        out.gold.text.sentences.push_back(joined);
    }
    return out;
}

} // namespace quoth::corpora
