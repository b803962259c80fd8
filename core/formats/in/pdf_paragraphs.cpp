#include "core/formats/in/pdf_paragraphs.h"

#include "core/support/unicode.h"
#include "core/text/lines.h"
#include "core/word_sets/formats.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include <unordered_set>

namespace quoth {
namespace {

constexpr std::string_view softHyphen = "\u00AD";

// The letters, digits and inner hyphens of a word, in lower case.
std::string coreOf(std::string_view word) {
    const auto isPart = [](char32_t c) { return isLetter(c) || isDigit(c); };
    while (!word.empty() && !isPart(codePointAt(word, 0).value))
        word.remove_prefix(codePointAt(word, 0).length);
    while (!word.empty() && !isPart(codePointBefore(word, word.size()).value))
        word.remove_suffix(codePointBefore(word, word.size()).length);
    return toLower(word);
}

std::string_view lastWord(std::string_view text) {
    const std::size_t space = text.rfind(' ');
    return space == std::string_view::npos ? text : text.substr(space + 1);
}

std::string_view firstWord(std::string_view text) {
    return text.substr(0, std::min(text.find(' '), text.size()));
}

bool opensNumberedItem(const PdfLine& line) { // "1."
    const std::string& first = line.words.front().text;
    const std::size_t digits = first.find_first_not_of("0123456789");
    return digits != 0 && digits + 1 == first.size() &&
           (first.back() == '.' || first.back() == ')');
}

bool isUsualCompound(std::string_view begin, std::string_view end) {
    if (words::tens.contains(begin)) return words::numberEnds.contains(end);
    if (begin == "north" || begin == "south")
        return end.starts_with("east") || end.starts_with("west");
    return begin == "well" || begin == "self";
}

bool opensItem(const PdfLine& line) {
    const std::string& first = line.words.front().text;
    return first == "\u2022" || first == "\u25AA" || first == "\u25CF" || first == "\u2023" ||
           first == "\u25A0";
}

// Joins the text of lines, with words that were hyphenated at a line's end made whole.
class LineJoiner {
public:
    explicit LineJoiner(const std::vector<PdfLine>& lines) {
        for (const PdfLine& line : lines)
            for (std::size_t i = 0; i < line.words.size(); ++i) {
                const std::string core = coreOf(line.words[i].text);
                if (const std::size_t hyphen = core.find('-'); hyphen != std::string::npos)
                    m_firstParts.insert(core.substr(0, hyphen));
                m_words.insert(core);
            }
    }

    void append(std::string& text, const std::string& line) const {
        if (text.empty()) {
            text = line;
        } else if (text.ends_with(softHyphen)) {
            text.resize(text.size() - softHyphen.size());
            text += line;
        } else if (!isHyphenated(text, line)) {
            text += ' ' + line;
        } else {
            if (!keepsHyphen(text, line)) text.resize(hyphenAt(text));
            text += line;
        }
    }

    // "govern-" "ment", not "The law -" "which" and not "pre-" "and post-war".
    static bool isHyphenated(std::string_view text, std::string_view line) {
        const CodePoint last = codePointBefore(text, text.size());
        if (last.value != '-' && last.value != 0x2010) return false;
        const char32_t before = codePointBefore(text, text.size() - last.length).value;
        const char32_t next = codePointAt(line, 0).value;
        const std::string_view word = firstWord(line);
        return (isLetter(before) || isDigit(before)) && (isLetter(next) || isDigit(next)) &&
               word != "and" && word != "or" && word != "to";
    }

private:
    static std::size_t hyphenAt(std::string_view text) {
        const CodePoint last = codePointBefore(text, text.size());
        return text.size() - last.length;
    }

    // A compound: what follows begins like a name or a number, or the text has the word with its
    // hyphen elsewhere and not without it, or others with its first part, or it is a usual one.
    bool keepsHyphen(std::string_view text, std::string_view line) const {
        constexpr std::size_t longPart = 4; // "re-" and "co-" begin words of both kinds
        if (!isLower(codePointAt(line, 0).value)) return true;
        const std::string_view last = lastWord(text);
        const std::string begin = coreOf(last.substr(0, hyphenAt(last)));
        const std::string end = coreOf(firstWord(line));
        if (m_words.contains(begin + end)) return false;
        return m_words.contains(begin + '-' + end) ||
               (begin.size() >= longPart && m_firstParts.contains(begin)) ||
               begin.find('-') != std::string::npos || end.find('-') != std::string::npos ||
               isUsualCompound(begin, end);
    }

    std::unordered_set<std::string> m_words, m_firstParts; // "well" of "well-known"
};

// Where the lines of a column begin and end.
struct Edges {
    double left = 0, right = 0;
};

class ParagraphFinder {
public:
    ParagraphFinder(const std::vector<PdfLine>& lines, double size)
        : m_lines(lines), m_size(size), m_joiner(lines) {
        findEdges();
        findLeading();
    }

    std::vector<PdfParagraph> run() const {
        std::vector<PdfParagraph> out;
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const PdfLine& line = m_lines[i];
            if (i == 0 || begins(i))
                out.push_back({{}, line.page, line.size, line.bold, line.italic});
            m_joiner.append(out.back().text, textOf(line));
        }
        for (PdfParagraph& paragraph : out)
            dropSoftHyphens(paragraph.text);
        return out;
    }

private:
    static void dropSoftHyphens(std::string& text) {
        for (std::size_t at = 0; (at = text.find(softHyphen, at)) != std::string::npos;)
            text.erase(at, softHyphen.size());
    }

    bool isUsual(std::size_t i) const { return std::abs(m_lines[i].size - m_size) < 0.08 * m_size; }

    // The left edge is the leftmost that several lines share; the right one is the farthest.
    void findEdges() {
        std::map<std::size_t, std::vector<std::size_t>> columns;
        for (std::size_t i = 0; i < m_lines.size(); ++i)
            columns[m_lines[i].column].push_back(i);
        for (const auto& [column, members] : columns) {
            std::vector<double> lefts;
            double right = m_lines[members.front()].left;
            const bool any = std::any_of(members.begin(), members.end(),
                                         [&](std::size_t i) { return isUsual(i); });
            for (const std::size_t i : members)
                if (isUsual(i) || !any) {
                    lefts.push_back(m_lines[i].left);
                    right = std::max(right, m_lines[i].right);
                }
            std::sort(lefts.begin(), lefts.end());
            double left = lefts.front();
            for (std::size_t k = 0; k + 1 < lefts.size(); ++k)
                if (lefts[k + 1] - lefts[k] < m_size / 5) {
                    left = lefts[k];
                    break;
                }
            m_edges[column] = {left, right};
        }
        widenShortColumns(columns);
    }

    // A column of a few lines, such as what is left below a heading over several columns, ends
    // where a longer one with the same left edge does.
    void widenShortColumns(const std::map<std::size_t, std::vector<std::size_t>>& columns) {
        constexpr std::size_t fewLines = 4, mostLong = 64;
        std::vector<Edges> longer;
        for (const auto& [column, members] : columns)
            if (members.size() >= fewLines && longer.size() < mostLong)
                longer.push_back(m_edges[column]);
        for (const auto& [column, members] : columns) {
            if (members.size() >= fewLines) continue;
            Edges& edges = m_edges[column];
            for (const Edges& other : longer)
                if (std::abs(other.left - edges.left) < m_size / 5)
                    edges.right = std::max(edges.right, other.right);
        }
    }

    // The usual distance between lines of a paragraph, in sizes of the font.
    void findLeading() {
        std::vector<double> distances;
        for (std::size_t i = 1; i < m_lines.size(); ++i) {
            const double distance = m_lines[i].bottom - m_lines[i - 1].bottom;
            if (m_lines[i].column == m_lines[i - 1].column && isUsual(i) && isUsual(i - 1) &&
                distance > 0.8 * m_size)
                distances.push_back(distance / m_size);
        }
        if (distances.empty()) return;
        const auto quarter = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 4);
        std::nth_element(distances.begin(), quarter, distances.end());
        m_leading = *quarter;
    }

    const Edges& edgesOf(std::size_t i) const { return m_edges.at(m_lines[i].column); }
    double indentOf(std::size_t i) const { return m_lines[i].left - edgesOf(i).left; }
    bool isIndented(std::size_t i) const {
        const double indent = indentOf(i);
        return indent > 0.5 * m_lines[i].size && indent < 6 * m_lines[i].size;
    }

    // The next line's first word would have stood at its end.
    bool isShort(std::size_t i, double slack) const {
        const double space = 0.25 * m_lines[i].size;
        const double word = i + 1 < m_lines.size() ? m_lines[i + 1].words.front().width : 0;
        return m_lines[i].right + space + word + slack < edgesOf(i).right;
    }

    bool begins(std::size_t i) const {
        const PdfLine &line = m_lines[i], &before = m_lines[i - 1];
        const double largest = std::max(line.size, before.size);
        if (std::abs(line.size - before.size) > 0.08 * largest || line.bold != before.bold ||
            opensItem(line))
            return true;
        const std::string text = textOf(line), textBefore = textOf(before);
        const bool goesOn = isLower(codePointAt(text, 0).value);
        const bool ended = shapeOfLine(textBefore).endsSentence;
        if (line.column == before.column) {
            const double distance = (line.bottom - before.bottom) / largest;
            // Headings are set tighter or wider than the text, and often centred.
            if (!isUsual(i)) return distance > 1.8;
            if (distance > 1.25 * m_leading && !line.afterAside) return true;
        } else if (goesOn) {
            return false;
        } else if (line.italic != before.italic) {
            return true;
        }
        if (LineJoiner::isHyphenated(textBefore, text)) return false;
        const bool sameIndent =
            isIndented(i - 1) && std::abs(indentOf(i) - indentOf(i - 1)) < 0.3 * line.size;
        if (isIndented(i) && (!sameIndent || ended)) return true;
        if (ended && opensNumberedItem(line)) return true;
        if (ended) return isShort(i - 1, 0.3 * m_size);
        constexpr double muchShorter = 0.15; // of the column: the author broke the line
        const double width = edgesOf(i - 1).right - edgesOf(i - 1).left;
        return !goesOn && line.column == before.column && isShort(i - 1, muchShorter * width);
    }

    const std::vector<PdfLine>& m_lines;
    double m_size;
    LineJoiner m_joiner;
    std::map<std::size_t, Edges> m_edges;
    double m_leading = 1.2;
};

} // namespace

std::vector<PdfParagraph> paragraphsOf(const std::vector<PdfLine>& lines, double size) {
    return ParagraphFinder(lines, size).run();
}

} // namespace quoth
