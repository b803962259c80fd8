#include "core/formats/in/pdf_columns.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace quoth {
namespace {

// No space between words is as wide, in sizes of the font, save in lines that are set badly.
constexpr double narrowestGutter = 0.75;
constexpr double narrowestColumn = 5; // likewise; bullets and numbers of a list are no column

double overlap(const PdfWord& a, const PdfWord& b) {
    return std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
}

bool isBeside(const PdfWord& a, const PdfWord& b) {
    return overlap(a, b) >= 0.5 * std::min(a.height, b.height);
}

// The words by their height on the page, in each strip from left to right.
class Strips {
public:
    explicit Strips(const std::vector<PdfWord>& words) : m_words(words) {
        double heights = 0;
        for (const PdfWord& word : words)
            heights += word.height;
        if (!words.empty())
            m_height = std::clamp(heights / static_cast<double>(words.size()), 2.0, 100.0);
        for (std::size_t i = 0; i < words.size(); ++i)
            m_strips[stripOf(words[i].middle())].push_back(i);
        for (auto& [strip, members] : m_strips)
            std::sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
                return std::pair(words[a].x, a) < std::pair(words[b].x, b);
            });
    }

    std::size_t nextOf(std::size_t i) const {
        constexpr long mostStrips = 8;
        const PdfWord& word = m_words[i];
        const long from = stripOf(word.middle() - word.height);
        const long to = std::min(stripOf(word.middle() + word.height), from + mostStrips);
        std::size_t best = noWord;
        for (auto strip = m_strips.lower_bound(from); strip != m_strips.end() && strip->first <= to;
             ++strip)
            lookIn(strip->second, i, best);
        return best;
    }

private:
    long stripOf(double y) const { return std::lround(std::floor(y / m_height)); }

    void lookIn(const std::vector<std::size_t>& members, std::size_t i, std::size_t& best) const {
        constexpr int most = 64; // words looked at, whatever a page holds
        const PdfWord& word = m_words[i];
        const double begin = word.x + word.width / 2;
        auto at = std::partition_point(members.begin(), members.end(),
                                       [&](std::size_t k) { return m_words[k].x <= begin; });
        for (int looked = 0; at != members.end() && looked < most; ++at, ++looked) {
            if (best != noWord && m_words[*at].x >= m_words[best].x) return;
            if (*at == i || !isBeside(word, m_words[*at])) continue;
            best = *at;
            return;
        }
    }

    const std::vector<PdfWord>& m_words;
    double m_height = 10;
    std::map<long, std::vector<std::size_t>> m_strips;
};

// A gap between two words of a line that is wide enough for a gutter.
struct Gap {
    double left, right, y;
    double size;                  // of the fonts
    double leftWidth, rightWidth; // of the text on both sides, up to the next such gap
};

std::vector<Gap> findGaps(const std::vector<PdfWord>& words, const std::vector<std::size_t>& next) {
    const auto gapAfter = [&](std::size_t i) { return words[next[i]].x - words[i].right(); };
    const auto sizeAt = [&](std::size_t i) { return std::max(words[i].size, words[next[i]].size); };
    const auto isWide = [&](std::size_t i) {
        return next[i] == noWord || gapAfter(i) >= narrowestGutter * sizeAt(i);
    };
    std::vector<std::size_t> byLeft(words.size());
    std::iota(byLeft.begin(), byLeft.end(), std::size_t{0});
    std::sort(byLeft.begin(), byLeft.end(),
              [&](std::size_t a, std::size_t b) { return words[a].x < words[b].x; });
    std::vector<double> begins(words.size()), ends(words.size());
    for (std::size_t i = 0; i < words.size(); ++i)
        begins[i] = words[i].x;
    for (const std::size_t i : byLeft)
        if (!isWide(i)) begins[next[i]] = begins[i];
    for (auto i = byLeft.rbegin(); i != byLeft.rend(); ++i)
        ends[*i] = isWide(*i) ? words[*i].right() : ends[next[*i]];
    std::vector<Gap> gaps;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (next[i] != noWord && isWide(i))
            gaps.push_back({words[i].right(), words[next[i]].x,
                            (words[i].middle() + words[next[i]].middle()) / 2, sizeAt(i),
                            words[i].right() - begins[i], ends[next[i]] - words[next[i]].x});
    std::sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.y < b.y; });
    return gaps;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Gaps below each other with nothing between them.
struct Strip {
    double left = 0, right = 0;
    std::vector<const Gap*> gaps;

    double width() const { return right - left; }
    double size() const { return gaps.front()->size; }
};

class GutterFinder {
public:
    GutterFinder(const std::vector<PdfWord>& words, const std::vector<PdfGutter>& known)
        : m_words(words), m_known(known), m_byMiddle(words.size()) {
        std::iota(m_byMiddle.begin(), m_byMiddle.end(), std::size_t{0});
        std::sort(m_byMiddle.begin(), m_byMiddle.end(), [&](std::size_t a, std::size_t b) {
            return words[a].middle() < words[b].middle();
        });
    }

    std::vector<PdfGutter> run(const std::vector<Gap>& gaps) {
        for (const Gap& gap : gaps)
            add(gap);
        std::vector<PdfGutter> gutters;
        const auto append = [&](const Strip& strip, double left, double right) {
            if (gutters.size() < mostGutters)
                gutters.push_back({left, right, strip.gaps.front()->y, strip.gaps.back()->y});
        };
        for (const Strip& strip : m_strips)
            if (isSure(strip)) append(strip, strip.left, strip.right);
        std::vector<PdfGutter> sure = gutters;
        sure.insert(sure.end(), m_known.begin(), m_known.end());
        for (const Strip& strip : m_strips) {
            if (isSure(strip)) continue;
            // In line with a gutter above or below, or with one of the pages before.
            for (const PdfGutter& gutter : sure) {
                const double left = std::max(gutter.left, strip.left);
                const double right = std::min(gutter.right, strip.right);
                if (right - left < narrowestGutter * strip.size()) continue;
                append(strip, left, right);
                break;
            }
        }
        return gutters;
    }

private:
    static constexpr std::size_t mostGutters = 32, mostOpen = 32;

    void add(const Gap& gap) {
        Strip* best = nullptr;
        double most = narrowestGutter * gap.size;
        const std::size_t first = m_strips.size() > mostOpen ? m_strips.size() - mostOpen : 0;
        for (std::size_t i = first; i < m_strips.size(); ++i) {
            Strip& strip = m_strips[i];
            const double left = std::max(strip.left, gap.left);
            const double width = std::min(strip.right, gap.right) - left;
            if (width < most || isCrossed(left, left + width, strip.gaps.back()->y, gap.y))
                continue;
            best = &strip;
            most = width;
        }
        if (!best) {
            m_strips.push_back({gap.left, gap.right, {&gap}});
            return;
        }
        best->left = std::max(best->left, gap.left);
        best->right = std::min(best->right, gap.right);
        best->gaps.push_back(&gap);
    }

    // By a word between these two heights.
    bool isCrossed(double left, double right, double from, double to) const {
        constexpr int mostLooked = 2000; // words; a strip without text for longer is another one
        constexpr double slack = 0.5;
        auto at = std::partition_point(m_byMiddle.begin(), m_byMiddle.end(),
                                       [&](std::size_t i) { return m_words[i].middle() <= from; });
        for (int looked = 0; at != m_byMiddle.end() && m_words[*at].middle() < to; ++at, ++looked) {
            const PdfWord& word = m_words[*at];
            if (looked >= mostLooked) return true;
            if (word.x < right - slack && word.right() > left + slack) return true;
        }
        return false;
    }

    static bool isSure(const Strip& strip) {
        constexpr std::size_t fewestLines = 4;
        if (strip.gaps.size() < fewestLines) return false;
        std::vector<double> lefts, rights;
        std::size_t aligned = 0; // lines that begin at the gutter, as those of a column do
        for (const Gap* gap : strip.gaps) {
            lefts.push_back(gap->leftWidth / gap->size);
            rights.push_back(gap->rightWidth / gap->size);
            aligned += gap->right - strip.right < gap->size / 4;
        }
        return 2 * aligned >= strip.gaps.size() && median(lefts) >= narrowestColumn &&
               median(rights) >= narrowestColumn;
    }

    const std::vector<PdfWord>& m_words;
    const std::vector<PdfGutter>& m_known;
    std::vector<std::size_t> m_byMiddle;
    std::vector<Strip> m_strips;
};

} // namespace

std::vector<std::size_t> nextWords(const std::vector<PdfWord>& words) {
    const Strips strips(words);
    std::vector<std::size_t> next(words.size(), noWord), previous(words.size(), noWord);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t to = strips.nextOf(i);
        if (to == noWord) continue;
        const std::size_t other = previous[to];
        if (other != noWord && words[other].right() >= words[i].right()) continue;
        if (other != noWord) next[other] = noWord;
        next[i] = to;
        previous[to] = i;
    }
    return next;
}

std::vector<PdfGutter> findGutters(const std::vector<PdfWord>& words,
                                   const std::vector<std::size_t>& next,
                                   const std::vector<PdfGutter>& known) {
    const std::vector<Gap> gaps = findGaps(words, next);
    return GutterFinder(words, known).run(gaps);
}

} // namespace quoth
