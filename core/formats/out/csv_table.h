// Rows of an RFC 4180 table for spreadsheets: UTF-8 with BOM, CRLF. A cell that a spreadsheet would
// take for a formula gets a leading apostrophe.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace quoth {

class CsvTable {
public:
    void addRow(std::initializer_list<std::string_view> cells);
    std::string take() { return std::move(m_out); }

private:
    std::string m_out = "\xEF\xBB\xBF";
};

} // namespace quoth
