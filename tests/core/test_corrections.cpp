// Corrections give a new document, find their targets in a changed one, and report lost ones.
#include "core/document/corrections.h"
#include "core/document/entity_split.h"
#include "core/formats/correction_data.h"

#include <QtTest>

using namespace quoth;

namespace {

const std::string article = "“It is late,” said Ada Penrose. “It is early,” said Mr Penrose, her "
                            "brother Tom.\n\nThe clock stopped on Friday.\n";

Span spanOf(const std::string& text, const std::string& words, std::size_t from = 0) {
    const std::size_t at = text.find(words, from);
    return at == std::string::npos ? Span{} : makeSpan(at, at + words.size());
}

Quote quoteOf(const std::string& text, const std::string& content, const std::string& source,
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
Document::Parts partsOf(const std::string& text) {
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

std::string dump(const Document& document) {
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

} // namespace

class TestCorrections : public QObject {
    Q_OBJECT
private slots:
    void changesTheDocument_data();
    void changesTheDocument();
    void splitsWithWhatRestsOnMentions_data();
    void splitsWithWhatRestsOnMentions();
    void ownWordsGoWithTheirQuote();
    void tellsWhichPronounsFollow();
    void renamesInReasons();
    void changesEvents_data();
    void changesEvents();
    void keepsRepeatedEventsConsistent();
    void leavesTheGivenDocumentAlone();
    void tellsWhereEntitiesAndQuotesWent();
    void survivesAnEditedArticle();
    void survivesMovedBoundaries();
    void reportsLostTargets();
    void locatesByContext_data();
    void locatesByContext();
    void readsDatesOfAllVersions_data();
    void readsDatesOfAllVersions();
    void keepsChecksAsData_data();
    void keepsChecksAsData();
};

void TestCorrections::keepsChecksAsData_data() {
    QTest::addColumn<QString>("details"); // of a check as JSON
    QTest::addColumn<QString>("read");    // "source|moment", or empty where refused
    QTest::newRow("before there were any") << ""
                                           << "|";
    QTest::newRow("all") << ",\"source\":\"tape <3>\",\"at\":\"2021-05-20T10:00:00Z\""
                         << "tape <3>|2021-05-20T10:00:00Z";
    QTest::newRow("source only") << ",\"source\":\"tape\""
                                 << "tape|";
    QTest::newRow("source that is no text") << ",\"source\":3"
                                            << "";
    QTest::newRow("no moment") << ",\"at\":\"2021-05-20\""
                               << "";
    QTest::newRow("moment that is no text") << ",\"at\":null"
                                            << "";
}

void TestCorrections::keepsChecksAsData() {
    QFETCH(QString, details);
    QFETCH(QString, read);
    const Document document{partsOf(article)};
    const std::string json =
        "[{\"do\":\"check\",\"quote\":{\"begin\":0,\"end\":12,\"exact\":\"“It is late,”\","
        "\"before\":\"\",\"after\":\"\"},\"state\":\"altered\",\"note\":\"so\"" +
        details.toStdString() + "}]";
    const auto list = readCorrections(json, document.text(), document.offsets());
    QCOMPARE(list.has_value(), !read.isEmpty());
    if (!list) return;
    const Document applied = apply(document, {*list}).document;
    const Quote& quote = applied.quotes()[0];
    QCOMPARE(quote.check, CheckState::Altered);
    QCOMPARE(QString::fromStdString(quote.checkSource) + "|" +
                 (quote.checkedAt ? QString::fromStdString(toIso(*quote.checkedAt)) : QString()),
             read);
    const std::string again = writeCorrections(*list, document.text(), document.offsets());
    QVERIFY(QString::fromStdString(again).contains("\"note\":\"so\"" + details + "}"));
}

void TestCorrections::changesTheDocument_data() {
    const Document document{partsOf(article)};
    const auto first = anchorOf(document, QuoteId{0}), second = anchorOf(document, QuoteId{1});
    const auto ada = refTo(document, EntityId{0}), tom = refTo(document, EntityId{1});
    const auto at = [&](const std::string& words) {
        return makeAnchor(document.text(), spanOf(document.text(), words));
    };
    const QString quotes = "Ada Penrose direct: “It is late,”\n"
                           "Ada Penrose direct: “It is early,”\n";
    const QString entities = "person Ada Penrose: Ada Penrose Penrose\nperson Tom: Tom\n";
    const QString events = "stopped : Ada Penrose Tom\n";

    QTest::addColumn<Corrections>("corrections");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << Corrections{{}} << quotes + entities + events;
    QTest::newRow("reassign") << Corrections{{ReassignSpeaker{second, tom}}}
                              << "Ada Penrose direct: “It is late,”\n"
                                 "Tom direct: “It is early,” (not Ada Penrose) [Tom]\n" +
                                     entities + events;
    QTest::newRow("reassign to a new name")
        << Corrections{{ReassignSpeaker{second, EntityRef{"Eve Hart", EntityType::Group, {}}}}}
        << "Ada Penrose direct: “It is late,”\n"
           "Eve Hart direct: “It is early,” (not Ada Penrose) [Eve Hart]\n" +
               entities + "group Eve Hart:\n" + events;
    QTest::newRow("reassign to nobody")
        << Corrections{{ReassignSpeaker{second, std::nullopt}}}
        << "Ada Penrose direct: “It is late,”\n"
           "nobody direct: “It is early,” (not Ada Penrose) [unknown]\n" +
               entities + events;
    QTest::newRow("accept") << Corrections{{AcceptQuote{first}}}
                            << "Ada Penrose direct: “It is late,” [accepted]\n"
                               "Ada Penrose direct: “It is early,”\n" +
                                   entities + events;
    QTest::newRow("reject") << Corrections{{RejectQuote{first}}}
                            << "Ada Penrose direct: “It is early,”\n" + entities + events;
    QTest::newRow("add before the others' end")
        << Corrections{{AddQuote{
               {{at("The clock stopped")}, {}, {}, QuoteKind::Indirect}, QuoteAct::Thought, tom}}}
        << quotes + "Tom indirect: The clock stopped [added] [Tom]\n" + entities + events;
    QTest::newRow("change bounds")
        << Corrections{{ChangeBounds{
               first, {{at("“It is early,”"), at("It is late")}, {}, {}, QuoteKind::Mixed}}}}
        << "Ada Penrose mixed: It is late “It is early,” [bounds]\n"
           "Ada Penrose direct: “It is early,”\n" +
               entities + events;
    QTest::newRow("check") << Corrections{{CheckQuote{second, CheckState::Altered,
                                                      "She said soon."}}}
                           << "Ada Penrose direct: “It is late,”\n"
                              "Ada Penrose direct: “It is early,” {altered, She said soon.}\n" +
                                  entities + events;
    QTest::newRow("merge") << Corrections{{MergeEntities{ada, tom}}}
                           << "Tom direct: “It is late,”\nTom direct: “It is early,”\n"
                              "person Tom: Ada Penrose Penrose Tom\nstopped : Tom\n";
    QTest::newRow("split")
        << Corrections{{SplitEntity{
               ada, {makeAnchor(article, spanOf(article, "Penrose", 40))}, "Tom Penrose"}}}
        << "Ada Penrose direct: “It is late,”\n"
           "Tom Penrose direct: “It is early,” [Tom Penrose]\n"
           "person Ada Penrose: Ada Penrose\nperson Tom: Tom\n"
           "person Tom Penrose: Penrose\n" +
               events;
    QTest::newRow("rename") << Corrections{{RenameEntity{tom, "Tom Penrose"}}}
                            << quotes + "person Ada Penrose: Ada Penrose Penrose\n"
                                        "person Tom Penrose: Tom\n"
                                        "stopped : Ada Penrose Tom Penrose\n";
    QTest::newRow("retype") << Corrections{{RetypeEntity{tom, EntityType::Group}}}
                            << quotes +
                                   "person Ada Penrose: Ada Penrose Penrose\ngroup Tom: Tom\n" +
                                   events;
    QTest::newRow("date an event")
        << Corrections{{DateEvent{anchorOf(document, EventId{0}), "2024-03-01"}}}
        << quotes + entities + "stopped 2024-03-01: Ada Penrose Tom\n";
    QTest::newRow("one on another")
        << Corrections{{RenameEntity{tom, "Tom Penrose"},
                        ReassignSpeaker{second,
                                        EntityRef{"Tom Penrose", EntityType::Person, tom.mention}},
                        RejectQuote{first}}}
        << "Tom Penrose direct: “It is early,” (not Ada Penrose) [Tom Penrose]\n"
           "person Ada Penrose: Ada Penrose Penrose\nperson Tom Penrose: Tom\n"
           "stopped : Ada Penrose Tom Penrose\n";
}

void TestCorrections::changesTheDocument() {
    QFETCH(Corrections, corrections);
    QFETCH(QString, expected);
    const Applied applied = apply(Document{partsOf(article)}, corrections);
    QCOMPARE(QString::fromStdString(dump(applied.document)), expected);
    QVERIFY(applied.orphans.empty());
}

// Two Penroses taken for one: what goes with the second is to be told.
const std::string siblings =
    "Ada Penrose spoke on Monday. She praised the clock. “It is late,” she said.\n\n"
    "Tom Penrose came on Tuesday. He wound the clock, and Ada watched. He smiled. “It is early,” "
    "he said, who added that it was new. “Very early.”\n";

Document::Parts siblingParts() {
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

void TestCorrections::splitsWithWhatRestsOnMentions_data() {
    const Document document{siblingParts()};
    const auto whole = refTo(document, EntityId{0});
    const auto at = [&](const char* words, std::size_t from = 0) {
        return makeAnchor(siblings, spanOf(siblings, words, from));
    };
    const std::size_t third = siblings.find("He smiled");
    const auto early = anchorOf(document, QuoteId{1});
    const SplitEntity tom{whole, {at("Tom Penrose")}, "Tom Penrose"};
    const auto with = [&](std::vector<Anchor> more, std::vector<Anchor> stay) {
        SplitEntity out = tom;
        out.mentions.insert(out.mentions.end(), more.begin(), more.end());
        out.stay = std::move(stay);
        return out;
    };
    // He wound the clock, and Ada watched: the pronouns after that are hers, as far as anybody
    // can tell, unless the reader says otherwise.
    const QString events = "spoke : Ada Penrose\ncame : Tom Penrose\n";
    const QString late = "Ada Penrose direct: “It is late,”\n";
    const QString hers = "Ada Penrose direct: “It is early,”\n"
                         "Ada Penrose direct: that it was new\n"
                         "Ada Penrose direct: “Very early.”\n";
    const QString his = "Tom Penrose direct: “It is early,”\n"
                        "Tom Penrose direct: that it was new\n"
                        "Tom Penrose direct: “Very early.”\n";
    QTest::addColumn<Corrections>("corrections");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a name takes the pronoun after it")
        << Corrections{{tom}}
        << late + hers +
               "person Ada Penrose: Ada Penrose She she Ada He he\n"
               "person Tom Penrose: Tom Penrose He\n" +
               events + "watched : Ada Penrose Tom Penrose\n";
    QTest::newRow("a pronoun takes the next one, with its quote and what goes on from it")
        << Corrections{{with({at("He", third)}, {})}}
        << late + his +
               "person Ada Penrose: Ada Penrose She she Ada\n"
               "person Tom Penrose: Tom Penrose He He he\n" +
               events + "watched : Ada Penrose Tom Penrose\n";
    QTest::newRow("the pronoun that stays")
        << Corrections{{with({at("He", third)}, {at("he", third + 2)})}}
        << late + hers +
               "person Ada Penrose: Ada Penrose She she Ada he\n"
               "person Tom Penrose: Tom Penrose He He\n" +
               events + "watched : Ada Penrose Tom Penrose\n";
    QTest::newRow("what the reader said stays, with its source")
        << Corrections{{ReassignSpeaker{early, whole}, with({at("He", third)}, {})}}
        << late +
               "Ada Penrose direct: “It is early,” [Ada Penrose]\n"
               "Ada Penrose direct: that it was new\n"
               "Ada Penrose direct: “Very early.”\n"
               "person Ada Penrose: Ada Penrose She she Ada he\n"
               "person Tom Penrose: Tom Penrose He He\n" +
               events + "watched : Ada Penrose Tom Penrose\n";
    QTest::newRow("and what was found right, without a word on its source")
        << Corrections{{AcceptQuote{early}, with({at("He", third)}, {})}}
        << late +
               "Ada Penrose direct: “It is early,” [accepted]\n"
               "Tom Penrose direct: that it was new\n"
               "Ada Penrose direct: “Very early.”\n"
               "person Ada Penrose: Ada Penrose She she Ada\n"
               "person Tom Penrose: Tom Penrose He He he\n" +
               events + "watched : Ada Penrose Tom Penrose\n";
    QTest::newRow("a source that the reader chose is certain")
        << Corrections{{with({at("he", third + 2)}, {})}}
        << late +
               "Tom Penrose direct: “It is early,” [Tom Penrose]\n"
               "Tom Penrose direct: that it was new\n"
               "Tom Penrose direct: “Very early.”\n"
               "person Ada Penrose: Ada Penrose She she Ada He\n"
               "person Tom Penrose: Tom Penrose He he\n" +
               events + "watched : Ada Penrose Tom Penrose\n";
    const SplitEntity back{{"Tom Penrose", EntityType::Person, at("Tom Penrose")},
                           {at("he", third + 2)},
                           "Ada Penrose",
                           whole};
    QTest::newRow("into one that is known, and back again")
        << Corrections{{with({at("he", third + 2)}, {}), back}}
        << late +
               "Ada Penrose direct: “It is early,” [Ada Penrose] [Ada Penrose]\n"
               "Ada Penrose direct: that it was new\n"
               "Ada Penrose direct: “Very early.”\n"
               "person Ada Penrose: Ada Penrose She she Ada He he\n"
               "person Tom Penrose: Tom Penrose He\n" +
               events + "watched : Ada Penrose Tom Penrose\n";
    QTest::newRow("set afterwards")
        << Corrections{{tom, ReassignSpeaker{early, EntityRef{"Tom Penrose", EntityType::Person,
                                                              at("Tom Penrose")}}}}
        << late +
               "Tom Penrose direct: “It is early,” (not Ada Penrose) [Tom Penrose]\n"
               "Ada Penrose direct: that it was new\n"
               "Ada Penrose direct: “Very early.”\n"
               "person Ada Penrose: Ada Penrose She she Ada He he\n"
               "person Tom Penrose: Tom Penrose He\n" +
               events + "watched : Ada Penrose Tom Penrose\n";
}

void TestCorrections::splitsWithWhatRestsOnMentions() {
    QFETCH(Corrections, corrections);
    QFETCH(QString, expected);
    const Applied applied = apply(Document{siblingParts()}, corrections);
    QCOMPARE(QString::fromStdString(dump(applied.document)), expected);
    QVERIFY(applied.orphans.empty());
}

// "I" goes with the quote that it stands in, not with the name nearest to it.
void TestCorrections::ownWordsGoWithTheirQuote() {
    const std::string text = "Ada spoke. Tom came. “I am late,” he said. He left. “I am not,” "
                             "said Ada.\n";
    Document::Parts parts;
    parts.article.text = text;
    std::size_t from = 0;
    for (const char* end : {"spoke.", "came.", "he said.", "left.", "Ada.\n"}) {
        const std::size_t begin = text.find_first_not_of(' ', from);
        from = text.find(end, begin) + std::strlen(end);
        parts.sentences.push_back(makeSpan(begin, from));
    }
    Entity ada{EntityType::Person, "Ada", {}};
    from = 0;
    for (const auto& [words, kind] :
         std::initializer_list<std::pair<const char*, MentionKind>>{{"Ada", MentionKind::Name},
                                                                    {"Tom", MentionKind::Name},
                                                                    {"I", MentionKind::Pronoun},
                                                                    {"he", MentionKind::Pronoun},
                                                                    {"He", MentionKind::Pronoun},
                                                                    {"I", MentionKind::Pronoun},
                                                                    {"Ada", MentionKind::Name}}) {
        ada.mentions.push_back({spanOf(text, words, from), kind});
        from = ada.mentions.back().span.end;
    }
    parts.entities = {ada};
    parts.quotes = {quoteOf(text, "“I am late,”", "he", EntityId{0}),
                    quoteOf(text, "“I am not,”", "Ada", EntityId{0})};
    const Applied applied =
        apply(Document{std::move(parts)}, {{SplitEntity{{"Ada", EntityType::Person, std::nullopt},
                                                        {makeAnchor(text, spanOf(text, "Tom"))},
                                                        "Tom"}}});
    QCOMPARE(QString::fromStdString(dump(applied.document)),
             QStringLiteral("Tom direct: “I am late,”\nAda direct: “I am not,”\n"
                            "person Ada: Ada I Ada\nperson Tom: Tom I he He\n"));
}

void TestCorrections::tellsWhichPronounsFollow() {
    const auto parts = siblingParts();
    const Span tom = spanOf(siblings, "Tom Penrose"), he = spanOf(siblings, "He", tom.end);
    QVERIFY(pronounsThatFollow(parts, EntityId{0}, {tom}) == std::vector<Span>{he});
    QVERIFY(pronounsThatFollow(parts, EntityId{0}, {he}).empty());
}

void TestCorrections::renamesInReasons() {
    const Document document{siblingParts()};
    const Applied applied = apply(
        document, {{RenameEntity{refTo(document, EntityId{0}), "Ada and Tom"},
                    ReassignSpeaker{anchorOf(document, QuoteId{0}),
                                    EntityRef{"Ada and Tom", EntityType::Person, std::nullopt}},
                    RenameEntity{{"Ada and Tom", EntityType::Person, std::nullopt}, "Both"}}});
    QCOMPARE(applied.document.quotes()[1].why.back().text, std::string("Both"));
    QCOMPARE(applied.document.quotes()[0].why.back().text, std::string("Both"));
    QCOMPARE(applied.document.quotes()[1].why.front().text, std::string("he")); // as written
}

void TestCorrections::changesEvents_data() {
    const Document document{siblingParts()};
    const auto at = [&](const char* words) {
        return makeAnchor(siblings, spanOf(siblings, words));
    };
    const auto came = anchorOf(document, EventId{1});
    QTest::addColumn<Corrections>("corrections");
    QTest::addColumn<QString>("expected");
    QTest::newRow("date") << Corrections{{DateEvent{came, "2021-05/2021-06"}}}
                          << "spoke happened\ncame 2021-05/2021-06 happened by reader\n"
                             "watched happened\n";
    QTest::newRow("no date") << Corrections{{DateEvent{came, "2021"}, DateEvent{came, ""}}}
                             << "spoke happened\ncame happened by reader\nwatched happened\n";
    QTest::newRow("status") << Corrections{{SetEventStatus{came, EventStatus::Negated}}}
                            << "spoke happened\ncame negated by reader\nwatched happened\n";
    QTest::newRow("remove") << Corrections{{RemoveEvent{came}}}
                            << "spoke happened\nwatched happened\n";
    QTest::newRow("add") << Corrections{{AddEvent{at("wound"), "2021-05-20", EventStatus::Planned,
                                                  "wound the clock"}}}
                         << "spoke happened\ncame happened\n"
                            "wound 2021-05-20 planned by reader (wound the clock): Ada Penrose\n"
                            "watched happened\n";
    QTest::newRow("add where there is one")
        << Corrections{{AddEvent{came, "2021-05-20", EventStatus::Happened, "Tom came"}}}
        << "spoke happened\n"
           "came 2021-05-20 happened by reader (Tom came): Ada Penrose\nwatched happened\n";
}

void TestCorrections::changesEvents() {
    QFETCH(Corrections, corrections);
    QFETCH(QString, expected);
    const Applied applied = apply(Document{siblingParts()}, corrections);
    QVERIFY(applied.orphans.empty());
    std::string out;
    for (const Event& event : applied.document.events()) {
        out += std::string(applied.document.slice(event.trigger)) +
               (event.value.empty() ? "" : " " + event.value) + " " +
               std::string(name(event.status)) + (event.byReader ? " by reader" : "");
        if (!event.summary.empty()) {
            out += " (" + event.summary + "):";
            for (const EntityId id : event.participants)
                out += " " + applied.document.entity(id).name;
        }
        out += "\n";
    }
    QCOMPARE(QString::fromStdString(out), expected);
}

// Of four that tell the same, the first is none, and one is put before the others.
void TestCorrections::keepsRepeatedEventsConsistent() {
    auto parts = siblingParts();
    Event smiled;
    smiled.trigger = spanOf(siblings, "smiled");
    parts.events.push_back(smiled);
    for (std::size_t i = 1; i < parts.events.size(); ++i)
        parts.events[i].same = EventId{0};
    const Document document{std::move(parts)};
    const Corrections corrections = {
        {RemoveEvent{anchorOf(document, EventId{0})},
         AddEvent{makeAnchor(siblings, spanOf(siblings, "praised")), "2021", EventStatus::Happened,
                  "She praised the clock"}}};
    const Applied applied = apply(document, corrections);
    const auto& events = applied.document.events();
    QCOMPARE(events.size(), std::size_t{4}); // praised, came, watched, smiled
    QVERIFY(!events[0].same && !events[1].same);
    QVERIFY(events[2].same == EventId{1} && events[3].same == EventId{1});
    QVERIFY(applied.events == (std::vector<std::optional<EventId>>{std::nullopt, EventId{1},
                                                                   EventId{2}, EventId{3}}));
    QVERIFY(validate(applied.document.parts()));
}

void TestCorrections::leavesTheGivenDocumentAlone() {
    const Document document{partsOf(article)};
    const std::string before = dump(document);
    apply(document, {{RejectQuote{anchorOf(document, QuoteId{0})},
                      MergeEntities{refTo(document, EntityId{0}), refTo(document, EntityId{1})}}});
    QCOMPARE(dump(document), before);
}

void TestCorrections::tellsWhereEntitiesAndQuotesWent() {
    const Document document{partsOf(article)};
    const Corrections corrections = {
        {RejectQuote{anchorOf(document, QuoteId{0})},
         MergeEntities{refTo(document, EntityId{0}), refTo(document, EntityId{1})}}};
    const Applied applied = apply(document, corrections);
    QVERIFY(applied.quotes == (std::vector<std::optional<QuoteId>>{std::nullopt, QuoteId{0}}));
    QVERIFY(applied.entities == (std::vector<EntityId>{EntityId{0}, EntityId{0}}));
}

void TestCorrections::survivesAnEditedArticle() {
    const Document old{partsOf(article)};
    const Corrections corrections = {
        {ReassignSpeaker{anchorOf(old, QuoteId{1}), refTo(old, EntityId{1})},
         DateEvent{anchorOf(old, EventId{0}), "2024-03-01"}}};
    const Document edited{partsOf("An émigré writes. “It is noon,” said no one.\n\n" + article)};
    const Applied applied = apply(edited, corrections);
    QVERIFY(applied.orphans.empty());
    QVERIFY(applied.document.quotes()[1].speaker == EntityId{1});
    QCOMPARE(applied.document.events()[0].value, std::string("2024-03-01"));
}

void TestCorrections::survivesMovedBoundaries() {
    const Document old{partsOf(article)};
    auto parts = partsOf(article);
    parts.quotes[1].content.front().end -= 3; // a later analysis leaves out the closing mark
    const Applied applied =
        apply(Document{std::move(parts)}, {{RejectQuote{anchorOf(old, QuoteId{1})}}});
    QVERIFY(applied.orphans.empty());
    QCOMPARE(applied.document.quotes().size(), std::size_t{1});
}

void TestCorrections::reportsLostTargets() {
    const Document old{partsOf(article)};
    auto parts = partsOf(article);
    parts.quotes.pop_back();
    parts.events.clear();
    const Document fewer{std::move(parts)};
    const EntityRef nobody{"Eve Hart", EntityType::Person, std::nullopt};
    const Anchor lost{Span{5, 12}, "no such words", "", ""};
    const Corrections corrections = {
        {AcceptQuote{anchorOf(old, QuoteId{1})}, AcceptQuote{anchorOf(old, QuoteId{0})},
         DateEvent{anchorOf(old, EventId{0}), "2024"}, RenameEntity{nobody, "Eve"},
         AddQuote{{{lost}, {}, {}, QuoteKind::Direct}, QuoteAct::Speech, {}},
         MergeEntities{nobody, refTo(old, EntityId{0})}}};
    const Applied applied = apply(fewer, corrections);
    QVERIFY(applied.orphans == (std::vector<std::size_t>{0, 2, 3, 4, 5}));
    QCOMPARE(apply(old, {{DateEvent{anchorOf(old, EventId{0}), "soon"}}}).orphans.size(),
             std::size_t{1});
}

void TestCorrections::locatesByContext_data() {
    QTest::addColumn<QString>("before"); // [words] stand in brackets
    QTest::addColumn<QString>("after");  // likewise; without brackets where they are lost
    QTest::newRow("same") << "He said [yes] and left."
                          << "He said [yes] and left.";
    QTest::newRow("moved") << "He said [yes] and left."
                           << "One day he said [yes] and left.";
    QTest::newRow("the right one of two") << "Ann said [yes] again. Bob said yes too."
                                          << "Bob said yes too. Ann said [yes] again.";
    QTest::newRow("nearest of equals")
        << "a long enough line, a long enough line, [a long enough line]"
        << "a long enough line, a long enough line, [a long enough line]";
    QTest::newRow("long words need no context") << "Now [it is over and done], she said."
                                                << "“Well, [it is over and done].”";
    QTest::newRow("short words do") << "He said [yes] and left."
                                    << "Oh yes!";
    QTest::newRow("gone") << "He said [yes] and left."
                          << "He said no and left.";
    QTest::newRow("accents") << "Ján a [Müller] šli domů."
                             << "Včera Ján a [Müller] šli domů.";
}

void TestCorrections::locatesByContext() {
    const auto bracketed = [](std::string text) -> std::pair<std::string, std::optional<Span>> {
        const std::size_t open = text.find('[');
        if (open == std::string::npos) return {text, std::nullopt};
        const std::size_t close = text.find(']') - 1;
        text.erase(open, 1);
        text.erase(close, 1);
        return {text, makeSpan(open, close)};
    };
    QFETCH(QString, before);
    QFETCH(QString, after);
    const auto [oldText, oldSpan] = bracketed(before.toStdString());
    const auto [newText, newSpan] = bracketed(after.toStdString());
    QVERIFY(locate(newText, makeAnchor(oldText, *oldSpan)) == newSpan);
}

void TestCorrections::readsDatesOfAllVersions_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("good");
    QTest::addColumn<bool>("guess");
    QTest::newRow("earlier") << QByteArray(R"([{"do":"published","date":"2021-05-20"}])") << true
                             << false;
    QTest::newRow("guess") << QByteArray(R"([{"do":"published","date":"2021-05-20","guess":true}])")
                           << true << true;
    QTest::newRow("damaged") << QByteArray(
                                    R"([{"do":"published","date":"2021-05-20","guess":"yes"}])")
                             << false << false;
}

void TestCorrections::readsDatesOfAllVersions() {
    QFETCH(QByteArray, json);
    QFETCH(bool, good);
    QFETCH(bool, guess);
    const OffsetMap offsets(article);
    const auto read = readCorrections(json.toStdString(), article, offsets);
    QCOMPARE(read.has_value(), good);
    if (!good) return;
    const DateArticle expected{std::chrono::year{2021} / 5 / 20, guess};
    QVERIFY(dateFrom({*read}, {}) == expected);
    QCOMPARE(QByteArray::fromStdString(writeCorrections(*read, article, offsets)), json);
}

QTEST_GUILESS_MAIN(TestCorrections)
#include "test_corrections.moc"
