#include "core/formats/in/nitf_import.h"

#include "core/formats/in/stated_article.h"
#include "core/formats/in/xml_article.h"

namespace quoth {
namespace {

// Pictures, tables and notes are no text of the article; <hl2> is a subheading of it.
void prepareBody(pugi::xml_node content) {
    for (const char* name : {"media", "table", "fn", "note", "nitf-table", "credit"}) {
        const auto all = findElements(content, name);
        // From the last: one inside another comes after it.
        for (auto node = all.rbegin(); node != all.rend(); ++node)
            node->parent().remove_child(*node);
    }
    for (pugi::xml_node subheading : findElements(content, "hl2"))
        subheading.set_name("h2");
}

std::string attributeOf(const pugi::xml_node& root, std::string_view element, const char* name) {
    return findElement(root, element).attribute(name).as_string();
}

} // namespace

bool looksLikeNitf(std::string_view bytes) {
    return beginsWithElement(bytes, "nitf");
}

Expected<Imported> readNitf(std::string_view bytes) {
    const auto xml = parseXml(bytes);
    if (!xml) return unexpected(xml.error());
    return readNitf((*xml)->document_element());
}

Expected<Imported> readNitf(pugi::xml_node nitf) {
    StatedArticle article;
    pugi::xml_node head = findElement(nitf, "body.head");
    article.headline = textOf(findElement(head, "hl1"));
    if (article.headline.empty()) article.headline = textOf(findElement(nitf, "title"));
    article.standfirst = textOf(findElement(head, "hl2"));
    if (article.standfirst.empty()) article.standfirst = textOf(findElement(head, "abstract"));
    const pugi::xml_node byline = findElement(head, "byline");
    for (const pugi::xml_node& person : findElements(byline, "person"))
        article.byline += (article.byline.empty() ? "" : " and ") + textOf(person);
    if (article.byline.empty()) article.byline = textOf(byline);
    article.dateline = textOf(findElement(head, "dateline"));
    for (const char* element : {"date.issue", "date.release", "story.date"})
        if (article.published.empty()) article.published = attributeOf(nitf, element, "norm");
    if (article.published.empty())
        article.published = attributeOf(nitf, "pubdata", "date.publication");
    article.url = attributeOf(nitf, "pubdata", "ex-ref");
    if (pugi::xml_node content = findElement(nitf, "body.content")) {
        prepareBody(content);
        article.body = linesOfXhtml(writeXml(content));
    }
    return importedFrom(std::move(article));
}

} // namespace quoth
