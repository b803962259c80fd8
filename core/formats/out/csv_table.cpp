#include "core/formats/out/csv_table.h"

#include "core/formats/escape.h"

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

} // namespace

void CsvTable::addRow(std::initializer_list<std::string_view> cells) {
    bool first = true;
    for (const std::string_view text : cells) {
        if (!first) m_out += ',';
        first = false;
        m_out += cell(text);
    }
    m_out += "\r\n";
}

} // namespace quoth
