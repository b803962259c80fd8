#include "core/quotes/marks/outer_sentence.h"

#include "core/quotes/quote_limits.h"

#include <algorithm>

namespace quoth {
std::vector<OuterSentence> foldSentences(const TokenizedText& text,
                                         const std::vector<QuotedStretch>& stretches,
                                         const std::vector<NamedMention>& names) {
    std::vector<OuterSentence> out;
    std::size_t nextStretch = 0, nextName = 0;
    OuterSentence current;
    std::uint32_t coveredTo = 0; // tokens before this one are inside a folded stretch
    const auto flush = [&] {
        if (!current.items.empty()) out.push_back(std::move(current));
        current = {};
    };
    for (const Sentence& sentence : text.sentences) {
        // A sentence that begins inside a folded stretch is the same outer sentence.
        if (sentence.block != current.block || sentence.tokens.begin >= coveredTo ||
            current.items.size() >= quote_limits::itemsOfSentence)
            flush();
        current.block = sentence.block;
        for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            while (nextName < names.size() && names[nextName].tokens.end <= i)
                ++nextName;
            if (i < coveredTo) continue;
            while (nextStretch < stretches.size() &&
                   (stretches[nextStretch].tokens.begin < i || stretches[nextStretch].depth > 0 ||
                    stretches[nextStretch].kind != StretchKind::Speech))
                ++nextStretch;
            Item item;
            if (nextStretch < stretches.size() && stretches[nextStretch].tokens.begin == i) {
                item.tokens = stretches[nextStretch].tokens;
                item.stretch = static_cast<std::uint32_t>(nextStretch);
                coveredTo = item.tokens.end;
            } else {
                item.tokens = {i, i + 1};
                if (nextName < names.size() && names[nextName].tokens.contains(i))
                    item.name = static_cast<std::uint32_t>(nextName);
            }
            current.items.push_back(item);
        }
    }
    flush();
    return out;
}

} // namespace quoth
