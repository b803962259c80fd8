#include "core/formats/in/markup_scan.h"

#include "core/support/unicode.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace quoth {
namespace {

constexpr std::size_t maximumAttributes = 2048;

// Without content, or with an end tag that may be left out.
constexpr std::array<std::string_view, 33> uncounted = {
    "area",  "base",     "body",   "br",    "caption", "col",   "colgroup", "dd",     "dt",
    "embed", "head",     "hr",     "html",  "img",     "input", "keygen",   "li",     "link",
    "meta",  "optgroup", "option", "p",     "param",   "rp",    "rt",       "source", "tbody",
    "td",    "tfoot",    "th",     "thead", "tr",      "wbr"};
constexpr std::array<std::string_view, 8> rawText = {"iframe", "noembed",  "noframes", "script",
                                                     "style",  "textarea", "title",    "xmp"};

template <std::size_t n>
bool has(const std::array<std::string_view, n>& sorted, std::string_view name) {
    return std::binary_search(sorted.begin(), sorted.end(), name);
}

bool isSpaceByte(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r';
}

struct TagEnd {
    std::size_t at = 0;         // after '>'
    std::size_t attributes = 0; // about how many
    bool selfClosing = false;
};

TagEnd findTagEnd(std::string_view html, std::size_t at) {
    TagEnd out;
    char quote = 0;
    bool inName = false;
    for (; at < html.size(); ++at) {
        const char c = html[at];
        if (quote) {
            if (c == quote) quote = 0;
        } else if (c == '>') {
            out.selfClosing = html[at - 1] == '/';
            out.at = at + 1;
            return out;
        } else if ((c == '"' || c == '\'') && at > 0 &&
                   (html[at - 1] == '=' || isSpaceByte(html[at - 1]))) {
            quote = c;
        } else {
            const bool name = !isSpaceByte(c) && c != '/';
            if (name && !inName) ++out.attributes;
            inName = name;
        }
    }
    out.at = html.size();
    return out;
}

std::size_t after(std::string_view html, std::string_view what, std::size_t from) {
    const std::size_t at = html.find(what, from);
    return at == std::string_view::npos ? html.size() : at + what.size();
}

// Where the end tag of a raw-text element begins.
std::size_t findRawEnd(std::string_view html, std::string_view name, std::size_t from) {
    for (std::size_t at = html.find("</", from); at != std::string_view::npos;
         at = html.find("</", at + 2))
        if (toLower(html.substr(at + 2, name.size())) == name) return at;
    return html.size();
}

} // namespace

Outcome checkMarkup(std::string_view html, std::size_t maximumNesting) {
    std::unordered_map<std::string, std::size_t> openByName;
    std::size_t open = 0, tags = 0;
    for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
        if (html.substr(at, 4) == "<!--") {
            at = after(html, "-->", at + 4);
            continue;
        }
        if (html.substr(at, 2) == "<!" || html.substr(at, 2) == "<?") {
            at = after(html, ">", at + 2);
            continue;
        }
        const bool closes = html.substr(at, 2) == "</";
        const std::size_t begin = at + (closes ? 2 : 1);
        const bool isTag =
            begin < html.size() && (html[begin] | 0x20) >= 'a' && (html[begin] | 0x20) <= 'z';
        if (!isTag) {
            at = begin;
            continue;
        }
        if (++tags > maximumTags)
            return unexpected(ErrorCode::TooLarge,
                              "The page has more than " + std::to_string(maximumTags) +
                                  " tags; Quoth does not read such pages.",
                              at);
        std::size_t end = begin;
        while (end < html.size() && !isSpaceByte(html[end]) && html[end] != '>' && html[end] != '/')
            ++end;
        const std::string name = toLower(html.substr(begin, end - begin));
        const TagEnd tag = findTagEnd(html, end);
        if (tag.attributes > maximumAttributes)
            return unexpected(ErrorCode::Malformed,
                              "The page is damaged: one of its tags has thousands of attributes.",
                              at);
        at = tag.at;
        if (has(uncounted, name)) continue;
        if (closes) {
            const auto it = openByName.find(name);
            if (it == openByName.end() || it->second == 0) continue;
            --it->second;
            --open;
            continue;
        }
        if (has(rawText, name)) {
            at = findRawEnd(html, name, at);
            continue;
        }
        const auto count = [&](const char* foreign) {
            const auto it = openByName.find(foreign);
            return it == openByName.end() ? std::size_t{0} : it->second;
        };
        if (tag.selfClosing && count("svg") + count("math") > 0) continue;
        ++openByName[name];
        if (++open > maximumNesting)
            return unexpected(ErrorCode::TooDeep,
                              "The page nests more than " + std::to_string(maximumNesting) +
                                  " elements in each other; Quoth does not read such pages.",
                              at);
    }
    return Outcome{std::monostate{}};
}

} // namespace quoth
