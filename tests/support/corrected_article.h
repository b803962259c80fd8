// Small articles to correct, and what a corrected one holds as text.
#pragma once

#include "core/document/corrections.h"

#include <string>

namespace quoth::test {

inline const std::string article =
    "“It is late,” said Ada Penrose. “It is early,” said Mr Penrose, her "
    "brother Tom.\n\nThe clock stopped on Friday.\n";

inline Span spanOf(const std::string& text, const std::string& words, std::size_t from = 0) {
    const std::size_t at = text.find(words, from);
    return at == std::string::npos ? Span{} : makeSpan(at, at + words.size());
}

inline Quote quoteOf(const std::string& text, const std::string& content, const std::string& source,
                     std::optional<EntityId> speaker) {
    Quote quote;
    quote.kind = QuoteKind::Direct;
    quote.content = {spanOf(text, content)};
    quote.source = {spanOf(text, source, quote.content.front().end)};
    quote.speaker = speaker;
    quote.confidence = 0.5F;
    return quote;
}

// Ada and Tom Penrose, taken for one person; two quotes; an event without a date.
inline Document::Parts partsOf(const std::string& text) {
    Document::Parts parts;
    parts.article.text = text;
    Entity penrose{EntityType::Person, "Ada Penrose", {}};
    penrose.mentions = {{spanOf(text, "Ada Penrose")},
                        {spanOf(text, "Penrose", spanOf(text, "Mr ").begin)}};
    Entity tom{EntityType::Person, "Tom", {}};
    tom.mentions = {{spanOf(text, "Tom")}};
    parts.entities = {penrose, tom};
    parts.quotes = {quoteOf(text, "“It is late,”", "Ada Penrose", EntityId{0}),
                    quoteOf(text, "“It is early,”", "Mr Penrose", EntityId{0})};
    Event stopped;
    stopped.trigger = spanOf(text, "stopped");
    stopped.participants = {EntityId{0}, EntityId{1}};
    parts.events = {stopped};
    return parts;
}

inline std::string dump(const Document& document) {
    std::string out;
    const auto nameOf = [&](std::optional<EntityId> id) {
        return id ? document.entity(*id).name : std::string("nobody");
    };
    for (const Quote& quote : document.quotes()) {
        out += nameOf(quote.speaker) + " " + std::string(name(quote.kind)) + ":";
        for (const Span& content : quote.content)
            out += " " + std::string(document.slice(content));
        if (quote.runnerUp) out += " (not " + nameOf(quote.runnerUp) + ")";
        for (const Reason& reason : quote.why)
            if (reason.step == ReasonStep::Reader) out += " [" + reason.text + "]";
        if (quote.check != CheckState::Unchecked)
            out += " {" + std::string(name(quote.check)) + ", " + quote.note + "}";
        out += "\n";
    }
    for (const Entity& entity : document.entities()) {
        out += std::string(name(entity.type)) + " " + entity.name + ":";
        for (const Mention& mention : entity.mentions)
            out += " " + std::string(document.slice(mention.span));
        out += "\n";
    }
    for (const Event& event : document.events()) {
        out += std::string(document.slice(event.trigger)) + " " + event.value + ":";
        for (const EntityId id : event.participants)
            out += " " + document.entity(id).name;
        out += "\n";
    }
    return out;
}

// Two Penroses taken for one: what goes with the second is to be told.
inline const std::string siblings =
    "Ada Penrose spoke on Monday. She praised the clock. “It is late,” she said.\n\n"
    "Tom Penrose came on Tuesday. He wound the clock, and Ada watched. He smiled. “It is early,” "
    "he said, who added that it was new. “Very early.”\n";

inline Document::Parts siblingParts() {
    Document::Parts parts;
    parts.article.text = siblings;
    std::size_t begin = 0;
    for (const char* end : {"Monday.", "the clock.", "she said.", "Tuesday.", "watched.", "smiled.",
                            "new.", "early.”"}) {
        const Span last = spanOf(siblings, end, begin);
        parts.sentences.push_back(makeSpan(begin, last.end));
        begin = siblings.find_first_not_of(" \n", last.end);
    }
    Entity one{EntityType::Person, "Ada Penrose", {}};
    std::size_t from = 0;
    const auto mention = [&](const char* words, MentionKind kind) {
        const Span span = spanOf(siblings, words, from);
        one.mentions.push_back({span, kind});
        from = span.end;
    };
    mention("Ada Penrose", MentionKind::Name);
    mention("She", MentionKind::Pronoun);
    mention("she", MentionKind::Pronoun);
    mention("Tom Penrose", MentionKind::Name);
    mention("He", MentionKind::Pronoun);
    mention("Ada", MentionKind::Name);
    mention("He", MentionKind::Pronoun);
    mention("he", MentionKind::Pronoun);
    parts.entities = {one};
    Quote late = quoteOf(siblings, "“It is late,”", "she", EntityId{0});
    Quote early = quoteOf(siblings, "“It is early,”", "he", EntityId{0});
    early.why = {{ReasonStep::Source, "he", early.source.front()},
                 {ReasonStep::Pronoun, "Ada Penrose", {}}};
    Quote very = quoteOf(siblings, "“Very early.”", "", EntityId{0});
    very.source.clear();
    very.why = {{ReasonStep::Continuation, "Ada Penrose", early.content.back()}};
    Quote added = quoteOf(siblings, "that it was new", "", EntityId{0});
    added.source = {spanOf(siblings, "who")};
    added.why = {{ReasonStep::Source, "who", added.source.front()},
                 {ReasonStep::Pronoun, "Ada Penrose", {}}};
    parts.quotes = {late, early, added, very};
    for (const char* trigger : {"spoke", "came", "watched"}) {
        Event event;
        event.trigger = spanOf(siblings, trigger);
        event.participants = {EntityId{0}};
        parts.events.push_back(event);
    }
    return parts;
}

} // namespace quoth::test
