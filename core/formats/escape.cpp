#include "core/formats/escape.h"

#include "core/support/unicode.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace quoth {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool isForbidden(char32_t c) {
    if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
    return (c >= 0x7F && c < 0xA0) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

bool isAsciiAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// But for '%' and '#', which may stand in a URI in their places only.
bool isUriCharacter(char c) {
    constexpr std::string_view others = "-._~:/?[]@!$&'()*+,;=";
    return isAsciiAlphanumeric(c) || others.find(c) != others.npos;
}

bool isHexDigit(std::string_view text, std::size_t at) {
    constexpr std::string_view digits = "0123456789ABCDEFabcdef";
    return at < text.size() && digits.find(text[at]) != digits.npos;
}

constexpr char32_t popFormatting = 0x202C, popIsolate = 0x2069;

bool opensEmbedding(char32_t c) { // or override
    return c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E;
}
bool opensIsolate(char32_t c) {
    return c >= 0x2066 && c <= 0x2068;
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

std::string isolatedHtml(std::string_view text) {
    if (!changesDirection(text)) return escapeHtml(text);
    return "<bdi>" + escapeHtml(withPairedDirections(text)) + "</bdi>";
}

std::string withPairedDirections(std::string_view text) {
    if (!changesDirection(text)) return std::string(text);
    std::string out;
    out.reserve(text.size());
    std::vector<char32_t> closers; // of what is open
    std::size_t isolates = 0;      // of these
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = codePointAt(text, i);
        bool kept = true;
        if (opensEmbedding(c.value)) {
            closers.push_back(popFormatting);
        } else if (opensIsolate(c.value)) {
            closers.push_back(popIsolate);
            ++isolates;
        } else if (c.value == popFormatting) {
            kept = !closers.empty() && closers.back() == popFormatting;
            if (kept) closers.pop_back();
        } else if (c.value == popIsolate) {
            kept = isolates > 0;
            // It closes the embeddings within the isolate, too.
            while (kept && closers.back() != popIsolate)
                closers.pop_back();
            if (kept) {
                closers.pop_back();
                --isolates;
            }
        }
        if (kept) out += text.substr(i, c.length);
        i += c.length;
    }
    for (; !closers.empty(); closers.pop_back())
        appendUtf8(out, closers.back());
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

std::string safeUri(std::string_view url) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const std::string link = safeLink(url);
    std::string out;
    bool inFragment = false;
    for (std::size_t i = 0; i < link.size(); ++i) {
        const char c = link[i];
        const bool escape = c == '%' && isHexDigit(link, i + 1) && isHexDigit(link, i + 2);
        const bool fragment = c == '#' && !inFragment;
        if (isUriCharacter(c) || escape || fragment) {
            inFragment = inFragment || fragment;
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return out;
}

std::string linkedHtml(std::string_view words) {
    const std::string uri = safeUri(words);
    if (uri.empty()) return isolatedHtml(words);
    return "<a href=\"" + escapeHtml(uri) + "\" rel=\"noreferrer\">" + isolatedHtml(words) + "</a>";
}

std::string decimal(float share) {
    const int hundredths =
        static_cast<int>(std::lround(std::clamp(std::isnan(share) ? 0.F : share, 0.F, 1.F) * 100));
    const std::string digits = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "." + (digits.size() < 2 ? "0" : "") + digits;
}

} // namespace quoth
