#include "core/formats/xml_article.h"

#include "core/formats/decode.h"
#include "core/formats/markup_scan.h"

#include <sstream>

namespace quoth {
namespace {

constexpr std::size_t maximumXmlNesting = 1000; // news nests a dozen levels

// Visits every node below `root` in document order, without recursion; stops where `visit` says so.
template <class Visit>
void walk(const pugi::xml_node& root, Visit visit) {
    pugi::xml_node node = root;
    while (node) {
        if (!visit(node)) return;
        if (node.first_child()) {
            node = node.first_child();
            continue;
        }
        while (node != root && !node.next_sibling())
            node = node.parent();
        if (node == root) return;
        node = node.next_sibling();
    }
}

} // namespace

Expected<std::unique_ptr<pugi::xml_document>> parseXml(std::string_view bytes) {
    const auto text = decodeText(bytes, declaredCharset(bytes));
    if (!text) return unexpected(text.error());
    if (const auto safe = checkMarkup(*text, maximumXmlNesting); !safe)
        return unexpected(safe.error());
    auto out = std::make_unique<pugi::xml_document>();
    const auto result =
        out->load_buffer(text->data(), text->size(), pugi::parse_default | pugi::parse_ws_pcdata,
                         pugi::encoding_utf8);
    if (!result)
        return unexpected(ErrorCode::Malformed,
                          std::string("The XML is damaged: ") + result.description() + ".");
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
    walk(node, [&](const pugi::xml_node& each) {
        if (each.type() == pugi::node_element && localName(each) == name) found = each;
        return !found;
    });
    return found;
}

std::vector<pugi::xml_node> findElements(const pugi::xml_node& node, std::string_view name) {
    std::vector<pugi::xml_node> out;
    walk(node, [&](const pugi::xml_node& each) {
        if (each.type() == pugi::node_element && localName(each) == name) out.push_back(each);
        return true;
    });
    return out;
}

std::string textOf(const pugi::xml_node& node) {
    std::string out;
    bool space = false;
    walk(node, [&](const pugi::xml_node& each) {
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
