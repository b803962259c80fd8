#include "core/formats/in/mime_message.h"

#include "core/formats/escape.h"
#include "core/formats/in/html_tree.h"
#include "core/formats/in/mime_header.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <array>
#include <gmime/gmime.h>
#include <memory>

namespace quoth {
namespace {

constexpr std::size_t maximumDecodedBytes = std::size_t{64} << 20;
// Of all multiparts together: what one holds is searched for its boundary, and again for that of
// each one in it.
constexpr std::size_t maximumSearchedBytes = 4 * maximumDecodedBytes;
// GMime reads groups of addresses ("a: b: c:") by recursion.
constexpr std::size_t longestAddresses = 4096; // bytes

struct Release {
    void operator()(char* text) const { g_free(text); }
    void operator()(GDateTime* time) const { g_date_time_unref(time); }
    void operator()(GMimeContentType* type) const { g_object_unref(type); }
    void operator()(GMimeContentDisposition* disposition) const { g_object_unref(disposition); }
    void operator()(InternetAddressList* list) const { g_object_unref(list); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

// Of raw 8-bit headers and unknown charsets, whatever the user's locale.
GMimeParserOptions* options() {
    static GMimeParserOptions* const shared = [] {
        g_mime_init();
        std::array<const char*, 3> charsets = {"utf-8", "windows-1252", nullptr};
        GMimeParserOptions* out = g_mime_parser_options_new();
        g_mime_parser_options_set_fallback_charsets(out, charsets.data());
        return out;
    }();
    return shared;
}

// One line of valid UTF-8.
std::string cleaned(const char* text) {
    std::string out;
    bool space = false;
    if (text) appendCollapsed(out, withoutControls(repairUtf8(text)), space);
    return out;
}

bool isKnownCharset(const std::string& charset) {
    options();                                         // sets GMime up
    if (toLower(charset) == "x-unknown") return false; // GMime's name for the user's
    const iconv_t converter = g_mime_iconv_open("utf-8", charset.c_str());
    if (converter == reinterpret_cast<iconv_t>(-1)) return false;
    g_mime_iconv_close(converter);
    return true;
}

// Encoded words (RFC 2047) of a charset that nobody knows as Windows-1252: GMime would take the
// user's.
std::string withKnownCharsets(std::string_view value) {
    std::string out(value);
    for (std::size_t at = out.find("=?"); at != std::string::npos; at = out.find("=?", at + 2)) {
        const std::size_t begin = at + 2, end = out.find_first_of("?*", begin);
        if (end == std::string::npos) break;
        if (!isKnownCharset(out.substr(begin, end - begin)))
            out.replace(begin, end - begin, "windows-1252");
    }
    return out;
}

std::string decodedHeader(std::string_view value) {
    const Owned<char> text(
        g_mime_utils_header_decode_text(options(), withKnownCharsets(value).c_str()));
    return cleaned(text.get());
}

std::string addressIn(std::string_view value) {
    std::string out = decodedHeader(value);
    std::erase(out, ' '); // folded (RFC 2557)
    return out;
}

std::string withoutBrackets(std::string id) {
    std::erase_if(id, [](char c) { return c == '<' || c == '>' || c == ' '; });
    return id;
}

std::vector<std::string> namesOf(std::string_view value) {
    const std::string text = withKnownCharsets(value.substr(0, longestAddresses));
    const Owned<InternetAddressList> list(internet_address_list_parse(options(), text.c_str()));
    std::vector<std::string> out;
    for (int i = 0; list && i < internet_address_list_length(list.get()); ++i) {
        InternetAddress* address = internet_address_list_get_address(list.get(), i);
        if (std::string name = cleaned(internet_address_get_name(address)); !name.empty())
            out.push_back(std::move(name));
    }
    return out;
}

std::optional<DayStamp> stampOf(std::string_view value) {
    const Owned<GDateTime> time(g_mime_utils_header_decode_date(std::string(value).c_str()));
    if (!time) return std::nullopt;
    const Date day{
        std::chrono::year{g_date_time_get_year(time.get())},
        std::chrono::month{static_cast<unsigned>(g_date_time_get_month(time.get()))},
        std::chrono::day{static_cast<unsigned>(g_date_time_get_day_of_month(time.get()))}};
    DayStamp out{day, {}, {}};
    const auto offset =
        static_cast<int>(g_date_time_get_utc_offset(time.get()) / G_TIME_SPAN_MINUTE);
    if (offset == 0)
        out.utcSecond = g_date_time_get_hour(time.get()) * 3600 +
                        g_date_time_get_minute(time.get()) * 60 +
                        g_date_time_get_second(time.get());
    else
        out.offsetMinutes = offset;
    return out;
}

class ContentType {
public:
    ContentType(std::string_view value, const char* otherwise) {
        const std::string text(value.find('/') == std::string_view::npos ? otherwise : value);
        m_type.reset(g_mime_content_type_parse(options(), text.c_str()));
        const Owned<char> name(g_mime_content_type_get_mime_type(m_type.get()));
        m_name = toLower(cleaned(name.get()));
    }
    const std::string& name() const { return m_name; }
    bool isMultipart() const { return m_name.starts_with("multipart/"); }
    std::string parameter(const char* name) const {
        return cleaned(g_mime_content_type_get_parameter(m_type.get(), name));
    }

private:
    Owned<GMimeContentType> m_type;
    std::string m_name;
};

std::string decoded(std::string_view bytes, std::string_view encoding) {
    const GMimeContentEncoding kind =
        g_mime_content_encoding_from_string(std::string(encoding).c_str());
    if (kind != GMIME_CONTENT_ENCODING_BASE64 && kind != GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE &&
        kind != GMIME_CONTENT_ENCODING_UUENCODE)
        return std::string(bytes);
    GMimeEncoding state;
    g_mime_encoding_init_decode(&state, kind);
    std::string out(g_mime_encoding_outlen(&state, bytes.size()), '\0');
    out.resize(g_mime_encoding_flush(&state, bytes.data(), bytes.size(), out.data()));
    return out;
}

// Lines of `body` that begin with "--": where they begin, and what follows the dashes.
template <class Visit>
void eachDashedLine(std::string_view body, Visit visit) {
    for (std::size_t at = body.starts_with("--") ? 0 : body.find("\n--");
         at != std::string_view::npos; at = body.find("\n--", at)) {
        const std::size_t begin = body[at] == '\n' ? at + 1 : at;
        const std::size_t end = std::min(body.find('\n', begin), body.size());
        std::string_view line = body.substr(begin + 2, end - begin - 2);
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
            line.remove_suffix(1);
        if (!visit(begin, line, std::min(end + 1, body.size()))) return;
        at = end;
    }
}

// The parts between lines of the boundary, at most `most`; where none is named, the first line that
// could be one tells it.
std::vector<std::string_view> splitParts(std::string_view body, std::string boundary,
                                         std::size_t most) {
    std::vector<std::string_view> out;
    std::optional<std::size_t> begin;
    const auto close = [&](std::size_t end) {
        if (!begin) return;
        std::string_view part = body.substr(*begin, end - std::min(*begin, end));
        if (part.ends_with('\n')) part.remove_suffix(1); // it belongs to the boundary
        if (part.ends_with('\r')) part.remove_suffix(1);
        out.push_back(part);
        begin.reset();
    };
    bool ended = false;
    eachDashedLine(body, [&](std::size_t at, std::string_view line, std::size_t next) {
        if (boundary.empty()) boundary = line;
        if (line.empty() || !line.starts_with(boundary)) return true;
        const std::string_view rest = line.substr(boundary.size());
        if (!rest.empty() && rest != "--") return true;
        close(at);
        ended = rest == "--" || out.size() >= most;
        if (!ended) begin = next;
        return !ended;
    });
    if (!ended) close(body.size()); // cut
    return out;
}

class PartCollector {
public:
    explicit PartCollector(MimeMessage& message) : m_message(message) {}

    Outcome collect(const MimeHeader& header, std::string_view body, const char* defaultType,
                    int depth) {
        if (depth > maximumMimeNesting)
            return unexpected(ErrorCode::TooDeep,
                              "The mail nests more than " + std::to_string(maximumMimeNesting) +
                                  " parts in each other; Quoth does not read such mails.");
        const ContentType type(header.value("content-type"), defaultType);
        if (!type.isMultipart()) return addLeaf(header, type, body);
        m_searched += body.size();
        if (m_searched > maximumSearchedBytes)
            return unexpected(ErrorCode::TooLarge,
                              "The mail is too large for as many parts in each other; Quoth does "
                              "not read such mails.");
        if (type.name() == "multipart/encrypted") m_message.isEncrypted = true;
        if (type.name() == "multipart/related" && m_message.start.empty())
            m_message.start = withoutBrackets(type.parameter("start"));
        const auto parts = splitParts(body, type.parameter("boundary"), maximumMimeParts - m_count);
        if (parts.empty()) return addLeaf(header, ContentType("text/plain", "text/plain"), body);
        const char* inner = type.name() == "multipart/digest" ? "message/rfc822" : "text/plain";
        for (const std::string_view part : parts) {
            if (m_count == maximumMimeParts) break;
            ++m_count;
            const MimeHeader head = readMimeHeader(part);
            const auto outcome = collect(head, part.substr(head.length), inner, depth + 1);
            if (!outcome) return outcome;
        }
        return Outcome{std::monostate{}};
    }

private:
    Outcome addLeaf(const MimeHeader& header, const ContentType& type, std::string_view body) {
        MimePart part;
        part.contentType = type.name();
        part.charset = type.parameter("charset");
        part.contentId = withoutBrackets(decodedHeader(header.value("content-id")));
        part.contentLocation = addressIn(header.value("content-location"));
        part.isFlowed = toLower(type.parameter("format")) == "flowed";
        part.deletesSpaces = toLower(type.parameter("delsp")) == "yes";
        const std::string disposition(header.value("content-disposition"));
        if (!disposition.empty()) {
            const Owned<GMimeContentDisposition> parsed(
                g_mime_content_disposition_parse(options(), disposition.c_str()));
            part.isAttachment = g_mime_content_disposition_is_attachment(parsed.get());
            part.fileName =
                cleaned(g_mime_content_disposition_get_parameter(parsed.get(), "filename"));
        }
        if (part.fileName.empty()) part.fileName = decodedHeader(type.parameter("name"));
        if (part.contentType.ends_with("/pkcs7-mime") ||
            part.contentType.ends_with("/x-pkcs7-mime"))
            m_message.isEncrypted |= toLower(type.parameter("smime-type")) != "signed-data";
        if (part.contentType.starts_with("text/") || part.contentType.starts_with("message/") ||
            part.contentType == "application/xhtml+xml")
            part.bytes = decoded(body, header.value("content-transfer-encoding"));
        m_decoded += part.bytes.size();
        if (m_decoded > maximumDecodedBytes)
            return unexpected(ErrorCode::TooLarge,
                              "The mail is too large: its texts are more than " +
                                  std::to_string(maximumDecodedBytes >> 20) + " MB.");
        m_message.parts.push_back(std::move(part));
        return Outcome{std::monostate{}};
    }

    MimeMessage& m_message;
    std::size_t m_count = 0, m_decoded = 0, m_searched = 0;
};

} // namespace

Expected<MimeMessage> readMimeMessage(std::string_view bytes) {
    const MimeHeader header = readMimeHeader(bytes);
    MimeMessage out;
    out.subject = decodedHeader(header.value("subject"));
    out.from = namesOf(header.value("from"));
    out.sent = stampOf(header.value("date"));
    out.snapshotLocation = addressIn(header.value("snapshot-content-location"));
    out.contentLocation = addressIn(header.value("content-location"));
    const auto outcome =
        PartCollector(out).collect(header, bytes.substr(header.length), "text/plain", 0);
    if (!outcome) return unexpected(outcome.error());
    return out;
}

} // namespace quoth
