#include "core/formats/json_values.h"

namespace quoth {

void JsonValues::setText(std::string_view text) {
    m_text = text;
    m_offsets = OffsetMap(text);
}

const JsonValues::Json& JsonValues::at(const Json& object, const char* key) {
    static const Json null;
    if (!object.is_object()) return null;
    const auto it = object.find(key);
    return it == object.end() ? null : *it;
}

const JsonValues::Json& JsonValues::list(const Json& json) {
    static const Json none = Json::array();
    if (json.is_array()) return json;
    m_bad = true;
    return none;
}

std::string JsonValues::string(const Json& json) {
    if (json.is_string()) return json.get<std::string>();
    m_bad = true;
    return {};
}

std::string JsonValues::stringOrEmpty(const Json& json) {
    return json.is_null() ? std::string() : string(json);
}

float JsonValues::probability(const Json& json) {
    const double value = json.is_number() ? json.get<double>() : -1;
    if (value >= 0 && value <= 1) return static_cast<float>(value);
    m_bad = true;
    return 0;
}

Span JsonValues::span(const Json& begin, const Json& end) {
    const bool numbers = begin.is_number_unsigned() && end.is_number_unsigned();
    const auto from = numbers ? begin.get<std::uint64_t>() : 1;
    const auto to = numbers ? end.get<std::uint64_t>() : 0;
    if (from > to || to > m_offsets.codePoints()) {
        m_bad = true;
        return {};
    }
    return makeSpan(m_offsets.byteFromCodePoint(m_text, from),
                    m_offsets.byteFromCodePoint(m_text, to));
}

Span JsonValues::span(const Json& pair) {
    if (pair.is_array() && pair.size() == 2) return span(pair[0], pair[1]);
    m_bad = true;
    return {};
}

std::vector<Span> JsonValues::spans(const Json& json) {
    std::vector<Span> out;
    for (const Json& pair : list(json))
        out.push_back(span(pair));
    return out;
}

} // namespace quoth
