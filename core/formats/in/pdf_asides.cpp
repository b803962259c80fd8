#include "core/formats/in/pdf_asides.h"

#include "core/formats/in/line_hints.h"
#include "core/support/unicode.h"
#include "core/text/lines.h"

#include <algorithm>
#include <string>
#include <utility>

namespace quoth {
namespace {

constexpr double smaller = 0.92, larger = 1.15; // than the text

bool isSmall(const PdfLine& line, double size) {
    return line.size < smaller * size;
}

bool isText(const PdfLine& line, double size) {
    return !isSmall(line, size) && line.size < larger * size;
}

// What refers to a note: "1", "*".
bool isMark(std::string_view word) {
    constexpr std::size_t longest = 3;
    if (word.empty() || word.size() > longest) return false;
    const bool number =
        std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    return number || word == "*" || word == "**" || word == "\u2020" || word == "\u2021";
}

bool isRaised(const PdfWord& word, const PdfLine& line) {
    return word.size < 0.85 * line.size && word.middle() < line.middle();
}

// Lines [first, last) of one size, which is not that of the text, in a row on one page.
struct Run {
    std::size_t first = 0, last = 0;
    std::string text;
};

class AsideFinder {
public:
    AsideFinder(std::vector<PdfLine>& lines, double size)
        : m_lines(lines), m_size(size), m_out(lines.size(), 0) {}

    void run() {
        for (std::size_t i = 0; i < m_lines.size();) {
            if (isText(m_lines[i], m_size)) {
                m_begun = true;
                ++i;
                continue;
            }
            const Run run = runFrom(i);
            if (isNote(run)) {
                dropReferences(run);
                drop(run);
            } else if (isCaption(run) || interrupts(run)) {
                drop(run);
            }
            if (m_out[i] != 0 && run.last < m_lines.size()) m_lines[run.last].afterAside = true;
            i = run.last;
        }
        std::vector<PdfLine> kept;
        for (std::size_t i = 0; i < m_lines.size(); ++i)
            if (m_out[i] == 0 && !m_lines[i].words.empty()) kept.push_back(std::move(m_lines[i]));
        m_lines = std::move(kept);
    }

private:
    Run runFrom(std::size_t first) const {
        Run run{first, first, {}};
        const bool small = isSmall(m_lines[first], m_size);
        for (; run.last < m_lines.size(); ++run.last) {
            const PdfLine& line = m_lines[run.last];
            if (isText(line, m_size) || isSmall(line, m_size) != small ||
                line.page != m_lines[first].page)
                break;
            run.text += (run.text.empty() ? "" : " ") + textOf(line);
        }
        return run;
    }

    void drop(const Run& run) {
        std::fill_n(m_out.begin() + static_cast<std::ptrdiff_t>(run.first), run.last - run.first,
                    char{1});
    }

    // At the foot of its column, and it begins with a mark.
    bool isNote(const Run& run) const {
        const PdfLine& first = m_lines[run.first];
        const bool atFoot = run.last == m_lines.size() || m_lines[run.last].page != first.page ||
                            m_lines[run.last].column != m_lines[run.last - 1].column;
        return m_begun && isSmall(first, m_size) && atFoot && isMark(first.words.front().text);
    }

    // The marks on its page that the note begins with, and those of the notes after it.
    void dropReferences(const Run& run) {
        std::vector<std::string> marks;
        for (std::size_t i = run.first; i < run.last; ++i)
            if (isMark(m_lines[i].words.front().text))
                marks.push_back(m_lines[i].words.front().text);
        const std::size_t page = m_lines[run.first].page;
        for (std::size_t i = run.first; i-- > 0 && m_lines[i].page == page;) {
            PdfLine& line = m_lines[i];
            if (!isText(line, m_size)) continue;
            for (std::size_t k = 1; k < line.words.size(); ++k) {
                PdfWord& word = line.words[k];
                if (!isRaised(word, line) ||
                    std::find(marks.begin(), marks.end(), word.text) == marks.end())
                    continue;
                line.words[k - 1].spaceAfter = line.words[k - 1].spaceAfter || word.spaceAfter;
                line.words.erase(line.words.begin() + static_cast<std::ptrdiff_t>(k--));
            }
        }
    }

    bool isCaption(const Run& run) const {
        constexpr std::size_t longest = 400; // bytes
        return isSmall(m_lines[run.first], m_size) && run.text.size() <= longest &&
               (namesPicture(run.text) || isCreditLine(run.text) || isLegalNotice(run.text));
    }

    bool interrupts(const Run& run) const {
        if (!m_begun || run.first == 0 || run.last == m_lines.size()) return false;
        const std::string before = textOf(m_lines[run.first - 1]);
        const std::string after = textOf(m_lines[run.last]);
        // Headings are no quotations, and seldom sentences.
        const bool quotation =
            !isSmall(m_lines[run.first], m_size) &&
            (shapeOfLine(run.text).endsSentence || run.text.find("\u201C") != std::string::npos);
        return isText(m_lines[run.last], m_size) && isText(m_lines[run.first - 1], m_size) &&
               !shapeOfLine(before).endsSentence && !isByline(before) &&
               (quotation || isLower(codePointAt(after, 0).value));
    }

    std::vector<PdfLine>& m_lines;
    double m_size;
    std::vector<char> m_out;
    bool m_begun = false; // the text has
};

} // namespace

void dropAsides(std::vector<PdfLine>& lines, double size) {
    AsideFinder(lines, size).run();
}

} // namespace quoth
