// What the importers of office documents share: paragraphs with the roles that their styles give
// them, and the article that they make.
#pragma once

#include "core/formats/in/importers.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace quoth {

enum class ParagraphRole {
    Body,
    Title,
    Subtitle,
    Byline,
    Heading,
    LeftOut, // a caption, or of a table of contents: no text of the article
};

// By the name that a style has in the window: "Title", "heading 2", "Überschrift 1"; nullopt for
// one that tells no role.
std::optional<ParagraphRole> roleOfStyleName(std::string_view name);

struct OfficeStyle {
    std::string parent;
    std::optional<ParagraphRole> role; // where it tells one itself
    std::optional<bool> isHidden;
    std::optional<bool> isSetOff; // bold or italic
};

// Styles by the document's ids; each passes on what it says.
class OfficeStyles {
public:
    void add(std::string id, OfficeStyle style) { m_styles[std::move(id)] = std::move(style); }
    // nullopt where neither the style nor one that it derives from says it. A style that the
    // document uses and does not define tells its role by its id.
    std::optional<ParagraphRole> roleOf(std::string id) const;
    std::optional<bool> isHidden(const std::string& id) const {
        return inherited(id, &OfficeStyle::isHidden);
    }
    std::optional<bool> isSetOff(const std::string& id) const {
        return inherited(id, &OfficeStyle::isSetOff);
    }

private:
    std::optional<bool> inherited(const std::string& id,
                                  std::optional<bool> OfficeStyle::*property) const;

    std::unordered_map<std::string, OfficeStyle> m_styles;
};

struct OfficeLine {
    std::string text; // without white space at its ends, not empty
    ParagraphRole role = ParagraphRole::Body;
    bool afterBreak = false;    // in one paragraph with the line before
    std::size_t setOffLead = 0; // bytes at its head that are bold or italic
};

// Collects one paragraph after the other. Characters that are never shown are left out.
class ParagraphWriter {
public:
    // Whether what follows is bold or italic.
    void setOff(bool on) { m_isSetOff = on; }
    // As it stands: spaces and tabs are kept, line ends are spaces.
    void append(std::string_view text);
    // As XML means it: white space is one space.
    void appendCollapsing(std::string_view text);
    // Two end a paragraph. In a headline, a break is a space.
    void endLine();
    void endParagraph(ParagraphRole role);
    // Text that stands apart from the paragraph at hand, such as a box's: after it.
    void addBeside(std::vector<OfficeLine> lines);

    std::vector<OfficeLine> takeLines(); // ends the last paragraph

private:
    void noteSetOff(std::size_t begin);
    std::size_t setOffLead(std::size_t begin, std::size_t end) const;

    std::vector<OfficeLine> m_lines, m_beside;
    std::string m_text;                                        // of the paragraph at hand
    std::vector<std::pair<std::size_t, std::size_t>> m_setOff; // parts of it, in order, apart
    bool m_space = false, m_isSetOff = false;
};

struct OfficeArticle {
    std::vector<OfficeLine> lines;
    std::string title, author; // as the file's properties state them, for want of better ones
};

// The title is that of the line with the role, else a heading's at the top, else the properties'.
// An author is believed where the text names none and it is a person's name. Blocks are left to the
// text where no style tells the headline. Empty where there is no text.
Expected<Imported> importedFrom(OfficeArticle article);

} // namespace quoth
