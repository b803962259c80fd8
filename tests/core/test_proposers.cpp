// What each proposer of attributions gives, on texts with tags and trees made by hand: no model is
// needed. Dumped as "source | cue | content", with "+" between spans, "~" before whom a quote may
// be implied to be by, and what a quote without a source has to do with the one before it.
#include "core/quotes/propose/by_chain.h"
#include "core/quotes/propose/nested_speech.h"
#include "core/quotes/propose/proposers.h"
#include "core/support/resources.h"
#include "tests/support/attribution_segments.h"
#include "tests/support/tagged_text.h"

#include <QtTest>

using namespace quoth;

class TestProposers : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void proposes_data();
    void proposes();
    void proposesByChain_data();
    void proposesByChain();
    void ordersWhatAllPropose();
    void readsNestedSpeech();

private:
    std::optional<CueLexicon> m_cues;
};

namespace {

QString join(const TokenizedText& text, const std::vector<Span>& spans) {
    QStringList out;
    for (const Span& span : spans)
        out << QString::fromUtf8(text.slice(span).data(), static_cast<qsizetype>(span.size()));
    return out.join(" + ");
}

QString dump(const TokenizedText& text, const std::vector<AttributionCandidate>& candidates) {
    QStringList out;
    for (const AttributionCandidate& candidate : candidates) {
        const Attribution& a = candidate.attribution;
        QString line =
            join(text, a.source) + " | " + join(text, a.cue) + " | " + join(text, a.content);
        if (a.addressee) line += " > " + join(text, {*a.addressee});
        if (a.implied) line += " ~ " + join(text, {*a.implied});
        if (candidate.link == Link::Joins) line += " (joins)";
        if (candidate.link == Link::GoesOn) line += " (goes on)";
        out << line;
    }
    return out.join("\n");
}

using Propose = std::vector<AttributionCandidate> (*)(const QuotedText&);

const std::map<QString, Propose> proposers = {
    {"cue", proposeByCue},
    {"turn", proposeByTurn},
    {"colon", proposeByColon},
    {"signature", proposeBySignature},
    {"neighbour", proposeByNeighbour},
    {"continuation", proposeByContinuation},
    {"subject", proposeBySubject},
};

} // namespace

void TestProposers::initTestCase() {
    const auto resources = findResources();
    QVERIFY2(resources, "the lexicons are missing");
    auto cues = CueLexicon::load(*resources);
    QVERIFY2(cues, cues ? "" : cues.error().message.c_str());
    m_cues = std::move(*cues);
}

void TestProposers::proposes_data() {
    QTest::addColumn<QString>("proposer");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* proposer, const char* what, const char* text,
                        const char* expected) {
        QTest::addRow("%s: %s", proposer, what)
            << QString(proposer) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("cue", "a clause that is reported",
        "Ann/NNP/nsubj/2 said=say/VBD/root/0 that/SC/mark/5 rain/NN/nsubj/5 fell=fall/VBD/ccomp/2 "
        "./punct/2",
        "Ann | said | that rain fell");
    row("cue", "after the quote",
        "“/punct/5 The/DT/det/3 bridge/NN/nsubj/5 is=be/AX/cop/5 safe/JJ/ccomp/9 ,/punct/9 "
        "”/punct/9 "
        "Ann/NNP/nsubj/9 said=say/VBD/root/0 ./punct/9",
        "Ann | said | “The bridge is safe,”");
    row("cue", "a quote that is a sentence of its own",
        "“/punct/4 Is=be/VBZ/cop/4 it/PRP/nsubj/4 safe/JJ/root/0 ?/punct/4 ”/punct/4 | "
        "Ann/NNP/nsubj/2 asked=ask/VBD/root/0 ./punct/2",
        "Ann | asked | “Is it safe?”");
    row("cue", "on both sides",
        "“/punct/3 It/PRP/nsubj/3 fell=fall/VBD/ccomp/7 ,/punct/3 ”/punct/3 Ann/NNP/nsubj/7 "
        "said=say/VBD/root/0 ,/punct/7 “/punct/11 but/CC/cc/11 slowly/RB/parataxis/7 ./punct/7 "
        "”/punct/7",
        "Ann | said | “It fell,”\nAnn | said | “but slowly.”\nAnn | said | “It fell,” + “but "
        "slowly.”");
    row("cue", "a clause around the cue",
        "The/DT/det/2 talks=talk/NNS/nsubj/7 ,/punct/5 he/PRP/nsubj/5 said=say/VBD/parataxis/7 "
        ",/punct/5 failed=fail/VBD/root/0 ./punct/7",
        "he | said | The talks + failed");
    row("cue", "a remark",
        "Rain/NN/nsubj/2 fell=fall/VBD/root/0 ,/punct/6 as/SC/mark/6 Ann/NNP/nsubj/6 "
        "said=say/VBD/advcl/2 ./punct/2",
        "Ann | said | Rain fell");
    row("cue", "whom it is told",
        "Ann/NNP/nsubj/2 told=tell/VBD/root/0 the/DT/det/4 court/NN/iobj/2 that/SC/mark/7 "
        "rain/NN/nsubj/7 fell=fall/VBD/ccomp/2 ./punct/2",
        "Ann | told | that rain fell > the court");
    row("cue", "who was told",
        "Ann/NNP/nsubj:pass/3 was=be/AX/aux:pass/3 told=tell/VBN/root/0 by/IN/case/5 "
        "Tom/NNP/obl:agent/3 that/SC/mark/8 rain/NN/nsubj/8 fell=fall/VBD/ccomp/3 ./punct/3",
        "Tom | was told | that rain fell > Ann");
    row("cue", "a source that two verbs share",
        "Ann/NNP/nsubj/2 said=say/VBD/root/0 rain/NN/nsubj/4 fell=fall/VBD/ccomp/2 and/CC/cc/6 "
        "warned=warn/VBD/conj/2 that/SC/mark/9 snow/NN/nsubj/9 comes=come/VBZ/ccomp/6 ./punct/2",
        "Ann | said | rain fell\nAnn | said | rain fell and warned that snow comes\n"
        "Ann | warned | that snow comes");
    row("cue", "two who say it",
        "Ann/NNP/nsubj/4 and/CC/cc/3 Tom/NNP/conj/1 said=say/VBD/root/0 rain/NN/nsubj/6 "
        "fell=fall/VBD/ccomp/4 ./punct/4",
        "Ann and Tom | said | rain fell");
    row("cue", "speech within speech",
        "Ann/NNP/nsubj/2 said=say/VBD/root/0 Tom/NNP/nsubj/5 had=have/AX/aux/5 "
        "promised=promise/VBN/ccomp/2 to/TO/mark/7 leave/VB/xcomp/5 ./punct/2",
        "Ann | said | Tom had promised to leave\nTom | had promised | to leave");
    row("cue", "a quote in a quote",
        "“/punct/3 She/PRP/nsubj/3 told=tell/VBD/ccomp/14 me/PRP/iobj/3 ,/punct/3 ‘/punct/9 "
        "It/PRP/nsubj/9 will/MD/aux/9 hold/VB/ccomp/3 ./punct/9 ’/punct/9 ”/punct/3 "
        "he/PRP/nsubj/14 said=say/VBD/root/0 ./punct/14",
        "She | told | ‘It will hold.’ > me\nhe | said | “She told me, ‘It will hold.’”");
    row("cue", "what is announced",
        "Ann/NNP/nsubj/2 announced=announce/VBD/root/0 a/DT/det/4 ceasefire/NN/obj/2 in/IN/case/7 "
        "the/DT/det/7 north/NN/nmod/4 ./punct/2",
        "Ann | announced | a ceasefire in the north");
    row("cue", "according to",
        "Rain/NN/nsubj/2 fell=fall/VBD/root/0 ,/punct/7 according=accord/VBG/case/7 to/IN/fixed/4 "
        "the/DT/det/7 board/NN/obl/2 ./punct/2",
        "the board | according to | Rain fell");
    row("cue", "a noun of saying",
        "The/DT/det/2 board/NN/nsubj/3 repeated=repeat/VBD/root/0 its/PRP/nmod:poss/5 "
        "claim/NN/obj/3 "
        "that/SC/mark/8 rain/NN/nsubj/8 fell=fall/VBD/acl/5 ./punct/3",
        "The board | repeated | its claim that rain fell\nits | claim | that rain fell");
    row("cue", "what hangs wrongly in its tree",
        "Ann/NNP/nsubj/2 told=tell/VBD/root/0 the/DT/det/4 court/NN/iobj/2 that/PRP/obj/7 "
        "rain/NN/nsubj/7 "
        "stopped=stop/VBD/acl:relcl/4 ./punct/2",
        "Ann | told | that rain stopped > the court");
    row("cue", "a part of what looks like its source",
        "The/DT/det/2 bridge/NN/nsubj/5 ,/punct/2 Ann/NNP/appos/2 said=say/VBD/root/0 ,/punct/7 "
        "was=be/VBD/ccomp/5 ./punct/5",
        "Ann | said | was\nAnn | said | The bridge + was");
    row("cue", "whom one asks to do something",
        "Ann/NNP/nsubj/2 called=call/VBD/root/0 on/IN/case/5 the/DT/det/5 board/NN/obl/2 "
        "to/TO/mark/7 stay/VB/xcomp/2 ./punct/2",
        "Ann | called | to stay > the board\nAnn | called | on the board > the board");
    row("cue", "an object with what it is said to be",
        "Ann/NNP/nsubj/2 described=describe/VBD/root/0 the/DT/det/4 plan/NN/obj/2 as/IN/case/7 "
        "a/DT/det/7 stunt/NN/obl/2 ./punct/2",
        "Ann | described | the plan as a stunt\nAnn | described | the plan\n"
        "Ann | described | as a stunt");
    row("cue", "a clause beside the one it hangs on",
        "When/SC/mark/3 Ann/NNP/nsubj/3 asked=ask/VBD/advcl/7 ,/punct/3 the/DT/det/6 "
        "board/NN/nsubj/7 left=leave/VBD/root/0 ./punct/7",
        "");
    row("cue", "no verb of saying",
        "Ann/NNP/nsubj/2 ate=eat/VBD/root/0 that/SC/mark/5 rain/NN/nsubj/5 fell=fall/VBD/ccomp/2",
        "");

    row("turn", "labels",
        "ANN/NNP : The/DT bridge/NN is=be/VBZ safe/JJ . ¶ TOM/NNP : It/PRP fell=fall/VBD .",
        "ANN |  | The bridge is safe.\nTOM |  | It fell.");
    row("turn", "one label is none", "ANN/NNP : The/DT bridge/NN is=be/VBZ safe/JJ .", "");

    row("colon", "above the quote",
        "Ann/NNP/nsubj/2 wrote=write/VBD/root/0 on/IN/case/4 Monday/NNP/obl/2 :/punct/2 ¶ “ It/PRP "
        "is=be/VBZ safe/JJ . ”",
        "Ann | wrote | “It is safe.”");
    row("colon", "without a cue",
        "Ann/NNP/nsubj/2 had=have/VBD/root/0 this/DT/obj/2 :/punct/2 ¶ “ It/PRP is=be/VBZ safe/JJ "
        ". "
        "”",
        "Ann |  | “It is safe.”");
    row("colon", "a stop", "Ann/NNP wrote=write/VBD . ¶ “ It/PRP is=be/VBZ safe/JJ . ”", "");

    row("signature", "below the quote",
        "“ It/PRP is=be/VBZ safe/JJ . ” ¶ ―/punct/2 Ann/NNP/root/0 Lee/NNP/flat/2 ,/punct/6 "
        "a/DT/det/6 "
        "farmer/NN/appos/2",
        "Ann Lee, a farmer |  | “It is safe.”");
    row("signature", "no name", "“ It/PRP is=be/VBZ safe/JJ . ” ¶ ― a/DT farmer/NN", "");
    row("signature", "two paragraphs below",
        "“ It/PRP is=be/VBZ safe/JJ . ” ¶ It/PRP fell=fall/VBD . ¶ ―/punct/2 Ann/NNP/root/0 "
        "Lee/NNP/flat/2",
        "");

    row("neighbour", "a verb that no lexicon knows",
        "“/punct/4 It/PRP/nsubj/4 is=be/AX/cop/4 safe/JJ/ccomp/7 ,/punct/4 ”/punct/4 "
        "yodels=yodel/VBZ/root/0 Ann/NNP/nsubj/7 Lee/NNP/flat/8 ./punct/7",
        "Ann Lee | yodels | “It is safe,”");
    row("neighbour", "no verb",
        "“/punct/4 It/PRP/nsubj/4 is=be/AX/cop/4 safe/JJ/root/0 ,/punct/4 ”/punct/4 "
        "Ann/NNP/parataxis/4 Lee/NNP/flat/7 ./punct/4",
        "Ann Lee |  | “It is safe,”");
    row("neighbour", "nobody's name",
        "“/punct/4 It/PRP/nsubj/4 is=be/AX/cop/4 safe/JJ/root/0 ,/punct/4 ”/punct/4 the/DT/det/8 "
        "farmer/NN/parataxis/4 ./punct/4",
        "");

    row("continuation", "in its sentence",
        "“ It/PRP is=be/VBZ safe/JJ , ” Ann/NNP said=say/VBD , “ and/CC sound/JJ . ”",
        " |  | “It is safe,” (goes on)\n |  | “and sound.” (joins)");
    row("continuation", "a sentence of its own",
        "“/punct/4 It/PRP/nsubj/4 is=be/AX/cop/4 safe/JJ/ccomp/8 ,/punct/4 ”/punct/4 "
        "Ann/NNP/nsubj/8 "
        "said=say/VBD/root/0 ./punct/8 | “ It/PRP held=hold/VBD . ”",
        " |  | “It is safe,” (goes on)\n |  | “It held.” ~ Ann (joins)");
    row("continuation", "the next paragraph",
        "“ It/PRP is=be/VBZ safe/JJ , ” Ann/NNP said=say/VBD . ¶ “ It/PRP held=hold/VBD . ”",
        " |  | “It is safe,” (goes on)\n |  | “It held.” (goes on)");

    row("subject", "of the sentence before",
        "Ann/NNP/nsubj/2 smiled=smile/VBD/root/0 ./punct/2 | “ It/PRP is=be/VBZ safe/JJ . ”",
        " |  | “It is safe.” ~ Ann");
    row("subject", "in another paragraph",
        "Ann/NNP/nsubj/2 smiled=smile/VBD/root/0 ./punct/2 ¶ “ It/PRP is=be/VBZ safe/JJ . ”", "");
}

void TestProposers::proposes() {
    QFETCH(QString, proposer);
    QFETCH(QString, text);
    const auto read = test::readTaggedText(text.toStdString());
    const Syntax syntax(read->text, read->trees);
    const auto stretches = findQuotedStretches(read->text);
    const QuotedText quoted = readQuotedText(read->text, syntax, stretches, read->names, *m_cues);
    QTEST(dump(read->text, proposers.at(proposer)(quoted)), "expected");
}

void TestProposers::proposesByChain_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("segments"); // as the field would find them
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* what, const char* text, const QStringList& segments,
                        const char* expected) {
        QTest::addRow("%s", what) << QString::fromUtf8(text) << segments
                                  << QString::fromUtf8(expected);
    };
    row("segments that are linked",
        "Ann/NNP/nsubj/2 said=say/VBD/root/0 that/SC/mark/5 rain/NN/nsubj/5 fell=fall/VBD/ccomp/2 "
        "./punct/2",
        {"source: Ann", "cue: said", "content: that rain fell"}, "Ann | said | that rain fell");
    row("what hangs on the farther of two cues",
        "Ann/NNP/nsubj/2 said=say/VBD/root/0 on/IN/case/4 Monday/NNP/obl/2 rain/NN/nsubj/6 "
        "fell=fall/VBD/ccomp/2 ,/punct/8 adding=add/VBG/advcl/2 that/SC/mark/11 snow/NN/nsubj/11 "
        "came=come/VBD/ccomp/8 ./punct/2",
        {"source: Ann", "cue: said", "content: rain fell", "cue: adding",
         "content: that snow came"},
        "Ann | said | rain fell\nAnn | adding | that snow came");
    row("with the source that another one has",
        "Ann/NNP/nsubj/2 said=say/VBD/root/0 that/SC/mark/5 rain/NN/nsubj/5 fell=fall/VBD/ccomp/2 "
        "./punct/2",
        {"cue: said", "content: that rain fell"},
        "Ann | said | that rain fell\n | said | that rain fell");
    row("nobody says a quote", "“ It/PRP is=be/VBZ safe/JJ . ”", {"content: “It is safe.”"}, "");
    row("whom one asks is not what is said",
        "Ann/NNP/nsubj/2 urged=urge/VBD/root/0 the/DT/det/4 board/NN/obj/2 to/TO/mark/6 "
        "stay/VB/xcomp/2 ./punct/2",
        {"source: Ann", "cue: urged", "content: the board to stay"},
        "Ann | urged | to stay > the board");
    row("nor whom one calls on",
        "Ann/NNP/nsubj/2 called=call/VBD/root/0 on/IN/case/5 the/DT/det/5 board/NN/obl/2 "
        "to/TO/mark/7 stay/VB/xcomp/2 ./punct/2",
        {"source: Ann", "cue: called on", "content: the board to stay"},
        "Ann | called on | to stay > the board");
    row("what is promised to happen keeps its subject",
        "Ann/NNP/nsubj/2 expects=expect/VBZ/root/0 rain/NN/obj/2 to/TO/mark/5 fall/VB/xcomp/2 "
        "./punct/2",
        {"source: Ann", "cue: expects", "content: rain to fall"}, "Ann | expects | rain to fall");
    row("when it was said before a clause",
        "Ann/NNP/nsubj/2 said=say/VBD/root/0 on/IN/case/4 Monday/NNP/obl/2 that/SC/mark/7 "
        "rain/NN/nsubj/7 fell=fall/VBD/ccomp/2 ./punct/2",
        {"source: Ann", "cue: said", "content: on Monday that rain fell"},
        "Ann | said | that rain fell");
    row("when it was said before a quote",
        "Ann/NNP/nsubj/2 warned=warn/VBD/root/0 on/IN/case/4 Monday/NNP/obl/2 “/punct/8 "
        "not/RB/advmod/8 to/TO/mark/8 go/VB/xcomp/2 ./punct/8 ”/punct/8",
        {"source: Ann", "cue: warned", "content: on Monday “not to go.”"},
        "Ann | warned | “not to go.”");
    row("what a comma parts from a bare clause may be part of it",
        "Ann/NNP/nsubj/2 said=say/VBD/root/0 by/IN/case/4 noon/NN/obl/2 ,/punct/7 rain/NN/nsubj/7 "
        "fell=fall/VBD/ccomp/2 ./punct/2",
        {"source: Ann", "cue: said", "content: by noon, rain fell"},
        "Ann | said | by noon, rain fell");
    row("what tells of the speaker beside a quote",
        "“/punct/3 It/PRP/nsubj/3 fell=fall/VBD/ccomp/6 ,/punct/3 ”/punct/3 "
        "said=say/VBD/root/0 Ann/NNP/nsubj/6 ,/punct/10 who/WP/nsubj/10 sang=sing/VBD/acl:relcl/7 "
        "./punct/6",
        {"content: “It fell,”", "cue: said", "source: Ann", "content: who sang"},
        "Ann | said | “It fell,”");
    row("a quote beside what is told in other words",
        "Ann/NNP/nsubj/2 said=say/VBD/root/0 rain/NN/nsubj/4 fell=fall/VBD/ccomp/2 ./punct/2 | "
        "“ It/PRP held=hold/VBD . ”",
        {"source: Ann", "cue: said", "content: rain fell", "content: “It held.”"},
        "Ann | said | rain fell");
    row("a quote before the sentence of a partial one",
        "“/punct/3 It/PRP/nsubj/3 fell=fall/VBD/root/0 ./punct/3 ”/punct/3 | She/PRP/nsubj/2 "
        "said=say/VBD/root/0 it/PRP/nsubj/5 was=be/AX/cop/5 “/punct/5 mud/NN/ccomp/2 ”/punct/5 "
        "./punct/2",
        {"content: “It fell.”", "source: She", "cue: said", "content: it was “mud”"},
        "She | said | it was “mud”");
    row("words of another sentence",
        "Ann/NNP/nsubj/2 said=say/VBD/root/0 rain/NN/nsubj/4 fell=fall/VBD/ccomp/2 ./punct/2 | "
        "It/PRP/nsubj/2 held=hold/VBD/root/0 ./punct/2",
        {"source: Ann", "cue: said", "content: rain fell", "content: It held"},
        "Ann | said | rain fell");
    row("who does not comment has not said the quote before",
        "“/punct/3 It/PRP/nsubj/3 fell=fall/VBD/root/0 ./punct/3 ”/punct/3 | Ann/NNP/nsubj/4 "
        "has=have/AX/aux/4 not/RB/advmod/4 commented=comment/VBN/root/0 ./punct/4",
        {"content: “It fell.”", "source: Ann", "cue: has not commented"}, "");
    row("the subject, not the pronoun between",
        "Unions=union/NNS/nsubj/6 ,/punct/4 which/WP/nsubj/4 grew=grow/VBD/acl:relcl/1 ,/punct/1 "
        "said=say/VBD/root/0 rain/NN/nsubj/8 fell=fall/VBD/ccomp/6 ./punct/6",
        {"source: which", "cue: said", "content: rain fell"}, "Unions | said | rain fell");
    row("the subject farther off",
        "Ann/NNP/nsubj/2 said=say/VBD/root/0 rain/NN/nsubj/4 fell=fall/VBD/ccomp/2 ./punct/2 | "
        "Tom/NNP/nsubj/3 later/RB/advmod/3 agreed=agree/VBD/root/0 ,/punct/6 Ann/NNP/nsubj/6 "
        "said=say/VBD/parataxis/3 ./punct/3",
        {"source: Ann", "cue: said", "content: rain fell", "content: Tom later agreed",
         "source: Ann", "cue: said"},
        "Ann | said | rain fell\nAnn | said | Tom later agreed");
    row("who is told what to do is not what is told",
        "Ann/NNP/nsubj:pass/3 was=be/AX/aux:pass/3 told=tell/VBN/root/0 to/TO/mark/5 "
        "stop/VB/xcomp/3 ./punct/3",
        {"content: Ann", "cue: was told"}, "");
    row("a quote that is part of what is told",
        "He/PRP/nsubj/6 ,/punct/4 Ann/NNP/nsubj/4 said=say/VBD/parataxis/6 ,/punct/4 “/punct/7 "
        "went=go/VBD/root/0 home/RB/advmod/7 ”/punct/7 ./punct/7",
        {"content: He", "source: Ann", "cue: said", "content: “went home”"},
        "Ann | said | He + “went home”");
    row("a clause that shares the subject of what the cue is set into",
        "It/PRP/nsubj/2 closed=close/VBD/root/0 ,/punct/5 Ann/NNP/nsubj/5 "
        "said=say/VBD/parataxis/2 ,/punct/9 and/CC/cc/9 will/MD/aux/9 open/VB/conj/2 ./punct/2",
        {"content: It closed", "source: Ann", "cue: said"}, "Ann | said | It closed + will open");
    row("a clause with a subject of its own may be the writer's",
        "It/PRP/nsubj/2 closed=close/VBD/root/0 ,/punct/5 Ann/NNP/nsubj/5 "
        "said=say/VBD/parataxis/2 ,/punct/9 and/CC/cc/9 Tom/NNP/nsubj/9 left=leave/VBD/conj/2 "
        "./punct/2",
        {"content: It closed", "source: Ann", "cue: said"}, "Ann | said | It closed");
    row("who was told is no source",
        "Ann/NNP/nsubj:pass/3 was=be/AX/aux:pass/3 told=tell/VBN/root/0 by/IN/case/5 "
        "Tom/NNP/obl:agent/3 that/SC/mark/8 rain/NN/nsubj/8 fell=fall/VBD/ccomp/3 ./punct/3",
        {"source: Ann", "cue: was told", "content: that rain fell"},
        "Tom | was told | that rain fell > Ann");
    row("a title",
        "Ann/NNP/nsubj/2 called=call/VBD/root/0 the/DT/det/4 film/NN/obj/2 “/punct/6 "
        "Rain/NNP/xcomp/2 ”/punct/6 ./punct/2",
        {"source: Ann", "cue: called", "content: “Rain”"}, "");
}

void TestProposers::proposesByChain() {
    QFETCH(QString, text);
    QFETCH(QStringList, segments);
    const auto read = test::readTaggedText(text.toStdString());
    const Syntax syntax(read->text, read->trees);
    const auto stretches = findQuotedStretches(read->text);
    const QuotedText quoted = readQuotedText(read->text, syntax, stretches, read->names, *m_cues);
    const TaggedAttributions tagged{test::segmentsIn(read->text, segments), {}};
    QTEST(dump(read->text, proposeByChain(quoted, tagged, proposeByForm(quoted))), "expected");
}

void TestProposers::ordersWhatAllPropose() {
    const auto read = test::readTaggedText("Ann/NNP/nsubj/2 said=say/VBD/root/0 it/PRP/nsubj/4 "
                                           "held=hold/VBD/ccomp/2 ./punct/2 | “ It/PRP "
                                           "is=be/VBZ safe/JJ . ”");
    const Syntax syntax(read->text, read->trees);
    const auto stretches = findQuotedStretches(read->text);
    const QuotedText quoted = readQuotedText(read->text, syntax, stretches, read->names, *m_cues);
    const auto all = proposeByForm(quoted);
    std::vector<Proposer> found;
    for (const AttributionCandidate& candidate : all)
        found.push_back(candidate.proposer);
    QVERIFY(found == (std::vector{Proposer::Cue, Proposer::Continuation, Proposer::Subject}));
}

// Scores as an encoder would give them.
void TestProposers::readsNestedSpeech() {
    auto read = test::readTaggedText("Ann/NNP/nsubj/2 said=say/VBD/root/0 Tom/NNP/nsubj/4 "
                                     "claimed=claim/VBD/ccomp/2 rain/NN/nsubj/6 "
                                     "fell=fall/VBD/ccomp/4 ./punct/2");
    TokenizedText& text = read->text;
    QVERIFY(!NestedSpeech(text).chancesOf({}).has_value());
    QVERIFY(NestedSpeech(text).tagged().segments.empty());

    const auto segments =
        test::segmentsIn(text, {"source: Tom", "cue: claimed", "content: rain fell"});
    const auto scores =
        text.encoded.add(encoder_task::nested, text.tokens.size(), attributionLabelCount);
    for (std::size_t i = 0; i < text.tokens.size(); ++i)
        scores[i * attributionLabelCount + unattributed] = 5;
    for (const AttributionSegment& segment : segments)
        for (std::uint32_t i = segment.tokens.begin; i < segment.tokens.end; ++i)
            scores[i * attributionLabelCount +
                   attributionLabelOf(segment.role, partOf(segment.tokens, i))] = 9;
    const NestedSpeech nested(text);
    const auto& found = nested.tagged().segments;
    QCOMPARE(found.size(), segments.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        QCOMPARE(found[i].tokens, segments[i].tokens);
        QCOMPARE(found[i].role, segments[i].role);
        QVERIFY(found[i].confidence > 0.9f);
    }
    const auto chances = [&](std::size_t content) {
        Attribution a;
        a.source = {text.spanOf(segments[0].tokens)};
        a.cue = {text.spanOf(segments[1].tokens)};
        a.content = {text.spanOf(segments[content].tokens)};
        return *nested.chancesOf(a);
    };
    QVERIFY(chances(2).source > 0.9f && chances(2).cue > 0.9f);
    QVERIFY(chances(2).content > 0.9f && chances(2).bounds > 0.9f);
    QVERIFY(chances(0).content < 0.1f && chances(0).bounds < 0.1f);
}

QTEST_GUILESS_MAIN(TestProposers)
#include "test_proposers.moc"
