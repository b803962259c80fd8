#include "core/formats/in/html_blocks.h"

#include "core/support/unicode.h"

namespace quoth {
namespace {

// Collects one line after the other.
class LineWriter {
public:
    explicit LineWriter(std::vector<HtmlLine>& out) : m_out(out) {}

    void append(std::string_view text, bool link, bool setOff) {
        const std::size_t before = m_line.text.size();
        appendCollapsed(m_line.text, text, m_space);
        if (link) m_line.linkBytes += m_line.text.size() - before;
        if (setOff && m_line.setOffLead == before) m_line.setOffLead = m_line.text.size();
    }
    void endLine(std::uint32_t element) {
        ++m_breaks;
        finish(element);
    }
    void endBlock(std::uint32_t element) {
        finish(element);
        m_breaks = 0;
        m_afterBreak = m_blockHasLine = false;
    }

private:
    void finish(std::uint32_t element) {
        trimNoBreakSpaces();
        if (!m_line.text.empty()) {
            m_line.element = element;
            m_line.afterBreak = m_afterBreak && m_blockHasLine;
            m_out.push_back(std::move(m_line));
            m_blockHasLine = true;
            m_breaks = std::min(m_breaks, 1);
        }
        m_afterBreak = m_breaks == 1;
        m_line = {};
        m_space = false;
    }
    void trimNoBreakSpaces() {
        std::string& text = m_line.text;
        for (std::size_t i = text.size(); i > 0; text.resize(i)) {
            const CodePoint last = codePointBefore(text, i);
            if (!isSpace(last.value)) break;
            i -= last.length;
        }
        m_line.setOffLead = std::min(m_line.setOffLead, text.size());
        std::size_t begin = 0;
        while (begin < text.size() && isSpace(codePointAt(text, begin).value))
            begin += codePointAt(text, begin).length;
        text.erase(0, begin);
        m_line.setOffLead -= std::min(m_line.setOffLead, begin);
    }

    std::vector<HtmlLine>& m_out;
    HtmlLine m_line;
    bool m_space = false;
    bool m_afterBreak = false;
    bool m_blockHasLine = false;
    int m_breaks = 0; // <br> since the last line with text
};

struct Open {
    std::uint32_t node, end;
};

} // namespace

bool isHeading(GumboTag tag) {
    return tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3 ||
           tag == GUMBO_TAG_H4 || tag == GUMBO_TAG_H5 || tag == GUMBO_TAG_H6;
}

bool isBlockElement(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
        return true;
    default:
        return isHeading(tag);
    }
}

std::vector<HtmlLine> linesOf(const HtmlTree& tree, std::uint32_t root,
                              const std::vector<char>& skip) {
    std::vector<HtmlLine> out;
    LineWriter writer(out);
    std::vector<Open> blocks = {{root, tree[root].end}}, quotes;
    std::uint32_t linkEnd = 0, preEnd = 0, setOffEnd = 0;
    const auto closeUpTo = [&](std::uint32_t i) {
        while (!quotes.empty() && quotes.back().end <= i) {
            quotes.pop_back();
            writer.append(quotes.size() % 2 == 0 ? "\u201D" : "\u2019", false, false);
        }
        while (blocks.size() > 1 && blocks.back().end <= i) {
            writer.endBlock(blocks.back().node);
            blocks.pop_back();
        }
    };
    std::uint32_t i = root;
    while (i < tree[root].end) {
        closeUpTo(i);
        if (skip[i]) {
            if (isBlockElement(tree.tag(i))) writer.endBlock(blocks.back().node);
            i = tree[i].end;
            continue;
        }
        const GumboTag tag = tree.tag(i);
        if (tree.isText(i)) {
            std::string_view text = tree.text(i);
            while (i < preEnd && text.find('\n') != std::string_view::npos) {
                writer.append(text.substr(0, text.find('\n')), i < linkEnd, i < setOffEnd);
                writer.endLine(blocks.back().node);
                text.remove_prefix(text.find('\n') + 1);
            }
            writer.append(text, i < linkEnd, i < setOffEnd);
        } else if (tag == GUMBO_TAG_BR) {
            writer.endLine(blocks.back().node);
        } else if (tag == GUMBO_TAG_A) {
            linkEnd = std::max(linkEnd, tree[i].end);
        } else if (tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG || tag == GUMBO_TAG_EM ||
                   tag == GUMBO_TAG_I) {
            setOffEnd = std::max(setOffEnd, tree[i].end);
        } else if (tag == GUMBO_TAG_Q) {
            writer.append(quotes.size() % 2 == 0 ? "\u201C" : "\u2018", i < linkEnd, i < setOffEnd);
            quotes.push_back({i, tree[i].end});
        } else if (isBlockElement(tag) && i != root) {
            writer.endBlock(blocks.back().node);
            blocks.push_back({i, tree[i].end});
            if (tag == GUMBO_TAG_PRE) preEnd = tree[i].end;
        }
        ++i;
    }
    closeUpTo(tree[root].end);
    writer.endBlock(root);
    return out;
}

} // namespace quoth
