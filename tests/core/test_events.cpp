// Dated events: text and document date in, "trigger=value" of every event with a value out.
#include "core/events/dating/event_value.h"
#include "core/events/event_finder.h"
#include "core/events/facts/summary.h"
#include "core/support/resources.h"
#include "core/syntax/dependency_parser.h"
#include "core/tagging/tagger.h"
#include "core/text/plain_analysis.h"
#include "core/time/time_finder.h"

#include <QtTest>

using namespace quoth;

class TestEvents : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void datesEvents_data();
    void datesEvents();
    void tellsStatus_data();
    void tellsStatus();
    void merges_data();
    void merges();
    void leavesStatementsOut();
    void datesActsAndOccasions_data();
    void datesActsAndOccasions();
    void tellsClass_data();
    void tellsClass();
    void datesLeadByDateline_data();
    void datesLeadByDateline();
    void headlineIsDatedByLead();
    void listsParticipants_data();
    void listsParticipants();
    void summaryHasItsSubject_data();
    void summaryHasItsSubject();
    void summaryIsShort();
    void valueOfTimes_data();
    void valueOfTimes();

private:
    TokenizedText read(const std::string& article) const {
        return m_tagger->tag(analyzePlainArticle(article));
    }
    Syntax grammar(const TokenizedText& text) const { return {text, m_parser->parse(text)}; }
    // Without entities and quotes, published on a Thursday.
    std::vector<Event> find(const TokenizedText& text) const {
        const auto published = *parseDate("2021-05-20");
        return m_finder->find(text, grammar(text), findTimes(text, grammar(text), published), {},
                              {}, published);
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
    std::optional<DependencyParser> m_parser;
    std::optional<EventFinder> m_finder;
};

void TestEvents::initTestCase() {
    const auto resources = findResources();
    QVERIFY(resources);
    auto tagger = Tagger::load(*resources);
    QVERIFY(tagger);
    m_tagger = std::move(*tagger);
    auto parser = DependencyParser::load(*resources, *m_tagger);
    QVERIFY(parser);
    m_parser = std::move(*parser);
    auto finder = EventFinder::load(*resources, *m_tagger);
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
    row("The strike planned for Monday was cancelled.", "strike=2021-05-24");
    row("Strike set for 24 May", "Strike=2021-05-24");
    row("Ann Ali (1942-2016) won the title.", "");
    row("The order dated 14 February was read out.", "");
    row("There were two explosions on Tuesday.", "explosions=2021-05-18");
    row("The Clean Air Act of 1970 was changed.", "");
    row("He was charged under the Theft Act 1968.", "");
    row("There were no protests on Sunday.", "");
    row("Guards kept a crowd from storming the jail on Sunday.", "kept=2021-05-16");
    row("The band will tour Wales starting Monday.", "tour=2021-05-24");
    row("She was starting a course on Monday.", "starting=2021-05-17");
    row("Storms hit the coast in March and April.", "hit=2021-03/2021-04");
    row("Storms hit the coast on Sunday and Monday.", "hit=2021-05-16/2021-05-17");
    row("Exactly ten years ago, the dam broke.", "broke=2011-05-20");
    row("Even before Wednesday's talks the two had quarrelled.", "talks=2021-05-19");
    row("The shop has sold bread since 2016.", "sold=2016/2021");
    row("He served as mayor from 2014 to 2016.", "served=2014/2016");
    row("The fair was cancelled last weekend.", "cancelled=2021-05-15/2021-05-16");
    row("The bridge will be completed by October.", "completed=2021-10");
    row("A letter issued by the union (NUJ) on 3 May names the firm.", "issued=2021-05-03");
    row("The strike could end on Friday.", "strike=2021-05-21");
    row("Repairs lasted from 3 May until the end of 2019.", "lasted=2021-05-03");
    // What shares the time: conjoined verbs and clauses, phrases, "in which".
    row("Ten men were killed and two others injured on Monday.",
        "killed=2021-05-17; injured=2021-05-17");
    row("Ten men were killed on Monday in a bloody riot.", "killed=2021-05-17; riot=2021-05-17");
    row("On Monday, ten men were killed in a riot.", "killed=2021-05-17; riot=2021-05-17");
    row("In April, she won the case, and the court ordered a retrial.",
        "won=2021-04; ordered=2021-04");
    row("Unrest followed the elections on 3 May, in which Ortega was defeated.",
        "elections=2021-05-03; defeated=2021-05-03");
    row("They met at a festival that was organised by the school on Tuesday.",
        "festival=2021-05-18");
    row("Ten men were killed and two were hurt on Monday when a mill burned.",
        "killed=2021-05-17; hurt=2021-05-17; burned=2021-05-17");
    row("They arrived on Monday and opened a bridge.", "arrived=2021-05-17; opened=2021-05-17");
    row("In 2003 she won the case, and work began in 2004.", "won=2003; work=2004");
    // Counted from another happening.
    row("A bomb exploded on 3 May. He fled the day before the explosion.",
        "exploded=2021-05-03; fled=2021-05-02");
    row("A bomb exploded on 3 May. Two days after the explosion, police searched his flat.",
        "exploded=2021-05-03; searched=2021-05-05");
    row("The minister resigned on 3 May. Three days before he resigned, his wife left.",
        "resigned=2021-05-03; left=2021-04-30");
    row("The mayor resigned on 3 May. Nobody believed it. A week later, a rival was elected.",
        "resigned=2021-05-03; elected=2021-W19");
    row("The mayor resigned on 3 May. Hours later, a crowd marched.", "resigned=2021-05-03");
    row("Over the weekend, the bridge opened on Sunday.", "opened=2021-05-16");
    row("In the summer of 2019, the bridge opened on 5 June 2019.", "opened=2019-06-05");
    row("The commission published its report on 3 May. The mayor resigned two days after the "
        "report.",
        "published=2021-05-03; resigned=2021-05-05");
    row("The storm passed. Two days after the storm, the bridge fell.", "");
    // At an occasion that another mention dates.
    row("The opening ceremony was held on 3 May. Ann Lee attended the ceremony.",
        "ceremony=2021-05-03; attended=2021-05-03");
    row("Prisoners began a riot on 3 May. Ten men fled during the riot.",
        "riot=2021-05-03; fled=2021-05-03");
    // No happenings, or none that the time dates.
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
    const auto events = find(tokens);
    QCOMPARE(QString::fromStdString(dump(tokens, events)), expected);
}

void TestEvents::tellsStatus_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::addColumn<EventStatus>("expected");
    const auto row = [](const char* text, const char* word, EventStatus status) {
        QTest::newRow(text) << QString(text) << QString(word) << status;
    };
    using S = EventStatus;
    row("Police arrested two men.", "arrested", S::Happened);
    row("She managed to escape.", "escape", S::Happened);
    row("He began to run.", "run", S::Happened);
    row("They did not attend the meeting.", "meeting", S::Happened);

    row("The ministers will hold talks.", "talks", S::Planned);
    row("They agreed to sign the deal.", "sign", S::Planned);
    row("The bridge is to open in June.", "open", S::Planned);
    row("The firm plans to close the mill.", "close", S::Planned);
    row("Leaders scheduled a summit.", "summit", S::Planned);
    row("The planned strike frightened shops.", "strike", S::Planned);
    row("The court meets on 28 May.", "meets", S::Planned); // after the article's date

    row("The strike could end soon.", "end", S::Possible);
    row("If they meet, prices fall.", "meet", S::Possible);
    row("They called for talks.", "talks", S::Possible);
    row("The union threatened to strike.", "strike", S::Possible);
    row("She asked the court to stop the sale.", "stop", S::Possible);

    row("The firm denied that it had fired staff.", "fired", S::Possible);
    row("Acme to cut 14,000 jobs", "cut", S::Planned);

    row("The planned visit was cancelled.", "visit", S::Negated);
    row("Police did not arrest the driver.", "arrest", S::Negated);
    row("He was never charged.", "charged", S::Negated);
    row("He had declined to renew the lease.", "renew", S::Negated);
    row("The court refused to release him.", "release", S::Negated);
    row("He left without paying.", "paying", S::Negated);
    row("There were no talks.", "talks", S::Negated);
    row("Nobody was hurt.", "hurt", S::Negated);
    row("Not one quay will be built.", "built", S::Negated);
    row("The strike was cancelled.", "strike", S::Negated);
    row("Guards prevented an attack.", "attack", S::Negated);
    row("She decided not to sign the deal.", "sign", S::Negated);
}

void TestEvents::tellsStatus() {
    QFETCH(QString, text);
    QFETCH(QString, word);
    QFETCH(EventStatus, expected);
    const std::string article = text.toStdString();
    const TokenizedText tokens = read(article);
    const auto events = find(tokens);
    const auto event = std::find_if(events.begin(), events.end(), [&](const Event& e) {
        return tokens.slice(e.trigger) == word.toStdString();
    });
    QVERIFY(event != events.end());
    QCOMPARE(name(event->status).data(), name(expected).data());
}

void TestEvents::merges_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // "second<first" of each event that repeats another one
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QString(text) << QString(expected);
    };
    row("Anna Berg resigned on Monday. Her resignation surprised all.", "resignation<resigned");
    row("The ministers held talks on Monday. The meeting lasted an hour.", "meeting<talks");
    row("A bomb killed two on Sunday. An explosion shook the town on Sunday. The blast was heard "
        "far "
        "away.",
        "blast<explosion");
    row("They signed a deal on Monday. The signing took an hour.", "signing<deal");
    // Other happenings of the kind.
    row("An explosion shook the town on Sunday. A second explosion followed on Monday.", "");
    row("The strike began in 2019. A strike began in 2021.", "");
    row("He voted on Monday. No vote was held.", "");
}

void TestEvents::merges() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const std::string article = text.toStdString();
    const TokenizedText tokens = read(article);
    const auto events = find(tokens);
    QStringList found;
    for (const Event& event : events)
        if (event.same)
            found << QString::fromStdString(
                std::string(tokens.slice(event.trigger)) + '<' +
                std::string(tokens.slice(events[event.same->value].trigger)));
    QCOMPARE(found.join("; "), expected);
}

void TestEvents::datesActsAndOccasions_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cue");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* cue, const char* expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << cue << expected;
    };
    row("The mayor said on Monday that rain fell.", "said", "");
    row("The banks agreed on Monday to lend more.", "agreed", "agreed=2021-05-17");
    row("On Monday, the mayor said at a meeting that rain fell.", "said", "meeting=2021-05-17");
    row("On Monday, the mayor at a meeting said that rain fell.", "said", "meeting=2021-05-17");
}

// Cues of quotations are statements, but who agrees has acted, and where it was said was a
// happening.
void TestEvents::datesActsAndOccasions() {
    QFETCH(QString, text);
    QFETCH(QString, cue);
    const std::string article = text.toStdString();
    const TokenizedText tokens = read(article);
    const std::size_t at = article.find(cue.toStdString());
    Quote quote;
    quote.cue = {makeSpan(at, at + static_cast<std::size_t>(cue.size()))};
    quote.content = {makeSpan(article.size() - 6, article.size() - 1)};
    quote.confidence = 1;
    const auto published = *parseDate("2021-05-20");
    const auto events =
        m_finder->find(tokens, grammar(tokens), findTimes(tokens, grammar(tokens), published), {},
                       {quote}, published);
    QTEST(QString::fromStdString(dump(tokens, events)), "expected");
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
        m_finder->find(tokens, grammar(tokens), findTimes(tokens, grammar(tokens), published), {},
                       {quote}, published);
    QCOMPARE(dump(tokens, events), std::string("left=2021-03"));
    for (const Event& event : events)
        if (event.trigger == said) QCOMPARE(event.eventClass, EventClass::Reporting);
}

void TestEvents::tellsClass_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("expected"); // empty: no event
    const auto row = [](const char* text, const char* word, const char* expected) {
        QTest::newRow(word) << QString(text) << QString(word) << QString(expected);
    };
    row("A landslide buried the road.", "landslide", "occurrence");
    row("A landslide buried the road.", "buried", "occurrence");
    row("The invasion of the island angered fishermen.", "invasion", "occurrence");
    row("The mayor opened a bridge.", "opened", "occurrence");
    row("The bridge opens a way to the sea.", "opens", "state");
    row("Officials believed that the port was safe.", "believed", "state");
    row("Officials argued that the port was safe.", "argued", "reporting");
    row("The old harbour has three cranes.", "harbour", "");
    row("The old harbour has three cranes.", "old", "");
}

void TestEvents::tellsClass() {
    QFETCH(QString, text);
    QFETCH(QString, word);
    QFETCH(QString, expected);
    const std::string article = text.toStdString();
    const TokenizedText tokens = read(article);
    QString found;
    for (const Event& event : find(tokens))
        if (tokens.slice(event.trigger) == word.toStdString())
            found = QString::fromStdString(std::string(name(event.eventClass)));
    QCOMPARE(found, expected);
}

void TestEvents::datesLeadByDateline_data() {
    QTest::addColumn<QString>("lead");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* lead, const char* expected) {
        QTest::newRow(lead) << QString(lead) << QString(expected);
    };
    row("A bomb exploded near the docks.", "exploded=2021-05-19");
    row("A bomb planted by rebels exploded near the docks.", "exploded=2021-05-19");
    row("A bomb exploded near the docks on Monday.", "exploded=2021-05-17");
    row("A bomb has exploded near the docks.", "");
    row("A bomb may explode near the docks.", "");
    row("The mayor said that a bomb had exploded.", "");
}

void TestEvents::datesLeadByDateline() {
    QFETCH(QString, lead);
    QFETCH(QString, expected);
    const std::string article = "News from the harbour\n\nLIVERPOOL, May 19 (Quill News) \u2013 " +
                                lead.toStdString() + "\n\nNobody was hurt.\n";
    const TokenizedText tokens = read(article);
    QCOMPARE(QString::fromStdString(dump(tokens, find(tokens))), expected);
}

void TestEvents::headlineIsDatedByLead() {
    const std::string article =
        "Explosion shakes Liverpool\n\nA bomb exploded near the docks on Wednesday, police said.\n";
    const TokenizedText tokens = read(article);
    const auto events = find(tokens);
    const auto of = [&](const char* word) {
        return std::find_if(events.begin(), events.end(), [&](const Event& event) {
            return tokens.slice(event.trigger) == word;
        });
    };
    const auto headline = of("Explosion"), lead = of("exploded");
    QVERIFY(headline != events.end() && lead != events.end());
    QCOMPARE(lead->value, std::string("2021-05-19"));
    QVERIFY(lead->same == makeId<EventTag>(static_cast<std::size_t>(headline - events.begin())));
}

void TestEvents::listsParticipants_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* word, const char* expected) {
        QTest::newRow((std::string(text) + " " + word).c_str())
            << QString(text) << QString(word) << QString(expected);
    };
    // Subject and object; where it happens is no part of it.
    row("Maria Vale met Tom Reed in Oslo, and Ann Lee slept.", "met", "Maria Vale, Tom Reed");
    row("Maria Vale met Tom Reed in Oslo, and Ann Lee slept.", "slept", "Ann Lee");
    row("Maria Vale, the mayor of Oslo, resigned.", "resigned", "Maria Vale");
    row("Acme's chairman, Ann Lee, resigned.", "resigned", "Ann Lee");
    row("Mayor Ann Lee and her deputy, Tom Reed, signed the treaty.", "signed",
        "Ann Lee, Tom Reed");
    row("Tom Reed had asked for permission to hold a meeting in May.", "meeting", "Tom Reed");
    row("Ann Lee, who helped to rescue the crew, left.", "rescue", "Ann Lee");
    row("On Monday Acme sued Tom Reed.", "sued", "Acme, Tom Reed");
    row("Tom Reed resigned and left.", "left", "Tom Reed");
    row("Maria Vale asked Tom Reed to leave.", "leave", "Tom Reed");
    row("Ann Lee, who joined Acme, slept.", "joined", "Ann Lee, Acme");
    row("The deal was signed by Maria Vale and Tom Reed.", "signed", "Maria Vale, Tom Reed");
    // "with", "between", and the parts of nouns.
    row("Norway fought with Iceland over cod.", "fought", "Norway, Iceland");
    row("Talks between Norway and Iceland collapsed.", "Talks", "Norway, Iceland");
    row("Norway's invasion of Iceland angered Ann Lee.", "invasion", "Norway, Iceland");
    row("The arrest of Tom Reed surprised Ann Lee.", "arrest", "Tom Reed");
    row("Norway held talks with Acme in Oslo.", "talks", "Acme, Norway");
}

void TestEvents::listsParticipants() {
    QFETCH(QString, text);
    QFETCH(QString, word);
    QFETCH(QString, expected);
    const std::string article = text.toStdString();
    const TokenizedText tokens = read(article);
    std::vector<Entity> entities;
    for (const std::string name :
         {"Maria Vale", "Tom Reed", "Ann Lee", "Acme", "Oslo", "Norway", "Iceland"}) {
        const auto at = article.find(name);
        if (at == std::string::npos) continue;
        Entity entity;
        entity.type = name == "Acme"                         ? EntityType::Organization
                      : name.size() > 6 && name != "Iceland" ? EntityType::Person
                                                             : EntityType::Place;
        entity.name = name;
        entity.mentions = {{makeSpan(at, at + name.size()), MentionKind::Name}};
        entities.push_back(entity);
    }
    const auto published = *parseDate("2021-05-20");
    const auto events =
        m_finder->find(tokens, grammar(tokens), findTimes(tokens, grammar(tokens), published),
                       entities, {}, published);
    const auto event = std::find_if(events.begin(), events.end(), [&](const Event& e) {
        return tokens.slice(e.trigger) == word.toStdString();
    });
    QVERIFY(event != events.end());
    QStringList found;
    for (const EntityId id : event->participants)
        found << QString::fromStdString(entities[id.value].name);
    QCOMPARE(found.join(", "), expected);
}

void TestEvents::summaryHasItsSubject_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* word, const char* expected) {
        QTest::addRow("%s | %s", text, word) << QString(text) << QString(word) << QString(expected);
    };
    row("By dusk the lake that has covered the farms since 2010 had begun to fall.", "covered",
        "the lake that has covered the farms since 2010");
    row("Comments came from Ann Lee, who has proposed a summit with Iceland.", "summit",
        "Ann Lee, who has proposed a summit with Iceland");
    row("It burned in 1944 and was rebuilt in 1951.", "rebuilt", "It was rebuilt in 1951");
    row("It burned in 1944 and was rebuilt in 1951.", "burned", "It burned in 1944");
    row("He was arrested on Friday and charged with murder.", "charged",
        "He was charged with murder");
    row("Prices rose by 4%.", "rose", "Prices rose by 4%");
    row("They bought and sold boats in 1951.", "bought", "They bought and sold boats in 1951");
    row("On Monday the mayor opened a bridge, and the crowd cheered.", "opened",
        "On Monday the mayor opened a bridge");
}

void TestEvents::summaryHasItsSubject() {
    QFETCH(QString, text);
    QFETCH(QString, word);
    const std::string article = text.toStdString();
    const TokenizedText tokens = read(article);
    const auto at = static_cast<std::uint32_t>(article.find(word.toStdString()));
    QTEST(QString::fromStdString(eventSummary(tokens, grammar(tokens), tokens.tokenAt(at))),
          "expected");
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
    const QString summary = QString::fromStdString(eventSummary(tokens, grammar(tokens), trigger));
    QVERIFY(summary.size() <= 140);
    QVERIFY(summary.contains("collapsed on Wednesday"));
    QVERIFY(summary.startsWith(QChar(0x2026)) && summary.endsWith(QChar(0x2026)));
    const std::string sentence = "The road collapsed."; // the tokens look into it
    const TokenizedText brief = read(sentence);
    QCOMPARE(eventSummary(brief, grammar(brief), 2), "The road collapsed");
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
    row(TimeType::Date, "199X", "the 1990s", "1990/1999");
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
    const auto value = eventValue(expression, words.toStdString(), *parseDate("2021-05-20"));
    QCOMPARE(value ? QString::fromStdString(value->toString()) : QString(), expected);
}

QTEST_GUILESS_MAIN(TestEvents)
#include "test_events.moc"
