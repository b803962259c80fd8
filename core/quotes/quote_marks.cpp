#include "core/quotes/quote_marks.h"

namespace quoth {

std::vector<QuotedStretch> findQuotedStretches(const TokenizedText& text) {
    std::vector<QuotedStretch> stretches;
    std::optional<std::uint32_t> open;
    for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
        if (open && text.blockOf(i) != text.blockOf(*open)) open.reset();
        if (text.tokens[i].kind != TokenKind::QuoteMark) continue;
        if (open) {
            QuotedStretch stretch;
            stretch.tokens = {*open, i + 1};
            stretch.span = text.spanOf(stretch.tokens);
            stretches.push_back(stretch);
            open.reset();
        } else
            open = i;
    }
    return stretches;
}

} // namespace quoth
