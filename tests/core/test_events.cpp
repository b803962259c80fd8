// Dated events: text and document date in, "trigger=value" of every event with a value out.
#include "core/events/event_finder.h"
#include "core/events/event_summary.h"
#include "core/events/event_value.h"
#include "core/support/resources.h"
#include "core/tagging/tagger.h"
#include "core/text/sentences.h"
#include "core/text/structure.h"
#include "core/text/tokens.h"
#include "core/time/time_finder.h"

#include <QtTest>

using namespace quoth;

class TestEvents : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void datesEvents_data();
    void datesEvents();
    void leavesStatementsOut();
    void listsParticipants();
    void summaryIsShort();
    void valueOfTimes_data();
    void valueOfTimes();

private:
    TokenizedText read(const std::string& article) const {
        TokenizedText text;
        text.text = article;
        text.blocks = findBlocks(article);
        text.tokens = tokenize(article, text.blocks);
        text.sentences = splitSentences(article, text.blocks, text.tokens);
        return m_tagger->tag(std::move(text));
    }
    static std::string dump(const TokenizedText& text, const std::vector<Event>& events) {
        std::string dump;
        for (const Event& event : events) {
            if (event.value.empty()) continue;
            if (!dump.empty()) dump += "; ";
            dump += std::string(text.slice(event.trigger)) + '=' + event.value;
        }
        return dump;
    }

    std::optional<Tagger> m_tagger;
    std::optional<EventFinder> m_finder;
};

void TestEvents::initTestCase() {
    const auto resources = findResources();
    QVERIFY(resources);
    auto tagger = Tagger::load(*resources);
    QVERIFY(tagger);
    m_tagger = std::move(*tagger);
    auto finder = EventFinder::load(*resources);
    QVERIFY(finder);
    m_finder = std::move(*finder);
}

void TestEvents::datesEvents_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    // The document date is Thursday, 2021-05-20.
    row("Police arrested two men on Wednesday.", "arrested=2021-05-19");
    row("On Monday, the mayor opened a bridge.", "opened=2021-05-17");
    row("The mayor on Monday opened a bridge.", "opened=2021-05-17");
    row("The ministers held talks on Wednesday.", "talks=2021-05-19");
    row("She gave a speech in Lyon on Tuesday.", "speech=2021-05-18");
    row("The company was founded in 2014.", "founded=2014");
    row("The plane crash in 2000 killed nine people.", "crash=2000");
    row("He retired after the election of April 2018.", "election=2018-04");
    row("Forty people were killed in a brawl in March.", "killed=2021-03; brawl=2021-03");
    row("The Wednesday attack was the third this month.", "attack=2021-05-19");
    row("Two men were shot and killed on May 8.", "shot=2021-05-08; killed=2021-05-08");
    row("The victim was struck with a stick and stabbed on Sunday.",
        "struck=2021-05-16; stabbed=2021-05-16");
    row("Four men were fined by phone for parking last week.", "fined=2021-W19");
    row("There were two explosions on Tuesday.", "explosions=2021-05-18");
    row("The Clean Air Act of 1970 was changed.", "");
    row("Even before Wednesday's talks the two had quarrelled.", "talks=2021-05-19");
    row("The shop has sold bread since 2016.", "sold=2016/2021");
    row("He served as mayor from 2014 to 2016.", "served=2014/2016");
    row("The fair was cancelled last weekend.", "cancelled=2021-05-15/2021-05-16");
    row("The bridge will be completed by October.", "completed=2021-10");
    row("A letter issued by the union (NUJ) on 3 May names the firm.", "issued=2021-05-03");
    // No happenings, or none that the time dates.
    row("The strike could end on Friday.", "");
    row("The firm will close if the union wins in June.", "");
    row("The 2019 budget was small.", "");
    row("They meet every Tuesday.", "");
    row("He now lives in Oslo.", "");
    row("Police arrested two men before Wednesday.", "");
}

void TestEvents::datesEvents() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const std::string article = text.toStdString();
    const TokenizedText tokens = read(article);
    const auto published = *parseDate("2021-05-20");
    const auto events = m_finder->find(tokens, findTimes(tokens, published), {}, {}, published);
    QCOMPARE(QString::fromStdString(dump(tokens, events)), expected);
}

void TestEvents::leavesStatementsOut() {
    const std::string article = "The minister said on Wednesday that the army had left in March.";
    const TokenizedText tokens = read(article);
    const auto published = *parseDate("2021-05-20");
    Quote quote;
    const auto said = makeSpan(article.find("said"), article.find("said") + 4);
    quote.content = {makeSpan(article.find("that"), article.size() - 1)};
    quote.cue = {said};
    const auto events =
        m_finder->find(tokens, findTimes(tokens, published), {}, {quote}, published);
    QCOMPARE(dump(tokens, events), std::string("left=2021-03"));
    for (const Event& event : events)
        QVERIFY(event.trigger != said);
}

void TestEvents::listsParticipants() {
    const std::string article = "Maria Vale met Tom Reed in Oslo on Wednesday, and Ann Lee slept.";
    const TokenizedText tokens = read(article);
    const auto published = *parseDate("2021-05-20");
    std::vector<Entity> entities;
    for (const std::string name : {"Maria Vale", "Tom Reed", "Oslo", "Ann Lee"}) {
        Entity entity;
        entity.type = name == "Oslo" ? EntityType::Place : EntityType::Person;
        entity.name = name;
        const auto at = article.find(name);
        entity.mentions = {{makeSpan(at, at + name.size()), MentionKind::Name}};
        entities.push_back(entity);
    }
    const auto events =
        m_finder->find(tokens, findTimes(tokens, published), entities, {}, published);
    QVERIFY(!events.empty());
    QCOMPARE(std::string(tokens.slice(events.front().trigger)), std::string("met"));
    QCOMPARE(events.front().participants.size(), std::size_t{3});
    QCOMPARE(events.front().participants.front(), makeId<EntityTag>(0));
}

void TestEvents::summaryIsShort() {
    std::string article = "The long and winding road";
    for (int i = 0; i < 40; ++i)
        article += " beside the café";
    article += " collapsed on Wednesday";
    for (int i = 0; i < 40; ++i)
        article += " after the rain";
    article += '.';
    const TokenizedText tokens = read(article);
    const std::uint32_t trigger =
        tokens.tokenAt(static_cast<std::uint32_t>(article.find("collapsed")));
    const QString summary = QString::fromStdString(eventSummary(tokens, trigger));
    QVERIFY(summary.size() <= 140);
    QVERIFY(summary.contains("collapsed on Wednesday"));
    QVERIFY(summary.startsWith(QChar(0x2026)) && summary.endsWith(QChar(0x2026)));
    const std::string sentence = "The road collapsed."; // the tokens look into it
    const TokenizedText brief = read(sentence);
    QCOMPARE(eventSummary(brief, 2), sentence);
}

void TestEvents::valueOfTimes_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("expected");
    const auto row = [](TimeType type, const char* time, const char* words, const char* expected) {
        QTest::addRow("%s %s", time, words) << static_cast<int>(type) << time << words << expected;
    };
    row(TimeType::Date, "2021-05-19", "wednesday", "2021-05-19");
    row(TimeType::Time, "2021-05-19T08:30", "8.30am", "2021-05-19");
    row(TimeType::Time, "2021-05-19TMO", "this morning", "2021-05-19");
    row(TimeType::Date, "2021-05", "may", "2021-05");
    row(TimeType::Date, "2021-W20", "this week", "2021-W20");
    row(TimeType::Date, "2021-W20-WE", "the weekend", "2021-05-22/2021-05-23");
    row(TimeType::Date, "2021-SU", "summer", "2021-06-01/2021-08-31");
    row(TimeType::Date, "2021-Q2", "second quarter", "2021-04/2021-06");
    row(TimeType::Date, "199", "the 1990s", "1990/1999");
    row(TimeType::Date, "PRESENT_REF", "now", "");
    row(TimeType::Date, "FY2021", "fiscal 2021", "");
    row(TimeType::Set, "P1D", "daily", "");
    row(TimeType::Duration, "P5Y", "five years", "");
    row(TimeType::Duration, "P5Y", "the last five years", "2016/2021");
    row(TimeType::Duration, "P1W", "the past week", "2021-05-13/2021-05-20");
}

void TestEvents::valueOfTimes() {
    QFETCH(int, type);
    QFETCH(QString, time);
    QFETCH(QString, words);
    QFETCH(QString, expected);
    const TimeExpression expression{{}, static_cast<TimeType>(type), time.toStdString()};
    QCOMPARE(eventValue(expression, words.toStdString(), *parseDate("2021-05-20")),
             expected.toStdString());
}

QTEST_GUILESS_MAIN(TestEvents)
#include "test_events.moc"
