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

// Left2: two words to the left.
enum class TagFeature : std::uint16_t {
    Bias = 1,
    Word,
    CasedWord, // with the kind of its capital
    Shape,
    LeftWord,
    RightWord,
    Left2Word,
    Right2Word,
    LeftShapeShape,
    ShapeRightShape,
    LeftWordShape,
    Ending1, // of one byte
    Ending5 = 16,
    Ending2Shape = 113,
    Ending3Shape,
    Cluster = 51,
    ClusterShape,
    LeftCluster,
    RightCluster,
    Left2Cluster,
    Right2Cluster,
    LeftClusterCluster,
    ClusterRightCluster,
    LeftClusterRightCluster,
    Left2ClusterLeftCluster,
    RightClusterRight2Cluster,
    Beginning1 = 31,
    Beginning4 = 34,
    LeftEnding2 = 41,
    RightEnding2,
    LastPart // of a word with hyphens
};

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
        rows.add(TagFeature::Bias, 0);
        rows.add(TagFeature::Word, word.lower);
        rows.add(TagFeature::CasedWord, word.cased);
        rows.add(TagFeature::Shape, word.shape);
        rows.add(TagFeature::LeftWord, left.lower);
        rows.add(TagFeature::RightWord, right.lower);
        rows.add(TagFeature::Left2Word, left2.lower);
        rows.add(TagFeature::Right2Word, right2.lower);
        rows.add(TagFeature::LeftShapeShape, left.shape, word.shape);
        rows.add(TagFeature::ShapeRightShape, word.shape, right.shape);
        rows.add(TagFeature::LeftWordShape, left.lower, word.shape);
        for (std::size_t n = 1; n <= 5 && n <= word.text.size(); ++n) {
            const std::uint64_t ending = hashText(word.text.substr(word.text.size() - n));
            rows.add(templateAt(TagFeature::Ending1, n - 1), ending);
            if (n == 2) rows.add(TagFeature::Ending2Shape, ending, word.shape);
            if (n == 3) rows.add(TagFeature::Ending3Shape, ending, word.shape);
        }
        rows.add(TagFeature::Cluster, word.cluster);
        rows.add(TagFeature::ClusterShape, word.cluster, word.shape);
        rows.add(TagFeature::LeftCluster, left.cluster);
        rows.add(TagFeature::RightCluster, right.cluster);
        rows.add(TagFeature::Left2Cluster, left2.cluster);
        rows.add(TagFeature::Right2Cluster, right2.cluster);
        rows.add(TagFeature::LeftClusterCluster, left.cluster, word.cluster);
        rows.add(TagFeature::ClusterRightCluster, word.cluster, right.cluster);
        rows.add(TagFeature::LeftClusterRightCluster, left.cluster, right.cluster);
        rows.add(TagFeature::Left2ClusterLeftCluster, left2.cluster, left.cluster);
        rows.add(TagFeature::RightClusterRight2Cluster, right.cluster, right2.cluster);
        for (std::size_t n = 1; n <= 4 && n < word.text.size(); ++n)
            rows.add(templateAt(TagFeature::Beginning1, n - 1), hashText(word.text.substr(0, n)));
        const auto ending = [](const Word& w, std::size_t n) {
            return w.text.size() < n ? w.lower : hashText(w.text.substr(w.text.size() - n));
        };
        rows.add(TagFeature::LeftEnding2, ending(left, 2));
        rows.add(TagFeature::RightEnding2, ending(right, 2));
        if (const std::size_t hyphen = word.text.rfind('-');
            hyphen != std::string_view::npos && hyphen > 0)
            rows.add(TagFeature::LastPart, hashText(word.text.substr(hyphen + 1)));
        rows.endRow();
    }
}

} // namespace quoth
