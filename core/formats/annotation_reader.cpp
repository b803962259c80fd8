#include "core/formats/annotation_data.h"

#include "core/formats/annotation_names.h"
#include "core/formats/annotation_packing.h"
#include "core/formats/digest.h"
#include "core/formats/json_values.h"
#include "core/support/unicode.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

namespace quoth {
namespace {

using Json = nlohmann::json;

class AnnotationReader : JsonValues {
public:
    explicit AnnotationReader(const Json& page) : m_page(page) {}

    Expected<Document> read() {
        const Json& format = at(m_page, "quoth:format");
        if (!format.is_number_integer()) return damaged();
        if (format.get<std::int64_t>() > annotationFormat)
            return unexpected(ErrorCode::Malformed,
                              "The file was exported by a newer version of Quoth; this one reads "
                              "format " +
                                  std::to_string(annotationFormat) + ".");
        Document::Parts parts;
        parts.article.text = string(at(m_page, "quoth:text"));
        const std::string& text = parts.article.text;
        if (findInvalidUtf8(text) != std::string::npos ||
            string(at(m_page, "id")) != "urn:sha256:" + sha256Hex(text))
            return damaged();
        setText(text);
        readArticle(at(m_page, "quoth:article"), parts.article);
        parts.blocks = blocks(at(m_page, "quoth:blocks"));
        markQuestions(at(m_page, "quoth:questions"), parts.blocks);
        parts.sentences = spans(at(m_page, "quoth:sentences"));
        if (format == annotationFormat) {
            for (const auto& [member, type] : {std::pair("quoth:entities", "quoth:Entity"),
                                               {"quoth:quotes", "quoth:Quote"},
                                               {"quoth:times", "quoth:Time"},
                                               {"quoth:events", "quoth:Event"}})
                for (const Json& array : list(at(m_page, member)))
                    readItem(unpacked(array, type), parts);
        } else {
            for (const Json& item : list(at(m_page, "items")))
                readItem(item, parts);
        }
        if (isBad()) return damaged();
        if (const auto valid = validate(parts); !valid) return damaged(valid.error().message);
        return Document(std::move(parts));
    }

private:
    static Unexpected damaged(const std::string& why = {}) {
        return unexpected(ErrorCode::Malformed,
                          "The file is an export of Quoth, but its annotations are damaged." +
                              (why.empty() ? why : " " + why));
    }

    std::vector<Block> blocks(const Json& json) {
        std::vector<Block> out;
        for (const Json& block : list(json)) {
            if (!block.is_array() || block.size() != 3) {
                setBad();
                break;
            }
            out.push_back({span(block[1], block[2]), value(blockKindFromName(string(block[0])))});
        }
        return out;
    }

    // By their indices; old files have no such list.
    void markQuestions(const Json& indices, std::vector<Block>& blocks) {
        if (indices.is_null()) return;
        for (const Json& index : list(indices)) {
            if (!index.is_number_unsigned() || index.get<std::uint64_t>() >= blocks.size()) {
                setBad();
                return;
            }
            blocks[index.get<std::size_t>()].question = true;
        }
    }

    // "#e3" to the index 2.
    std::uint32_t index(const Json& json, char kind) {
        std::uint32_t number = 0;
        const std::string text = string(json);
        const char* const end = text.data() + text.size();
        if (text.size() > 2 && text[0] == '#' && text[1] == kind &&
            std::from_chars(text.data() + 2, end, number).ptr == end && number > 0)
            return number - 1;
        setBad();
        return 0;
    }
    std::optional<EntityId> entityOrNull(const Json& json) {
        if (json.is_null()) return std::nullopt;
        return EntityId{index(json, 'e')};
    }

    void readArticle(const Json& json, Article& article) {
        article.title = string(at(json, "title"));
        article.byline = string(at(json, "byline"));
        article.url = string(at(json, "url"));
        article.publishedFrom = value(dateOriginNames.find(string(at(json, "publishedFrom"))));
        article.publishedIsGuess = at(json, "publishedIsGuess") == Json(true);
        if (const Json& source = at(json, "publishedSource");
            source.is_string()) // not in old files
            article.publishedSource =
                dateSourceNames.find(string(source)).value_or(DateSource::None); // a newer word
        article.blocks = blocks(at(json, "blocks"));
        markQuestions(at(json, "questions"), article.blocks);
        const Json& published = at(json, "published");
        if (published.is_null()) return;
        if (const auto date = parseDate(string(published)))
            article.published = *date;
        else
            setBad();
    }

    // The targets of an annotation, each with the part that it plays.
    template <class Take>
    void readTargets(const Json& item, Take take) {
        for (const Json& target : list(at(item, "target"))) {
            const Json& selectors = at(target, "selector");
            if (selectors.is_null()) continue; // the whole article
            for (const Json& selector : list(selectors))
                if (at(selector, "type") == "TextPositionSelector")
                    take(string(at(target, "quoth:part")),
                         span(at(selector, "start"), at(selector, "end")));
        }
    }

    void readItem(const Json& item, Document::Parts& parts) {
        const Json& body = at(item, "body");
        const std::string type = string(at(body, "type"));
        if (type == "quoth:Entity")
            readEntity(item, body, parts);
        else if (type == "quoth:Quote")
            readQuote(item, body, parts);
        else if (type == "quoth:Time")
            readTime(item, body, parts);
        else if (type == "quoth:Event")
            readEvent(item, body, parts);
    }

    void readEntity(const Json& item, const Json& body, Document::Parts& parts) {
        Entity out;
        out.type = value(entityTypeFromName(string(at(body, "quoth:kind"))));
        out.name = string(at(body, "quoth:name"));
        out.gender = value(genderFromName(string(at(body, "quoth:gender"))));
        readTargets(item, [&](const std::string& part, Span where) {
            out.mentions.push_back({where, value(mentionKindFromName(part))});
        });
        parts.entities.push_back(std::move(out));
    }

    void readQuote(const Json& item, const Json& body, Document::Parts& parts) {
        Quote out;
        out.kind = value(quoteKindFromName(string(at(body, "quoth:kind"))));
        out.act = value(quoteActFromName(string(at(body, "quoth:act"))));
        out.speaker = entityOrNull(at(body, "quoth:speaker"));
        out.addressee = entityOrNull(at(body, "quoth:addressee"));
        out.runnerUp = entityOrNull(at(body, "quoth:runnerUp"));
        out.confidence = probability(at(body, "quoth:confidence"));
        if (const Json& check = at(body, "quoth:check"); !check.is_null())
            out.check = value(checkStateFromName(string(check)));
        if (const Json& note = at(body, "quoth:note"); !note.is_null()) out.note = string(note);
        if (const Json& source = at(body, "quoth:checkSource"); !source.is_null())
            out.checkSource = string(source);
        if (const Json& moment = at(body, "quoth:checkedAt"); !moment.is_null()) {
            if (const auto read = parseMoment(string(moment)))
                out.checkedAt = *read;
            else
                setBad();
        }
        for (const Json& reason : list(at(body, "quoth:why")))
            out.why.push_back({value(reasonStepFromName(string(at(reason, "step")))),
                               string(at(reason, "text")), span(at(reason, "at"))});
        readTargets(item, [&](const std::string& part, Span where) {
            if (part == "content")
                out.content.push_back(where);
            else if (part == "cue")
                out.cue.push_back(where);
            else if (part == "source")
                out.source.push_back(where);
        });
        parts.quotes.push_back(std::move(out));
    }

    void readTime(const Json& item, const Json& body, Document::Parts& parts) {
        TimeExpression out;
        out.type = value(timeTypeFromName(string(at(body, "quoth:kind"))));
        out.value = string(at(body, "quoth:value"));
        readTargets(item, [&](const std::string&, Span where) { out.span = where; });
        parts.times.push_back(std::move(out));
    }

    void readEvent(const Json& item, const Json& body, Document::Parts& parts) {
        Event out;
        const Json& time = at(body, "quoth:time");
        if (!time.is_null()) out.time = TimeId{index(time, 't')};
        out.value = string(at(body, "quoth:value"));
        out.summary = string(at(body, "quoth:summary"));
        // Files of earlier versions have none of these.
        if (body.contains("quoth:status"))
            out.status = value(eventStatusFromName(string(body["quoth:status"])));
        if (body.contains("quoth:class"))
            out.eventClass = value(eventClassFromName(string(body["quoth:class"])));
        if (body.contains("quoth:same") && !body["quoth:same"].is_null())
            out.same = EventId{index(body["quoth:same"], 'v')};
        if (body.contains("quoth:setBy")) {
            out.byReader = string(body["quoth:setBy"]) == "reader";
            if (!out.byReader) setBad();
        }
        for (const Json& id : list(at(body, "quoth:participants")))
            out.participants.push_back(EntityId{index(id, 'e')});
        readTargets(item, [&](const std::string&, Span where) { out.trigger = where; });
        parts.events.push_back(std::move(out));
    }

    const Json& m_page;
};

} // namespace

Expected<Document> readAnnotationData(std::string_view json) {
    const Json page = Json::parse(json, nullptr, false);
    return AnnotationReader(page).read();
}

} // namespace quoth
