// What every stage after tokenisation reads: the text, its blocks, sentences and tokens. Plain
// values; the text itself is not owned.
#pragma once

#include "core/document/encoded_text.h"
#include "core/document/span.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

enum class BlockKind : std::uint8_t { Headline, Standfirst, Byline, Dateline, Paragraph, Credit };
std::string_view name(BlockKind kind); // as in the JSON contract
std::optional<BlockKind> blockKindFromName(std::string_view name);

// A stretch of text without a blank line in it, and without a line end unless the text is wrapped
// to a fixed width; blocks are ordered and never overlap. White space between blocks belongs to
// none. A dateline ("Washington (AFP) –") and a credit ("– AP") are blocks of their own even inside
// a line.
struct Block {
    Span span;
    BlockKind kind = BlockKind::Paragraph;
    bool question = false; // of an interviewer, which the format sets off, such as in bold
};

enum class TokenKind : std::uint8_t {
    Word,        // letters, inner hyphens and apostrophes: "long-time", "O'Neill", "U.S.", "Mr."
    Clitic,      // split off a word: "'s", "n't", "'ll"
    Number,      // "1,200", "3.5", "19th", "2014-16" is Number Punctuation Number
    QuoteMark,   // any quotation mark, LaTeX `` and '' included; an apostrophe is not one
    Punctuation, // everything else that is not white space, one token a mark ("..." is one)
    Other,       // URLs, e-mail addresses, @handles, #tags, emoji
};

// Universal parts of speech (universaldependencies.org/u/pos).
enum class Pos : std::uint8_t {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X
};
std::string_view name(Pos pos); // "ADJ"
std::optional<Pos> posFromName(std::string_view name);

// English fine-grained tags that stages ask about (a subset of Penn's; None where not applicable).
enum class FineTag : std::uint8_t {
    None,
    NN,
    NNS,
    NNP,
    NNPS,
    VB,
    VBD,
    VBG,
    VBN,
    VBP,
    VBZ,
    MD,
    JJ,
    JJR,
    JJS,
    RB,
    RBR,
    RBS,
    RP,
    IN,
    DT,
    PDT,
    WDT,
    PRP,
    PRPS,
    WP,
    WPS,
    WRB,
    CC,
    CD,
    EX,
    FW,
    TO,
    UH,
    POS
};

struct Token {
    Span span;
    TokenKind kind = TokenKind::Word;
    Pos pos = Pos::X;
    FineTag tag = FineTag::None;
    std::uint16_t cluster = 0; // class of words in the same places; 0 for rare words
    std::string lower;         // lower case, curly apostrophes straightened
    std::string lemma;         // lower case but for proper nouns; filled by tagging
};

struct Sentence {
    Span span; // first to last byte of its tokens
    IndexRange tokens;
    std::uint32_t block = 0; // index; a sentence never straddles blocks
};

struct TokenizedText {
    std::string_view text;
    std::vector<Block> blocks;
    std::vector<Sentence> sentences;
    std::vector<Token> tokens; // ordered, without overlap; white space belongs to none
    EncodedText encoded;       // empty without an encoder

    std::string_view slice(Span span) const { return quoth::slice(text, span); }
    std::string_view word(std::uint32_t token) const { return slice(tokens[token].span); }
    // First byte of the first token to last byte of the last one; the range must not be empty.
    Span spanOf(IndexRange range) const {
        return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
    }
    // Index of the first token that ends after byte `at`; tokens.size() past the last one.
    std::uint32_t tokenAt(std::uint32_t at) const;
    // Tokens that overlap the span.
    IndexRange tokensIn(Span span) const;
    // The sentence that holds this token; `token` must be an index of tokens.
    std::uint32_t sentenceOf(std::uint32_t token) const;
    std::uint32_t blockOf(std::uint32_t token) const { return sentences[sentenceOf(token)].block; }
};

// What an encoder makes of a text with tokens and sentences; empty where none is asked.
using TextEncoder = std::function<EncodedText(const TokenizedText&)>;
TokenizedText encodedBy(const TextEncoder& encode, TokenizedText text);

} // namespace quoth
