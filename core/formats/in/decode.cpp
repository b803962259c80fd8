#include "core/formats/in/decode.h"

#include "core/support/unicode.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

namespace quoth {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

enum class Unit { Utf8, Utf16Le, Utf16Be, Utf32Le, Utf32Be };

struct Mark {
    std::string_view bytes;
    Unit unit;
};
// UTF-32 before UTF-16: its mark begins with the other's.
constexpr std::array<Mark, 5> marks = {{
    {std::string_view("\xFF\xFE\0\0", 4), Unit::Utf32Le},
    {std::string_view("\0\0\xFE\xFF", 4), Unit::Utf32Be},
    {"\xEF\xBB\xBF", Unit::Utf8},
    {"\xFF\xFE", Unit::Utf16Le},
    {"\xFE\xFF", Unit::Utf16Be},
}};

struct Magic {
    std::string_view bytes;
    std::string_view what;
};
constexpr std::array<Magic, 19> magics = {{
    {"%PDF-", "a PDF document"},
    {"PK\x03\x04", "a ZIP archive or an office document"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old office document"},
    {"{\\rtf", "an RTF document"},
    {"\x1F\x8B", "a gzip archive"},
    {"BZh", "a bzip2 archive"},
    {"\xFD"
     "7zXZ",
     "an xz archive"},
    {"7z\xBC\xAF", "a 7-Zip archive"},
    {"Rar!", "a RAR archive"},
    {"(\xB5\x2F\xFD", "a Zstandard archive"},
    {"\x89PNG\r\n", "a PNG picture"},
    {"\xFF\xD8\xFF", "a JPEG picture"},
    {"GIF87a", "a GIF picture"},
    {"GIF89a", "a GIF picture"},
    {"\x7F"
     "ELF",
     "a program"},
    {"MZ\x90", "a program"},
    {"ID3\x03", "a sound file"},
    {"OggS", "a sound file"},
    {"SQLite format 3", "a database"},
}};

unsigned char at(std::string_view bytes, std::size_t i) {
    return static_cast<unsigned char>(bytes[i]);
}

// UTF-16 and UTF-32 without a mark: Western text has its NULs in the same half of every unit.
std::optional<Unit> unitFromNuls(std::string_view bytes) {
    const std::string_view sample =
        bytes.substr(0, std::min<std::size_t>(bytes.size(), 4096) & ~3U);
    if (sample.size() < 4) return std::nullopt;
    std::array<std::size_t, 4> nuls{};
    for (std::size_t i = 0; i < sample.size(); ++i)
        if (sample[i] == 0) ++nuls[i % 4];
    const std::size_t units = sample.size() / 4;
    const auto most = [&](std::size_t count) { return count * 10 >= units * 9; };
    const auto few = [&](std::size_t count) { return count * 10 <= units; };
    if (few(nuls[0]) && most(nuls[2]) && most(nuls[3])) return Unit::Utf32Le;
    if (most(nuls[0]) && most(nuls[1]) && few(nuls[3])) return Unit::Utf32Be;
    const auto half = [&](std::size_t a, std::size_t b) { return (a + b) * 10 >= units * 2 * 6; };
    if (few(nuls[0]) && few(nuls[2]) && half(nuls[1], nuls[3])) return Unit::Utf16Le;
    if (few(nuls[1]) && few(nuls[3]) && half(nuls[0], nuls[2])) return Unit::Utf16Be;
    return std::nullopt;
}

std::string fromUtf16(std::string_view bytes, bool bigEndian) {
    const auto unit = [&](std::size_t i) {
        const unsigned first = at(bytes, i), second = at(bytes, i + 1);
        return static_cast<char32_t>(bigEndian ? first << 8 | second : second << 8 | first);
    };
    std::string out;
    out.reserve(bytes.size() / 2 + bytes.size() / 8);
    std::size_t i = 0;
    while (i + 1 < bytes.size()) {
        char32_t c = unit(i);
        i += 2;
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < bytes.size()) {
            const char32_t low = unit(i);
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                i += 2;
            }
        }
        appendUtf8(out, c); // a lone surrogate becomes U+FFFD there
    }
    if (i < bytes.size()) out += replacement;
    return out;
}

std::string fromUtf32(std::string_view bytes, bool bigEndian) {
    std::string out;
    out.reserve(bytes.size() / 4);
    std::size_t i = 0;
    for (; i + 3 < bytes.size(); i += 4) {
        char32_t c = 0;
        for (std::size_t k = 0; k < 4; ++k)
            c = c << 8 | at(bytes, bigEndian ? i + k : i + 3 - k);
        appendUtf8(out, c > 0x10FFFF ? 0xFFFD : c);
    }
    if (i < bytes.size()) out += replacement;
    return out;
}

struct Utf8Count {
    std::size_t valid = 0, invalid = 0; // sequences beyond ASCII
};

Utf8Count countUtf8(std::string_view bytes) {
    Utf8Count count;
    for (std::size_t i = 0; i < bytes.size();) {
        if (at(bytes, i) < 0x80) {
            ++i;
            continue;
        }
        const CodePoint c = codePointAt(bytes, i);
        // A real U+FFFD counts as valid: it is three bytes long.
        const bool bad = c.value == 0xFFFD && bytes.substr(i, c.length) != replacement;
        // A character that the file's end cuts tells neither way.
        if (!bad)
            ++count.valid;
        else if (i + c.length < bytes.size())
            ++count.invalid;
        i += std::max<std::size_t>(c.length, 1);
    }
    return count;
}

// ICU's name for a label, with the two readings that the web gives them; empty for an unknown one.
std::string converterFor(std::string_view label) {
    std::string name = toLower(label);
    if (name.empty()) return {};
    if (name == "iso-8859-1" || name == "iso8859-1" || name == "latin1" || name == "latin-1" ||
        name == "us-ascii" || name == "ascii" || name == "cp1252" || name == "x-ansi")
        return "windows-1252";
    // A file whose bytes we read as ASCII cannot be what it says here.
    if (name.starts_with("utf-16") || name.starts_with("utf-32") || name == "ucs-2") return "utf-8";
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(name.c_str(), &status);
    if (U_FAILURE(status)) return {};
    ucnv_close(converter);
    return name;
}

std::optional<std::string> convert(std::string_view bytes, const std::string& name) {
    if (name == "utf-8" || name == "utf8") return repairUtf8(bytes);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(name.c_str(), &status),
                                                                  ucnv_close);
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("UTF-8", &status),
                                                                ucnv_close);
    if (U_FAILURE(status)) return std::nullopt;
    std::string out;
    std::array<char, 16384> buffer;
    std::array<UChar, 8192> pivot;
    UChar* pivotSource = pivot.data();
    UChar* pivotTarget = pivot.data();
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    bool reset = true;
    do {
        status = U_ZERO_ERROR;
        char* target = buffer.data();
        ucnv_convertEx(to.get(), from.get(), &target, buffer.data() + buffer.size(), &source, end,
                       pivot.data(), &pivotSource, &pivotTarget, pivot.data() + pivot.size(), reset,
                       true, &status);
        reset = false;
        out.append(buffer.data(), target);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    if (U_FAILURE(status)) return std::nullopt;
    return out;
}

std::string detect(std::string_view bytes) {
    constexpr int sure = 60; // below it, single-byte guesses are no better than Windows-1252
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                              ucsdet_close);
    if (U_FAILURE(status)) return "windows-1252";
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 1U << 20));
    ucsdet_setText(detector.get(), bytes.data(), length, &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || !match) return "windows-1252";
    const char* name = ucsdet_getName(match, &status);
    const auto confidence = ucsdet_getConfidence(match, &status);
    if (U_FAILURE(status) || confidence < sure) return "windows-1252";
    const std::string converter = converterFor(name);
    return converter.empty() || converter == "utf-8" ? "windows-1252" : converter;
}

bool isControl(unsigned char c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B) || c == 0x7F;
}

// More than one byte in 200 is a control character: no text looks like this.
bool manyControls(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, 1U << 16);
    const auto count =
        static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), [](char c) {
            return isControl(static_cast<unsigned char>(c));
        }));
    return count * 200 > sample.size();
}

std::string decodeUnit(std::string_view bytes, Unit unit) {
    switch (unit) {
    case Unit::Utf8:
        return repairUtf8(bytes);
    case Unit::Utf16Le:
    case Unit::Utf16Be:
        return fromUtf16(bytes, unit == Unit::Utf16Be);
    case Unit::Utf32Le:
    case Unit::Utf32Be:
        return fromUtf32(bytes, unit == Unit::Utf32Be);
    }
    return {};
}

std::string decodeBytes(std::string_view bytes, std::string_view declared) {
    const Utf8Count utf8 = countUtf8(bytes);
    const std::string converter = converterFor(declared);
    if (utf8.invalid == 0 && (utf8.valid > 0 || converter.empty())) return repairUtf8(bytes);
    if (!converter.empty())
        if (auto text = convert(bytes, converter)) return *text;
    if (utf8.valid >= utf8.invalid) return repairUtf8(bytes);
    if (auto text = convert(bytes, detect(bytes))) return *text;
    return repairUtf8(bytes);
}

} // namespace

Expected<std::string> decodeText(std::string_view bytes, std::string_view declared) {
    const Unexpected empty = unexpected(ErrorCode::Empty, "The file has no text in it.");
    if (bytes.empty()) return empty;
    for (const Magic& magic : magics)
        if (bytes.starts_with(magic.bytes))
            return unexpected(ErrorCode::Binary,
                              "The file is " + std::string(magic.what) + ", not a text.");
    std::optional<Unit> unit;
    for (const Mark& mark : marks)
        if (!unit && bytes.starts_with(mark.bytes)) {
            unit = mark.unit;
            bytes.remove_prefix(mark.bytes.size());
        }
    if (!unit) unit = unitFromNuls(bytes);
    if ((!unit || unit == Unit::Utf8) && manyControls(bytes))
        return unexpected(ErrorCode::Binary, "The file is not a text: it holds binary data.");
    std::string text =
        unifyLineEnds(unit ? decodeUnit(bytes, *unit) : decodeBytes(bytes, declared));
    if (isBlank(text)) return empty;
    if (manyControls(text)) // binary data that passed for UTF-16
        return unexpected(ErrorCode::Binary, "The file is not a text: it holds binary data.");
    return text;
}

std::string asciiPrefix(std::string_view bytes, std::size_t length) {
    std::string out;
    for (std::size_t i = 0; i < bytes.size() && out.size() < length; ++i)
        if (at(bytes, i) > 0 && at(bytes, i) < 0x80) out += bytes[i];
    return out;
}

std::string declaredCharset(std::string_view bytes) {
    const std::string head = toLower(asciiPrefix(bytes));
    const auto valueAfter = [&](std::string_view key, std::size_t from, std::size_t end) {
        std::size_t i = head.find(key, from);
        if (i >= end) return std::string();
        i += key.size();
        const auto skip = [&] {
            while (i < head.size() && (head[i] == ' ' || head[i] == '\t' || head[i] == '\n'))
                ++i;
        };
        skip();
        if (i >= head.size() || head[i] != '=') return std::string();
        ++i;
        skip();
        if (i < head.size() && (head[i] == '"' || head[i] == '\'')) ++i;
        const std::size_t last = head.find_first_of("\"'>;?/ \t\r\n", i);
        return head.substr(i, last == std::string::npos ? last : last - i);
    };
    if (head.starts_with("<?xml")) {
        const auto xml = valueAfter("encoding", 0, head.find("?>"));
        if (!xml.empty()) return xml;
    }
    for (std::size_t meta = head.find("<meta"); meta != std::string::npos;
         meta = head.find("<meta", meta + 5)) {
        const auto value = valueAfter("charset", meta, head.find('>', meta));
        if (!value.empty()) return value;
    }
    return {};
}

std::string unifyLineEnds(std::string text) {
    if (text.find('\r') == std::string::npos) return text;
    std::size_t to = 0;
    for (std::size_t from = 0; from < text.size(); ++from) {
        char c = text[from];
        if (c == '\r') {
            c = '\n';
            if (from + 1 < text.size() && text[from + 1] == '\n') ++from;
        }
        text[to++] = c;
    }
    text.resize(to);
    return text;
}

} // namespace quoth
