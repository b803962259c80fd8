#include "core/formats/in/feed_import.h"

#include "core/formats/in/stated_article.h"
#include "core/formats/in/xml_article.h"

#include <algorithm>

namespace quoth {
namespace {

// The element of this name among the item's own, not those of what it holds (a source) or of its
// pictures; of several, the first with text.
pugi::xml_node childOf(const pugi::xml_node& item, std::string_view name) {
    pugi::xml_node found;
    for (const pugi::xml_node& each : item.children())
        if (localName(each) == name && !std::string_view(each.name()).starts_with("media:") &&
            (!found || textOf(found).empty()))
            found = each;
    return found;
}

// Text that may hold HTML with its marks escaped, as titles and summaries do.
std::string wordsOf(const pugi::xml_node& node) {
    const std::string text = textOf(node);
    return text.find_first_of("<&") == std::string::npos ? text : textOfHtml(text);
}

// "The post Bridge to close appeared first on Port Gazette.", which WordPress adds.
bool isFeedNotice(const std::string& line) {
    return line.starts_with("The post ") && line.find(" appeared first on ") != std::string::npos;
}

std::size_t bytesOf(const std::vector<ArticleLine>& lines) {
    std::size_t out = 0;
    for (const ArticleLine& line : lines)
        out += line.text.size();
    return out;
}

// A feed's content is the article with little around it: all of it, unless the page reader finds
// most of it to be the article and the rest not.
std::vector<ArticleLine> linesOfContent(std::string_view html, const std::string& title) {
    const auto tree = HtmlTree::parse(html);
    if (!tree) return {};
    std::vector<ArticleLine> whole = wholeBody(*tree);
    HtmlMetadata metadata;
    metadata.title = title;
    metadata.heading = tree->size();
    std::vector<ArticleLine> article = findArticle(*tree, metadata);
    std::vector<ArticleLine> out = bytesOf(article) * 3 >= bytesOf(whole) * 2 ? article : whole;
    if (!out.empty() && isFeedNotice(out.back().text)) out.pop_back();
    return out;
}

// Of an element whose text is HTML, plain text, or XHTML of its own.
std::vector<ArticleLine> linesOf(const pugi::xml_node& node, const std::string& title) {
    if (!node) return {};
    const bool isXhtml = node.find_child(
        [](const pugi::xml_node& each) { return each.type() == pugi::node_element; });
    if (isXhtml) return linesOfContent(writeXml(node), title);
    std::string text; // in pieces where it holds the end of a CDATA section
    for (const pugi::xml_node& piece : node.children())
        text += piece.value();
    const bool isHtml = text.find('<') != std::string::npos;
    return isHtml ? linesOfContent(text, title) : linesOfText(text);
}

// "mia@wire.example (Mia Stone)" of RSS; the name elements of Atom.
std::string authorsOf(const pugi::xml_node& item) {
    std::string out;
    for (const pugi::xml_node& each : item.children()) {
        const std::string_view name = localName(each);
        if (name != "creator" && name != "author") continue;
        const pugi::xml_node named = childNamed(each, "name");
        std::string author = textOf(named ? named : each);
        const std::size_t open = author.find('('), close = author.rfind(')');
        if (author.find('@') < open && close != std::string::npos && open < close)
            author = author.substr(open + 1, close - open - 1);
        out += (out.empty() ? "" : ", ") + author;
    }
    return out;
}

std::string linkOf(const pugi::xml_node& item) {
    for (const pugi::xml_node& each : item.children()) {
        if (localName(each) != "link") continue;
        const std::string_view relation = each.attribute("rel").as_string("alternate");
        if (!each.attribute("href")) return textOf(each);
        if (relation == "alternate") return each.attribute("href").as_string();
    }
    return {};
}

std::string firstOf(const pugi::xml_node& item, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        if (std::string text = textOf(childOf(item, name)); !text.empty()) return text;
    return {};
}

std::optional<FileArticle> readItem(const pugi::xml_node& item) {
    StatedArticle article;
    article.headline = wordsOf(childOf(item, "title"));
    article.byline = authorsOf(item);
    article.url = linkOf(item);
    article.published = firstOf(item, {"pubDate", "published", "date", "updated"});
    for (const std::string_view name : {"encoded", "content", "description", "summary"})
        if (article.body.empty()) article.body = linesOf(childOf(item, name), article.headline);
    std::string id = firstOf(item, {"guid", "id"});
    if (id.empty()) id = article.url.empty() ? article.headline : article.url;
    auto imported = importedFrom(std::move(article));
    if (!imported) return std::nullopt;
    return FileArticle{std::move(id), std::move(imported->article)};
}

} // namespace

bool looksLikeFeed(std::string_view bytes) {
    for (const char* root : {"rss", "feed", "RDF"})
        if (beginsWithElement(bytes, root)) return true;
    return false;
}

Expected<Imported> readFeed(std::string_view bytes) {
    const auto xml = parseXml(bytes);
    if (!xml) return unexpected(xml.error());
    const pugi::xml_node root = (*xml)->document_element();
    std::vector<FileArticle> articles;
    for (const pugi::xml_node& list : {childNamed(root, "channel"), root}) // of RSS 2.0; the others
        for (const pugi::xml_node& item : list.children())
            if (localName(item) == "item" || localName(item) == "entry")
                if (auto article = readItem(item)) articles.push_back(*std::move(article));
    return importedFrom(std::move(articles));
}

} // namespace quoth
