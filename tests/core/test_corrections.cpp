// Corrections give a new document, find their targets in a changed one, and report lost ones.
#include "tests/support/corrected_article.h"

#include <QtTest>

using namespace quoth;
using namespace quoth::test;

class TestCorrections : public QObject {
    Q_OBJECT
private slots:
    void changesTheDocument_data();
    void changesTheDocument();
    void changesEvents_data();
    void changesEvents();
    void keepsRepeatedEventsConsistent();
    void leavesTheGivenDocumentAlone();
    void tellsWhereEntitiesAndQuotesWent();
    void survivesAnEditedArticle();
    void survivesMovedBoundaries();
    void reportsLostTargets();
    void locatesByContext_data();
    void checksHoldForTheirWords_data();
    void checksHoldForTheirWords();
    void locatesByContext();
};

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

// A check of words that were changed since is set aside; other marks and spaces are no change.
void TestCorrections::checksHoldForTheirWords_data() {
    QTest::addColumn<QString>("now");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char* name, const char* now, bool holds) {
        QTest::newRow(name) << QString::fromUtf8(now) << holds;
    };
    row("the same", "“We waited ninety weeks for the boat,”", true);
    row("other marks", "\"We waited ninety weeks,  for the boat\"", true);
    row("another word", "“We waited ninety seconds for the boat,”", false);
    row("a word more", "“We never waited ninety weeks for the boat,”", false);
}

void TestCorrections::checksHoldForTheirWords() {
    QFETCH(QString, now);
    QFETCH(bool, holds);
    const std::string before = "A morning.\n\n“We waited ninety weeks for the boat,” Ada said.\n";
    const std::string after = "An evening in June.\n\n" + now.toStdString() + " Ada said.\n";
    const auto documentOf = [](const std::string& text, const std::string& words) {
        Document::Parts parts;
        parts.article.text = text;
        Quote quote;
        quote.kind = QuoteKind::Direct;
        quote.content = {spanOf(text, words)};
        parts.quotes = {quote};
        return Document(std::move(parts));
    };
    const Document old = documentOf(before, "“We waited ninety weeks for the boat,”");
    const Document edited = documentOf(after, now.toStdString());
    const Anchor anchor = anchorOf(old, QuoteId{0});
    for (const CheckState state : {CheckState::Confirmed, CheckState::Unchecked}) {
        const Applied applied = apply(edited, {{CheckQuote{anchor, state, "a note"}}});
        const bool kept = holds || state == CheckState::Unchecked; // a note alone stays
        QCOMPARE(applied.orphans.empty(), kept);
        QCOMPARE(applied.document.quotes()[0].note, std::string(kept ? "a note" : ""));
        QVERIFY(applied.document.quotes()[0].check == (kept ? state : CheckState::Unchecked));
    }
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

QTEST_GUILESS_MAIN(TestCorrections)
#include "test_corrections.moc"
