#include "core/formats/in/odt_text.h"

#include "core/formats/in/xml_article.h"

#include <algorithm>
#include <array>

namespace quoth {
namespace {

constexpr unsigned mostSpaces = 40; // that one element may stand for

// "Heading_20_1": what may not stand in a name is written as its number.
std::string decodedName(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool space = name.substr(i, 4) == "_20_";
        out += space ? ' ' : name[i];
        if (space) i += 3;
    }
    return out;
}

// Families have names of their own: a paragraph's "P1" is none of a text's.
std::string paragraphStyle(std::string_view name) {
    return decodedName(name);
}
std::string textStyle(std::string_view name) {
    return "text:" + std::string(name);
}

// What is no text of the document, or is not shown.
bool isLeftOut(std::string_view name) {
    static constexpr auto names = std::to_array<std::string_view>({"alphabetical-index",
                                                                   "annotation",
                                                                   "bibliography",
                                                                   "binary-data",
                                                                   "creator",
                                                                   "date",
                                                                   "date-string",
                                                                   "desc",
                                                                   "event-listeners",
                                                                   "forms",
                                                                   "hidden-text",
                                                                   "illustration-index",
                                                                   "math",
                                                                   "note",
                                                                   "number",
                                                                   "object",
                                                                   "object-index",
                                                                   "object-ole",
                                                                   "placeholder",
                                                                   "ruby-text",
                                                                   "script",
                                                                   "table-index",
                                                                   "table-of-content",
                                                                   "title",
                                                                   "tracked-changes",
                                                                   "user-index"});
    return std::binary_search(names.begin(), names.end(), name);
}

// Names like those above that are fields of the text: "text:date".
bool isField(std::string_view qualifiedName) {
    return qualifiedName == "text:creator" || qualifiedName == "text:date" ||
           qualifiedName == "text:title";
}

bool isHiddenByItself(const pugi::xml_node& node) {
    const std::string_view display = node.attribute("text:display").as_string();
    return display == "none" || node.attribute("text:is-hidden").as_bool();
}

// Bold or italic.
std::optional<bool> isEmphasised(const pugi::xml_node& properties) {
    const std::string_view weight = properties.attribute("fo:font-weight").as_string();
    const std::string_view slant = properties.attribute("fo:font-style").as_string();
    if (weight.empty() && slant.empty()) return std::nullopt;
    return weight == "bold" || slant == "italic";
}

class OdtText {
public:
    explicit OdtText(const OfficeStyles& styles) : m_styles(styles) {}

    std::vector<OfficeLine> read(const pugi::xml_node& parent) {
        readChildren(parent);
        return m_out.takeLines();
    }

private:
    // Of what holds paragraphs.
    void readChildren(const pugi::xml_node& parent) {
        for (const pugi::xml_node& each : parent.children()) {
            if (each.type() != pugi::node_element) continue;
            const std::string_view name = localName(each);
            if (isLeftOut(name) || isHiddenByItself(each)) continue;
            if (name == "p" || name == "h")
                readParagraph(each, name == "h");
            else
                readChildren(each);
        }
    }

    void readParagraph(const pugi::xml_node& paragraph, bool isHeading) {
        const std::string style =
            paragraphStyle(paragraph.attribute("text:style-name").as_string());
        auto role = m_styles.roleOf(style);
        if (isHeading && (!role || role == ParagraphRole::Body)) role = ParagraphRole::Heading;
        if (role == ParagraphRole::LeftOut) return;
        for (const pugi::xml_node& each : paragraph.children())
            if (localName(each) == "hidden-paragraph" && isHiddenByItself(each)) return;
        readInline(paragraph, {m_styles.isHidden(style).value_or(false),
                               m_styles.isSetOff(style).value_or(false)});
        m_out.endParagraph(role.value_or(ParagraphRole::Body));
    }

    struct Look {
        bool isHidden = false, isSetOff = false;
    };

    // Of what stands in a paragraph.
    void readInline(const pugi::xml_node& parent, Look look) {
        const bool isHidden = look.isHidden;
        for (const pugi::xml_node& each : parent.children()) {
            if (each.type() == pugi::node_pcdata || each.type() == pugi::node_cdata) {
                m_out.setOff(look.isSetOff);
                if (!isHidden) m_out.appendCollapsing(each.value());
            } else if (each.type() == pugi::node_element) {
                readInlineElement(each, look);
            }
        }
    }

    void readInlineElement(const pugi::xml_node& node, Look look) {
        const bool isHidden = look.isHidden;
        const std::string_view name = localName(node), qualifiedName = node.name();
        if (isLeftOut(name) && !isField(qualifiedName)) return;
        if (qualifiedName.starts_with("draw:")) { // a frame or a shape: only the text in it
            if (!isHidden) m_out.addBeside(OdtText(m_styles).read(node));
        } else if (name == "s") {
            const unsigned count = node.attribute("text:c").as_uint(1);
            if (!isHidden) m_out.append(std::string(std::min(count, mostSpaces), ' '));
        } else if (name == "tab") {
            if (!isHidden) m_out.append("\t");
        } else if (name == "line-break") {
            if (!isHidden) m_out.endLine();
        } else {
            const std::string style = textStyle(node.attribute("text:style-name").as_string());
            readInline(node, {isHidden || m_styles.isHidden(style).value_or(false),
                              m_styles.isSetOff(style).value_or(look.isSetOff)});
        }
    }

    const OfficeStyles& m_styles;
    ParagraphWriter m_out;
};

} // namespace

void addOdtStyles(const pugi::xml_node& root, OfficeStyles& styles) {
    for (const char* group : {"styles", "automatic-styles"}) {
        for (const pugi::xml_node& style : findElement(root, group).children("style:style")) {
            const std::string_view family = style.attribute("style:family").as_string();
            if (family != "paragraph" && family != "text") continue;
            const auto idOf = family == "text" ? textStyle : paragraphStyle;
            const std::string id = idOf(style.attribute("style:name").as_string());
            const std::string shown = style.attribute("style:display-name").as_string();
            OfficeStyle read;
            if (const auto parent = style.attribute("style:parent-style-name"))
                read.parent = idOf(parent.as_string());
            if (family == "paragraph") read.role = roleOfStyleName(shown.empty() ? id : shown);
            const pugi::xml_node properties = style.child("style:text-properties");
            if (const auto display = properties.attribute("text:display"))
                read.isHidden = display.as_string() == std::string_view("none");
            read.isSetOff = isEmphasised(properties);
            styles.add(id, std::move(read));
        }
    }
}

std::vector<OfficeLine> readOdtText(const pugi::xml_node& root, const OfficeStyles& styles) {
    return OdtText(styles).read(findElement(findElement(root, "body"), "text"));
}

} // namespace quoth
