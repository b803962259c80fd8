#include "core/formats/in/pdf_layout.h"

#include "core/formats/in/html_tree.h"
#include "core/formats/in/line_hints.h"
#include "core/formats/in/pdf_asides.h"
#include "core/formats/in/pdf_lines.h"
#include "core/formats/in/pdf_margins.h"
#include "core/formats/in/pdf_paragraphs.h"
#include "core/support/unicode.h"
#include "core/text/lines.h"
#include "core/word_sets/formats.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace quoth {
namespace {

// "bridge_final_v3.pdf", "Microsoft Word - bridge.doc", "untitled" are none.
bool isTitle(std::string_view title) {
    const std::string lower = toLower(title);
    if (title.find(' ') == std::string_view::npos) return false;
    if (words::fileTitleLeads.hasPrefixOf(lower)) return false;
    const std::size_t dot = lower.rfind('.');
    constexpr std::size_t longestExtension = 5;
    const bool extension = dot != std::string::npos && dot + 1 < lower.size() &&
                           lower.size() - dot - 1 <= longestExtension &&
                           lower.find(' ', dot) == std::string::npos;
    return !extension;
}

// "Continued on page 4"
bool isJump(std::string_view text) {
    constexpr std::size_t longest = 60;
    const std::string lower = toLower(text.substr(0, longest));
    return text.size() <= longest &&
           (lower.starts_with("continued on ") || lower.starts_with("continued from "));
}

class PdfLayout {
public:
    explicit PdfLayout(std::string title) : m_title(std::move(title)) {}

    void read(std::vector<PdfLine> lines) {
        m_size = usualSize(lines);
        dropAsides(lines, m_size);
        m_paragraphs = paragraphsOf(lines, m_size);
        std::erase_if(m_paragraphs, [](const PdfParagraph& paragraph) {
            return isClutterLine(paragraph.text) || isJump(paragraph.text);
        });
        std::size_t all = 0, bold = 0;
        for (const PdfParagraph& paragraph : m_paragraphs) {
            all += paragraph.text.size();
            bold += paragraph.bold ? paragraph.text.size() : 0;
        }
        m_bold = 2 * bold > all;
    }

    // Headline, standfirst and text in this order; `hasHeadline` tells of the first.
    std::vector<ArticleLine> run(bool& hasHeadline) const {
        std::vector<ArticleLine> out;
        const auto headline = findHeadline();
        hasHeadline = headline.has_value();
        for (std::size_t i = 0; headline && i < *headline; ++i)
            if (belongsAbove(m_paragraphs[i]))
                out.push_back({m_paragraphs[i].text, BlockKind::Paragraph});
        bool begun = false; // the text has
        for (std::size_t i = headline.value_or(0); i < m_paragraphs.size(); ++i) {
            const PdfParagraph& paragraph = m_paragraphs[i];
            if (headline && i > *headline && !begun &&
                paragraph.text == m_paragraphs[*headline].text)
                continue; // once as the document's title, once as its first heading
            const BlockKind kind = headline && i == *headline ? BlockKind::Headline
                                   : headline && !begun && isStandfirst(paragraph)
                                       ? BlockKind::Standfirst
                                   : begun && isSubheading(i) ? BlockKind::Headline
                                                              : BlockKind::Paragraph;
            if (begun && isSetLarge(paragraph) && kind == BlockKind::Paragraph && isRepeated(i))
                continue;
            begun = begun || (kind == BlockKind::Paragraph && !saysWhoOrWhen(paragraph.text));
            out.push_back({paragraph.text, kind});
        }
        return out;
    }

private:
    bool isSetLarge(const PdfParagraph& paragraph) const { return paragraph.size > 1.08 * m_size; }
    bool stands(const PdfParagraph& paragraph) const { // out from the text
        return isSetLarge(paragraph) || (paragraph.bold && !m_bold);
    }

    // The largest type of the first page, but for the paper's name above it. In one size, what
    // stands first in bold.
    std::optional<std::size_t> findHeadline() const {
        constexpr std::size_t longest = 40, longestName = 3; // words
        std::vector<std::size_t> candidates;
        for (std::size_t i = 0; i + 1 < m_paragraphs.size() && m_paragraphs[i].page == 0; ++i)
            if (stands(m_paragraphs[i]) && wordsOf(i) <= longest &&
                !isRubbish(m_paragraphs[i].text))
                candidates.push_back(i);
        std::optional<std::size_t> best;
        for (const std::size_t i : candidates) {
            if (!m_title.empty() && m_paragraphs[i].text == m_title) return i;
            if (!best || isAbove(i, *best) ||
                (i < longestPreamble && wordsOf(*best) <= longestName && wordsOf(i) > longestName &&
                 m_paragraphs[i].size > 1.3 * m_size && !holdsText(*best, i)))
                best = i;
        }
        if (best && !isSetLarge(m_paragraphs[*best]) && *best >= longestPreamble) return {};
        return best;
    }
    static constexpr std::size_t longestPreamble = 6; // paragraphs before the headline

    bool isAbove(std::size_t i, std::size_t best) const { // in size
        return m_paragraphs[i].size > 1.05 * m_paragraphs[best].size;
    }
    bool holdsText(std::size_t first, std::size_t last) const {
        return std::any_of(m_paragraphs.begin() + static_cast<std::ptrdiff_t>(first),
                           m_paragraphs.begin() + static_cast<std::ptrdiff_t>(last),
                           [&](const PdfParagraph& paragraph) {
                               return !stands(paragraph) &&
                                      shapeOfLine(paragraph.text).endsSentence;
                           });
    }
    std::size_t wordsOf(std::size_t i) const { return shapeOfLine(m_paragraphs[i].text).words; }
    static bool isRubbish(std::string_view text) { // no letters: a number, a rule
        return toLower(text) == toUpper(text);
    }

    static bool saysWhoOrWhen(std::string_view text) { return isByline(text) || isDatedLine(text); }

    // Of what stands above the headline: who, when, and whole sentences; not the paper's name.
    static bool belongsAbove(const PdfParagraph& paragraph) {
        constexpr std::size_t fewestWords = 8;
        const LineShape shape = shapeOfLine(paragraph.text);
        return saysWhoOrWhen(paragraph.text) || (shape.endsSentence && shape.words >= fewestWords);
    }

    bool isStandfirst(const PdfParagraph& paragraph) const {
        constexpr std::size_t fewest = 4, most = 70; // words
        const std::size_t words = shapeOfLine(paragraph.text).words;
        return (stands(paragraph) || paragraph.italic) && words >= fewest && words <= most &&
               !saysWhoOrWhen(paragraph.text);
    }

    // A short line that stands out, with text below it.
    bool isSubheading(std::size_t i) const {
        constexpr std::size_t longest = 14; // words
        const LineShape shape = shapeOfLine(m_paragraphs[i].text);
        return stands(m_paragraphs[i]) && shape.words <= longest && !shape.endsFull &&
               i + 1 < m_paragraphs.size();
    }

    // What is set large among the text is said in the text.
    bool isRepeated(std::size_t i) const {
        std::string words = m_paragraphs[i].text;
        return std::any_of(
            m_paragraphs.begin(), m_paragraphs.end(), [&](const PdfParagraph& other) {
                return !isSetLarge(other) && other.text.find(words) != std::string::npos;
            });
    }

    std::string m_title;
    double m_size = 0; // of the text
    bool m_bold = false;
    std::vector<PdfParagraph> m_paragraphs;
};

} // namespace

PdfArticle layOut(const PdfText& text) {
    PdfArticle out;
    out.title = collapsed(text.title);
    std::vector<PdfLine> lines = linesInReadingOrder(text);
    out.url = dropMargins(lines, text);
    PdfLayout layout(out.title);
    layout.read(std::move(lines));
    out.lines = layout.run(out.hasHeadline);
    if (!isTitle(out.title)) out.title.clear();
    return out;
}

} // namespace quoth
