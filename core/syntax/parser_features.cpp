#include "core/syntax/parser_features.h"

#include "core/learning/word_clusters.h"
#include "core/support/unicode.h"
#include "core/tagging/capitals.h"

#include <string>

namespace quoth {
namespace {

std::uint64_t shapeOf(const TokenizedText& text, std::uint32_t token) {
    const std::string_view word = text.word(token);
    bool digit = false, hyphen = false;
    for (const char c : word) {
        digit = digit || (c >= '0' && c <= '9');
        hyphen = hyphen || c == '-';
    }
    const bool upper = startsUpper(word);
    const std::uint32_t end = text.tokens[token].span.end;
    const bool glued = token + 1 < text.tokens.size() && text.tokens[token + 1].span.begin == end;
    return (upper ? 1U : 0U) | (upper && word.size() > 1 && isAllCaps(word) ? 2U : 0U) |
           (digit ? 4U : 0U) | (hyphen ? 8U : 0U) | (glued ? 16U : 0U);
}

} // namespace

void findParserFeatures(const TokenizedText& text, const Sentence& sentence, FeatureRows& rows) {
    rows.clear();
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        const Token& token = text.tokens[i];
        const std::string form = clusterForm(token.lower);
        const std::string_view word = form;
        const auto ending = [&](std::size_t size) {
            return word.size() > size ? word.substr(word.size() - size) : word;
        };
        const std::uint64_t hash = hashText(word);
        rows.add(ParserFeature::Word, hash);
        rows.add(ParserFeature::Ending2, hashText(ending(2)));
        rows.add(ParserFeature::Ending3, hashText(ending(3)));
        rows.add(ParserFeature::Beginning3, hashText(word.substr(0, 3)));
        rows.add(ParserFeature::Tags, token.pos,
                 token.pos == Pos::Punct ? hash : static_cast<std::uint64_t>(token.tag));
        rows.add(ParserFeature::Cluster, token.cluster);
        rows.add(ParserFeature::Shape, shapeOf(text, i));
        rows.endRow();
    }
}

} // namespace quoth
