// Compact dumps of text stages, for table tests.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/quotes/marks/quote_marks.h"
#include "core/text/plain_analysis.h"

#include <string>
#include <string_view>

namespace quoth::test {

// "headline{Talks begin} paragraph{...}"
inline std::string dumpBlocks(std::string_view text, const std::vector<Block>& blocks) {
    std::string out;
    for (const Block& block : blocks) {
        if (!out.empty()) out += ' ';
        out += std::string(name(block.kind)) + '{' + std::string(slice(text, block.span)) + '}';
    }
    return out;
}

// Tokens between bars; words are bare, other kinds carry a letter: c'(clitic) n(umber) q(uote mark)
// p(unctuation) o(ther): "He|do|c:n't|p:."
inline std::string dumpTokens(const TokenizedText& text) {
    static constexpr const char* prefixes[] = {"", "c:", "n:", "q:", "p:", "o:"};
    std::string out;
    for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
        if (i > 0) out += '|';
        out += prefixes[static_cast<std::size_t>(text.tokens[i].kind)];
        out += text.word(i);
    }
    return out;
}

// Sentences between bars.
inline std::string dumpSentences(const TokenizedText& text) {
    std::string out;
    for (const Sentence& sentence : text.sentences) {
        if (!out.empty()) out += " | ";
        out += text.slice(sentence.span);
    }
    return out;
}

// Every stretch on its own: kind letter (S T C for scare, M for term), '>' per depth, '?' where a
// mark is missing at that end, '+N' where stretch N goes on, then the words.
inline std::string dumpStretches(const TokenizedText& text) {
    std::string out;
    for (const QuotedStretch& s : findQuotedStretches(text)) {
        if (!out.empty()) out += " | ";
        out += "STCM"[static_cast<std::size_t>(s.kind)];
        out.append(s.depth, '>');
        if (s.continues) out += '+' + std::to_string(*s.continues);
        out += ' ';
        if (!s.opened) out += "?";
        out += text.slice(s.span);
        if (!s.closed) out += "?";
    }
    return out;
}

} // namespace quoth::test
