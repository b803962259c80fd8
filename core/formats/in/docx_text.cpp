#include "core/formats/in/docx_text.h"

#include "core/formats/in/xml_article.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

namespace quoth {
namespace {

constexpr int lastHeadingLevel = 8; // as w:outlineLvl counts; 9 is body text

// w:val, whatever the prefix.
std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& each : node.attributes()) {
        std::string_view full = each.name();
        if (const auto colon = full.find(':'); colon != std::string_view::npos)
            full.remove_prefix(colon + 1);
        if (full == name) return each.value();
    }
    return {};
}

std::string valueOf(const pugi::xml_node& node, std::string_view name) {
    return std::string(attribute(childNamed(node, name), "val"));
}

// A property that is on where it stands without a value; nullopt where it does not stand.
std::optional<bool> isOn(const pugi::xml_node& properties, std::string_view name) {
    const pugi::xml_node property = childNamed(properties, name);
    if (!property) return std::nullopt;
    const std::string_view value = attribute(property, "val");
    return value != "0" && value != "false" && value != "off";
}

// Bold or italic.
std::optional<bool> isEmphasised(const pugi::xml_node& properties) {
    const auto bold = isOn(properties, "b"), italic = isOn(properties, "i");
    if (!bold && !italic) return std::nullopt;
    return bold.value_or(false) || italic.value_or(false);
}

std::optional<ParagraphRole> roleOfLevel(const pugi::xml_node& paragraphProperties) {
    const std::string level = valueOf(paragraphProperties, "outlineLvl");
    if (level.empty()) return std::nullopt;
    return std::atoi(level.c_str()) <= lastHeadingLevel ? ParagraphRole::Heading
                                                        : ParagraphRole::Body;
}

// Characters of the fonts of symbols, which have codes of their own.
void appendSymbol(ParagraphWriter& out, const pugi::xml_node& symbol) {
    struct Symbol {
        std::string_view font;
        unsigned long code;
        char32_t character;
    };
    static constexpr auto symbols = std::to_array<Symbol>({
        {"symbol", 0xA2, 0x2032},    {"symbol", 0xA3, 0x2264},    {"symbol", 0xA5, 0x221E},
        {"symbol", 0xAE, 0x2192},    {"symbol", 0xB0, 0xB0},      {"symbol", 0xB1, 0xB1},
        {"symbol", 0xB2, 0x2033},    {"symbol", 0xB3, 0x2265},    {"symbol", 0xB4, 0xD7},
        {"symbol", 0xB7, 0x2022},    {"symbol", 0xB9, 0x2260},    {"symbol", 0xBB, 0x2248},
        {"symbol", 0xBC, 0x2026},    {"symbol", 0xD2, 0xAE},      {"symbol", 0xD3, 0xA9},
        {"symbol", 0xD4, 0x2122},    {"symbol", 0xE2, 0xAE},      {"symbol", 0xE3, 0xA9},
        {"symbol", 0xE4, 0x2122},    {"wingdings", 0x4A, 0x263A}, {"wingdings", 0xA7, 0x25AA},
        {"wingdings", 0xDF, 0x2190}, {"wingdings", 0xE0, 0x2192}, {"wingdings", 0xFC, 0x2713},
    });
    const std::string font = toLower(attribute(symbol, "font"));
    const unsigned long code =
        std::strtoul(std::string(attribute(symbol, "char")).c_str(), nullptr, 16);
    char32_t character = 0;
    const bool isPrivate = code >= 0xF000 && code <= 0xF0FF;
    for (const Symbol& each : symbols)
        if (each.font == font && each.code == (code & 0xFF) && (isPrivate || code <= 0xFF))
            character = each.character;
    if (character == 0 && !isPrivate && code >= 0x20 && code <= 0x10FFFF && font != "symbol" &&
        !font.starts_with("wingdings") && font != "webdings")
        character = static_cast<char32_t>(code);
    std::string text;
    if (character != 0) appendUtf8(text, character);
    out.append(text);
}

// What stands in a paragraph and is no text of it.
bool isLeftOut(std::string_view name) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"del", "delInstrText", "delText", "instrText", "moveFrom", "pPr", "rPr", "rt", "sdtEndPr",
         "sdtPr", "sectPr", "tblGrid", "tblPr", "tblPrEx", "tcPr", "trPr"});
    return std::binary_search(names.begin(), names.end(), name);
}

class DocxText {
public:
    explicit DocxText(const OfficeStyles& styles) : m_styles(styles) {}

    std::vector<OfficeLine> read(const pugi::xml_node& parent) {
        readChildren(parent);
        return m_out.takeLines();
    }

private:
    void readChildren(const pugi::xml_node& parent) {
        for (const pugi::xml_node& each : parent.children())
            if (each.type() == pugi::node_element) readElement(each);
    }

    void readElement(const pugi::xml_node& node) {
        const std::string_view name = localName(node);
        if (isLeftOut(name)) return;
        if (name == "p")
            readParagraph(node);
        else if (name == "r")
            readRun(node);
        else if (name == "t")
            appendText(node);
        else if (name == "AlternateContent")
            readChildren(preferred(node));
        else if (name == "drawing" || name == "pict" || name == "object")
            readBoxes(node);
        else if (name == "fldChar")
            readFieldMark(attribute(node, "fldCharType"));
        else if (name == "sdt")
            readControl(node);
        else if (name == "tr")
            readRow(node);
        else if (name == "tc")
            readCell(node);
        else if (!readCharacter(name, node))
            readChildren(node);
    }

    // Is it an element that stands for a character?
    bool readCharacter(std::string_view name, const pugi::xml_node& node) {
        if (name == "br" || name == "cr") {
            if (isSeen()) m_out.endLine();
        } else if (name == "tab" || name == "ptab") {
            if (isSeen()) m_out.append("\t");
        } else if (name == "noBreakHyphen") {
            if (isSeen()) m_out.append("\u2011");
        } else if (name == "sym") {
            if (isSeen()) appendSymbol(m_out, node);
        } else {
            return false;
        }
        return true;
    }

    void readParagraph(const pugi::xml_node& paragraph) {
        const pugi::xml_node properties = childNamed(paragraph, "pPr");
        const std::string style = valueOf(properties, "pStyle");
        auto role = m_styles.roleOf(style);
        if (!role || role == ParagraphRole::Body || role == ParagraphRole::Heading)
            if (const auto own = roleOfLevel(properties)) role = own;
        if (role == ParagraphRole::LeftOut) return;
        m_isHiddenParagraph = m_styles.isHidden(style).value_or(false);
        m_isSetOffParagraph = m_styles.isSetOff(style).value_or(false);
        readChildren(paragraph);
        m_isHiddenParagraph = false;
        m_instructions = 0; // no damaged field hides the rest of the document
        m_fields.clear();
        // A deleted end joins the paragraph with the next one, whose style it then has.
        const pugi::xml_node end = childNamed(properties, "rPr");
        if (!childNamed(end, "del") && !childNamed(end, "moveFrom"))
            m_out.endParagraph(role.value_or(ParagraphRole::Body));
    }

    void readRun(const pugi::xml_node& run) {
        const pugi::xml_node properties = childNamed(run, "rPr");
        auto isHidden = isOn(properties, "vanish");
        if (!isHidden) isHidden = m_styles.isHidden(valueOf(properties, "rStyle"));
        const bool outer = m_isHiddenRun; // a run within one, of ruby
        m_isHiddenRun = outer || isHidden.value_or(m_isHiddenParagraph);
        auto isSetOff = isEmphasised(properties);
        if (!isSetOff) isSetOff = m_styles.isSetOff(valueOf(properties, "rStyle"));
        m_out.setOff(isSetOff.value_or(m_isSetOffParagraph));
        readChildren(run);
        m_isHiddenRun = outer;
    }

    bool isSeen() const { return !m_isHiddenRun && m_instructions == 0; }

    void appendText(const pugi::xml_node& node) {
        if (!isSeen()) return;
        for (const pugi::xml_node& each : node.children())
            m_out.append(each.value());
    }

    // The same twice, for newer programs and for older ones.
    static pugi::xml_node preferred(const pugi::xml_node& alternatives) {
        const pugi::xml_node choice = childNamed(alternatives, "Choice");
        return choice ? choice : childNamed(alternatives, "Fallback");
    }

    // Of a drawing, only the text in its boxes is text.
    void readBoxes(const pugi::xml_node& drawing) {
        for (const pugi::xml_node& each : drawing.children()) {
            const std::string_view name = localName(each);
            if (name == "txbxContent") {
                if (isSeen()) m_out.addBeside(DocxText(m_styles).read(each));
            } else if (name == "AlternateContent") {
                readBoxes(preferred(each));
            } else {
                readBoxes(each);
            }
        }
    }

    // A field is its instruction, a separator and its result, of which only the result is text.
    void readFieldMark(std::string_view type) {
        if (type == "begin") {
            m_fields.push_back(true);
            ++m_instructions;
        } else if (!m_fields.empty()) {
            if (m_fields.back()) --m_instructions;
            m_fields.back() = false;
            if (type == "end") m_fields.pop_back();
        }
    }

    // A content control, unless it shows a table of contents or asks to be filled in.
    void readControl(const pugi::xml_node& control) {
        const pugi::xml_node properties = childNamed(control, "sdtPr");
        const std::string gallery = valueOf(childNamed(properties, "docPartObj"), "docPartGallery");
        if (gallery != "Table of Contents" && !isOn(properties, "showingPlcHdr").value_or(false))
            readChildren(control);
    }

    void readRow(const pugi::xml_node& row) {
        if (!childNamed(childNamed(row, "trPr"), "del")) readChildren(row);
    }

    void readCell(const pugi::xml_node& cell) {
        readChildren(cell);
        m_out.endParagraph(ParagraphRole::Body);
    }

    const OfficeStyles& m_styles;
    ParagraphWriter m_out;
    std::vector<bool> m_fields;     // open ones: still in its instruction?
    std::size_t m_instructions = 0; // how many are
    bool m_isHiddenParagraph = false, m_isHiddenRun = false, m_isSetOffParagraph = false;
};

} // namespace

OfficeStyles readDocxStyles(const pugi::xml_node& styles) {
    OfficeStyles out;
    for (const pugi::xml_node& style : findElement(styles, "styles").children()) {
        if (localName(style) != "style") continue;
        OfficeStyle read;
        read.parent = valueOf(style, "basedOn");
        read.role = roleOfStyleName(valueOf(style, "name"));
        if (!read.role) read.role = roleOfLevel(childNamed(style, "pPr"));
        read.isHidden = isOn(childNamed(style, "rPr"), "vanish");
        read.isSetOff = isEmphasised(childNamed(style, "rPr"));
        out.add(std::string(attribute(style, "styleId")), std::move(read));
    }
    return out;
}

std::vector<OfficeLine> readDocxText(const pugi::xml_node& document, const OfficeStyles& styles) {
    return DocxText(styles).read(findElement(document, "body"));
}

} // namespace quoth
