// A small article of our own with hand-made annotations, for tests of views and exports that need a
// document without running the engine. Three speakers, one quote without; dated and undated events.
#pragma once

#include "core/document/calendar_value.h"
#include "core/document/document.h"

#include <cassert>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace quoth::test {

// Finds spans by their words and collects the parts of a document.
class DocumentBuilder {
public:
    explicit DocumentBuilder(std::string text) { parts.article.text = std::move(text); }

    // The nth (from 0) place of `words`, which must exist.
    Span at(std::string_view words, int nth = 0) const {
        std::size_t found = parts.article.text.find(words);
        for (; nth > 0; --nth)
            found = parts.article.text.find(words, found + 1);
        assert(found != std::string::npos);
        return makeSpan(found, found + words.size());
    }

    void block(BlockKind kind, std::string_view words) {
        parts.blocks.push_back({at(words), kind});
    }
    void sentence(std::string_view from, std::string_view to) {
        parts.sentences.push_back({at(from).begin, at(to).end});
    }
    EntityId entity(EntityType type, std::string name, std::vector<Mention> mentions) {
        parts.entities.push_back({type, std::move(name), std::move(mentions), Gender::Unknown});
        return makeId<EntityTag>(parts.entities.size() - 1);
    }
    QuoteId quote(Quote quote) {
        parts.quotes.push_back(std::move(quote));
        return makeId<QuoteTag>(parts.quotes.size() - 1);
    }
    TimeId time(Span span, std::string value, TimeType type = TimeType::Date) {
        parts.times.push_back({span, type, std::move(value)});
        return makeId<TimeTag>(parts.times.size() - 1);
    }
    EventId event(Span trigger, std::optional<TimeId> time, std::vector<EntityId> participants,
                  std::string summary) {
        Event event{trigger, time, {}, std::move(participants), std::move(summary)};
        if (time && CalendarValue::parse(parts.times[time->value].value))
            event.value = parts.times[time->value].value;
        parts.events.push_back(std::move(event));
        return makeId<EventTag>(parts.events.size() - 1);
    }
    std::shared_ptr<const Document> build() {
        return std::make_shared<const Document>(std::move(parts));
    }

    Document::Parts parts;
};

inline constexpr std::string_view sampleText =
    "Harbour board votes to close Pier Nine\n"
    "\n"
    "The harbour board of Port Ellery voted on Tuesday to close Pier Nine, ending a dispute that "
    "began in 2019.\n"
    "\n"
    "“We have run out of time and money,” board chair Ines Vartanen told reporters on 18 May 2021. "
    "“The pier is not safe.”\n"
    "\n"
    "Union leader Tom Adeyemi said that the closure would cost 140 jobs. He said nobody had asked "
    "“the people who work there”. Adeyemi believes that the board will reverse the vote by June "
    "2021.\n"
    "\n"
    "“A mistake made in a hurry,” the Fishers’ Association said in a statement. “It took them nine "
    "minutes.”\n"
    "\n"
    "Repairs were promised between 3 May 2020 and 9 August 2020 but never started. An inspection "
    "found rust and the crane was removed.\n"
    "\n"
    "“Shame!” came a shout from the back.\n";

// Ids as the builder gives them, in this order.
namespace sample {
inline constexpr EntityId vartanen{0}, adeyemi{1}, fishers{2}, portEllery{3}, board{4};
inline constexpr QuoteId money{0}, jobs{1}, asked{2}, reverse{3}, mistake{4}, shame{5};
inline constexpr EventId vote{0}, dispute{1}, told{2}, reversal{3}, promise{4}, inspection{5},
    removal{6};
} // namespace sample

inline DocumentBuilder sampleBuilder() {
    DocumentBuilder b{std::string(sampleText)};
    b.parts.article.published =
        Date{std::chrono::year{2021}, std::chrono::May, std::chrono::day{19}};
    b.parts.article.publishedFrom = DateOrigin::Caller;
    b.block(BlockKind::Headline, "Harbour board votes to close Pier Nine");
    for (std::size_t from = b.parts.blocks[0].span.end + 2; from < sampleText.size();) {
        const std::size_t end = sampleText.find('\n', from);
        b.parts.blocks.push_back({makeSpan(from, end), BlockKind::Paragraph});
        from = end + 2;
    }
    b.sentence("Harbour board", "close Pier Nine");
    b.sentence("The harbour board", "began in 2019.");
    b.sentence("“We have", "18 May 2021.");
    b.sentence("“The pier", "not safe.”");
    b.sentence("Union leader", "140 jobs.");
    b.sentence("He said nobody", "work there”.");
    b.sentence("Adeyemi believes", "June 2021.");
    b.sentence("“A mistake", "in a statement.");
    b.sentence("“It took", "minutes.”");
    b.sentence("Repairs were", "never started.");
    b.sentence("An inspection", "was removed.");
    b.sentence("“Shame!”", "the back.");

    using enum MentionKind;
    const auto vartanen = b.entity(EntityType::Person, "Ines Vartanen",
                                   {{b.at("board chair"), Noun}, {b.at("Ines Vartanen"), Name}});
    const auto adeyemi = b.entity(EntityType::Person, "Tom Adeyemi",
                                  {{b.at("Union leader"), Noun},
                                   {b.at("Tom Adeyemi"), Name},
                                   {b.at("He"), Pronoun},
                                   {b.at("Adeyemi", 1), Name}});
    const auto fishers = b.entity(EntityType::Organization, "Fishers’ Association",
                                  {{b.at("Fishers’ Association"), Name}});
    b.entity(EntityType::Place, "Port Ellery", {{b.at("Port Ellery"), Name}});
    const auto board = b.entity(EntityType::Group, "harbour board",
                                {{b.at("harbour board"), Noun}, {b.at("the board"), Noun}});

    using enum QuoteKind;
    using enum QuoteAct;
    const auto reasons = [&](std::string_view cue, std::string_view source) {
        return std::vector<Reason>{{ReasonStep::Cue, std::string(cue), b.at(cue)},
                                   {ReasonStep::Source, std::string(source), b.at(source)}};
    };
    b.quote({Direct,
             Speech,
             {b.at("“We have run out of time and money,”"), b.at("“The pier is not safe.”")},
             {b.at("told")},
             {b.at("board chair Ines Vartanen")},
             vartanen,
             {},
             {},
             0.97F,
             reasons("told", "board chair Ines Vartanen")});
    b.quote({Indirect,
             Speech,
             {b.at("that the closure would cost 140 jobs")},
             {b.at("said")},
             {b.at("Union leader Tom Adeyemi")},
             adeyemi,
             {},
             {},
             0.83F,
             reasons("said", "Union leader Tom Adeyemi")});
    b.quote({Mixed,
             Speech,
             {b.at("nobody had asked “the people who work there”")},
             {b.at("said", 1)},
             {b.at("He")},
             adeyemi,
             {},
             vartanen,
             0.71F,
             reasons("said", "He")});
    b.quote({Indirect,
             Thought,
             {b.at("that the board will reverse the vote by June 2021")},
             {b.at("believes")},
             {b.at("Adeyemi", 1)},
             adeyemi,
             {},
             {},
             0.55F,
             reasons("believes", "Adeyemi")});
    b.quote({Direct,
             Speech,
             {b.at("“A mistake made in a hurry,”"), b.at("“It took them nine minutes.”")},
             {b.at("said", 2)},
             {b.at("the Fishers’ Association")},
             fishers,
             {},
             {},
             0.94F,
             reasons("said", "the Fishers’ Association")});
    b.quote({Direct, Speech, {b.at("“Shame!”")}, {}, {}, {}, {}, {}, 0.4F, {}});

    const auto tuesday = b.time(b.at("Tuesday"), "2021-05-18");
    const auto year = b.time(b.at("2019"), "2019");
    const auto day = b.time(b.at("18 May 2021"), "2021-05-18");
    const auto june = b.time(b.at("June 2021"), "2021-06");
    const auto interval =
        b.time(b.at("between 3 May 2020 and 9 August 2020"), "2020-05-03/2020-08-09");
    b.event(b.at("voted"), tuesday, {board}, "The harbour board voted to close Pier Nine");
    b.event(b.at("began"), year, {}, "a dispute that began");
    b.event(b.at("told"), day, {vartanen}, "board chair Ines Vartanen told reporters");
    b.event(b.at("reverse"), june, {board, adeyemi}, "the board will reverse the vote");
    b.event(b.at("promised"), interval, {}, "Repairs were promised");
    b.event(b.at("inspection"), {}, {}, "An inspection found rust");
    b.event(b.at("removed"), {}, {}, "the crane was removed");
    return b;
}

inline std::shared_ptr<const Document> sampleDocument() {
    return sampleBuilder().build();
}

} // namespace quoth::test
