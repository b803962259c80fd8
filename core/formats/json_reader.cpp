// Reads the JSON contract back (json.h).
#include "core/formats/annotation_names.h"
#include "core/formats/json.h"
#include "core/formats/json_parts.h"
#include "core/formats/json_values.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <unordered_map>

namespace quoth {
namespace {

Unexpected damaged(const std::string& why) {
    return unexpected(ErrorCode::Malformed, "The annotation is damaged. " + why);
}

class DocumentReader : JsonValues {
public:
    explicit DocumentReader(std::string_view json) : m_json(json) {}

    Expected<Document> read() {
        const Json schema = member("schema");
        if (!schema.is_string() || !schema.get_ref<const std::string&>().starts_with("quoth/"))
            return unexpected(ErrorCode::Malformed,
                              "The file is JSON, but no annotation or work file of Quoth.");
        if (schema != "quoth/1")
            return unexpected(ErrorCode::NewerVersion,
                              "The file was written by a newer version of Quoth (" +
                                  repairUtf8(schema.get_ref<const std::string&>()) +
                                  "); this one reads quoth/1.");
        Document::Parts parts;
        const Json text = member("text");
        if (text.is_null())
            return unexpected(ErrorCode::Malformed,
                              "The annotation does not carry the article's text, so it cannot be "
                              "opened: open the article itself.");
        parts.article.text = string(text);
        if (isBlank(parts.article.text))
            return unexpected(ErrorCode::Empty, "The annotation is of an article without text.");
        setText(parts.article.text);
        readArticle(parts.article);
        each("blocks", [&](const Json& item) {
            parts.blocks.push_back({place(item), value(blockKindFromName(string(at(item, "kind")))),
                                    at(item, "question") == Json(true)});
        });
        parts.sentences = spans(orEmptyList(member("sentences")));
        each("entities", [&](const Json& item) { readEntity(item, parts); });
        each("times", [&](const Json& item) { readTime(item, parts); });
        each("quotes", [&](const Json& item) { readQuote(item, parts); });
        each("events", [&](const Json& item) { readEvent(item, parts); });
        if (isBad()) return damaged("A value is none of the contract's.");
        if (const auto valid = validate(parts); !valid) return damaged(valid.error().message);
        std::stable_sort(
            parts.quotes.begin(), parts.quotes.end(),
            [](const Quote& a, const Quote& b) { return a.content.front() < b.content.front(); });
        if (!std::is_sorted(
                parts.events.begin(), parts.events.end(),
                [](const Event& a, const Event& b) { return a.trigger.begin < b.trigger.begin; }))
            return damaged("Its events are not in the order of the text.");
        return Document(std::move(parts));
    }

private:
    using Ids = std::unordered_map<std::string, std::uint32_t>;

    Json member(std::string_view name) const { return Json::parse(jsonMember(m_json, name)); }

    template <class Take>
    void each(std::string_view name, Take take) {
        const Json items = orEmptyList(member(name));
        for (const Json& item : list(items))
            take(item);
    }
    static Json orEmptyList(Json json) { return json.is_null() ? Json::array() : std::move(json); }

    Span place(const Json& item) { return span(at(item, "begin"), at(item, "end")); }
    // Some words of the text.
    Span filled(Span s) {
        if (s.empty()) setBad();
        return s;
    }
    std::vector<Span> spansOrNone(const Json& json) {
        std::vector<Span> out;
        if (json.is_null()) return out;
        for (const Json& pair : list(json))
            out.push_back(filled(span(pair)));
        return out;
    }

    void define(Ids& ids, const Json& item) {
        const auto index = static_cast<std::uint32_t>(ids.size());
        if (!ids.emplace(string(at(item, "id")), index).second) setBad();
    }
    std::uint32_t find(const Ids& ids, const Json& json) {
        const auto it = ids.find(string(json));
        if (it != ids.end()) return it->second;
        setBad();
        return 0;
    }
    std::optional<EntityId> entityOrNull(const Json& json) {
        if (json.is_null()) return std::nullopt;
        return EntityId{find(m_entities, json)};
    }

    void readArticle(Article& article) {
        article.title = stringOrEmpty(member("title"));
        article.byline = stringOrEmpty(member("byline"));
        article.url = stringOrEmpty(member("url"));
        if (const Json published = member("published"); !published.is_null()) {
            if (const auto date = parseDate(string(published)))
                article.published = *date;
            else
                setBad();
            article.publishedFrom = DateOrigin::Metadata;
        }
        if (const Json from = member("publishedFrom"); !from.is_null())
            article.publishedFrom = value(dateOriginNames.find(string(from)));
        if (const Json source = member("publishedSource"); source.is_string())
            article.publishedSource =
                dateSourceNames.find(string(source)).value_or(DateSource::None); // a newer word
    }

    void readEntity(const Json& item, Document::Parts& parts) {
        define(m_entities, item);
        Entity out;
        out.type = value(entityTypeFromName(string(at(item, "type"))));
        out.name = string(at(item, "name"));
        if (const Json& gender = at(item, "gender"); !gender.is_null())
            out.gender = value(genderFromName(string(gender)));
        for (const Json& mention : list(at(item, "mentions")))
            out.mentions.push_back(
                {filled(place(mention)), value(mentionKindFromName(string(at(mention, "kind"))))});
        std::stable_sort(out.mentions.begin(), out.mentions.end(),
                         [](const Mention& a, const Mention& b) { return a.span < b.span; });
        parts.entities.push_back(std::move(out));
    }

    void readQuote(const Json& item, Document::Parts& parts) {
        Quote out;
        out.kind = value(quoteKindFromName(string(at(item, "kind"))));
        out.act = value(quoteActFromName(string(at(item, "act"))));
        out.content = spansOrNone(at(item, "content"));
        out.cue = spansOrNone(at(item, "cue"));
        out.source = spansOrNone(at(item, "source"));
        std::sort(out.content.begin(), out.content.end());
        out.speaker = entityOrNull(at(item, "speaker"));
        out.addressee = entityOrNull(at(item, "addressee"));
        out.runnerUp = entityOrNull(at(item, "runnerUp"));
        out.confidence = probability(at(item, "confidence"));
        if (const Json& why = at(item, "why"); !why.is_null())
            for (const Json& reason : list(why)) {
                const Json& where = at(reason, "at");
                out.why.push_back({value(reasonStepFromName(string(at(reason, "step")))),
                                   string(at(reason, "text")),
                                   where.is_null() ? Span{} : span(where)});
            }
        if (const Json& check = at(item, "check"); !check.is_null())
            out.check = value(checkStateFromName(string(check)));
        out.note = stringOrEmpty(at(item, "note"));
        out.checkSource = stringOrEmpty(at(item, "checkSource"));
        if (const Json& moment = at(item, "checkedAt"); !moment.is_null()) {
            if (const auto read = parseMoment(string(moment)))
                out.checkedAt = *read;
            else
                setBad();
        }
        parts.quotes.push_back(std::move(out));
    }

    void readTime(const Json& item, Document::Parts& parts) {
        define(m_times, item);
        TimeExpression out;
        out.span = filled(place(item));
        out.type = value(timeTypeFromName(string(at(item, "type"))));
        out.value = stringOrEmpty(at(item, "value"));
        parts.times.push_back(std::move(out));
    }

    void readEvent(const Json& item, Document::Parts& parts) {
        Event out;
        out.trigger = filled(span(at(item, "trigger")));
        if (const Json& time = at(item, "time"); !time.is_null())
            out.time = TimeId{find(m_times, time)};
        out.value = stringOrEmpty(at(item, "value"));
        out.summary = stringOrEmpty(at(item, "summary"));
        if (const Json& participants = at(item, "participants"); !participants.is_null())
            for (const Json& id : list(participants))
                out.participants.push_back(EntityId{find(m_entities, id)});
        if (const Json& status = at(item, "status"); !status.is_null())
            out.status = value(eventStatusFromName(string(status)));
        if (const Json& eventClass = at(item, "class"); !eventClass.is_null())
            out.eventClass = value(eventClassFromName(string(eventClass)));
        if (const Json& same = at(item, "same"); !same.is_null())
            out.same = EventId{find(m_events, same)};
        if (const Json& setBy = at(item, "setBy"); !setBy.is_null()) {
            out.byReader = string(setBy) == "reader";
            if (!out.byReader) setBad();
        }
        define(m_events, item);
        parts.events.push_back(std::move(out));
    }

    std::string_view m_json;
    Ids m_entities, m_times, m_events;
};

} // namespace

Expected<Document> readJson(std::string_view json) {
    if (!isJson(json))
        return unexpected(ErrorCode::Malformed, "The file is no JSON, or only a part of it.");
    return DocumentReader(json).read();
}

} // namespace quoth
