#include "core/corpora/gold_text.h"

#include "core/support/unicode.h"
#include "core/text/structure.h"
#include "core/text/tokens.h"
#include "core/text/word_forms.h"

#include <algorithm>

namespace quoth::corpora {
namespace {

TokenKind guessKind(std::string_view form) {
    const char32_t first = codePointAt(form, 0).value;
    if (isDigit(first)) return TokenKind::Number;
    for (std::size_t i = 0; i < form.size();) {
        const CodePoint c = codePointAt(form, i);
        if (isLetter(c.value))
            return first == '@' || first == '#' ? TokenKind::Other : TokenKind::Word;
        if (isDigit(c.value)) return TokenKind::Number;
        i += c.length;
    }
    for (const std::string_view mark : {"\"", "“", "”", "``", "''", "‘", "’", "'", "`"})
        if (form == mark) return TokenKind::QuoteMark;
    return TokenKind::Punctuation;
}

// Gives the gold spans the kinds of the program's own tokens where they agree.
std::vector<Token> withKinds(const std::vector<Span>& gold, const std::vector<Token>& own,
                             std::string_view text) {
    std::vector<Token> out;
    std::size_t at = 0;
    for (const Span span : gold) {
        while (at < own.size() && own[at].span.begin < span.begin)
            ++at;
        Token token;
        token.span = span;
        const std::string_view form = slice(text, span);
        const bool same = at < own.size() && own[at].span == span;
        token.kind = same ? own[at].kind : guessKind(form);
        token.lower = normalizeWord(form);
        out.push_back(std::move(token));
    }
    return out;
}

} // namespace

GoldText goldText(const ConlluDocument& document) {
    auto source = std::make_unique<std::string>();
    GoldText out;
    std::vector<Span> spans;
    std::size_t blockBegin = 0;
    const auto endBlock = [&] {
        std::size_t end = source->size();
        while (end > blockBegin && (*source)[end - 1] == ' ')
            --end;
        if (end > blockBegin) out.text.blocks.push_back({makeSpan(blockBegin, end)});
    };
    for (const ConlluSentence& sentence : document.sentences) {
        if (sentence.tokens.empty()) continue;
        if (sentence.opensParagraph && !source->empty()) {
            endBlock();
            *source += "\n\n";
            blockBegin = source->size();
        }
        Sentence made;
        made.block = static_cast<std::uint32_t>(out.text.blocks.size());
        made.tokens.begin = static_cast<std::uint32_t>(spans.size());
        for (const ConlluToken& token : sentence.tokens) {
            spans.push_back(makeSpan(source->size(), source->size() + token.form.size()));
            *source += token.form;
            if (token.spaceAfter) *source += ' ';
        }
        if (source->back() != ' ') *source += ' '; // sentences never run together
        made.tokens.end = static_cast<std::uint32_t>(spans.size());
        out.text.sentences.push_back(made);
    }
    endBlock();
    out.text.text = *source;
    out.text.tokens = withKinds(spans, tokenize(*source, out.text.blocks), *source);
    for (Sentence& sentence : out.text.sentences)
        sentence.span = out.text.spanOf(sentence.tokens);
    out.source = std::move(source);
    return out;
}

GoldText goldText(const PolnearDocument& document) {
    GoldText out;
    out.source = std::make_unique<const std::string>(document.text);
    out.text.text = *out.source;
    out.text.blocks = findBlocks(*out.source);
    std::vector<Span> spans;
    for (const auto& sentence : document.sentences)
        for (std::size_t i = 0; i < sentence.size(); ++i) {
            const Span span = sentence[i].span;
            const auto block =
                std::find_if(out.text.blocks.begin(), out.text.blocks.end(),
                             [&](const Block& b) { return span.begin < b.span.end; });
            const auto index = static_cast<std::uint32_t>(
                std::min<std::ptrdiff_t>(block - out.text.blocks.begin(),
                                         static_cast<std::ptrdiff_t>(out.text.blocks.size()) - 1));
            const auto at = static_cast<std::uint32_t>(spans.size());
            if (i == 0 || out.text.sentences.back().block != index)
                out.text.sentences.push_back({{}, {at, at}, index});
            spans.push_back(span);
            out.text.sentences.back().tokens.end = at + 1;
        }
    out.text.tokens = withKinds(spans, tokenize(*out.source, out.text.blocks), *out.source);
    for (Sentence& sentence : out.text.sentences)
        sentence.span = out.text.spanOf(sentence.tokens);
    return out;
}

} // namespace quoth::corpora
