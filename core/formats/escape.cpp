#include "core/formats/escape.h"

#include "core/support/unicode.h"

#include <algorithm>
#include <cmath>

namespace quoth {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool isForbidden(char32_t c) {
    if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
    return (c >= 0x7F && c < 0xA0) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

} // namespace

void appendEscapedHtml(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        switch (text[i]) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default: {
            const CodePoint c = codePointAt(text, i);
            out += isForbidden(c.value) ? replacement : text.substr(i, c.length);
            i += c.length;
            continue;
        }
        }
        ++i;
    }
}

std::string escapeHtml(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    appendEscapedHtml(out, text);
    return out;
}

std::string withoutControls(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = codePointAt(text, i);
        out += isForbidden(c.value) ? replacement : text.substr(i, c.length);
        i += c.length;
    }
    return out;
}

std::string safeLink(std::string_view url) {
    const std::string scheme = toLower(url.substr(0, url.find(':')));
    if (scheme != "http" && scheme != "https" && scheme != "mailto") return {};
    if (url.size() <= scheme.size() + 1) return {};
    const bool clean = std::all_of(url.begin(), url.end(), [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && c != 0x7F;
    });
    return clean ? std::string(url) : std::string();
}

std::string decimal(float share) {
    const int hundredths =
        static_cast<int>(std::lround(std::clamp(std::isnan(share) ? 0.F : share, 0.F, 1.F) * 100));
    const std::string digits = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "." + (digits.size() < 2 ? "0" : "") + digits;
}

} // namespace quoth
