#include "core/formats/in/xml_article.h"

#include "core/formats/in/decode.h"

#include <algorithm>
#include <sstream>

namespace quoth {
namespace {

constexpr std::size_t maximumXmlNesting = 1000; // news nests a dozen levels
// Tags that begin or end, and attributes: a tree of so many takes about 200 MB; a book of 1,000
// pages has a quarter of them.
constexpr std::ptrdiff_t maximumXmlParts = 2'000'000;

// Visits every node below `root` and how deep below it lies, in document order, without recursion;
// stops where `visit` says so.
template <class Visit>
void walk(const pugi::xml_node& root, Visit visit) {
    pugi::xml_node node = root;
    std::size_t depth = 0;
    while (node) {
        if (!visit(node, depth)) return;
        if (node.first_child()) {
            node = node.first_child();
            ++depth;
            continue;
        }
        while (node != root && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (node == root) return;
        node = node.next_sibling();
    }
}

bool nestsDeeper(const pugi::xml_node& root, std::size_t most) {
    bool deeper = false;
    walk(root, [&](const pugi::xml_node&, std::size_t depth) {
        deeper = depth > most;
        return !deeper;
    });
    return deeper;
}

} // namespace

Expected<std::unique_ptr<pugi::xml_document>> parseXml(std::string_view bytes) {
    const auto text = decodeText(bytes, declaredCharset(bytes));
    if (!text) return unexpected(text.error());
    if (std::count(text->begin(), text->end(), '<') > maximumXmlParts ||
        std::count(text->begin(), text->end(), '=') > maximumXmlParts)
        return unexpected(ErrorCode::TooLarge, "The XML has more than " +
                                                   std::to_string(maximumXmlParts) +
                                                   " tags; Quoth does not read such files.");
    auto out = std::make_unique<pugi::xml_document>();
    const auto result =
        out->load_buffer(text->data(), text->size(), pugi::parse_default | pugi::parse_ws_pcdata,
                         pugi::encoding_utf8);
    if (!result)
        return unexpected(ErrorCode::Malformed,
                          std::string("The XML is damaged: ") + result.description() + ".");
    if (nestsDeeper(*out, maximumXmlNesting))
        return unexpected(ErrorCode::TooDeep,
                          "The XML nests more than " + std::to_string(maximumXmlNesting) +
                              " elements in each other; Quoth does not read such files.");
    return out;
}

bool beginsWithElement(std::string_view bytes, std::string_view element) {
    const std::string head = asciiPrefix(bytes, 4096);
    for (std::size_t at = head.find('<'); at != std::string::npos; at = head.find('<', at + 1)) {
        if (at + 1 < head.size() && (head[at + 1] == '?' || head[at + 1] == '!')) {
            if (head.compare(at, 4, "<!--") == 0) at = std::min(head.find("-->", at), head.size());
            continue; // a declaration or a comment
        }
        const std::size_t end = std::min(head.find_first_of(" \t\r\n/>", at), head.size());
        std::string name = head.substr(at + 1, end - at - 1);
        if (const auto colon = name.find(':'); colon != std::string::npos) name.erase(0, colon + 1);
        return name == element;
    }
    return false;
}

std::string_view localName(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node childNamed(const pugi::xml_node& node, std::string_view name) {
    return node.find_child([&](const pugi::xml_node& each) { return localName(each) == name; });
}

pugi::xml_node findElement(const pugi::xml_node& node, std::string_view name) {
    pugi::xml_node found;
    walk(node, [&](const pugi::xml_node& each, std::size_t) {
        if (each.type() == pugi::node_element && localName(each) == name) found = each;
        return !found;
    });
    return found;
}

std::vector<pugi::xml_node> findElements(const pugi::xml_node& node, std::string_view name) {
    std::vector<pugi::xml_node> out;
    walk(node, [&](const pugi::xml_node& each, std::size_t) {
        if (each.type() == pugi::node_element && localName(each) == name) out.push_back(each);
        return true;
    });
    return out;
}

std::string textOf(const pugi::xml_node& node) {
    std::string out;
    bool space = false;
    walk(node, [&](const pugi::xml_node& each, std::size_t) {
        if (each.type() == pugi::node_pcdata || each.type() == pugi::node_cdata)
            appendCollapsed(out, each.value(), space);
        return true;
    });
    return out;
}

std::vector<ArticleLine> linesOfXhtml(std::string_view xhtml) {
    const auto tree = HtmlTree::parse(xhtml);
    return tree ? wholeBody(*tree) : std::vector<ArticleLine>();
}

std::string writeXml(const pugi::xml_node& node) {
    std::ostringstream out;
    node.print(out, "", pugi::format_raw | pugi::format_no_empty_element_tags);
    return out.str();
}

} // namespace quoth
