#include "core/corpora/corpus_lines.h"

#include <algorithm>
#include <charconv>
#include <fstream>

namespace quoth::corpora {

Expected<std::string> readCorpusFile(const std::filesystem::path& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error); // fails for a folder
    std::ifstream file(path, std::ios::binary);
    if (error || !file) return unexpected(ErrorCode::NotFound, path.string() + " cannot be read.");
    std::string content(size, '\0');
    if (!file.read(content.data(), static_cast<std::streamsize>(size))) // never throws
        return unexpected(ErrorCode::Unreadable, path.string() + " cannot be read.");
    return content;
}

Outcome visitLines(const std::filesystem::path& path, const LineVisitor& visit) {
    const auto content = readCorpusFile(path);
    if (!content) return unexpected(content.error());
    std::string_view rest = *content;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (const auto wrong = visit(line, number))
            return unexpected(ErrorCode::Malformed,
                              path.string() + ":" + std::to_string(number) + ": " + *wrong + ".");
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return std::monostate{};
}

std::vector<std::string_view> splitFields(std::string_view line, char separator) {
    std::vector<std::string_view> fields;
    for (;;) {
        const std::size_t end = line.find(separator);
        fields.push_back(line.substr(0, end));
        if (end == std::string_view::npos) return fields;
        line.remove_prefix(end + 1);
    }
}

std::optional<std::uint32_t> parseNumber(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

BytePositions::BytePositions(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((text[i] & 0xC0) != 0x80) m_bytes.push_back(static_cast<std::uint32_t>(i));
    m_bytes.push_back(static_cast<std::uint32_t>(text.size()));
}

std::optional<Span> BytePositions::span(std::uint32_t begin, std::uint32_t end) const {
    if (begin > end || end > codePoints()) return std::nullopt;
    return Span{m_bytes[begin], m_bytes[end]};
}

} // namespace quoth::corpora
