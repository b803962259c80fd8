#include "core/formats/in/office_article.h"

#include "core/formats/in/byline_names.h"
#include "core/formats/in/html_import.h"
#include "core/support/unicode.h"
#include "core/text/lines.h"
#include "core/text/structure.h"
#include "core/word_sets/formats.h"

#include <algorithm>

namespace quoth {
namespace {

constexpr int longestAncestry = 30; // of a style; a ring of styles ends there

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isSpace(codePointAt(text, 0).value))
        text.remove_prefix(codePointAt(text, 0).length);
    while (!text.empty() && isSpace(codePointBefore(text, text.size()).value))
        text.remove_suffix(codePointBefore(text, text.size()).length);
    return text;
}

std::string_view withoutNumber(std::string_view text) {
    while (!text.empty() && text.back() >= '0' && text.back() <= '9')
        text.remove_suffix(1);
    return trimmed(text);
}

// Not what a program calls a document that nobody has named, nor a file's name.
bool isTitle(const std::string& title) {
    const std::string lower = toLower(title);
    if (title.find(' ') == std::string::npos || words::unnamedTitles.contains(withoutNumber(lower)))
        return false;
    for (const char* ending : {".doc", ".docx", ".docm", ".odt", ".rtf", ".txt", ".pdf", ".dotx"})
        if (lower.ends_with(ending)) return false;
    return !lower.starts_with("microsoft word");
}

// Names of persons only: programs put themselves there, and what they call an unknown user.
bool isPerson(const std::string& name) {
    if (!isPersonName(name)) return false;
    const std::string lower = toLower(name);
    for (std::size_t begin = 0; begin < lower.size();) {
        const std::size_t end = std::min(lower.find(' ', begin), lower.size());
        if (words::machineAuthors.contains(std::string_view(lower).substr(begin, end - begin)))
            return false;
        begin = end + 1;
    }
    return true;
}

std::string bylineOf(const OfficeArticle& article) {
    for (const OfficeLine& line : article.lines)
        if (line.role == ParagraphRole::Byline) return enumerated(namesInByline(line.text));
    for (const OfficeLine& line : article.lines)
        if (isByline(line.text)) return {}; // the text tells
    const auto names = namesInByline(article.author);
    return std::all_of(names.begin(), names.end(), isPerson) ? enumerated(names) : std::string();
}

BlockKind kindOf(ParagraphRole role, bool inBody) {
    switch (role) {
    case ParagraphRole::Title:
    case ParagraphRole::Heading:
        return BlockKind::Headline;
    case ParagraphRole::Subtitle:
        return inBody ? BlockKind::Headline : BlockKind::Standfirst;
    case ParagraphRole::Byline:
        return BlockKind::Byline;
    case ParagraphRole::Body:
    case ParagraphRole::LeftOut:
        break;
    }
    return BlockKind::Paragraph;
}

// Above the title: whose paper it is, or what kind of text.
bool isLetterhead(const OfficeLine& line) {
    constexpr std::size_t mostWords = 12;
    const LineShape shape = shapeOfLine(line.text);
    return line.role == ParagraphRole::Body && !shape.endsSentence && shape.words <= mostWords &&
           !isByline(line.text) && !isDatedLine(line.text);
}

// The line that is the title by its style; the lines' number where none is.
std::size_t findHeadline(const std::vector<OfficeLine>& lines) {
    const auto title = std::find_if(lines.begin(), lines.end(), [](const OfficeLine& line) {
        return line.role == ParagraphRole::Title;
    });
    if (title != lines.end()) return static_cast<std::size_t>(title - lines.begin());
    // A heading after the first paragraph is one within the text.
    constexpr std::size_t mostAbove = 3, mostWords = 12; // "OPINION", a date
    for (std::size_t i = 0; i < lines.size() && i <= mostAbove; ++i) {
        if (lines[i].role == ParagraphRole::Heading) return i;
        const LineShape shape = shapeOfLine(lines[i].text);
        if (lines[i].role == ParagraphRole::Body && (shape.endsSentence || shape.words > mostWords))
            break;
    }
    return lines.size();
}

} // namespace

std::optional<ParagraphRole> roleOfStyleName(std::string_view name) {
    const std::string lower = toLower(trimmed(name));
    const std::string_view unnumbered = withoutNumber(lower);
    const bool isNumbered = unnumbered.size() < lower.size();
    if (lower == "toc heading" || lower == "contents heading" ||
        (isNumbered && (unnumbered == "toc" || unnumbered == "contents")))
        return ParagraphRole::LeftOut;
    if (words::captionStyles.contains(lower)) return ParagraphRole::LeftOut;
    if (words::titleStyles.contains(lower)) return ParagraphRole::Title;
    if (words::subtitleStyles.contains(lower)) return ParagraphRole::Subtitle;
    if (words::bylineStyles.contains(lower)) return ParagraphRole::Byline;
    if (words::headingStyles.contains(unnumbered)) return ParagraphRole::Heading;
    return std::nullopt;
}

std::optional<ParagraphRole> OfficeStyles::roleOf(std::string id) const {
    for (int i = 0; i < longestAncestry && !id.empty(); ++i) {
        const auto style = m_styles.find(id);
        if (style == m_styles.end()) return roleOfStyleName(id);
        if (style->second.role) return style->second.role;
        id = style->second.parent;
    }
    return std::nullopt;
}

std::optional<bool> OfficeStyles::inherited(const std::string& id,
                                            std::optional<bool> OfficeStyle::*property) const {
    auto style = m_styles.find(id);
    for (int i = 0; i < longestAncestry && style != m_styles.end(); ++i) {
        if (const auto& value = style->second.*property) return value;
        style = m_styles.find(style->second.parent);
    }
    return std::nullopt;
}

void ParagraphWriter::append(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
        appendCollapsing(text.substr(begin, end - begin));
        if (end < text.size()) {
            const std::size_t before = m_text.size();
            if (m_space) m_text += ' ';
            m_text += text[end] == '\t' ? '\t' : ' ';
            m_space = false;
            noteSetOff(before);
        }
        begin = end + 1;
    }
}

void ParagraphWriter::appendCollapsing(std::string_view text) {
    const std::size_t before = m_text.size();
    appendCollapsed(m_text, text, m_space);
    noteSetOff(before);
}

// What has been added since is set off, where all is at present.
void ParagraphWriter::noteSetOff(std::size_t begin) {
    if (!m_isSetOff || begin == m_text.size()) return;
    if (!m_setOff.empty() && m_setOff.back().second == begin)
        m_setOff.back().second = m_text.size();
    else
        m_setOff.emplace_back(begin, m_text.size());
}

std::size_t ParagraphWriter::setOffLead(std::size_t begin, std::size_t end) const {
    for (const auto& [from, to] : m_setOff)
        if (from <= begin && begin < to) return std::min(to, end) - begin;
    return 0;
}

void ParagraphWriter::endLine() {
    m_text += '\n';
    m_space = false;
}

void ParagraphWriter::endParagraph(ParagraphRole role) {
    std::string text = repairUtf8(m_text); // XML may name what is no character by its number
    if (text.size() != m_text.size()) m_setOff.clear();
    m_text.clear();
    m_space = false;
    if (role != ParagraphRole::Body) std::replace(text.begin(), text.end(), '\n', ' ');
    bool afterBreak = false;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = trimmed(std::string_view(text).substr(begin, end - begin));
        const auto at = static_cast<std::size_t>(line.data() - text.data());
        if (!line.empty())
            m_lines.push_back(
                {std::string(line), role, afterBreak, setOffLead(at, at + line.size())});
        afterBreak = !line.empty();
        begin = end + 1;
    }
    m_setOff.clear();
    std::move(m_beside.begin(), m_beside.end(), std::back_inserter(m_lines));
    m_beside.clear();
}

void ParagraphWriter::addBeside(std::vector<OfficeLine> lines) {
    std::move(lines.begin(), lines.end(), std::back_inserter(m_beside));
}

std::vector<OfficeLine> ParagraphWriter::takeLines() {
    endParagraph(ParagraphRole::Body);
    return std::move(m_lines);
}

Expected<Imported> importedFrom(OfficeArticle article) {
    std::vector<OfficeLine>& lines = article.lines;
    if (lines.empty()) return unexpected(ErrorCode::Empty, "The document has no text in it.");
    const std::size_t headline = findHeadline(lines);
    const bool styled = headline < lines.size();
    if (styled && lines.size() == 1)
        return unexpected(ErrorCode::Empty, "The document has a headline, but no text.");
    const bool anyBody = std::any_of(lines.begin(), lines.end(), [](const OfficeLine& line) {
        return line.role == ParagraphRole::Body;
    });
    std::vector<ArticleLine> out;
    bool inBody = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool aboveTitle =
            styled && i < headline && lines[headline].role == ParagraphRole::Title;
        if (aboveTitle && isLetterhead(lines[i])) continue;
        BlockKind kind = kindOf(lines[i].role, inBody);
        // Where all is styled as headings, the first one is one.
        if (!anyBody && i != headline && kind == BlockKind::Headline) kind = BlockKind::Paragraph;
        inBody = inBody || (kind == BlockKind::Paragraph && (!styled || i > headline));
        out.push_back({lines[i].text, kind, lines[i].afterBreak, lines[i].setOffLead});
    }
    Imported imported;
    imported.article = articleFromLines(out);
    imported.article.byline = bylineOf(article);
    if (styled) {
        imported.article.title = lines[headline].text;
        return imported;
    }
    letTextTell(imported.article);
    bool told = false;
    for (const Block& block : findBlocks(imported.article.text)) {
        if (block.kind == BlockKind::Paragraph) break;
        told = told || block.kind == BlockKind::Headline;
    }
    if (!told && isTitle(article.title)) imported.article.title = std::move(article.title);
    return imported;
}

} // namespace quoth
