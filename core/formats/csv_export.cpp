#include "core/formats/csv_export.h"

#include "core/formats/escape.h"

#include <initializer_list>

namespace quoth {
namespace {

std::string cell(std::string_view text) {
    std::string value = withoutControls(text);
    if (!value.empty() && std::string_view("=+-@\t\r").find(value[0]) != std::string_view::npos)
        value.insert(value.begin(), '\'');
    if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
    std::string out = "\"";
    for (const char c : value) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

void appendRow(std::string& out, std::initializer_list<std::string_view> cells) {
    bool first = true;
    for (const std::string_view text : cells) {
        if (!first) out += ',';
        first = false;
        out += cell(text);
    }
    out += "\r\n";
}

std::string joined(const Document& document, const std::vector<Span>& spans) {
    std::string out;
    for (const Span& span : spans) {
        if (!out.empty()) out += " … ";
        out += document.slice(span);
    }
    return out;
}

std::string entityName(const Document& document, const std::optional<EntityId>& id) {
    return id ? document.entity(*id).name : std::string();
}

} // namespace

std::string writeCsv(const Document& document, const ExportContext&) {
    std::string out = "\xEF\xBB\xBF";
    appendRow(out, {"id", "kind", "act", "speaker", "addressee", "quote", "cue", "source",
                    "confidence", "begin", "end", "sentence"});
    for (std::size_t i = 0; i < document.quotes().size(); ++i) {
        const Quote& quote = document.quotes()[i];
        const auto position = [&](std::uint32_t byte) {
            return std::to_string(document.offsets().codePointFromByte(document.text(), byte));
        };
        const auto sentence = document.sentenceAt(quote.content.front().begin);
        appendRow(out, {"q" + std::to_string(i + 1), name(quote.kind), name(quote.act),
                        entityName(document, quote.speaker), entityName(document, quote.addressee),
                        joined(document, quote.content), joined(document, quote.cue),
                        joined(document, quote.source), decimal(quote.confidence),
                        position(quote.content.front().begin), position(quote.content.back().end),
                        sentence ? document.slice(*sentence) : std::string_view()});
    }
    return out;
}

} // namespace quoth
