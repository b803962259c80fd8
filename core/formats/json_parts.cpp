#include "core/formats/json_parts.h"

#include "core/support/strings.h"

#include <cstddef>
#include <nlohmann/json.hpp>

namespace quoth {
namespace {

// Past the string that begins at `at`.
std::size_t stringEnd(std::string_view json, std::size_t at) {
    for (++at; at < json.size() && json[at] != '"'; ++at)
        if (json[at] == '\\') ++at;
    return at + 1;
}

// Past the value that begins at `at`.
std::size_t valueEnd(std::string_view json, std::size_t at) {
    std::size_t depth = 0;
    while (at < json.size()) {
        const char c = json[at];
        if (c == '"') {
            at = stringEnd(json, at);
            if (depth == 0) return at;
            continue;
        }
        if (depth == 0 && (c == ',' || c == '}' || c == ']')) return at; // after a number or word
        if (c == '{' || c == '[') ++depth;
        ++at;
        if ((c == '}' || c == ']') && --depth == 0) return at;
    }
    return at;
}

std::size_t skipSpace(std::string_view json, std::size_t at) {
    return std::min(json.find_first_not_of(" \t\r\n", at), json.size());
}

} // namespace

bool isJson(std::string_view json) {
    return nlohmann::json::accept(json);
}

void forEachMember(std::string_view json,
                   const std::function<void(std::string_view name, std::string_view value)>& take) {
    std::size_t at = skipSpace(json, 0);
    if (at >= json.size() || json[at] != '{') return;
    for (;;) {
        at = skipSpace(json, at + 1); // after the brace or comma
        if (at >= json.size() || json[at] != '"') return;
        const std::size_t nameEnd = stringEnd(json, at);
        const std::string_view name = json.substr(at + 1, nameEnd - at - 2);
        at = skipSpace(json, json.find(':', nameEnd) + 1);
        const std::size_t end = valueEnd(json, at);
        take(name, trimmedAscii(json.substr(at, end - at)));
        at = skipSpace(json, end);
        if (at >= json.size() || json[at] != ',') return;
    }
}

void forEachElement(std::string_view json, const std::function<void(std::string_view)>& take) {
    std::size_t at = skipSpace(json, 0);
    if (at >= json.size() || json[at] != '[') return;
    for (;;) {
        at = skipSpace(json, at + 1);
        if (at >= json.size() || json[at] == ']') return;
        const std::size_t end = valueEnd(json, at);
        take(trimmedAscii(json.substr(at, end - at)));
        at = skipSpace(json, end);
        if (at >= json.size() || json[at] != ',') return;
    }
}

std::string_view jsonMember(std::string_view json, std::string_view wanted) {
    std::string_view found = "null";
    forEachMember(json, [&](std::string_view name, std::string_view value) {
        if (name == wanted) found = value;
    });
    return found;
}

} // namespace quoth
