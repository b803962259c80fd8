#include "core/formats/in/html_notes.h"

#include <algorithm>
#include <array>

namespace quoth {
namespace {

bool isName(std::string_view word) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"noteref", "footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"});
    return std::find(names.begin(), names.end(), word) != names.end();
}

// "1", "[12]", "*" as a link within the page or the book.
bool isNumber(const HtmlTree& tree, std::uint32_t i) {
    if (tree.tag(i) != GUMBO_TAG_A || tree.attribute(i, "href").find('#') == std::string_view::npos)
        return false;
    constexpr std::size_t longest = 6;
    const std::string text = tree.textOf(i);
    return text.size() <= longest &&
           text.find_first_not_of("0123456789[]()*\u2020\u2021") == std::string::npos;
}

} // namespace

bool isNote(const HtmlTree& tree, std::uint32_t i) {
    const std::string_view role = tree.attribute(i, "role");
    return isName(tree.attribute(i, "epub:type")) ||
           (role.starts_with("doc-") && isName(role.substr(4))) || isNumber(tree, i);
}

bool isNamedNote(const HtmlTree& tree, std::uint32_t i) {
    const std::string_view classes = tree.attribute(i, "class");
    return isName(classes.substr(0, classes.find(' ')));
}

} // namespace quoth
