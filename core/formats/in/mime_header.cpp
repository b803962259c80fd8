#include "core/formats/in/mime_header.h"

#include "core/support/strings.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <array>
#include <optional>

namespace quoth {
namespace {

constexpr std::size_t mostFields = 1000;
constexpr std::size_t longestName = 76;                     // bytes
constexpr std::size_t longestValue = std::size_t{16} << 10; // bytes
constexpr std::size_t largestAtFront = std::size_t{1}
                                       << 20; // bytes that are looked at to recognise one

bool isBlankByte(char c) {
    return c == ' ' || c == '\t';
}

// The name before the line's colon; nullopt for a line that begins no field.
std::optional<std::string> fieldName(std::string_view line) {
    const std::size_t colon = line.substr(0, longestName + 1).find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string_view name = trimmedAscii(line.substr(0, colon));
    const bool plain =
        std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7F; });
    if (name.empty() || !plain || isBlankByte(line.front())) return std::nullopt;
    return toLower(name);
}

void append(std::string& value, std::string_view more) {
    if (!value.empty() && !more.empty()) value += ' ';
    value += more.substr(0, longestValue - std::min(longestValue, value.size()));
    std::replace(value.begin(), value.end(), '\0', ' ');
}

} // namespace

bool MimeHeader::has(std::string_view lowerName) const {
    return std::any_of(fields.begin(), fields.end(),
                       [&](const Field& field) { return field.name == lowerName; });
}

std::string_view MimeHeader::value(std::string_view lowerName) const {
    const auto it = std::find_if(fields.begin(), fields.end(),
                                 [&](const Field& field) { return field.name == lowerName; });
    return it == fields.end() ? std::string_view() : it->value;
}

MimeHeader readMimeHeader(std::string_view bytes) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    MimeHeader out;
    if (bytes.starts_with(mark)) out.length = mark.size();
    bool first = true, kept = false;
    while (out.length < bytes.size()) {
        const std::size_t end = std::min(bytes.find('\n', out.length), bytes.size());
        std::string_view line = bytes.substr(out.length, end - out.length);
        if (line.ends_with('\r')) line.remove_suffix(1);
        const std::size_t next = std::min(end + 1, bytes.size());
        const bool envelope = first && (line.starts_with("From ") || line.starts_with(">From "));
        if (trimmedAscii(line).empty()) {
            out.length = next;
            out.closed = true;
            return out;
        }
        if (auto name = fieldName(line)) {
            kept = out.fields.size() < mostFields;
            if (kept) {
                out.fields.push_back({std::move(*name), {}});
                append(out.fields.back().value, trimmedAscii(line.substr(line.find(':') + 1)));
            }
        } else if (isBlankByte(line.front()) && !out.fields.empty()) {
            if (kept) append(out.fields.back().value, trimmedAscii(line));
        } else if (!envelope)
            return out; // the body begins without a blank line
        first = false;
        out.length = next;
    }
    out.closed = true;
    return out;
}

bool looksLikeMail(std::string_view bytes) {
    static constexpr auto writtenByPrograms = std::to_array<std::string_view>(
        {"message-id", "mime-version", "content-type", "received", "return-path"});
    static constexpr auto writtenByPeople =
        std::to_array<std::string_view>({"from", "date", "subject", "to"});
    const MimeHeader header = readMimeHeader(bytes.substr(0, largestAtFront));
    if (!header.closed) return false;
    const auto count = [&](const auto& names) {
        return std::count_if(names.begin(), names.end(),
                             [&](std::string_view name) { return header.has(name); });
    };
    const auto byPrograms = count(writtenByPrograms);
    return byPrograms + count(writtenByPeople) >= 2 &&
           (byPrograms > 0 || header.value("from").find('@') != std::string_view::npos);
}

} // namespace quoth
