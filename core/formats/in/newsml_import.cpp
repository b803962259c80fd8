#include "core/formats/in/newsml_import.h"

#include "core/formats/in/nitf_import.h"
#include "core/formats/in/stated_article.h"
#include "core/formats/in/xml_article.h"

namespace quoth {
namespace {

// The first element of this name within `parent` that is not empty, as text.
std::string textIn(const pugi::xml_node& parent, std::string_view name) {
    return textOf(findElement(parent, name));
}

Expected<Imported> readItem(const pugi::xml_node& item) {
    const pugi::xml_node content = findElement(item, "contentSet");
    const pugi::xml_node inlineXml = findElement(content, "inlineXML");
    if (const pugi::xml_node nitf = findElement(inlineXml, "nitf")) return readNitf(nitf);

    StatedArticle article;
    const pugi::xml_node meta = findElement(item, "contentMeta");
    article.headline = textIn(meta, "headline");
    article.byline = textIn(meta, "by");
    if (article.byline.empty()) article.byline = textIn(findElement(meta, "creator"), "name");
    article.dateline = textIn(meta, "dateline");
    for (const pugi::xml_node& each : meta.children())
        if (localName(each) == "description" &&
            std::string_view(each.attribute("role").as_string()).ends_with("summary"))
            article.standfirst = textOf(each);
    article.published = textIn(meta, "contentCreated");
    if (article.published.empty())
        article.published = textIn(findElement(item, "itemMeta"), "firstCreated");
    if (article.published.empty())
        article.published = textIn(findElement(item, "itemMeta"), "versionCreated");
    if (inlineXml) {
        const pugi::xml_node body = findElement(inlineXml, "body");
        article.body = linesOfXhtml(writeXml(body ? body : inlineXml));
    } else {
        article.body = linesOfText(findElement(content, "inlineData").child_value());
    }
    return importedFrom(std::move(article));
}

} // namespace

bool looksLikeNewsml(std::string_view bytes) {
    return beginsWithElement(bytes, "newsItem") || beginsWithElement(bytes, "newsMessage") ||
           beginsWithElement(bytes, "packageItem");
}

Expected<Imported> readNewsml(std::string_view bytes) {
    const auto xml = parseXml(bytes);
    if (!xml) return unexpected(xml.error());
    const pugi::xml_node root = (*xml)->document_element();
    if (localName(root) == "newsItem") return readItem(root);
    std::vector<FileArticle> articles; // pictures have no text
    for (const pugi::xml_node& item : findElement(root, "itemSet").children())
        if (localName(item) == "newsItem")
            if (auto read = readItem(item))
                articles.push_back({item.attribute("guid").as_string(), std::move(read->article)});
    return importedFrom(std::move(articles));
}

} // namespace quoth
