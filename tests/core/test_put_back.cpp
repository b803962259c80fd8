// Corrections that lost their place, given another one by hand.
#include "core/document/put_back.h"
#include "core/document/work.h"
#include "tests/support/corrected_article.h"

#include <QtTest>

using namespace quoth;
using namespace quoth::test;

class TestPutBack : public QObject {
    Q_OBJECT
private slots:
    void movesToWhatStandsThere_data();
    void movesToWhatStandsThere();
    void splitsAsAWholeOrNotAtAll();
    void tellsWhatItIsAbout_data();
    void tellsWhatItIsAbout();
};

namespace {

// Made on words that the article does not have.
Anchor lost(const char* words = "nowhere to be seen any more") {
    return makeAnchor(words, makeSpan(0, std::string_view(words).size()));
}

EntityRef lostPerson() {
    return {"Zoe Quill", EntityType::Person, lost("Zoe Quill")};
}

} // namespace

void TestPutBack::movesToWhatStandsThere_data() {
    QTest::addColumn<Correction>("correction");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("line"); // of the article corrected so; empty: nothing there suits
    const EntityRef tom{"Tom", EntityType::Person, std::nullopt};
    QTest::newRow("speaker, on a part of the quote")
        << Correction(ReassignSpeaker{lost(), tom}) << "is late"
        << "Tom direct: “It is late,” (not Ada Penrose) [Tom]";
    QTest::newRow("speaker, where no quote is")
        << Correction(ReassignSpeaker{lost(), tom}) << "clock"
        << "";
    QTest::newRow("speaker, on more than one quote: the one with the most of it")
        << Correction(ReassignSpeaker{lost(), tom}) << "late,” said Ada Penrose. “It is early,”"
        << "Tom direct: “It is early,” (not Ada Penrose) [Tom]";
    QTest::newRow("right") << Correction(AcceptQuote{lost()}) << "It is early"
                           << "Ada Penrose direct: “It is early,” [accepted]";
    QTest::newRow("check") << Correction(CheckQuote{lost(), CheckState::Altered, "tape"})
                           << "It is early"
                           << "Ada Penrose direct: “It is early,” {altered, tape}";
    QTest::newRow("bounds, with a cue that is gone")
        << Correction(ChangeBounds{lost(), {{lost()}, {lost()}, {}, QuoteKind::Indirect}})
        << "It is late"
        << "Ada Penrose indirect: It is late [bounds]";
    QTest::newRow("a quote of these words")
        << Correction(AddQuote{{{lost()}, {}, {}, QuoteKind::Indirect}, QuoteAct::Speech, tom})
        << "The clock stopped"
        << "Tom indirect: The clock stopped [added] [Tom]";
    QTest::newRow("name") << Correction(RenameEntity{lostPerson(), "Tomas"}) << "Tom"
                          << "person Tomas: Tom";
    QTest::newRow("merged into the one there")
        << Correction(MergeEntities{tom, lostPerson()}) << "Mr Penrose"
        << "person Ada Penrose: Ada Penrose Penrose Tom";
    QTest::newRow("the one there, merged")
        << Correction(MergeEntities{lostPerson(), tom}) << "Mr Penrose"
        << "person Tom: Ada Penrose Penrose Tom";
    QTest::newRow("merged with itself") << Correction(MergeEntities{tom, lostPerson()}) << "Tom"
                                        << "";
    QTest::newRow("split") << Correction(SplitEntity{lostPerson(), {lost()}, "Uncle"})
                           << "Penrose, her"
                           << "";
    QTest::newRow("split, the very mention")
        << Correction(SplitEntity{lostPerson(), {lost()}, "Uncle"}) << "Tom"
        << "person Uncle: Tom";
    QTest::newRow("date") << Correction(DateEvent{lost(), "2024-05-03"}) << "clock stopped"
                          << "stopped 2024-05-03: Ada Penrose Tom";
    QTest::newRow("date, where no event is")
        << Correction(DateEvent{lost(), "2024-05-03"}) << "brother"
        << "";
    QTest::newRow("a new event") << Correction(
                                        AddEvent{lost(), "2024-05-03", EventStatus::Happened, {}})
                                 << "brother"
                                 << "brother 2024-05-03:";
    QTest::newRow("of no place") << Correction(DateArticle{}) << "clock"
                                 << "";
}

void TestPutBack::movesToWhatStandsThere() {
    QFETCH(Correction, correction);
    QFETCH(QString, place);
    QFETCH(QString, line);
    const Document document{partsOf(article)};
    const auto moved = movedTo(document, correction, spanOf(article, place.toStdString()));
    if (line.isEmpty() && !moved) return;
    QVERIFY(moved);
    const Applied applied = apply(document, {{*moved}});
    QCOMPARE(applied.orphans.empty(), !line.isEmpty());
    if (line.isEmpty()) return;
    const QString lines = QString::fromStdString(dump(applied.document));
    QVERIFY2(lines.split(QLatin1Char('\n')).contains(line), qPrintable(lines));
}

// One half of a split quote is gone: the other half does not stand beside the whole quote.
void TestPutBack::splitsAsAWholeOrNotAtAll() {
    const Document document{partsOf(article)};
    const auto part = [](const char* words) {
        return QuoteBounds{
            {makeAnchor(article, spanOf(article, words))}, {}, {}, QuoteKind::Direct};
    };
    const Anchor quote = anchorOf(document, QuoteId{0});
    const AddQuote rest{part("is late,”"), QuoteAct::Speech, std::nullopt};
    Work work;
    work.steps = {{AcceptQuote{quote}},
                  {ChangeBounds{quote, part("“It")}, rest},
                  {AcceptQuote{anchorOf(document, QuoteId{1})}}};
    work.done = 3;
    QCOMPARE(apply(document, work.corrections()).document.quotes().size(), std::size_t{3});
    QuoteBounds gone = part("“It");
    gone.content = {lost()};
    work.steps[1] = {ChangeBounds{quote, gone}, rest};
    const Applied applied = apply(document, work.corrections());
    QCOMPARE(applied.document.quotes().size(), std::size_t{2});
    QCOMPARE(applied.orphans, (std::vector<std::size_t>{1, 2}));
    QCOMPARE(applied.document.quotes()[0].confidence, 1.0F); // what came before and after holds
    QCOMPARE(applied.document.quotes()[1].confidence, 1.0F);
    work.steps[1] = {rest, ChangeBounds{quote, gone}}; // nor what was made before that was found
    QCOMPARE(apply(document, work.corrections()).document.quotes().size(), std::size_t{2});
}

void TestPutBack::tellsWhatItIsAbout_data() {
    QTest::addColumn<Correction>("correction");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("isThere");
    const Document document{partsOf(article)};
    const QString late = QStringLiteral("“It is late,”");
    QTest::newRow("quote") << Correction(AcceptQuote{anchorOf(document, QuoteId{0})}) << late
                           << true;
    QTest::newRow("gone") << Correction(RejectQuote{lost()}) << QString::fromStdString(lost().exact)
                          << false;
    QTest::newRow("added") << Correction(AddQuote{
                                  {{anchorOf(document, QuoteId{0})}, {}, {}, QuoteKind::Direct},
                                  QuoteAct::Speech,
                                  std::nullopt})
                           << late << true;
    QTest::newRow("event") << Correction(RemoveEvent{anchorOf(document, EventId{0})}) << "stopped"
                           << true;
    QTest::newRow("person") << Correction(RenameEntity{refTo(document, EntityId{1}), "Tomas"})
                            << "Tom" << true;
    QTest::newRow("merged") << Correction(MergeEntities{lostPerson(), refTo(document, EntityId{1})})
                            << "Zoe Quill" << false;
    QTest::newRow("article") << Correction(DateArticle{}) << "" << false;
}

void TestPutBack::tellsWhatItIsAbout() {
    QFETCH(Correction, correction);
    QFETCH(QString, words);
    QFETCH(bool, isThere);
    const Document document{partsOf(article)};
    QCOMPARE(QString::fromStdString(targetWords(correction)), words);
    const auto span = targetSpan(document, correction);
    QCOMPARE(span.has_value(), isThere);
    if (span) QCOMPARE(QString::fromStdString(std::string(document.slice(*span))), words);
}

QTEST_APPLESS_MAIN(TestPutBack)
#include "test_put_back.moc"
