#include "core/tagging/tag_features.h"

#include "core/support/unicode.h"
#include "core/tagging/capitals.h"

#include <vector>

namespace quoth {
namespace {

enum class Capital : std::uint8_t {
    No,
    Opening,
    Free,
    Inside,
    All
}; // Opening: where any word has one

struct Word {
    std::uint64_t lower = 0, cased = 0;
    std::uint64_t shape = 0; // capital, kind, hyphen, digit
    std::string_view text;   // in lower case
    std::uint64_t cluster = 0;
};

constexpr std::uint64_t edge = 0xED6E; // stands for words before and after the sentence

Word describe(const TokenizedText& text, std::uint32_t i, bool opening, bool free) {
    const Token& token = text.tokens[i];
    const std::string_view word = text.word(i);
    Word out;
    out.text = token.lower;
    out.lower = hashText(token.lower);
    out.cluster = token.cluster;
    const bool upper = startsUpper(word);
    const bool all = upper && isAllCaps(word);
    const Capital capital = !upper    ? Capital::No
                            : free    ? Capital::Free
                            : opening ? Capital::Opening
                            : all     ? Capital::All
                                      : Capital::Inside;
    out.cased = upper ? mixHash(out.lower, static_cast<std::uint64_t>(capital)) : out.lower;
    bool hyphen = false, digit = false;
    for (const char c : token.lower) {
        hyphen = hyphen || c == '-';
        digit = digit || (c >= '0' && c <= '9');
    }
    out.shape = static_cast<std::uint64_t>(capital) | static_cast<std::uint64_t>(token.kind) << 4 |
                static_cast<std::uint64_t>(hyphen) << 8 | static_cast<std::uint64_t>(digit) << 9 |
                static_cast<std::uint64_t>(all) << 10;
    return out;
}

} // namespace

void findTagFeatures(const TokenizedText& text, const Sentence& sentence, FeatureRows& rows) {
    rows.clear();
    const bool free = isFreelyCapitalized(text, sentence);
    const std::uint32_t size = sentence.tokens.size();
    thread_local std::vector<Word> words; // two more on either side
    words.assign(size + 4, Word{edge, edge, edge, {}, edge});
    bool opening = true; // at the start of the sentence or of quoted speech in it
    for (std::uint32_t k = 0; k < size; ++k) {
        const std::uint32_t i = sentence.tokens.begin + k;
        words[k + 2] = describe(text, i, opening, free);
        const TokenKind kind = text.tokens[i].kind;
        opening = kind == TokenKind::QuoteMark || (opening && kind == TokenKind::Punctuation) ||
                  text.tokens[i].lower == ":";
    }
    for (std::uint32_t k = 0; k < size; ++k) {
        const Word &left2 = words[k], &left = words[k + 1], &word = words[k + 2],
                   &right = words[k + 3], &right2 = words[k + 4];
        std::uint32_t name = 0;
        const auto add = [&](auto... values) { rows.add(makeFeature(++name, values...)); };
        add(0);
        add(word.lower);
        add(word.cased);
        add(word.shape);
        add(left.lower);
        add(right.lower);
        add(left2.lower);
        add(right2.lower);
        add(left.shape, word.shape);
        add(word.shape, right.shape);
        add(left.lower, word.shape);
        for (std::size_t n = 1; n <= 5; ++n) {
            ++name;
            if (word.text.size() < n) continue;
            const std::uint64_t ending = hashText(word.text.substr(word.text.size() - n));
            rows.add(makeFeature(name, ending));
            if (n == 2 || n == 3) rows.add(makeFeature(100 + name, ending, word.shape));
        }
        name = 50;
        add(word.cluster);
        add(word.cluster, word.shape);
        add(left.cluster);
        add(right.cluster);
        add(left2.cluster);
        add(right2.cluster);
        add(left.cluster, word.cluster);
        add(word.cluster, right.cluster);
        add(left.cluster, right.cluster);
        add(left2.cluster, left.cluster);
        add(right.cluster, right2.cluster);
        name = 30;
        for (std::size_t n = 1; n <= 4; ++n) {
            ++name;
            if (word.text.size() > n) rows.add(makeFeature(name, hashText(word.text.substr(0, n))));
        }
        name = 40;
        const auto ending = [](const Word& w, std::size_t n) {
            return w.text.size() < n ? w.lower : hashText(w.text.substr(w.text.size() - n));
        };
        add(ending(left, 2));
        add(ending(right, 2));
        if (const std::size_t hyphen = word.text.rfind('-');
            hyphen != std::string_view::npos && hyphen > 0)
            add(hashText(word.text.substr(hyphen + 1)));
        rows.endRow();
    }
}

} // namespace quoth
