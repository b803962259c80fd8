#include "core/formats/in/pdf_lines.h"

#include "core/formats/in/pdf_columns.h"
#include "core/formats/in/pdf_letters.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace quoth {
namespace {

// Words beside each other without a gutter or a wide gap between them.
struct Piece {
    std::vector<std::size_t> words;
    double left = 0, top = 0, right = 0, bottom = 0;

    double middle() const { return (top + bottom) / 2; }
    double height() const { return bottom - top; }
};

void enclose(Piece& piece, const PdfWord& word) {
    piece.left = std::min(piece.left, word.x);
    piece.top = std::min(piece.top, word.y);
    piece.right = std::max(piece.right, word.right());
    piece.bottom = std::max(piece.bottom, word.bottom());
}

std::vector<Piece> findPieces(const std::vector<PdfWord>& words,
                              const std::vector<std::size_t>& next,
                              const std::vector<PdfGutter>& gutters) {
    constexpr double widestSpace = 1.5; // in sizes of the font
    const auto isEnd = [&](std::size_t i) {
        if (next[i] == noWord) return true;
        const PdfWord &word = words[i], &other = words[next[i]];
        if (other.x - word.right() > widestSpace * std::max(word.size, other.size)) return true;
        const double y = (word.middle() + other.middle()) / 2;
        return std::any_of(gutters.begin(), gutters.end(), [&](const PdfGutter& gutter) {
            return gutter.top - word.height <= y && y <= gutter.bottom + word.height &&
                   word.right() <= gutter.centre() && gutter.centre() <= other.x;
        });
    };
    std::vector<char> continues(words.size(), 0);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (!isEnd(i)) continues[next[i]] = 1;
    std::vector<Piece> pieces;
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (continues[first]) continue;
        Piece piece{
            {}, words[first].x, words[first].y, words[first].right(), words[first].bottom()};
        for (std::size_t i = first;; i = next[i]) {
            piece.words.push_back(i);
            enclose(piece, words[i]);
            if (isEnd(i)) break;
        }
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

PdfLine lineOf(const std::vector<PdfWord>& words, const Piece& piece) {
    PdfLine line;
    line.left = piece.left;
    line.top = piece.top;
    line.right = piece.right;
    line.bottom = piece.bottom;
    std::map<double, std::size_t> sizes;
    std::size_t all = 0, bold = 0, italic = 0;
    for (const std::size_t i : piece.words) {
        const PdfWord& word = words[i];
        line.words.push_back(word);
        sizes[word.size] += word.text.size();
        all += word.text.size();
        bold += word.bold ? word.text.size() : 0;
        italic += word.italic ? word.text.size() : 0;
    }
    std::sort(line.words.begin(), line.words.end(),
              [](const PdfWord& a, const PdfWord& b) { return a.x < b.x; });
    line.size = std::max_element(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) {
                    return a.second < b.second;
                })->first;
    line.bold = 2 * bold > all;
    line.italic = 2 * italic > all;
    // The box of the usual words: what is raised or lowered among them tells nothing of the line.
    double top = std::numeric_limits<double>::max(), bottom = std::numeric_limits<double>::lowest();
    for (const PdfWord& word : line.words)
        if (word.size == line.size) {
            top = std::min(top, word.y);
            bottom = std::max(bottom, word.bottom());
        }
    line.top = top;
    line.bottom = bottom;
    return line;
}

// Puts the pieces of a page in the order of reading: what is above a gutter, then its left side,
// then its right side, then what is below it.
class PieceOrder {
public:
    PieceOrder(const std::vector<PdfWord>& words, std::vector<Piece> pieces,
               const std::vector<PdfGutter>& gutters)
        : m_words(words), m_pieces(std::move(pieces)), m_gutters(gutters) {}

    // Columns are numbered from `column`, which is the next free number afterwards.
    std::vector<PdfLine> run(std::size_t& column) {
        std::vector<std::size_t> all(m_pieces.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        order(all, 0);
        for (PdfLine& line : m_lines)
            line.column += column;
        column += m_columns;
        return std::move(m_lines);
    }

private:
    struct Cut {
        double centre = 0, top = 0, bottom = 0;
    };

    void order(const std::vector<std::size_t>& pieces, int depth) {
        constexpr int deepest = 16;
        const auto cut = depth < deepest ? longestCut(pieces) : std::nullopt;
        if (!cut) {
            appendColumn(pieces);
            return;
        }
        std::vector<std::size_t> above, left, right, below;
        for (const std::size_t i : pieces) {
            const Piece& piece = m_pieces[i];
            if (piece.middle() <= cut->top)
                above.push_back(i);
            else if (piece.middle() >= cut->bottom)
                below.push_back(i);
            else
                (isLeft(piece, *cut) ? left : right).push_back(i);
        }
        for (const auto* part : {&above, &left, &right, &below})
            if (!part->empty()) order(*part, depth + 1);
    }

    static bool isLeft(const Piece& piece, const Cut& cut) {
        return piece.left + piece.right < 2 * cut.centre;
    }

    std::optional<Cut> longestCut(const std::vector<std::size_t>& pieces) const {
        std::optional<Cut> best;
        double longest = 0;
        for (const PdfGutter& gutter : m_gutters) {
            const auto cut = cutAt(gutter, pieces);
            if (cut && cut->bottom - cut->top > longest) {
                longest = cut->bottom - cut->top;
                best = cut;
            }
        }
        return best;
    }

    // As far up and down as no piece crosses it; nullopt where it does not part these pieces.
    std::optional<Cut> cutAt(const PdfGutter& gutter,
                             const std::vector<std::size_t>& pieces) const {
        constexpr double slack = 0.5;
        const double middle = (gutter.top + gutter.bottom) / 2;
        Cut cut{gutter.centre(), std::numeric_limits<double>::max(),
                std::numeric_limits<double>::lowest()};
        double first = cut.top, last = cut.bottom; // of all pieces
        for (const std::size_t i : pieces) {
            first = std::min(first, m_pieces[i].top);
            last = std::max(last, m_pieces[i].bottom);
        }
        cut.top = first;
        cut.bottom = last;
        for (const std::size_t i : pieces) {
            const Piece& piece = m_pieces[i];
            if (piece.left > cut.centre - slack || piece.right < cut.centre + slack) continue;
            if (piece.middle() < middle)
                cut.top = std::max(cut.top, piece.middle());
            else
                cut.bottom = std::min(cut.bottom, piece.middle());
        }
        std::size_t left = 0, right = 0;
        for (const std::size_t i : pieces) {
            const Piece& piece = m_pieces[i];
            if (piece.middle() > cut.top && piece.middle() < cut.bottom)
                ++(isLeft(piece, cut) ? left : right);
        }
        if (left == 0 || right == 0) return std::nullopt;
        return cut;
    }

    // Pieces beside each other make one line.
    void appendColumn(std::vector<std::size_t> pieces) {
        std::sort(pieces.begin(), pieces.end(), [&](std::size_t a, std::size_t b) {
            return m_pieces[a].middle() < m_pieces[b].middle();
        });
        std::vector<Piece> rows;
        for (const std::size_t i : pieces) {
            Piece& piece = m_pieces[i];
            const bool beside =
                !rows.empty() &&
                std::abs(piece.middle() - rows.back().middle()) <
                    0.4 * std::min(piece.height(), rows.back().height()) &&
                (piece.left >= rows.back().right || piece.right <= rows.back().left);
            if (!beside) {
                rows.push_back(std::move(piece));
                continue;
            }
            for (const std::size_t word : piece.words) {
                rows.back().words.push_back(word);
                enclose(rows.back(), m_words[word]);
            }
        }
        for (const Piece& row : rows) {
            m_lines.push_back(lineOf(m_words, row));
            m_lines.back().column = m_columns;
        }
        ++m_columns;
    }

    const std::vector<PdfWord>& m_words;
    std::vector<Piece> m_pieces;
    const std::vector<PdfGutter>& m_gutters;
    std::vector<PdfLine> m_lines;
    std::size_t m_columns = 0;
};

// The key with the largest sum.
double mostCommon(const std::map<double, std::size_t>& counts) {
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? 0 : most->first;
}

double rounded(double size) { // sizes differ by fractions where a page was scaled
    return std::round(size * 4) / 4;
}

} // namespace

std::vector<PdfLine> linesInReadingOrder(const PdfText& text) {
    std::vector<std::vector<PdfWord>> pages;
    std::map<double, std::size_t> sizes;
    for (const PdfPage& page : text.pages) {
        pages.push_back(uprightWords(page));
        for (const PdfWord& word : pages.back())
            sizes[rounded(word.size)] += word.text.size();
    }
    std::vector<PdfLine> out;
    std::vector<PdfGutter> known;
    std::size_t column = 0;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        std::vector<PdfWord>& words = pages[page];
        joinDropCaps(words, mostCommon(sizes));
        const std::vector<std::size_t> next = nextWords(words);
        const std::vector<PdfGutter> gutters = findGutters(words, next, known);
        if (!gutters.empty()) known = gutters;
        for (PdfLine& line :
             PieceOrder(words, findPieces(words, next, gutters), gutters).run(column)) {
            line.page = page;
            out.push_back(std::move(line));
        }
    }
    return out;
}

bool isApart(const PdfWord& word, const PdfWord& next) {
    return word.spaceAfter || next.x - word.right() > 0.1 * std::max(word.size, next.size);
}

std::string textOf(const PdfLine& line) {
    std::string out;
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        if (i > 0 && isApart(line.words[i - 1], line.words[i])) out += ' ';
        out += line.words[i].text;
    }
    return out;
}

double usualSize(const std::vector<PdfLine>& lines) {
    std::map<double, std::size_t> sizes;
    for (const PdfLine& line : lines)
        for (const PdfWord& word : line.words)
            sizes[rounded(word.size)] += word.text.size();
    return mostCommon(sizes);
}

} // namespace quoth
