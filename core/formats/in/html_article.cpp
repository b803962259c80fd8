#include "core/formats/in/html_article.h"

#include "core/formats/in/byline_names.h"
#include "core/formats/in/html_dates.h"
#include "core/formats/in/html_notes.h"
#include "core/formats/in/html_root.h"
#include "core/formats/in/line_hints.h"

#include <algorithm>
#include <numeric>
#include <unordered_set>

namespace quoth {
namespace {

// A line that says nothing of the article: a label, a lone link, a repetition of what came before.
bool isNoise(const HtmlTree& tree, const HtmlLine& line) {
    constexpr std::size_t longestLabel = 40;
    if (isClutterLine(line.text)) return true;
    const GumboTag tag = tree.tag(line.element);
    if (isHeading(tag)) return false;
    const bool linked = line.linkBytes * 10 >= line.text.size() * 9;
    const bool sentence = tag == GUMBO_TAG_P && line.text.size() >= shortestProse &&
                          endsSentence(line.text); // not another story's headline
    if (linked && !sentence && line.text.size() < 200) return true;
    // Cells of a table say nothing without the others.
    const bool cell = tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
    const bool said = endsSentence(line.text) && !line.text.ends_with(')'); // no unit, "(m)"
    if (cell && line.text.size() < longestLabel && !said) return true;
    const bool paragraph = tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_BLOCKQUOTE;
    return !paragraph && line.text.size() < longestLabel && !endsSentence(line.text);
}

bool isHeadline(const ArticleLine& line) {
    return line.kind == BlockKind::Headline;
}

// Headings without text below them are left over from boxes that were left out.
void dropEmptyHeadings(std::vector<ArticleLine>& lines, std::size_t first) {
    std::vector<ArticleLine> kept; // from the last
    for (std::size_t i = lines.size(); i-- > 0;)
        if (i < first || !isHeadline(lines[i]) || (!kept.empty() && !isHeadline(kept.back())))
            kept.push_back(std::move(lines[i]));
    std::reverse(kept.begin(), kept.end());
    lines = std::move(kept);
}

std::size_t bodyBytes(const std::vector<ArticleLine>& lines) {
    std::size_t bytes = 0;
    for (const ArticleLine& line : lines)
        if (line.kind == BlockKind::Paragraph) bytes += line.text.size();
    return bytes;
}

// A few labels below a headline, one of them about subscribing, are what a wall leaves.
bool saysSomething(const std::vector<ArticleLine>& lines) {
    constexpr std::size_t fewBytes = 400;
    const auto isParagraph = [](const ArticleLine& l) { return l.kind == BlockKind::Paragraph; };
    if (std::none_of(lines.begin(), lines.end(), isParagraph)) return false;
    const auto tellsOfWall = [](const ArticleLine& line) { return isWallNotice(line.text); };
    return bodyBytes(lines) >= fewBytes || std::none_of(lines.begin(), lines.end(), tellsOfWall) ||
           std::any_of(lines.begin(), lines.end(), [&](const ArticleLine& line) {
               return isParagraph(line) && hasSentence(line.text);
           });
}

// Reads the lines of the article off the page, one after the other.
class ArticleReader {
public:
    ArticleReader(const HtmlTree& tree, const HtmlMetadata& metadata, const std::string& headline,
                  HtmlShown shown)
        : m_tree(tree), m_heading(metadata.heading), m_page(tree, m_heading, shown),
          m_root(findRoot(m_page, m_heading)), m_authors(namesInByline(metadata.byline)),
          m_headline(headline), m_title(metadata.title), m_addresses(tree.size() + 1),
          m_previous(m_heading) {
        for (const HtmlLine& line : m_page.lines())
            m_addresses[line.element + 1] += isAddressToReader(line.text);
        std::partial_sum(m_addresses.begin(), m_addresses.end(), m_addresses.begin());
    }

    std::vector<ArticleLine> run() {
        if (!m_headline.empty()) m_out.push_back({m_headline, BlockKind::Headline});
        const std::size_t afterHeadline = m_out.size();
        for (const HtmlLine& line : m_page.lines())
            read(line);
        dropBiography();
        dropEmptyHeadings(m_out, afterHeadline);
        return std::move(m_out);
    }

private:
    void read(const HtmlLine& line) {
        const bool known = m_heading < m_tree.size();
        const bool inRoot = m_tree.contains(m_root, line.element);
        if (!inRoot && (m_begun || !known || line.element < m_heading)) return;
        if (!m_begun && (line.text == m_headline || line.text == m_title)) return;
        const GumboTag tag = m_tree.tag(line.element);
        // A deck is called one, or follows the <h1> beside it, or is no sentence.
        const bool beside = known && line.element > m_heading &&
                            m_tree[line.element].parent == m_tree[m_heading].parent &&
                            m_previous == m_heading;
        const bool deck = isPart(line.element, HtmlPart::Standfirst) ||
                          (beside && (isHeading(tag) || !inRoot)) ||
                          (known && line.element > m_heading && !isHeading(tag) &&
                           !hasSentence(line.text) && line.linkBytes == 0);
        const bool standfirst = !m_begun && line.text.size() >= shortestDeck && deck;
        if (!m_begun && saysWhoOrWhen(line.text)) return; // and leaves m_previous as it was
        m_previous = line.element;
        // A lead may stand between the headline and the body.
        const bool lead = known && line.element > m_heading && line.element < m_root &&
                          tag == GUMBO_TAG_P && isProse(line);
        if (!inRoot && !standfirst && !lead) return;
        if (isNoise(m_tree, line) || isCaption(line) || isBesideArticle(line)) return;
        // Pages repeat what they set large; people repeat short answers.
        if (line.text.size() >= shortestProse && !m_seen.insert(line.text).second) return;
        ArticleLine next{line.text, BlockKind::Paragraph, line.afterBreak, line.setOffLead};
        if (standfirst)
            next.kind = BlockKind::Standfirst;
        else if (isHeading(tag))
            next.kind = BlockKind::Headline;
        m_begun = m_begun || next.kind == BlockKind::Paragraph;
        m_out.push_back(std::move(next));
    }

    bool isPart(std::uint32_t element, HtmlPart part) const { // or an element close around it
        for (int up = 0; up < 4; ++up, element = m_tree[element].parent)
            if (m_page.part(element) == part) return true;
        return false;
    }

    // The byline and the stamp, which the metadata has.
    static bool saysWhoOrWhen(const std::string& line) {
        constexpr std::size_t longest = 160;
        if (line.size() > longest) return false;
        return statesDay(line) ||
               (saysBy(line) && !endsSentence(line) && !namesInByline(line).empty());
    }

    // Words alone with a picture: not in a paragraph, or no sentence.
    bool isCaption(const HtmlLine& line) const {
        const bool paragraph = m_tree.tag(line.element) == GUMBO_TAG_P;
        if (!endsSentence(line.text) && namesPicture(line.text)) return true;
        const std::uint32_t box = paragraph ? m_tree[line.element].parent : line.element;
        if (box == m_root || m_page.text(box) != line.text.size() ||
            (paragraph && endsSentence(line.text)) || isHeading(m_tree.tag(line.element)))
            return false;
        for (std::uint32_t i = box; i < m_tree[box].end; ++i)
            if (m_tree.tag(i) == GUMBO_TAG_IMG || m_tree.tag(i) == GUMBO_TAG_IMAGE) return true;
        return false;
    }

    // A notice, or a small box with words to the reader in it.
    bool isBesideArticle(const HtmlLine& line) const {
        constexpr std::size_t largestBox = 600; // bytes of text
        constexpr int mostLevels = 12;
        if (isLegalNotice(line.text) && line.text.size() < largestBox) return true;
        std::uint32_t box = m_tree.size();
        std::uint32_t i = line.element;
        for (int up = 0; up < mostLevels && i != m_root && i != 0; ++up, i = m_tree[i].parent)
            if (m_page.text(i) <= largestBox && m_page.text(i) * 3 <= m_page.text(m_root)) box = i;
        if (box == m_tree.size() || m_tree.tag(box) == GUMBO_TAG_P || isHeading(m_tree.tag(box)))
            return false;
        return m_addresses[m_tree[box].end] > m_addresses[box];
    }

    // At the end: "Mia Stone writes for ..."
    void dropBiography() {
        constexpr std::size_t nearEnd = 2, longest = 500;
        for (std::size_t i = m_out.size(); i-- > 1 && i + nearEnd >= m_out.size();) {
            const std::string& text = m_out[i].text;
            const bool ofAuthor =
                std::any_of(m_authors.begin(), m_authors.end(),
                            [&](const std::string& name) { return text.starts_with(name + ' '); });
            if (ofAuthor && text.size() < longest && tellsOfWork(text))
                m_out.erase(m_out.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }

    static constexpr std::size_t shortestDeck = 25; // bytes

    const HtmlTree& m_tree;
    std::uint32_t m_heading;
    HtmlPage m_page;
    std::uint32_t m_root;
    std::vector<std::string> m_authors;
    std::string m_headline, m_title;
    std::vector<std::uint32_t> m_addresses; // lines to the reader before each node
    std::unordered_set<std::string> m_seen;
    std::uint32_t m_previous; // the element of the line before
    bool m_begun = false;     // the body has
    std::vector<ArticleLine> m_out;
};

} // namespace

std::vector<ArticleLine> findArticle(const HtmlTree& tree, const HtmlMetadata& metadata) {
    const std::uint32_t heading = metadata.heading;
    const std::string headline = heading < tree.size() ? tree.textOf(heading) : metadata.title;
    constexpr std::size_t longEnough = 2000; // bytes of body
    std::vector<ArticleLine> best;
    std::size_t most = 0;
    for (const HtmlShown shown :
         {HtmlShown::AsUsual, HtmlShown::Hidden, HtmlShown::Captions, HtmlShown::NoScript}) {
        auto lines = ArticleReader(tree, metadata, headline, shown).run();
        const std::size_t bytes = bodyBytes(lines);
        // What is hidden is the article only where far less is shown.
        if (bytes > 2 * most) {
            best = std::move(lines);
            most = bytes;
        }
        if (most >= longEnough) break;
    }
    // Pages that a script fills, or that a wall cuts, often keep the whole text in their metadata.
    if (most * 2 < metadata.bodyText.size()) {
        std::erase_if(best, [](const ArticleLine& l) { return l.kind == BlockKind::Paragraph; });
        dropEmptyHeadings(best, headline.empty() ? 0 : 1);
        if (best.empty() && !headline.empty()) best.push_back({headline, BlockKind::Headline});
        const std::string text = metadata.bodyText.find("</p>") == std::string::npos
                                     ? metadata.bodyText
                                     : textOfHtml(metadata.bodyText);
        for (ArticleLine& line : linesOfText(text))
            best.push_back(std::move(line));
    }
    return saysSomething(best) ? best : std::vector<ArticleLine>();
}

std::vector<ArticleLine> linesOfText(std::string_view text) {
    std::vector<ArticleLine> out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        ArticleLine line;
        bool space = false;
        appendCollapsed(line.text, text.substr(begin, end - begin), space);
        if (line.text.find('&') != std::string::npos) line.text = textOfHtml(line.text);
        if (!line.text.empty()) out.push_back(std::move(line));
        begin = end + 1;
    }
    return out;
}

std::vector<ArticleLine> wholeBody(const HtmlTree& tree) {
    std::vector<char> skip(tree.size(), 0);
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        const GumboTag tag = tree.tag(i);
        skip[i] = tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_HEAD ||
                  tag == GUMBO_TAG_TEMPLATE || isNote(tree, i) || isNamedNote(tree, i);
    }
    std::vector<ArticleLine> out;
    for (HtmlLine& line : linesOf(tree, 0, skip))
        out.push_back(
            {std::move(line.text),
             isHeading(tree.tag(line.element)) ? BlockKind::Headline : BlockKind::Paragraph,
             line.afterBreak, line.setOffLead});
    return out;
}

} // namespace quoth
