#include "core/document/tokenized_text.h"

#include "core/support/enum_names.h"

namespace quoth {
namespace {

constexpr EnumNames<BlockKind, 6> blockKinds{
    {"headline", "standfirst", "byline", "dateline", "paragraph", "credit"}};
constexpr EnumNames<Pos, 17> partsOfSpeech{{"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ",
                                            "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
                                            "SCONJ", "SYM", "VERB", "X"}};

} // namespace

std::string_view name(BlockKind kind) {
    return blockKinds.of(kind);
}
std::optional<BlockKind> blockKindFromName(std::string_view name) {
    return blockKinds.find(name);
}

std::string_view name(Pos pos) {
    return partsOfSpeech.of(pos);
}
std::optional<Pos> posFromName(std::string_view name) {
    return partsOfSpeech.find(name);
}

std::uint32_t TokenizedText::tokenAt(std::uint32_t at) const {
    const auto it = std::partition_point(tokens.begin(), tokens.end(),
                                         [&](const Token& t) { return t.span.end <= at; });
    return static_cast<std::uint32_t>(it - tokens.begin());
}

IndexRange TokenizedText::tokensIn(Span span) const {
    const std::uint32_t begin = tokenAt(span.begin);
    std::uint32_t end = begin;
    while (end < tokens.size() && tokens[end].span.begin < span.end)
        ++end;
    return {begin, end};
}

std::uint32_t TokenizedText::sentenceOf(std::uint32_t token) const {
    const auto it = std::partition_point(sentences.begin(), sentences.end(),
                                         [&](const Sentence& s) { return s.tokens.end <= token; });
    return static_cast<std::uint32_t>(it - sentences.begin());
}

TokenizedText encodedBy(const TextEncoder& encode, TokenizedText text) {
    if (encode) text.encoded = encode(text);
    return text;
}

} // namespace quoth
