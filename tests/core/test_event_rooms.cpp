// The steps of events one by one, on trees made by hand: no trained model is needed, only the
// lexicons.
#include "core/events/dating/event_dates.h"
#include "core/events/facts/status.h"
#include "core/events/facts/summary.h"
#include "core/events/sharing/happening_dates.h"
#include "core/events/sharing/same_happening.h"
#include "core/events/sharing/shared_time.h"
#include "core/events/words/event_words.h"
#include "core/support/resources.h"
#include "tests/support/tree_text.h"

#include <QtTest>

using namespace quoth;

class TestEventRooms : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void findsWords_data();
    void findsWords();
    void tellsStatus_data();
    void tellsStatus();
    void summaryIsTheClause_data();
    void summaryIsTheClause();
    void dates_data();
    void dates();

private:
    std::optional<EventLexicon> m_lexicon;
};

namespace {

std::uint32_t tokenOf(const TreeText& made, const QString& word) {
    for (std::uint32_t i = 0; i < made.text.tokens.size(); ++i)
        if (made.text.word(i) == word.toStdString()) return i;
    qFatal("no such word");
}

// What the classifier would say where it knew the lexicon's words and verbs alone.
EventClasses verbsHappen(const TokenizedText& text) {
    EventClasses classes(text.tokens.size());
    for (std::size_t i = 0; i < classes.size(); ++i)
        if (text.tokens[i].pos == Pos::Verb) classes[i] = EventClass::Occurrence;
    return classes;
}

constexpr const char* met = "The/DET.DT/det/2 ministers/NOUN.NNS/nsubj/3 met=meet/VERB.VBD/root/0 "
                            "on/ADP.IN/case/5 Monday/PROPN.NNP/obl/3";

} // namespace

void TestEventRooms::initTestCase() {
    const auto resources = findResources();
    QVERIFY(resources);
    auto lexicon = EventLexicon::load(*resources);
    QVERIFY(lexicon);
    m_lexicon = std::move(*lexicon);
}

void TestEventRooms::findsWords_data() {
    QTest::addColumn<QString>("trees");
    QTest::addColumn<QString>("time"); // a word of it
    QTest::addColumn<QString>("expected");
    QTest::newRow("verb") << met << "Monday"
                          << "met";
    QTest::newRow("sure noun") << "The/DET.DT/det/2 landslide/NOUN.NN/root/0"
                               << ""
                               << "landslide";
    QTest::newRow("noun of a time")
        << "before/ADP.IN/case/3 the/DET.DT/det/3 election/NOUN.NN/root/0"
        << "election"
        << "";
    QTest::newRow("edge of a time") << "by/ADP.IN/case/3 the/DET.DT/det/3 end/NOUN.NN/root/0 "
                                       "of/ADP.IN/case/5 1980/NUM.CD/nmod/3"
                                    << "1980"
                                    << "";
}

void TestEventRooms::findsWords() {
    QFETCH(QString, trees);
    QFETCH(QString, time);
    TreeText made;
    readTreeText(trees.toStdString(), made);
    std::vector<IndexRange> times;
    if (!time.isEmpty()) times.push_back({tokenOf(made, time), tokenOf(made, time) + 1});
    const EventWords found =
        findEventWords(made.text, *m_lexicon, verbsHappen(made.text), {}, times);
    QStringList words;
    for (const std::uint32_t i : found.mentions)
        words << QString::fromStdString(std::string(made.text.word(i)));
    QTEST(words.join(' '), "expected");
}

void TestEventRooms::tellsStatus_data() {
    QTest::addColumn<QString>("trees");
    QTest::addColumn<QString>("word");
    QTest::addColumn<EventStatus>("expected");
    QTest::addColumn<EventStatus>("ahead"); // dated after the article
    const auto row = [](const char* name, const char* trees, const char* word, EventStatus status,
                        EventStatus ahead) {
        QTest::newRow(name) << QString(trees) << QString(word) << status << ahead;
    };
    using S = EventStatus;
    row("told", met, "met", S::Happened, S::Planned);
    row("would", "They/PRON.PRP/nsubj/3 would/AUX.MD/aux/3 meet/VERB.VB/root/0", "meet",
        S::Possible, S::Planned);
    row("will", "They/PRON.PRP/nsubj/3 will/AUX.MD/aux/3 meet/VERB.VB/root/0", "meet", S::Planned,
        S::Planned);
    row("not",
        "They/PRON.PRP/nsubj/4 did=do/AUX.VBD/aux/4 n't/PART.RB/advmod/4 meet/VERB.VB/root/0",
        "meet", S::Negated, S::Negated);
    row("no longer",
        "They/PRON.PRP/nsubj/4 no/DET.DT/det/3 longer/ADV.RBR/advmod/4 meet/VERB.VBP/root/0",
        "meet", S::Negated, S::Negated);
    row("not only",
        "They/PRON.PRP/nsubj/4 not/PART.RB/advmod/3 only/ADV.RB/advmod/4 met=meet/VERB.VBD/root/0",
        "met", S::Happened, S::Planned);
    row("nobody", "Nobody/PRON.NN/nsubj/2 met=meet/VERB.VBD/root/0", "met", S::Negated, S::Negated);
    row("if",
        "If/SCONJ.IN/mark/3 they/PRON.PRP/nsubj/3 meet/VERB.VBP/advcl/5 prices/NOUN.NNS/nsubj/5 "
        "fall/VERB.VBP/root/0",
        "meet", S::Possible, S::Possible);
    row("governed by a plan, and joined",
        "They/PRON.PRP/nsubj/2 agreed=agree/VERB.VBD/root/0 to/PART.TO/mark/4 meet/VERB.VB/xcomp/2 "
        "and/CCONJ.CC/cc/6 sign/VERB.VB/conj/4",
        "sign", S::Planned, S::Planned);
    row("governed by a refusal",
        "He/PRON.PRP/nsubj/2 refused=refuse/VERB.VBD/root/0 to/PART.TO/mark/4 go/VERB.VB/xcomp/2",
        "go", S::Negated, S::Negated);
    row("able",
        "He/PRON.PRP/nsubj/3 was=be/AUX.VBD/cop/3 able/ADJ.JJ/root/0 to/PART.TO/mark/5 "
        "go/VERB.VB/xcomp/3",
        "go", S::Happened, S::Planned);
    row("no reason to", "no/DET.DT/det/2 reason/NOUN.NN/root/0 to/PART.TO/mark/4 go/VERB.VB/acl/2",
        "go", S::Negated, S::Negated);
    row("is to", "It/PRON.PRP/nsubj/4 is=be/AUX.VBZ/cop/4 to/PART.TO/mark/4 open/VERB.VB/root/0",
        "open", S::Planned, S::Planned);
    row("without",
        "He/PRON.PRP/nsubj/2 left=leave/VERB.VBD/root/0 without/SCONJ.IN/mark/4 "
        "paying=pay/VERB.VBG/advcl/2",
        "paying", S::Negated, S::Negated);
    row("object of a verb that undoes it",
        "Guards/NOUN.NNS/nsubj/2 prevented=prevent/VERB.VBD/root/0 an/DET.DT/det/4 "
        "attack/NOUN.NN/obj/2",
        "attack", S::Negated, S::Negated);
    row("what prevents something happens",
        "The/DET.DT/det/2 strike/NOUN.NN/nsubj/3 prevented=prevent/VERB.VBD/root/0 a/DET.DT/det/5 "
        "sale/NOUN.NN/obj/3",
        "strike", S::Happened, S::Planned);
    row("joined to an object",
        "They/PRON.PRP/nsubj/2 cancelled=cancel/VERB.VBD/root/0 talks=talk/NOUN.NNS/obj/2 "
        "and/CCONJ.CC/cc/6 a/DET.DT/det/6 summit/NOUN.NN/conj/3",
        "summit", S::Negated, S::Negated);
}

void TestEventRooms::tellsStatus() {
    QFETCH(QString, trees);
    QFETCH(QString, word);
    QFETCH(EventStatus, expected);
    QFETCH(EventStatus, ahead);
    TreeText made;
    readTreeText(trees.toStdString(), made);
    const Syntax syntax(made.text, made.trees);
    const StatusByDate status = eventStatus(made.text, syntax, *m_lexicon, tokenOf(made, word));
    QCOMPARE(name(status.status).data(), name(expected).data());
    QCOMPARE(name(status.ahead).data(), name(ahead).data());
}

void TestEventRooms::summaryIsTheClause_data() {
    QTest::addColumn<QString>("trees");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("expected");
    QTest::newRow("without a clause that is joined to it")
        << "The/DET.DT/det/2 mayor/NOUN.NN/nsubj/3 opened=open/VERB.VBD/root/0 a/DET.DT/det/5 "
           "bridge/NOUN.NN/obj/3 ,/PUNCT.-/punct/10 and/CCONJ.CC/cc/10 the/DET.DT/det/9 "
           "crowd/NOUN.NN/nsubj/10 cheered=cheer/VERB.VBD/conj/3"
        << "opened"
        << "The mayor opened a bridge";
    QTest::newRow("relative clause with its noun")
        << "We/PRON.PRP/nsubj/2 saw=see/VERB.VBD/root/0 the/DET.DT/det/4 fund/NOUN.NN/obj/2 "
           "that/PRON.WDT/nsubj:pass/7 was=be/AUX.VBD/aux:pass/7 "
           "created=create/VERB.VBN/acl:relcl/4"
        << "created"
        << "the fund that was created";
    QTest::newRow("infinitive with what governs it")
        << "Officials/NOUN.NNS/nsubj/2 said=say/VERB.VBD/root/0 that/SCONJ.IN/mark/5 "
           "they/PRON.PRP/nsubj/5 agreed=agree/VERB.VBD/ccomp/2 to/PART.TO/mark/7 "
           "meet/VERB.VB/xcomp/5"
        << "meet"
        << "they agreed to meet";
}

void TestEventRooms::summaryIsTheClause() {
    QFETCH(QString, trees);
    QFETCH(QString, word);
    TreeText made;
    readTreeText(trees.toStdString(), made);
    const Syntax syntax(made.text, made.trees);
    QTEST(QString::fromStdString(eventSummary(made.text, syntax, tokenOf(made, word))), "expected");
}

void TestEventRooms::dates_data() {
    QTest::addColumn<QString>("trees");
    QTest::addColumn<QString>("time"); // its one word
    QTest::addColumn<QString>("expected");
    QTest::newRow("the verb beside it") << met << "Monday"
                                        << "met=2021-05-17";
    QTest::newRow("noun that a light verb carries")
        << "They/PRON.PRP/nsubj/2 held=hold/VERB.VBD/root/0 talks=talk/NOUN.NNS/obj/2 "
           "on/ADP.IN/case/5 Monday/PROPN.NNP/obl/2"
        << "Monday"
        << "talks=2021-05-17";
    QTest::newRow("subject of a verb of happening")
        << "Talks=talk/NOUN.NNS/nsubj:pass/3 were=be/AUX.VBD/aux:pass/3 held=hold/VERB.VBN/root/0 "
           "on/ADP.IN/case/5 Monday/PROPN.NNP/obl/3"
        << "Monday"
        << "Talks=2021-05-17";
    QTest::newRow("what the same did before")
        << "He/PRON.PRP/nsubj:pass/3 was=be/AUX.VBD/aux:pass/3 shot=shoot/VERB.VBN/root/0 "
           "and/CCONJ.CC/cc/5 killed=kill/VERB.VBN/conj/3 on/ADP.IN/case/7 Monday/PROPN.NNP/obl/5"
        << "Monday"
        << "shot=2021-05-17 killed=2021-05-17";
    QTest::newRow("and after")
        << "They/PRON.PRP/nsubj/2 arrived=arrive/VERB.VBD/root/0 on/ADP.IN/case/4 "
           "Monday/PROPN.NNP/obl/2 and/CCONJ.CC/cc/6 left=leave/VERB.VBD/conj/2"
        << "Monday"
        << "arrived=2021-05-17 left=2021-05-17";
    QTest::newRow("what is done on the same day, where")
        << "They/PRON.PRP/nsubj/2 arrived=arrive/VERB.VBD/root/0 on/ADP.IN/case/4 "
           "Monday/PROPN.NNP/obl/2 when/ADV.WRB/advmod/7 he/PRON.PRP/nsubj/7 "
           "left=leave/VERB.VBD/acl:relcl/4"
        << "Monday"
        << "arrived=2021-05-17 left=2021-05-17";
    QTest::newRow("it was that day that")
        << "It/PRON.PRP/nsubj/3 was=be/AUX.VBD/cop/3 Monday/PROPN.NNP/root/0 "
           "that/SCONJ.IN/mark/6 he/PRON.PRP/nsubj/6 left=leave/VERB.VBD/acl:relcl/3"
        << "Monday"
        << "left=2021-05-17";
    QTest::newRow("a present tense does not tell of a day that is over")
        << "A/DET.DT/det/2 letter/NOUN.NN/nsubj/6 sent=send/VERB.VBN/acl/2 on/ADP.IN/case/5 "
           "Monday/PROPN.NNP/obl/6 opens=open/VERB.VBZ/root/0 doors=door/NOUN.NNS/obj/6"
        << "Monday"
        << "sent=2021-05-17";
    QTest::newRow("was able to")
        << "On/ADP.IN/case/2 Monday/PROPN.NNP/obl/5 he/PRON.PRP/nsubj/5 was=be/AUX.VBD/cop/5 "
           "able/ADJ.JJ/root/0 to/PART.TO/mark/7 leave/VERB.VB/xcomp/5"
        << "Monday"
        << "leave=2021-05-17";
    QTest::newRow("not across a semicolon")
        << "On/ADP.IN/case/2 Monday/PROPN.NNP/obl/7 he/PRON.PRP/nsubj/4 "
           "left=leave/VERB.VBD/parataxis/7 ;/PUNCT.-/punct/7 she/PRON.PRP/nsubj/7 "
           "stayed=stay/VERB.VBD/root/0"
        << "Monday"
        << "left=2021-05-17";
    QTest::newRow("who attends an occasion that another mention dates")
        << "The/DET.DT/det/2 ceremony/NOUN.NN/nsubj/3 began=begin/VERB.VBD/root/0 on/ADP.IN/case/5 "
           "Monday/PROPN.NNP/obl/3 | Ann/PROPN.NNP/nsubj/2 attended=attend/VERB.VBD/root/0 "
           "the/DET.DT/det/4 ceremony/NOUN.NN/obj/2"
        << "Monday"
        << "ceremony=2021-05-17 attended=2021-05-17 (ceremony)";
}

// Each word with its date, and in brackets those that name again what an earlier one named.
void TestEventRooms::dates() {
    QFETCH(QString, trees);
    QFETCH(QString, time);
    TreeText made;
    readTreeText(trees.toStdString(), made);
    const Syntax syntax(made.text, made.trees);
    const std::uint32_t at = tokenOf(made, time);
    const std::vector<IndexRange> timeTokens{{at, at + 1}};
    std::vector<TimeExpression> times(1);
    times[0].span = made.text.tokens[at].span;
    times[0].value = "2021-05-17";
    const EventWords words =
        findEventWords(made.text, *m_lexicon, verbsHappen(made.text), {}, timeTokens);
    const EventContext context{
        made.text, syntax, *m_lexicon, words, times, timeTokens, *parseDate("2021-05-20")};
    EventDates dates = dateEvents(context);
    shareTimes(context, dates);
    const auto facts = eventFacts(made.text, syntax, *m_lexicon, MentionIndex({}), words.mentions);
    FirstMentions first = firstMentions(context, facts, dates.datings);
    dateByHappenings(context, first, dates.datings);
    QStringList found;
    for (std::size_t i = 0; i < words.mentions.size(); ++i) {
        const auto& dating = dates.datings[words.mentions[i]];
        const auto word = QString::fromStdString(std::string(made.text.word(words.mentions[i])));
        if (dating) found << word + '=' + QString::fromStdString(dating->value.toString());
        if (first[i]) found << '(' + word + ')';
    }
    QTEST(found.join(' '), "expected");
}

QTEST_GUILESS_MAIN(TestEventRooms)
#include "test_event_rooms.moc"
