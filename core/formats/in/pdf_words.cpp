#include "core/formats/in/pdf_words.h"

#include "core/support/strings.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace quoth {
namespace {

std::vector<std::string_view> fieldsOf(std::string_view line) {
    std::vector<std::string_view> out;
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find('\t', begin), line.size());
        out.push_back(line.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

std::optional<double> numberOf(std::string_view field) {
    double value = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    constexpr double largest = 1e6; // far beyond any page; keeps sums and squares exact
    if (error != std::errc() || end != field.data() + field.size() || !(std::abs(value) <= largest))
        return std::nullopt;
    return value;
}

// The name in lower case, without the six letters that mark a part of a font.
std::string plainName(std::string_view name) {
    if (name.size() > 7 && name[6] == '+') name.remove_prefix(7);
    return toLower(name);
}

class PdfWordReader {
public:
    Expected<PdfText> read(std::string_view lines) {
        if (!lines.starts_with(pdfWordsHead)) {
            const bool other =
                lines.starts_with(pdfWordsHead.substr(0, pdfWordsHead.find('\t') + 1));
            return unexpected(other ? ErrorCode::NewerVersion : ErrorCode::Malformed,
                              "The program that reads PDF documents is of another version.");
        }
        lines.remove_prefix(pdfWordsHead.size());
        bool ended = false;
        while (!lines.empty() && !ended) {
            const std::size_t end = std::min(lines.find('\n'), lines.size());
            const std::string_view line = lines.substr(0, end);
            lines.remove_prefix(std::min(end + 1, lines.size()));
            ended = line == "end";
            if (!ended && !readLine(fieldsOf(line))) break;
        }
        if (!ended || !lines.empty())
            return unexpected(ErrorCode::Malformed,
                              "The program that reads PDF documents gave no whole answer.");
        return std::move(m_text);
    }

private:
    bool readLine(const std::vector<std::string_view>& fields) {
        if (fields[0] == "title" && fields.size() == 2) {
            m_text.title = repairUtf8(fields[1]);
            return true;
        }
        if (fields[0] == "page" && fields.size() == 3) {
            const auto width = numberOf(fields[1]), height = numberOf(fields[2]);
            if (width && height) m_text.pages.push_back({*width, *height, {}});
            return width && height;
        }
        return fields[0] == "word" && fields.size() == 10 && !m_text.pages.empty() &&
               readWord(fields);
    }

    bool readWord(const std::vector<std::string_view>& fields) {
        std::array<double, 7> numbers{};
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const auto number = numberOf(fields[i + 1]);
            if (!number) return false;
            numbers[i] = *number;
        }
        if (fields[8] != m_font) { // words of one font come in rows
            m_font = fields[8];
            m_bold = isBoldFont(m_font);
            m_italic = isItalicFont(m_font);
        }
        PdfWord word{numbers[0],           numbers[1], numbers[2],
                     numbers[3],           numbers[4], static_cast<int>(numbers[5]) & 3,
                     numbers[6] != 0,      m_bold,     m_italic,
                     repairUtf8(fields[9])};
        m_text.pages.back().words.push_back(std::move(word));
        return true;
    }

    PdfText m_text;
    std::string_view m_font;
    bool m_bold = false, m_italic = false;
};

} // namespace

Expected<PdfText> readPdfWords(std::string_view lines) {
    return PdfWordReader().read(lines);
}

bool isBoldFont(std::string_view name) {
    const std::string plain = plainName(name);
    return containsAny(plain, {"bold", "black", "heavy", "-demi", "-semi", "cmbx", "cmssbx", "sfbx",
                               "ecbx", "-bd"}) ||
           plain.ends_with("-medi") || plain.ends_with("-mediital");
}

bool isItalicFont(std::string_view name) {
    const std::string plain = plainName(name);
    return containsAny(plain, {"italic", "oblique", "slanted", "ital", "cmti", "cmsl", "cmbxti",
                               "sfti", "ecti"}) ||
           plain.ends_with("-it") || plain.ends_with("-obl");
}

} // namespace quoth
