// What the corpus readers share: a file's lines, its fields, and errors that name file and line.
#pragma once

#include "core/document/span.h"
#include "core/support/expected.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::corpora {

// NotFound when there is no such file (a folder is none), Unreadable when reading it fails.
Expected<std::string> readCorpusFile(const std::filesystem::path& path);

// Calls `visit` with each line, its end left out, and its number from 1. A message that it gives
// makes the file Malformed: "FILE:LINE: message".
using LineVisitor =
    std::function<std::optional<std::string>(std::string_view line, std::size_t number)>;
Outcome visitLines(const std::filesystem::path& path, const LineVisitor& visit);

std::vector<std::string_view> splitFields(std::string_view line, char separator);
std::optional<std::uint32_t> parseNumber(std::string_view text);

// Positions in code points as positions in bytes of the same text.
class BytePositions {
public:
    explicit BytePositions(std::string_view text);
    std::size_t codePoints() const { return m_bytes.size() - 1; }
    // Nothing when the span is not within the text or ends before it begins.
    std::optional<Span> span(std::uint32_t begin, std::uint32_t end) const;

private:
    std::vector<std::uint32_t> m_bytes; // of each code point, and the text's size
};

} // namespace quoth::corpora
