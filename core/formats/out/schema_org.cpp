#include "core/formats/out/schema_org.h"

#include "core/formats/annotation_data.h"
#include "core/formats/annotation_names.h"
#include "core/formats/escape.h"
#include "core/formats/limits.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace quoth {
namespace {

using Json = nlohmann::ordered_json;

const char* typeName(EntityType type) {
    switch (type) {
    case EntityType::Person:
        return "Person";
    case EntityType::Organization:
    case EntityType::Group:
        return "Organization";
    case EntityType::Place:
        return "Place";
    case EntityType::Other:
        break;
    }
    return "Thing";
}

Json link(char kind, std::size_t index) {
    return {{"@id", reference(kind, index)}};
}

Json article(const Document& document) {
    Json out = {{"@type", "NewsArticle"}, {"@id", "#article"}, {"inLanguage", "en"}};
    if (!document.title().empty()) out["headline"] = document.title();
    if (!document.byline().empty())
        out["author"] = {{"@type", "Person"}, {"name", document.byline()}};
    if (document.published() && !document.article().publishedIsGuess)
        out["datePublished"] = toIso(*document.published());
    if (const std::string url = safeUri(document.article().url); !url.empty()) out["url"] = url;
    Json& mentions = out["mentions"] = Json::array();
    for (std::size_t i = 0; i < std::min(document.entities().size(), mostListed); ++i)
        mentions.push_back(link('e', i));
    return out;
}

Json quotation(const Document& document, std::size_t index) {
    const Quote& quote = document.quotes()[index];
    Json out = {{"@type", "Quotation"},
                {"@id", reference('q', index)},
                {"text", joinedText(document, quote.content)},
                {"isPartOf", {{"@id", "#article"}}}};
    if (quote.speaker) out["creator"] = link('e', quote.speaker->value);
    return out;
}

} // namespace

std::string writeSchemaOrg(const Document& document) {
    std::string out = R"({"@context":"https://schema.org","@graph":[)";
    const auto add = [&](const Json& node) {
        if (out.back() != '[') out += ',';
        out += scriptText(node.dump(-1, ' ', true, Json::error_handler_t::replace));
    };
    add(article(document));
    for (std::size_t i = 0; i < std::min(document.entities().size(), mostListed); ++i) {
        const Entity& entity = document.entities()[i];
        add({{"@type", typeName(entity.type)}, {"@id", reference('e', i)}, {"name", entity.name}});
    }
    for (std::size_t i = 0; i < std::min(document.quotes().size(), mostListed); ++i)
        add(quotation(document, i));
    return out + "]}";
}

} // namespace quoth
