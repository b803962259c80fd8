#include "core/encoder/encoder_input.h"

#include "core/encoder/encoder_limits.h"
#include "core/support/unicode.h"
#include "core/text/marks.h"

#include <algorithm>

namespace quoth {
namespace {

LetterShape shapeOf(std::string_view word) {
    bool upper = false, lower = false, digit = false, later = false; // a capital after the first
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint c = codePointAt(word, at);
        const bool isCapital = isUpper(c.value);
        later |= isCapital && at > 0;
        upper |= isCapital;
        lower |= !isCapital && isLetter(c.value);
        digit |= isDigit(c.value);
        at += c.length;
    }
    if (!upper && !lower) return digit ? LetterShape::Digits : LetterShape::None;
    if (!upper) return LetterShape::Lower;
    if (later && !lower) return LetterShape::AllCapitals;
    return later ? LetterShape::Mixed : LetterShape::Capital;
}

// By token.
std::vector<QuoteState> quoteStatesOf(const TokenizedText& text) {
    std::vector<QuoteState> states(text.tokens.size(), QuoteState::Outside);
    const std::vector<QuoteMark> marks = findQuoteMarks(text.text, text.blocks);
    std::size_t next = 0;
    int depth = 0;
    std::uint32_t block = 0;
    for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
        if (const std::uint32_t here = text.blockOf(i); here != block) {
            block = here;
            depth = 0;
        }
        const Span span = text.tokens[i].span;
        while (next < marks.size() && marks[next].span.begin < span.begin)
            ++next;
        if (next < marks.size() && marks[next].span.begin < span.end) {
            states[i] = marks[next].opens ? QuoteState::Opening : QuoteState::Closing;
            depth = std::max(0, depth + (marks[next].opens ? 1 : -1));
        } else {
            states[i] = depth == 0   ? QuoteState::Outside
                        : depth == 1 ? QuoteState::Inside
                                     : QuoteState::Nested;
        }
    }
    return states;
}

} // namespace

EncoderInput encoderInput(const TokenizedText& text, const WordPieces& pieces) {
    EncoderInput out;
    const std::vector<QuoteState> states = quoteStatesOf(text);
    out.pieces.reserve(text.tokens.size() * 3 / 2);
    out.firstPieces.reserve(text.tokens.size());
    std::uint32_t block = 0;
    for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
        if (const std::uint32_t here = text.blockOf(i); here != block) {
            block = here;
            if (!out.pieces.empty()) out.pieces.push_back(pieces.separator());
            out.shapes.resize(out.pieces.size(), LetterShape::None);
            out.quotes.resize(out.pieces.size(), QuoteState::Outside);
        }
        out.firstPieces.push_back(static_cast<std::uint32_t>(out.pieces.size()));
        const std::string_view word = text.slice(text.tokens[i].span);
        pieces.append(word, out.pieces);
        out.shapes.resize(out.pieces.size(), shapeOf(word));
        out.quotes.resize(out.pieces.size(), states[i]);
    }
    return out;
}

std::vector<EncoderWindow> encoderWindows(std::size_t pieces) {
    using encoder_limits::margin;
    using encoder_limits::window;
    std::vector<EncoderWindow> out;
    const auto range = [](std::size_t begin, std::size_t end) {
        return IndexRange{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    };
    for (std::size_t taken = 0; taken < pieces;) {
        const std::size_t begin = taken - std::min(taken, margin);
        const std::size_t end = std::min(pieces, begin + window);
        const std::size_t until = end == pieces ? end : end - margin;
        out.push_back({range(begin, end), range(taken, until)});
        taken = until;
    }
    return out;
}

} // namespace quoth
