#include "core/text/structure.h"

#include "core/support/unicode.h"
#include "core/text/lines.h"
#include "core/text/stated_date.h"

#include <algorithm>

namespace quoth {
namespace {

bool isInvisible(char32_t c) {
    return isSpace(c) || c == 0x200B || c == 0xFEFF || c == 0x2060;
}

Span trimmed(std::string_view text, Span span) {
    while (!span.empty()) {
        const CodePoint c = codePointAt(text, span.begin);
        if (!isInvisible(c.value)) break;
        span.begin += static_cast<std::uint32_t>(c.length);
    }
    while (!span.empty()) {
        const CodePoint c = codePointBefore(text, span.end);
        if (!isInvisible(c.value)) break;
        span.end -= static_cast<std::uint32_t>(c.length);
    }
    return span;
}

// A line of the file, without white space at its ends.
struct Line {
    Span span;
    bool adjacent = false; // no blank line above
};

std::vector<Line> fileLines(std::string_view text) {
    std::vector<Line> lines;
    bool blankAbove = true;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const Span line = trimmed(text, makeSpan(begin, end));
        if (!line.empty()) lines.push_back({line, !blankAbove});
        blankAbove = line.empty();
        begin = end + 1;
    }
    return lines;
}

bool endsClause(std::string_view text, Span line) { // with a stop, a colon or a closing mark
    const char32_t last = codePointBefore(text, line.end).value;
    return !isLetter(last) && !isDigit(last) && last != ',' && last != '-';
}

// Lines broken to a fixed width belong together: where the next word would not have fit. The whole
// text tells whether it is so broken. Lines that go on in lower case belong together anyway.
class Unwrapper {
public:
    Unwrapper(std::string_view text, const std::vector<Line>& lines)
        : m_text(text), m_lines(lines) {
        std::size_t pairs = 0, full = 0;
        for (const Line& line : lines)
            m_width = std::max<std::size_t>(m_width, line.span.size());
        for (std::size_t i = 1; i < lines.size(); ++i) {
            pairs += lines[i].adjacent;
            full += lines[i].adjacent && nextWordOverflows(i);
        }
        m_wrapped = m_width >= 40 && m_width <= 100 && pairs >= 4 && full * 10 >= pairs * 6;
    }

    std::vector<Span> run() const {
        std::vector<Span> out;
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            if (i > 0 && m_lines[i].adjacent && goesOn(i))
                out.back().end = m_lines[i].span.end;
            else
                out.push_back(m_lines[i].span);
        }
        return out;
    }

private:
    bool nextWordOverflows(std::size_t i) const {
        const std::string_view line = slice(m_text, m_lines[i].span);
        const std::size_t word = std::min(line.find(' '), line.size());
        constexpr std::size_t slack = 2; // widths are counted in bytes, and ends are ragged
        return m_lines[i - 1].span.size() + 1 + word + slack > m_width;
    }
    bool goesOn(std::size_t i) const {
        if (m_wrapped && nextWordOverflows(i)) return true;
        return isLower(codePointAt(m_text, m_lines[i].span.begin).value) &&
               !endsClause(m_text, m_lines[i - 1].span);
    }

    std::string_view m_text;
    const std::vector<Line>& m_lines;
    std::size_t m_width = 0;
    bool m_wrapped = false;
};

// The lines as their author meant them.
std::vector<Span> linesOf(std::string_view text) {
    const std::vector<Line> lines = fileLines(text);
    return Unwrapper(text, lines).run();
}

// Splits the dateline off the first body paragraph and a credit off any.
void appendBody(std::string_view text, Span line, bool first, std::vector<Block>& blocks) {
    if (first)
        if (const std::size_t length = datelineLength(slice(text, line))) {
            const auto end = static_cast<std::uint32_t>(line.begin + length);
            blocks.push_back({{line.begin, end}, BlockKind::Dateline});
            line = trimmed(text, {end, line.end});
        }
    if (const auto tail = creditTail(slice(text, line)); tail && *tail > 0) {
        const auto begin = static_cast<std::uint32_t>(line.begin + *tail);
        blocks.push_back({trimmed(text, {line.begin, begin}), BlockKind::Paragraph});
        blocks.push_back({{begin, line.end}, BlockKind::Credit});
        return;
    }
    blocks.push_back({line, BlockKind::Paragraph});
}

class BlockFinder {
public:
    explicit BlockFinder(std::string_view text) : m_text(text), m_lines(linesOf(text)) {
        m_shapes.reserve(m_lines.size());
        for (const Span line : m_lines)
            m_shapes.push_back(shapeOfLine(slice(text, line)));
    }

    std::vector<Block> run() {
        std::size_t i = preamble();
        bool first = true;
        for (; i < m_lines.size(); ++i) {
            const std::string_view line = slice(m_text, m_lines[i]);
            if (isCreditLine(line) || (isAddressLine(line) && m_lines.size() > 1))
                add(i, BlockKind::Credit);
            else if (isByline(line))
                add(i, BlockKind::Byline);
            else if (isSubheading(i))
                add(i, BlockKind::Headline);
            else {
                appendBody(m_text, m_lines[i], first, m_blocks);
                first = false;
            }
        }
        return std::move(m_blocks);
    }

private:
    void add(std::size_t line, BlockKind kind) { m_blocks.push_back({m_lines[line], kind}); }

    // What stands above the first paragraph; gives the line where that begins.
    std::size_t preamble() {
        constexpr std::size_t longest = 8;
        bool headline = false;
        std::size_t i = 0;
        for (; i < m_lines.size() && i < longest; ++i) {
            const std::string_view line = slice(m_text, m_lines[i]);
            if (i + 1 == m_lines.size()) break; // the last line is text
            if (isAddressLine(line) || isCreditLine(line))
                add(i, BlockKind::Credit);
            else if (isByline(line) || (headline && isPersonName(line)))
                add(i, BlockKind::Byline);
            else if (isDatedLine(line))
                add(i, BlockKind::Dateline);
            else if (headline ? isStandfirst(i) : isKicker(i))
                add(i, BlockKind::Standfirst);
            else if (!headline && isHeadline(i)) {
                add(i, BlockKind::Headline);
                headline = true;
            } else
                break;
        }
        return i;
    }

    bool isHeadline(std::size_t i) const {
        const LineShape& shape = m_shapes[i];
        if (shape.words > 25 || m_lines[i].size() > 200 || shape.endsOpen || shape.startsItem ||
            shape.startsLower || i + 1 >= m_lines.size())
            return false;
        const std::string_view line = slice(m_text, m_lines[i]);
        if (datelineLength(line) > 0 && shape.words > 10) return false;
        if (shape.endsFull) return shape.titleCased && shape.words <= 20;
        if (shape.endsSentence)
            return shape.titleCased || (shape.words <= 14 && m_shapes[i + 1].words > shape.words);
        return true;
    }

    // A section's name above the headline: "OPINION".
    bool isKicker(std::size_t i) const {
        return m_shapes[i].words <= 2 && m_shapes[i].allCaps && i + 2 < m_lines.size() &&
               isHeadline(i + 1) && m_shapes[i + 1].words > 2;
    }

    bool isStandfirst(std::size_t i) const {
        const LineShape& shape = m_shapes[i];
        if (shape.startsItem || shape.endsOpen) return false;
        if (!shape.endsSentence && shape.words <= 35) return true;
        if (shape.words > 60) return false;
        // Sentences above a byline or date, before the text proper.
        for (std::size_t next = i + 1; next < m_lines.size() && next <= i + 2; ++next) {
            const std::string_view line = slice(m_text, m_lines[next]);
            if (isByline(line) || isDatedLine(line)) return true;
        }
        return false;
    }

    // A short line without a stop between two paragraphs of whole sentences.
    bool isSubheading(std::size_t i) const {
        const LineShape& shape = m_shapes[i];
        if (shape.words > 10 || m_lines[i].size() > 90 || shape.endsSentence || shape.endsOpen ||
            shape.startsItem || shape.startsLower || m_blocks.empty() || i + 1 >= m_lines.size())
            return false;
        const CodePoint last = codePointBefore(m_text, m_lines[i].end);
        if (!isLetter(last.value) && !isDigit(last.value)) return false;
        const auto isText = [&](std::size_t line) {
            return m_shapes[line].words > 6 && m_shapes[line].endsSentence;
        };
        return i > 0 && isText(i - 1) && isText(i + 1);
    }

    std::string_view m_text;
    std::vector<Span> m_lines;
    std::vector<LineShape> m_shapes;
    std::vector<Block> m_blocks;
};

} // namespace

std::vector<Block> findBlocks(std::string_view text) {
    return BlockFinder(text).run();
}

std::vector<Block> refineBlocks(std::string_view text, const std::vector<Block>& stated) {
    constexpr std::size_t nearTop = 6;
    std::vector<Block> blocks;
    blocks.reserve(stated.size() + 2);
    bool first = true;
    // One short paragraph between the headline and the byline is a standfirst that nothing marks.
    const auto isDeck = [&] {
        constexpr std::uint32_t longest = 250; // bytes
        return blocks.size() == 2 && blocks[0].kind == BlockKind::Headline &&
               blocks[1].kind == BlockKind::Paragraph && blocks[1].span.size() <= longest;
    };
    for (Block block : stated) {
        block.span = trimmed(text, block.span);
        if (block.span.empty()) continue;
        const std::string_view line = slice(text, block.span);
        const bool plain = block.kind == BlockKind::Paragraph && !block.question;
        if (plain && !first && isDeck() && (isByline(line) || isDatedLine(line))) {
            blocks[1].kind = BlockKind::Standfirst;
            first = true;
        }
        if (!plain)
            blocks.push_back(block);
        else if (isCreditLine(line))
            blocks.push_back({block.span, BlockKind::Credit});
        else if (first && blocks.size() < nearTop && isByline(line))
            blocks.push_back({block.span, BlockKind::Byline});
        else if (first && blocks.size() < nearTop && isDatedLine(line))
            blocks.push_back({block.span, BlockKind::Dateline});
        else {
            appendBody(text, block.span, first, blocks);
            first = false;
        }
    }
    return blocks;
}

std::optional<Date> findStatedDate(std::string_view text, const std::vector<Block>& blocks) {
    constexpr std::size_t nearTop = 8;
    std::optional<Date> updated;
    for (std::size_t i = 0; i < blocks.size() && i < nearTop; ++i) {
        const Block& block = blocks[i];
        if (block.kind != BlockKind::Dateline && block.kind != BlockKind::Byline) continue;
        const std::string_view line = slice(text, block.span);
        const std::string lower = toLower(line); // for ASCII words only: lengths may differ
        const std::size_t published = lower.find("publish");
        if (published != std::string::npos && lower.size() == line.size())
            if (const auto date = findFullDate(line.substr(published))) return date;
        const auto date = findFullDate(line);
        if (!date) continue;
        // When a text was changed is the last resort.
        if (lower.find("updat") == std::string::npos && lower.find("modif") == std::string::npos)
            return date;
        if (!updated) updated = date;
    }
    return updated;
}

} // namespace quoth
