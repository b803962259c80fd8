// What goes along when mentions of a person turn out to be somebody else's, or the name changes.
#include "core/document/entity_split.h"
#include "tests/support/corrected_article.h"

#include <QtTest>

using namespace quoth;
using namespace quoth::test;

class TestEntitySplit : public QObject {
    Q_OBJECT
private slots:
    void splitsWithWhatRestsOnMentions_data();
    void splitsWithWhatRestsOnMentions();
    void ownWordsGoWithTheirQuote();
    void tellsWhichPronounsFollow();
    void renamesInReasons();
};

void TestEntitySplit::splitsWithWhatRestsOnMentions_data() {
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

void TestEntitySplit::splitsWithWhatRestsOnMentions() {
    QFETCH(Corrections, corrections);
    QFETCH(QString, expected);
    const Applied applied = apply(Document{siblingParts()}, corrections);
    QCOMPARE(QString::fromStdString(dump(applied.document)), expected);
    QVERIFY(applied.orphans.empty());
}

// "I" goes with the quote that it stands in, not with the name nearest to it.
void TestEntitySplit::ownWordsGoWithTheirQuote() {
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

void TestEntitySplit::tellsWhichPronounsFollow() {
    const auto parts = siblingParts();
    const Span tom = spanOf(siblings, "Tom Penrose"), he = spanOf(siblings, "He", tom.end);
    QVERIFY(pronounsThatFollow(parts, EntityId{0}, {tom}) == std::vector<Span>{he});
    QVERIFY(pronounsThatFollow(parts, EntityId{0}, {he}).empty());
}

void TestEntitySplit::renamesInReasons() {
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

QTEST_GUILESS_MAIN(TestEntitySplit)
#include "test_entity_split.moc"
