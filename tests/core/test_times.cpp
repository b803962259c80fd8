// Time expressions and their values: text and document date in, "expression=type:value" out.
#include "core/document/time_value.h"
#include "core/support/resources.h"
#include "core/syntax/dependency_parser.h"
#include "core/tagging/tagger.h"
#include "core/text/plain_analysis.h"
#include "core/time/calendar.h"
#include "core/time/spoken_days.h"
#include "core/time/time_finder.h"

#include <QtTest>

using namespace quoth;

class TestTimes : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void findsExpressions_data();
    void findsExpressions();
    void countsFromSpeech_data();
    void countsFromSpeech();
    void readsWordsWithoutGrammar();
    void calendar();

private:
    static std::string dump(const TokenizedText& text, const Syntax& syntax,
                            std::optional<Date> published) {
        std::string dump;
        for (const TimeExpression& time : findTimes(text, syntax, published)) {
            if (!dump.empty()) dump += "; ";
            dump += std::string(text.slice(time.span)) + '=' + std::string(name(time.type)) + ':' +
                    time.value;
        }
        return dump;
    }

    std::optional<Tagger> m_tagger;
    std::optional<DependencyParser> m_parser;
};

void TestTimes::initTestCase() {
    const auto resources = findResources();
    QVERIFY(resources);
    auto tagger = Tagger::load(*resources);
    QVERIFY(tagger);
    m_tagger = std::move(*tagger);
    auto parser = DependencyParser::load(*resources, *m_tagger);
    QVERIFY(parser);
    m_parser = std::move(*parser);
}

void TestTimes::findsExpressions_data() {
    QTest::addColumn<QString>("published"); // empty: unknown
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* published, const char* text, const char* expected) {
        QTest::addRow("%s | %s", published, text)
            << QString(published) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    // The document date is a Thursday unless said.
    const char* const day = "2021-05-20";

    // Absolute days, months, years.
    row("", "It opened on 20 May 2021.", "20 May 2021=date:2021-05-20");
    row("", "It opened on May 20, 2021.", "May 20, 2021=date:2021-05-20");
    row("", "It opened on May 20th, 2021.", "May 20th, 2021=date:2021-05-20");
    row("", "It opened on the 20th of May 2021.", "20th of May 2021=date:2021-05-20");
    row("", "It opened on Thursday, May 20, 2021, at last.",
        "Thursday, May 20, 2021=date:2021-05-20");
    row("", "It opened on 2021-05-20.", "2021-05-20=date:2021-05-20");
    row("", "Paid on 20/05/2021 and 05/06/2021.",
        "20/05/2021=date:2021-05-20; 05/06/2021=date:2021-06-05");
    row("", "Paid on 20.05.2021.", "20.05.2021=date:2021-05-20");
    row("", "Paid on 05/20/2021 and 05/06/2021.",
        "05/20/2021=date:2021-05-20; 05/06/2021=date:2021-05-06");
    row("", "It opened in May 2021.", "May 2021=date:2021-05");
    row("", "It opened in 2019.", "2019=date:2019");
    row("", "It closed in early 2019.", "early 2019=date:2019");
    row("", "It opened on 31 June 2021.", "31 June 2021=date:");
    row("", "It opened on 29 February 2020.", "29 February 2020=date:2020-02-29");
    row("", "It opened on 29 February 2021.", "29 February 2021=date:");
    row(day, "It closed on Jan. 14.", "Jan. 14=date:2021-01-14");
    row("2021-01-03", "It closed on Dec. 28.", "Dec. 28=date:2020-12-28");
    row("2020-12-28", "It will open on January 3.", "January 3=date:2021-01-03");

    // Weekdays by tense.
    row(day, "Police arrested him on Wednesday.", "Wednesday=date:2021-05-19");
    row(day, "They will meet on Wednesday.", "Wednesday=date:2021-05-26");
    row(day, "The vote is scheduled for Saturday.", "Saturday=date:2021-05-22");
    row(day, "The talks ended on Thursday.", "Thursday=date:2021-05-20");
    row(day, "It ended last Tuesday.", "last Tuesday=date:2021-05-18");
    row(day, "It begins next Tuesday.", "next Tuesday=date:2021-05-25");
    row(day, "It begins this coming Sunday.", "coming Sunday=date:2021-05-23");
    row("2021-01-01", "He died on Thursday.", "Thursday=date:2020-12-31");
    row(day, "The museum opens on Saturday.", "Saturday=date:2021-05-22");
    row(day, "They will appeal against Monday's ruling.", "Monday=date:2021-05-17");
    row(day, "They will stand in Sunday's election.", "Sunday=date:2021-05-23");
    row(day, "The hearing was put off until Tuesday.", "Tuesday=date:2021-05-25");
    row(day, "Police held him on Monday, and he will be charged on Friday.",
        "Monday=date:2021-05-17; Friday=date:2021-05-21");
    row(day, "The exhibition, which opened on Sunday, will close on Friday next week.",
        "Sunday=date:2021-05-16; Friday next week=date:2021-05-28");

    // Days named from the document date.
    row(day, "It begins today.", "today=date:2021-05-20");
    row(day, "It began yesterday.", "yesterday=date:2021-05-19");
    row("2020-12-31", "It begins tomorrow.", "tomorrow=date:2021-01-01");
    row("2020-03-01", "It began yesterday.", "yesterday=date:2020-02-29");
    row(day, "It begins tonight.", "tonight=time:2021-05-20TNI");
    row(day, "It began last night.", "last night=time:2021-05-19TNI");
    row(day, "It began the day before yesterday.", "the day before yesterday=date:2021-05-18");
    row(day, "They met on Wednesday morning.", "Wednesday morning=time:2021-05-19TMO");
    row(day, "They met on the evening of July 17.", "evening of July 17=time:2021-07-17TEV");

    // Steps.
    row(day, "It began last month.", "last month=date:2021-04");
    row("2021-01-15", "It began last month.", "last month=date:2020-12");
    row(day, "It begins next year.", "next year=date:2022");
    row(day, "It began earlier this year.", "earlier this year=date:2021");
    row(day, "It began two weeks ago.", "two weeks ago=date:2021-W18");
    row("2021-01-05", "It began last week.", "last week=date:2020-W53");
    row(day, "It began 11 days ago.", "11 days ago=date:2021-05-09");
    row(day, "It began ten years ago.", "ten years ago=date:2011");
    row(day, "It ended three days later.", "three days later=date:");
    row(day, "They will meet in two days.", "in two days=date:2021-05-22");
    row(day, "He worked there for the last five years.", "the last five years=duration:P5Y");
    row(day, "It rained for the past week.", "the past week=duration:P1W");
    row("", "It began yesterday, or last month.", "yesterday=date:; last month=date:");

    row(day, "They will meet in two weeks' time.", "in two weeks' time=date:2021-W22");
    row("", "In 2014 he left. Two years later he returned.",
        "2014=date:2014; Two years later=date:2016");
    row("", "He came in June 1998 and left later that year.",
        "June 1998=date:1998-06; later that year=date:1998");
    row("", "It rained two days before the match.", "two days before=duration:P2D");

    // Months by tense.
    row(day, "It rained last August.", "last August=date:2020-08");
    row(day, "They met in March.", "March=date:2021-03");
    row(day, "They met in November.", "November=date:2020-11");
    row(day, "They will meet in June.", "June=date:2021-06");
    row(day, "They will meet in February.", "February=date:2022-02");
    row(day, "They met in March last year.", "March last year=date:2020-03");

    row(day, "They agreed to meet in early February.", "early February=date:2022-02");
    row(day, "The case is heard in June.", "June=date:2021-06");
    row(day, "He was shot last Oct. 23.", "last Oct. 23=date:2020-10-23");
    row(day, "She left last fall in a hurry.", "last fall=date:2020-FA");

    // Limits, and days beside days.
    row(day, "They had until 9 a.m. Tuesday to sign.", "9 a.m. Tuesday=time:2021-05-25T09:00");
    row(day, "Until Tuesday, he had not called.", "Tuesday=date:2021-05-18");
    row(day, "The day before last Tuesday's match it rained.",
        "The day before last Tuesday=date:2021-05-17");
    row("", "He died an hour later.", "an hour later=duration:PT1H");

    row(day, "It opens in the first week of June.", "the first week of June=date:2021-W22");
    row("", "He left in the last week of March 2020.", "the last week of March 2020=date:2020-W13");

    // Ranges.
    row(day, "It runs from July 1 to 3.", "July 1=date:2021-07-01; 3=date:2021-07-03");
    row(day, "It runs 1-3 July.", "1-3 July=date:2021-07-01/2021-07-03");
    row("2021-01-01", "It runs 2-3 July.", "2-3 July=date:2020-07-02/2020-07-03"); // half a year
    row("2021-01-01", "It runs from July 2 to 3.", "July 2=date:2020-07-02; 3=date:2020-07-03");
    row("2021-01-01", "It runs 28-29 February.", "28-29 February=date:2020-02-28/2020-02-29");
    row("", "He served between 2014 and 2016.", "2014=date:2014; 2016=date:2016");
    row("", "The 2014-16 outbreak killed many.", "2014-16=date:2014/2016");
    row("", "It ran from May to July 2021.", "May=date:2021-05; July 2021=date:2021-07");

    row(day, "It runs from Monday to Friday.", "Monday=date:2021-05-24; Friday=date:2021-05-28");
    row("", "It ran from March 2020 to June.", "March 2020=date:2020-03; June=date:2020-06");

    // Clock.
    row(day, "The game starts at 8.30pm.", "8.30pm=time:2021-05-20T20:30");
    row(day, "It struck at 8.30 GMT.", "8.30 GMT=time:2021-05-20T08:30");
    row(day, "It struck at 10:00 GMT.", "10:00 GMT=time:2021-05-20T10:00");
    row(day, "It will open at 9 a.m. on Tuesday.", "9 a.m. on Tuesday=time:2021-05-25T09:00");
    row(day, "He died at noon on Monday.", "noon on Monday=time:2021-05-17T12:00");

    row(day, "It fell at 10.15 on Monday.", "10.15 on Monday=time:2021-05-17T10:15");
    row(day, "It rose by 10.15 on Monday.", "Monday=date:2021-05-17");
    // A time of day belongs to the day that the narrative stands on.
    row(day, "The mill burned on Monday. Crews came at 8.30pm.",
        "Monday=date:2021-05-17; 8.30pm=time:2021-05-17T20:30");
    row(day, "The mill burned on Monday. He had left on Sunday. Crews came at noon.",
        "Monday=date:2021-05-17; Sunday=date:2021-05-16; noon=time:2021-05-17T12:00");
    row(day, "The mill burned on Monday. The vigil will be at noon.",
        "Monday=date:2021-05-17; noon=time:2021-05-20T12:00");
    row(day, "He was arrested at 9 p.m. and left on Monday.",
        "9 p.m.=time:2021-05-20T21:00; Monday=date:2021-05-17");

    // Durations, ages, sets.
    row("", "A five-year plan.", "five-year=duration:P5Y");
    row("", "It took an hour and 45 minutes.", "an hour and 45 minutes=duration:PT1H45M");
    row("", "It took two and a half years.", "two and a half years=duration:P2Y6M");
    row("", "It took three decades.", "three decades=duration:P30Y");
    row("", "A two-and-a-half-year sentence.", "two-and-a-half-year=duration:P2Y6M");
    row("", "It ran for one hundred and five days.", "one hundred and five days=duration:P105D");
    row("", "It stood for a hundred years.", "hundred years=duration:P100Y");
    row("", "It ran for 1.5 million years.", "1.5 million years=duration:P1500000Y");
    row("", "He waited for years.", "years=duration:PXY");
    row("", "The 2012 attacks and its 2013 plans were many.", "2012=date:2012; 2013=date:2013");
    row("", "The 2000 workers met, and 1973 cars were sold.", "");
    row("", "The post-1959 years were hard.", "post-1959=date:1959");
    row("", "A 27-year-old man and his 6-month-old son were held.", "");
    row("", "She is 80 years old, her house a year old.", "");
    row("", "He sat in the centuries-old church.", "centuries-old=duration:PXY");
    row("", "In the years that followed, he wrote.", "the years=duration:PXY");
    row("", "It was seen in the weeks before the vote.", "the weeks=duration:PXW");
    row("", "It was built in 1965. In July of that year it opened.",
        "1965=date:1965; July of that year=date:1965-07");
    row("", "He joined in September 1939 and was caught the following June.",
        "September 1939=date:1939-09; following June=date:1940-06");
    row("", "The Mutiny of 1857 spread.", "1857=date:1857");
    row("2021-05-20", "She fled in August '68, and was elected in '92.",
        "August '68=date:1968-08; '92=date:1992");
    row("2021-05-20", "Sales in the four weeks to 12 May rose.",
        "four weeks=duration:P4W; 12 May=date:2021-05-12");
    row("2021-05-20", "Police said on Friday that he was shot on Thursday.",
        "Friday=date:2021-05-14; Thursday=date:2021-05-13");
    row("2021-05-20", "Police said on Friday that he will leave on Thursday.",
        "Friday=date:2021-05-14; Thursday=date:2021-05-20");
    row("2021-05-20", "It opens on the first Saturday of June.",
        "the first Saturday of June=date:2021-06-05");
    row("", "It closed on the last Monday in May 2019.",
        "the last Monday in May 2019=date:2019-05-27");
    row("2021-05-20", "FY99 was good, FY25 will be better than fiscal 2020-21.",
        "FY99=date:FY1999; FY25=date:FY2025; fiscal 2020-21=date:FY2021");
    row("2021-05-20", "It runs on Saturday 22, Sunday 23 and Monday 24 May.",
        "Saturday 22=date:2021-05-22; Sunday 23=date:2021-05-23; Monday 24 May=date:2021-05-24");
    row("", "The house ruled from 1368 to 1644.", "1368=date:1368; 1644=date:1644");
    row("2021-05-20", "It is closed from 9pm to 5am.",
        "9pm=time:2021-05-20T21:00; 5am=time:2021-05-21T05:00");
    row("", "It is said to last six weeks.", "six weeks=duration:P6W");
    row("", "He works 48 hours a week.", "48 hours=duration:PT48H; a week=set:P1W");
    row("2021-05-20", "They met on Tuesday, the day before the march.",
        "Tuesday=date:2021-05-18; the day before=date:2021-05-18");
    row("", "Later in the day before he left, it rained.", "");
    row("", "A daily note came.", "daily=set:P1D");
    row("", "They meet every Tuesday.", "every Tuesday=set:XXXX-WXX-2");
    row("", "They meet on Tuesdays.", "Tuesdays=set:XXXX-WXX-2");
    row("", "It is printed daily.", "daily=set:P1D");
    row("", "Twice a week, he swims.", "Twice a week=set:P1W");

    // Seasons, quarters, halves, fiscal years, decades, centuries, weekends.
    row("", "It opened in summer 2021.", "summer 2021=date:2021-SU");
    row("", "It opened in the summer of 2017.", "summer of 2017=date:2017-SU");
    row("", "He swims on a Sunday.", "Sunday=date:");
    row(day, "It opened last summer.", "last summer=date:2020-SU");
    row("", "Sales rose in the second quarter of 2021.", "second quarter of 2021=date:2021-Q2");
    row("", "Sales rose in the first half of 2021.", "first half of 2021=date:2021-H1");
    row("", "The budget for fiscal 2021 was cut.", "fiscal 2021=date:FY2021");
    row("", "It was built in the 1990s.", "1990s=date:199X");
    row("", "It was built in the 19th century.", "19th century=date:18");
    row(day, "It opened over the weekend.", "the weekend=date:2021-W19-WE");
    row(day, "It will open this weekend.", "this weekend=date:2021-W20-WE");

    // Feasts.
    row(day, "They met at Easter.", "Easter=date:2021-04-04");
    row(day, "They met last Thanksgiving.", "last Thanksgiving=date:2020-11-26");
    row("", "They met on Christmas Day, 2019.", "Christmas Day, 2019=date:2019-12-25");

    // References.
    row(day, "He now leads the party.", "now=date:PRESENT_REF");
    row(day, "She was recently elected.", "recently=date:PAST_REF");
    row(day, "In the past, it failed.", "past=date:PAST_REF");
    row(day, "It may fail in the future.", "the future=date:FUTURE_REF");

    // Narrative days.
    row(day, "He vanished on Sept. 22, 2020. He was shot the next day.",
        "Sept. 22, 2020=date:2020-09-22; the next day=date:2020-09-23");
    row(day, "It rose on May 3. That month, it fell.",
        "May 3=date:2021-05-03; That month=date:2021-05");
    row(day, "It rose in the week of January 2, 2020. That year, it fell.",
        "week of January 2, 2020=date:2020-W01; That year=date:2020");
    row(day, "It rose last week. That month, it fell.",
        "last week=date:2021-W19; That month=date:");
    row(day, "It rose last summer. That month, it fell.",
        "last summer=date:2020-SU; That month=date:");
    row(day, "It rose in 2014-2016. That month, it fell.",
        "2014-2016=date:2014/2016; That month=date:");
    row(day, "It rose in the 1990s. That year, it fell.", "1990s=date:199X; That year=date:");

    // Beyond the calendar, which ends with the years 1 and 9999.
    row("9999-12-30", "It opens next January.", "next January=date:");
    row("9999-12-30", "It opens next fiscal year.", "next fiscal year=date:");
    row("0001-02-03", "It opened last December.", "last December=date:");
    row("0001-02-03", "It opened last winter.", "last winter=date:");
    row("0001-02-03", "It opened in the fourth quarter.", "fourth quarter=date:");

    // More ways to write days, and lists and pairs of them.
    row(day, "It opened on 3-Feb-19.", "3-Feb-19=date:2019-02-03");
    row(day, "It opened on 3.2.19, said version 3.2.19.", "3.2.19=date:2019-02-03");
    row(day, "It opened on March 7,2018.", "March 7,2018=date:2018-03-07");
    row(day, "Ships left on Jan. 4, 5 and 9.",
        "Jan. 4=date:2021-01-04; 5=date:2021-01-05; 9=date:2021-01-09");
    row(day, "Ships left on the 4th, 5th and 9th of March 2020.",
        "4th=date:2020-03-04; 5th=date:2020-03-05; 9th of March 2020=date:2020-03-09");
    row(day, "The fair ran from 28 Dec to 3 Jan 2020.",
        "28 Dec=date:2019-12-28; 3 Jan 2020=date:2020-01-03");
    row(day, "The fair ran from 20/12 to 3/1.", "20/12=date:2020-12-20; 3/1=date:2021-01-03");
    row(day, "Prices rose from March to July.", "March=date:2020-03; July=date:2020-07");
    row(day, "Prices rose between November and March.",
        "November=date:2020-11; March=date:2021-03");
    row(day, "He left on the 27th.", "the 27th=date:2021-04-27");
    row(day, "He will leave on the 3rd.", "the 3rd=date:2021-06-03");
    row(day, "Since the July 4 vote, talks have stalled.", "July 4=date:2020-07-04");
    row("2021-12-10", "She bought gifts for Christmas.", "Christmas=date:2021-12-25");

    // Centuries and decades.
    row(day, "It dates from the 1700s.", "1700s=date:17");
    row(day, "It grew in the 1960's and the early 1970’s.",
        "1960's=date:196X; early 1970’s=date:197X");
    row(day, "Prices reached the 80s.", "");
    row(day, "Call 2019 about Agenda 2040.", "");

    row("", "He died in 44 BC.", "44 BC=date:BC0044");
    row("", "He died on 15 March 44 BC.", "15 March 44 BC=date:BC0044-03-15");
    row("", "It stood in the 3rd century BC.", "3rd century BC=date:BC02");
    row("", "Some 300 BC residents left.", "");
    row("", "The 2010/11 season was wet.", "2010/11=date:2010/2011");

    // Clocks in words and in four digits, and their ranges.
    row(day, "She rang at half past four on Monday.",
        "half past four on Monday=time:2021-05-17T04:30");
    row(day, "She rang at half past four on Monday afternoon.",
        "half past four on Monday afternoon=time:2021-05-17T16:30");
    row(day, "She rang at 1:30 on Monday night.", "1:30 on Monday night=time:2021-05-17T01:30");
    row(day, "She rang at 9.30pm on Monday night.", "9.30pm on Monday night=time:2021-05-17T21:30");
    row(day, "She rang at quarter to one.", "quarter to one=time:2021-05-20T12:45");
    row(day, "She rang at eight minutes past two.", "eight minutes past two=time:2021-05-20T02:08");
    row(day, "Some five to six people came.", "");
    row(day, "Troops came at 0530 hours.", "0530 hours=time:2021-05-20T05:30");
    row(day, "It broke at 2021-05-18 17:05.", "2021-05-18 17:05=time:2021-05-18T17:05");
    row("", "It is due in mid-2011.", "mid-2011=date:2011");
    row(day, "The bell rang at 12:00 noon.", "12:00 noon=time:2021-05-20T12:00");
    row(day, "The fire burned from 11 p.m. to 3 a.m. Wednesday.",
        "11 p.m.=time:2021-05-18T23:00; 3 a.m. Wednesday=time:2021-05-19T03:00");
    row(day, "The fire burned from 11 p.m. Thursday to 3 a.m. Friday.",
        "11 p.m. Thursday=time:2021-05-13T23:00; 3 a.m. Friday=time:2021-05-14T03:00");
    row(day, "They fled on the night of May 1-2.", "night of May 1-2=time:2021-05-01TNI");
    row(day, "It snowed overnight.", "overnight=time:2021-05-19TNI");
    row(day, "She fell in the early hours of Monday.",
        "the early hours of Monday=time:2021-05-17TMO");

    // Weeks.
    row(day, "He left three Fridays ago.", "three Fridays ago=date:2021-04-30");
    row(day, "He left a week ago Tuesday.", "a week ago Tuesday=date:2021-05-11");
    row(day, "He leaves a week from Tuesday.", "a week from Tuesday=date:2021-06-01");
    row(day, "He leaves Tuesday week.", "Tuesday week=date:2021-06-01");
    row(day, "He leaves the week after next.", "the week after next=date:2021-W22");
    row(day, "He leaves the Friday after next.", "the Friday after next=date:2021-05-28");
    row(day, "He left the Friday before last.", "the Friday before last=date:2021-05-07");
    row(day, "The trial is set for Jan. 6.", "Jan. 6=date:2022-01-06");
    row(day, "They meet every other Friday.", "every other Friday=set:P2W");
    row(day, "Five years from now it ends.", "Five years from now=duration:P5Y");
    row(day, "A month before, it had begun.", "A month before=duration:P1M");

    // No times.
    row(day, "In 2,000 cases they won 7-6.", "");
    row(day, "Some 2030 people may march to page 1999.", "");
    row(day, "Theresa May came second in The Sun.", "");
    row(day, "Mr August reads The Sunday Times at G20 talks.", "");
    row(day, "She is in her 60s and paid $2020.", "");
}

void TestTimes::findsExpressions() {
    QFETCH(QString, published);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    std::optional<Date> date;
    if (!published.isEmpty()) date = *parseDate(published.toStdString());
    const std::string article = text.toStdString();
    const TokenizedText tagged = m_tagger->tag(analyzePlainArticle(article));
    const Syntax syntax(tagged, m_parser->parse(tagged));
    for (const TimeExpression& time : findTimes(tagged, syntax, date))
        QVERIFY2(isTimeValue(time.value), time.value.c_str());
    QCOMPARE(QString::fromStdString(dump(tagged, syntax, date)), expected);
}

void TestTimes::countsFromSpeech_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("direct");
    QTest::addColumn<QString>("expected");
    QTest::newRow("said on another day")
        << "“We sail tomorrow,” she said on Monday." << true << "2021-05-18 2021-05-17";
    QTest::newRow("a part of the day")
        << "“We sail tonight,” she said on Monday." << true << "2021-05-17TNI 2021-05-17";
    QTest::newRow("no day is told")
        << "“We sail tomorrow,” she said in Rome." << true << "2021-05-21";
    QTest::newRow("in the writer's words")
        << "They would sail tomorrow, she said on Monday." << false << "2021-05-21 2021-05-17";
    QTest::newRow("a night") << "“He came last night,” she said on Monday." << true
                             << "2021-05-16TNI 2021-05-17";
    QTest::newRow("a year") << "“We sail next year,” she said in a letter in 1916." << true
                            << "1917 1916";
    QTest::newRow("a day with a name of its own")
        << "“We sail on 3 June,” she said on Monday." << true << "2021-06-03 2021-05-17";
}

void TestTimes::countsFromSpeech() {
    QFETCH(QString, text);
    QFETCH(bool, direct);
    const std::string source = text.toStdString();
    const TokenizedText tagged = m_tagger->tag(analyzePlainText(source));
    const Syntax syntax(tagged, m_parser->parse(tagged));
    const Date day{std::chrono::year{2021} / 5 / 20};
    const std::size_t said = source.find("said");
    Quote quote;
    quote.kind = direct ? QuoteKind::Direct : QuoteKind::Indirect;
    quote.content = {makeSpan(0, source.find(" she"))};
    quote.cue = {makeSpan(said, said + 4)};
    auto times = findTimes(tagged, syntax, day);
    countFromSpeech(tagged, syntax, {quote}, day, times);
    QStringList values;
    for (const TimeExpression& time : times)
        values << QString::fromStdString(time.value);
    QTEST(values.join(' '), "expected");
}

void TestTimes::readsWordsWithoutGrammar() {
    const std::string article = "He left on Monday. They will meet on 3 June at 9 a.m.";
    QCOMPARE(dump(analyzePlainArticle(article), {}, parseDate("2021-05-20").value()),
             std::string("Monday=date:2021-05-17; 3 June at 9 a.m.=time:2021-06-03T09:00"));
}

void TestTimes::calendar() {
    const auto date = [](const char* iso) { return *parseDate(iso); };
    const auto stepped = [&](const char* iso, TimeUnit unit, int n, bool asYears = false) {
        const auto value = steppedValue(date(iso), unit, n, asYears);
        return value ? value->toString() : std::string();
    };
    QCOMPARE(toIso(easter(2024)), std::string("2024-03-31"));
    QCOMPARE(toIso(easter(2000)), std::string("2000-04-23"));
    QCOMPARE(toIso(addDays(date("2020-02-28"), 2)), std::string("2020-03-01"));
    QCOMPARE(stepped("2020-03-31", TimeUnit::Month, -1), std::string("2020-02"));
    QCOMPARE(stepped("2020-03-31", TimeUnit::Month, -3), std::string("2019-12"));
    QCOMPARE(stepped("2020-02-29", TimeUnit::Year, -1), std::string("2019"));
    QCOMPARE(stepped("2020-03-31", TimeUnit::Year, -3000), std::string());
    QCOMPARE(stepped("2020-12-31", TimeUnit::Week, 1), std::string("2021-W01"));
    QCOMPARE(stepped("2020-12-31", TimeUnit::Weekend, 0), std::string("2020-W53-WE"));
    QCOMPARE(stepped("2021-01-01", TimeUnit::Quarter, -1), std::string("2020-Q4"));
    QCOMPARE(stepped("2021-01-01", TimeUnit::Decade, -2), std::string("200X"));
    QCOMPARE(stepped("2021-01-01", TimeUnit::Decade, -2, true), std::string("2001"));
    QCOMPARE(stepped("2021-01-01", TimeUnit::Century, -1), std::string("19"));
    for (const TimeUnit unit : {TimeUnit::Day, TimeUnit::Week, TimeUnit::Month, TimeUnit::Century})
        for (const int n : {-2'000'000'000, -10'000'000, 10'000'000, 2'000'000'000})
            QVERIFY(!steppedValue(date("2021-01-01"), unit, n));
    QCOMPARE(durationValue(TimeUnit::Hour, 1, 5), std::string("PT1H30M"));
    const auto read = [](const char* value) {
        const auto duration = durationOf(value);
        return duration ? durationValue(duration->unit, duration->count) : std::string();
    };
    for (const char* value : {"P5Y", "P2M", "P3W", "P1D", "P1NI", "P2WE", "P3Q", "PT45M", "PT1H",
                              "PT30S", "P0D", "P10000D"})
        QCOMPARE(read(value), std::string(value));
    for (const char* none : {"", "P", "PT", "P5", "5Y", "P2Y6M", "P1.5D", "PXM", "PTXH", "P-5D",
                             "P5y", "P5H", "PT5Y", "PT5D", "P99999999999Y", "PRESENT_REF"})
        QCOMPARE(read(none), std::string());
    QVERIFY(!dayOf(1900, 2, 29));
    QVERIFY(dayOf(2000, 2, 29));
}

QTEST_GUILESS_MAIN(TestTimes)
#include "test_times.moc"
