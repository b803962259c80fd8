// What the encoder is given of a text: the pieces of its tokens, with what the pieces do not show
// (their letters' shape, whether they stand in quotation marks), and the windows that it reads.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/encoder/word_pieces.h"

#include <cstdint>
#include <vector>

namespace quoth {

enum class LetterShape : std::uint8_t { None, Lower, Capital, AllCapitals, Mixed, Digits };
constexpr std::size_t letterShapes = 6;

// Where a token stands to the quotation marks of its block.
enum class QuoteState : std::uint8_t { Outside, Inside, Nested, Opening, Closing };
constexpr std::size_t quoteStates = 5;

struct EncoderInput {
    // By piece; separators stand between blocks.
    std::vector<PieceId> pieces;
    std::vector<LetterShape> shapes;
    std::vector<QuoteState> quotes;
    std::vector<std::uint32_t> firstPieces; // by token: the piece that stands for it
};

// Needs blocks, tokens and sentences alone: tags are read from the encoder.
EncoderInput encoderInput(const TokenizedText& text, const WordPieces& pieces);

// Pieces read together, and those of them that are taken from here.
struct EncoderWindow {
    IndexRange pieces, taken;
};
// Every piece is taken once, where it has most context; ordered.
std::vector<EncoderWindow> encoderWindows(std::size_t pieces);

} // namespace quoth
