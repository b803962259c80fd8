#include "core/document/similar_text.h"

#include "core/support/unicode.h"

#include <algorithm>
#include <cstdint>

namespace quoth {
namespace {

constexpr std::size_t mostPlaces = 5; // that are aligned
// Of the words' trigrams, in a place worth aligning. A word reworded in the middle of a passage
// costs about two trigrams more than it has letters.
constexpr double minimumShared = 0.3;

struct CodePoints {
    std::vector<char32_t> values;
    std::vector<std::size_t> bytes; // where each begins, and the end
};

CodePoints codePointsOf(std::string_view text) {
    CodePoints out;
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint c = codePointAt(text, at);
        out.values.push_back(c.value);
        out.bytes.push_back(at);
        at += std::max<std::size_t>(c.length, 1);
    }
    out.bytes.push_back(at);
    return out;
}

// Hashed to a small table: a collision only makes a place look better than it is.
std::uint16_t trigramAt(std::string_view text, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 3; ++i)
        value = value << 8 | static_cast<unsigned char>(text[at + i]);
    return static_cast<std::uint16_t>((value * 2654435761U) >> 16);
}

// Begins of windows of the words' size that share the most trigrams with them.
std::vector<std::size_t> likelyPlaces(std::string_view text, std::string_view words,
                                      std::size_t near) {
    const std::size_t size = words.size();
    if (text.size() < 3 || size < 3) return {};
    if (text.size() <= size) return {0};
    constexpr std::size_t kinds = std::size_t{1} << 16;
    std::vector<std::uint32_t> wanted(kinds), held(kinds);
    for (std::size_t i = 0; i + 3 <= size; ++i)
        ++wanted[trigramAt(words, i)];

    struct Place {
        std::size_t at = 0, shared = 0;
    };
    const auto farther = [near](std::size_t a, std::size_t b) {
        return (a > near ? a - near : near - a) > (b > near ? b - near : near - b);
    };
    const auto better = [&](const Place& a, const Place& b) {
        return a.shared != b.shared ? a.shared > b.shared : farther(b.at, a.at);
    };
    std::vector<Place> best(text.size() / size + 1); // of each stretch of the words' size
    std::size_t shared = 0;
    for (std::size_t end = 3; end <= text.size(); ++end) {
        const std::uint16_t in = trigramAt(text, end - 3);
        if (++held[in] <= wanted[in]) ++shared;
        if (end < size) continue;
        const std::size_t begin = end - size;
        if (begin > 0) {
            const std::uint16_t out = trigramAt(text, begin - 1);
            if (held[out]-- <= wanted[out]) --shared;
        }
        Place& place = best[begin / size];
        if (better({begin, shared}, place)) place = {begin, shared};
    }
    std::sort(best.begin(), best.end(), better);
    std::vector<std::size_t> out;
    for (const Place& place : best) {
        if (out.size() == mostPlaces ||
            static_cast<double>(place.shared) < minimumShared * static_cast<double>(size - 2))
            break;
        const bool seen = std::any_of(out.begin(), out.end(), [&](std::size_t at) {
            return (at > place.at ? at - place.at : place.at - at) < size / 4;
        });
        if (!seen) out.push_back(place.at);
    }
    return out;
}

struct Alignment {
    std::size_t begin = 0, end = 0, edits = 0; // in the text aligned to
};

// The stretch of `text` with the fewest edits from `words`; a fixed begin makes it a plain distance
// to a beginning of the text. One row of the table is held.
Alignment align(const std::vector<char32_t>& words, const char32_t* text, std::size_t size,
                bool freeBegin) {
    struct Cell {
        std::size_t edits, begin;
    };
    std::vector<Cell> row(size + 1);
    for (std::size_t j = 0; j <= size; ++j)
        row[j] = freeBegin ? Cell{0, j} : Cell{j, 0};
    for (std::size_t i = 0; i < words.size(); ++i) {
        Cell diagonal = row[0];
        row[0].edits = i + 1;
        for (std::size_t j = 1; j <= size; ++j) {
            Cell next{diagonal.edits + (words[i] == text[j - 1] ? 0U : 1U), diagonal.begin};
            if (row[j].edits + 1 < next.edits) next = {row[j].edits + 1, row[j].begin};
            if (row[j - 1].edits + 1 < next.edits) next = {row[j - 1].edits + 1, row[j - 1].begin};
            diagonal = row[j];
            row[j] = next;
        }
    }
    if (!freeBegin) return {0, size, row[size].edits};
    Alignment best{row[0].begin, 0, row[0].edits};
    for (std::size_t j = 1; j <= size; ++j)
        if (row[j].edits < best.edits) best = {row[j].begin, j, row[j].edits};
    return best;
}

double similarityOf(std::size_t edits, std::size_t a, std::size_t b) {
    const std::size_t longer = std::max(a, b);
    return longer == 0 ? 1 : 1 - static_cast<double>(edits) / static_cast<double>(longer);
}

} // namespace

std::vector<SimilarText> findSimilar(std::string_view text, std::string_view words,
                                     std::size_t near, double minimumSimilarity) {
    const CodePoints pattern = codePointsOf(words);
    const std::size_t length = pattern.values.size();
    if (length < shortestSimilar || length > longestSimilar) return {};
    std::vector<SimilarText> out;
    for (const std::size_t place : likelyPlaces(text, words, near)) {
        // Half of the words' size around it, whole characters.
        std::size_t left = place > words.size() / 2 ? place - words.size() / 2 : 0;
        std::size_t right = std::min(text.size(), place + words.size() + words.size() / 2);
        const auto inside = [&](std::size_t at) {
            return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
        };
        while (inside(left))
            --left;
        while (inside(right))
            ++right;
        const CodePoints region = codePointsOf(text.substr(left, right - left));
        const auto& values = region.values;
        Alignment found = align(pattern.values, values.data(), values.size(), true);
        if (found.begin >= found.end) continue;
        // What begins or ends in a word has it whole, unless the words themselves are cut there.
        const auto splits = [&](std::size_t at) {
            return at > 0 && at < values.size() && isWordCharacter(values[at - 1]) &&
                   isWordCharacter(values[at]);
        };
        while (splits(found.begin))
            --found.begin;
        while (splits(found.end))
            ++found.end;
        const auto edits = [&](std::size_t begin, std::size_t end) {
            return align(pattern.values, values.data() + begin, end - begin, false).edits;
        };
        found.edits = edits(found.begin, found.end);
        // Another mark in the place of the words' first or last costs as much as none.
        if (found.begin > 0 && isPunctuation(pattern.values.front()) &&
            isPunctuation(values[found.begin - 1]) &&
            edits(found.begin - 1, found.end) <= found.edits)
            --found.begin;
        if (found.end < values.size() && isPunctuation(pattern.values.back()) &&
            isPunctuation(values[found.end]) && edits(found.begin, found.end + 1) <= found.edits)
            ++found.end;
        const std::size_t size = found.end - found.begin;
        const double similar = similarityOf(found.edits, length, size);
        if (similar >= minimumSimilarity)
            out.push_back(
                {makeSpan(left + region.bytes[found.begin], left + region.bytes[found.end]),
                 similar});
    }
    std::stable_sort(out.begin(), out.end(), [](const SimilarText& a, const SimilarText& b) {
        return a.similarity > b.similarity;
    });
    return out;
}

} // namespace quoth
