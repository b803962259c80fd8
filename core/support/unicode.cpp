#include "core/support/unicode.h"

#include <algorithm>
#include <cstdint>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace quoth {
namespace {

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

const std::uint8_t* bytes(std::string_view text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

UChar32 ucs(char32_t c) {
    return static_cast<UChar32>(c);
}

} // namespace

CodePoint codePointAt(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {0, 0};
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return {lead, 1};
    auto i = static_cast<std::int32_t>(at);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes(text), i, static_cast<std::int32_t>(text.size()), c);
    return {static_cast<char32_t>(c), static_cast<std::size_t>(i) - at};
}

CodePoint codePointBefore(std::string_view text, std::size_t at) {
    if (at == 0 || at > text.size()) return {0, 0};
    auto i = static_cast<std::int32_t>(at);
    UChar32 c = 0;
    U8_PREV_OR_FFFD(bytes(text), 0, i, c);
    return {static_cast<char32_t>(c), at - static_cast<std::size_t>(i)};
}

void appendUtf8(std::string& out, char32_t codePoint) {
    std::uint8_t buffer[U8_MAX_LENGTH];
    std::int32_t length = 0;
    UBool error = false;
    U8_APPEND(buffer, length, U8_MAX_LENGTH, ucs(codePoint), error);
    if (error) {
        out += "\xEF\xBF\xBD";
        return;
    }
    out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
}

bool isUpper(char32_t c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(ucs(c)) || u_istitle(ucs(c));
}
bool isLower(char32_t c) {
    return c < 0x80 ? c >= 'a' && c <= 'z' : u_islower(ucs(c));
}
bool isLetter(char32_t c) {
    return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : u_isalpha(ucs(c));
}
bool isDigit(char32_t c) {
    return c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(ucs(c));
}
bool isSpace(char32_t c) {
    return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13) : u_isUWhiteSpace(ucs(c));
}
bool isPunctuation(char32_t c) {
    return u_ispunct(ucs(c));
}
bool isCombining(char32_t c) {
    if (c < 0x300) return false;
    return (U_GET_GC_MASK(ucs(c)) & U_GC_M_MASK) != 0 || c == 0x200C || c == 0x200D;
}
bool isWordCharacter(char32_t c) {
    return isLetter(c) || isDigit(c) || isCombining(c);
}
bool isDash(char32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015);
}
bool isEmoji(char32_t c) {
    return c >= 0x203C && u_hasBinaryProperty(ucs(c), UCHAR_EMOJI_PRESENTATION);
}
bool isLatin(char32_t c) {
    if (c < 0x80) return isLetter(c);
    UErrorCode error = U_ZERO_ERROR;
    return uscript_getScript(ucs(c), &error) == USCRIPT_LATIN;
}
bool isIdeograph(char32_t c) {
    if (c < 0x3005) return false;
    return u_hasBinaryProperty(ucs(c), UCHAR_IDEOGRAPHIC) || (c >= 0x3041 && c <= 0x30FF);
}

bool isBlank(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = codePointAt(text, i);
        if (!isSpace(c.value)) return false;
        i += c.length;
    }
    return true;
}

bool startsUpper(std::string_view text) {
    return !text.empty() && isUpper(codePointAt(text, 0).value);
}

bool isAllCaps(std::string_view text) {
    int letters = 0;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = codePointAt(text, i);
        if (isLetter(c.value)) {
            if (isLower(c.value)) return false;
            ++letters;
        }
        i += c.length;
    }
    return letters >= 2;
}

bool changesDirection(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = codePointAt(text, i);
        i += c.length;
        if (c.value < 0x590) continue; // the first right-to-left letters are Hebrew
        switch (u_charDirection(ucs(c.value))) {
        case U_LEFT_TO_RIGHT:
        case U_EUROPEAN_NUMBER:
        case U_EUROPEAN_NUMBER_SEPARATOR:
        case U_EUROPEAN_NUMBER_TERMINATOR:
        case U_COMMON_NUMBER_SEPARATOR:
        case U_BLOCK_SEPARATOR:
        case U_SEGMENT_SEPARATOR:
        case U_WHITE_SPACE_NEUTRAL:
        case U_OTHER_NEUTRAL:
        case U_DIR_NON_SPACING_MARK:
        case U_BOUNDARY_NEUTRAL:
            break;
        default:
            return true;
        }
    }
    return false;
}

std::string toLower(std::string_view text) {
    std::string out;
    if (isAscii(text)) {
        out.resize(text.size());
        std::transform(text.begin(), text.end(), out.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        });
        return out;
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink(&out);
    icu::CaseMap::utf8ToLower("", 0, text, sink, nullptr, status);
    return out;
}

std::string toUpper(std::string_view text) {
    std::string out;
    UErrorCode status = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink(&out);
    icu::CaseMap::utf8ToUpper("", 0, text, sink, nullptr, status);
    return out;
}

std::string foldAccents(std::string_view text) {
    std::string lower = toLower(text);
    if (isAscii(lower)) return lower;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status)) return lower;
    const icu::UnicodeString parts =
        decompose->normalize(icu::UnicodeString::fromUTF8(lower), status);
    if (U_FAILURE(status)) return lower;
    std::string out;
    for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1))
        if (const UChar32 c = parts.char32At(i); u_charType(c) != U_NON_SPACING_MARK)
            appendUtf8(out, static_cast<char32_t>(c));
    return out;
}

std::size_t findInvalidUtf8(std::string_view text) {
    const auto size = static_cast<std::int32_t>(text.size());
    std::int32_t i = 0;
    while (i < size) {
        const std::int32_t start = i;
        UChar32 c = 0;
        U8_NEXT(bytes(text), i, size, c);
        if (c < 0) return static_cast<std::size_t>(start);
    }
    return std::string_view::npos;
}

std::string repairUtf8(std::string_view text) {
    const auto size = static_cast<std::int32_t>(text.size());
    std::string out;
    out.reserve(text.size());
    std::int32_t i = 0;
    while (i < size) {
        const std::int32_t start = i;
        UChar32 c = 0;
        U8_NEXT(bytes(text), i, size, c);
        if (c < 0)
            out += "\xEF\xBF\xBD";
        else
            out.append(
                text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(i - start)));
    }
    return out;
}

} // namespace quoth
