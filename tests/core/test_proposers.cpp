// What each proposer of attributions gives, on texts tagged by hand: no model is needed. Dumped as
// "source | cue | content", with "+" between spans, "~" before whom a quote may be implied to be
// by, and what a quote without a source has to do with the one before it.
#include "core/quotes/propose/proposers.h"
#include "core/support/resources.h"
#include "tests/support/tagged_text.h"
#include "tests/support/tree_text.h"

#include <QtTest>

using namespace quoth;

class TestProposers : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void proposes_data();
    void proposes();
    void readsTheGrammar_data();
    void readsTheGrammar();
    void ordersWhatAllPropose();

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
    {"inner cue", proposeByInnerCue},
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
    const char* safe = "“ The/DT bridge/NN is=be/VBZ safe/JJ , ” ";
    const std::string said = std::string(safe) + "Ann/NNP Lee/NNP said=say/VBD .";

    row("cue", "after the quote", said.c_str(), "Ann Lee | said | “The bridge is safe,”");
    row("cue", "a clause", "Ann/NNP said=say/VBD that/SC the/DT bridge/NN held=hold/VBD .",
        "Ann | said | that the bridge held");
    row("cue", "whom it is told",
        "Ann/NNP told=tell/VBD the/DT court/NN that/SC the/DT bridge/NN held=hold/VBD .",
        "Ann | told | that the bridge held > the court");
    row("cue", "according to",
        "The/DT bridge/NN held=hold/VBD , according=accord/VBG to/IN Ann/NNP .",
        "Ann | according to | The bridge held");
    row("cue", "two with one source",
        "Ann/NNP said=say/VBD it/PRP held=hold/VBD , adding=add/VBG that/SC it/PRP was=be/AX "
        "safe/JJ .",
        "Ann | said | it held\nAnn | adding | that it was safe");
    row("cue", "none", "Ann/NNP crossed=cross/VBD the/DT bridge/NN .", "");

    row("inner cue", "a quote in a quote",
        "“ She/PRP told=tell/VBD me/PRP , ‘ It/PRP will/MD hold/VB . ’ ” he/PRP said=say/VBD .",
        "She | told | ‘It will hold.’ > me");
    row("inner cue", "no quote in it", said.c_str(), "");

    row("turn", "labels",
        "ANN/NNP : The/DT bridge/NN is=be/VBZ safe/JJ . ¶ TOM/NNP : It/PRP fell=fall/VBD .",
        "ANN |  | The bridge is safe.\nTOM |  | It fell.");
    row("turn", "one label is none", "ANN/NNP : The/DT bridge/NN is=be/VBZ safe/JJ .", "");

    row("colon", "above the quote",
        "Ann/NNP wrote=write/VBD on/IN Monday/NNP : ¶ “ It/PRP is=be/VBZ safe/JJ . ”",
        "Ann | wrote | “It is safe.”");
    row("colon", "without a cue", "Ann/NNP had=have/VBD this/DT : ¶ “ It/PRP is=be/VBZ safe/JJ . ”",
        "Ann |  | “It is safe.”");
    row("colon", "a stop", "Ann/NNP wrote=write/VBD . ¶ “ It/PRP is=be/VBZ safe/JJ . ”", "");

    row("signature", "below the quote",
        "“ It/PRP is=be/VBZ safe/JJ . ” ¶ ― Ann/NNP Lee/NNP , a/DT farmer/NN",
        "Ann Lee, a farmer |  | “It is safe.”");
    row("signature", "no name", "“ It/PRP is=be/VBZ safe/JJ . ” ¶ ― a/DT farmer/NN", "");
    row("signature", "two paragraphs below",
        "“ It/PRP is=be/VBZ safe/JJ . ” ¶ It/PRP fell=fall/VBD . ¶ ― Ann/NNP Lee/NNP", "");

    row("neighbour", "a verb that no lexicon knows",
        "“ It/PRP is=be/VBZ safe/JJ , ” yodels=yodel/VBZ Ann/NNP Lee/NNP .",
        "Ann Lee | yodels | “It is safe,”");
    row("neighbour", "no verb", "“ It/PRP is=be/VBZ safe/JJ , ” Ann/NNP Lee/NNP .",
        "Ann Lee |  | “It is safe,”");
    row("neighbour", "nobody's name", "“ It/PRP is=be/VBZ safe/JJ , ” the/DT farmer/NN .", "");

    row("continuation", "in its sentence",
        "“ It/PRP is=be/VBZ safe/JJ , ” Ann/NNP said=say/VBD , “ and/CC sound/JJ . ”",
        " |  | “It is safe,” (goes on)\n |  | “and sound.” (joins)");
    row("continuation", "a sentence of its own",
        "“ It/PRP is=be/VBZ safe/JJ , ” Ann/NNP said=say/VBD . | “ It/PRP held=hold/VBD . ”",
        " |  | “It is safe,” (goes on)\n |  | “It held.” ~ Ann (joins)");
    row("continuation", "the next paragraph",
        "“ It/PRP is=be/VBZ safe/JJ , ” Ann/NNP said=say/VBD . ¶ “ It/PRP held=hold/VBD . ”",
        " |  | “It is safe,” (goes on)\n |  | “It held.” (goes on)");

    row("subject", "of the sentence before",
        "Ann/NNP smiled=smile/VBD . | “ It/PRP is=be/VBZ safe/JJ . ”", " |  | “It is safe.” ~ Ann");
    row("subject", "in another paragraph",
        "Ann/NNP smiled=smile/VBD . ¶ “ It/PRP is=be/VBZ safe/JJ . ”", "");
}

void TestProposers::proposes() {
    QFETCH(QString, proposer);
    QFETCH(QString, text);
    const auto read = test::readTaggedText(text.toStdString());
    const Syntax syntax(read->text, test::flatTrees(read->text));
    const auto stretches = findQuotedStretches(read->text);
    const QuotedText quoted = readQuotedText(read->text, syntax, stretches, read->names, *m_cues);
    QTEST(dump(read->text, proposers.at(proposer)(quoted)), "expected");
}

// proposeByClause, from trees made by hand.
void TestProposers::readsTheGrammar_data() {
    QTest::addColumn<QString>("trees");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* what, const char* trees, const char* expected) {
        QTest::newRow(what) << QString::fromUtf8(trees) << QString::fromUtf8(expected);
    };
    row("a clause that is reported",
        "Ann/PROPN.NNP/nsubj/2 said=say/VERB.VBD/root/0 that/SCONJ.IN/mark/5 rain/NOUN.NN/nsubj/5 "
        "fell=fall/VERB.VBD/ccomp/2 ./PUNCT.-/punct/2",
        "Ann | said | that rain fell");
    row("a clause around the cue",
        "The/DET.DT/det/2 talks=talk/NOUN.NNS/nsubj/7 ,/PUNCT.-/punct/5 he/PRON.PRP/nsubj/5 "
        "said=say/VERB.VBD/parataxis/7 ,/PUNCT.-/punct/5 failed=fail/VERB.VBD/root/0 "
        "./PUNCT.-/punct/7",
        "he | said | The talks + failed");
    row("a source that two verbs share",
        "Ann/PROPN.NNP/nsubj/2 said=say/VERB.VBD/root/0 rain/NOUN.NN/nsubj/4 "
        "fell=fall/VERB.VBD/ccomp/2 and/CCONJ.CC/cc/6 warned=warn/VERB.VBD/conj/2 "
        "that/SCONJ.IN/mark/9 snow/NOUN.NN/nsubj/9 comes=come/VERB.VBZ/ccomp/6 ./PUNCT.-/punct/2",
        "Ann | said | rain fell\nAnn | warned | that snow comes");
    row("speech within speech",
        "Ann/PROPN.NNP/nsubj/2 said=say/VERB.VBD/root/0 Tom/PROPN.NNP/nsubj/5 had=have/AUX.VBD/"
        "aux/5 promised=promise/VERB.VBN/ccomp/2 to/PART.TO/mark/7 leave/VERB.VB/xcomp/5 "
        "./PUNCT.-/punct/2",
        "Ann | said | Tom had promised to leave\nTom | had promised | to leave");
    row("what is announced",
        "Ann/PROPN.NNP/nsubj/2 announced=announce/VERB.VBD/root/0 a/DET.DT/det/4 "
        "ceasefire/NOUN.NN/obj/2 in/ADP.IN/case/7 the/DET.DT/det/7 north/NOUN.NN/nmod/4 "
        "./PUNCT.-/punct/2",
        "Ann | announced | a ceasefire in the north");
    row("according to",
        "Rain/NOUN.NN/nsubj/2 fell=fall/VERB.VBD/root/0 ,/PUNCT.-/punct/7 "
        "according=accord/VERB.VBG/case/7 to/ADP.IN/fixed/4 the/DET.DT/det/7 board/NOUN.NN/obl/2 "
        "./PUNCT.-/punct/2",
        "the board | according to | Rain fell");
    row("no verb of saying",
        "Ann/PROPN.NNP/nsubj/2 ate=eat/VERB.VBD/root/0 that/SCONJ.IN/mark/5 rain/NOUN.NN/nsubj/5 "
        "fell=fall/VERB.VBD/ccomp/2",
        "");
}

void TestProposers::readsTheGrammar() {
    QFETCH(QString, trees);
    TreeText made;
    readTreeText(trees.toStdString(), made);
    const Syntax syntax(made.text, made.trees);
    const auto stretches = findQuotedStretches(made.text);
    const std::vector<NamedMention> names;
    const QuotedText quoted = readQuotedText(made.text, syntax, stretches, names, *m_cues);
    QTEST(dump(made.text, proposeByClause(quoted)), "expected");
}

void TestProposers::ordersWhatAllPropose() {
    const auto read = test::readTaggedText(
        "Ann/NNP said=say/VBD it/PRP held=hold/VBD . | “ It/PRP is=be/VBZ safe/JJ . ”");
    const Syntax syntax(read->text, test::flatTrees(read->text));
    const auto stretches = findQuotedStretches(read->text);
    const QuotedText quoted = readQuotedText(read->text, syntax, stretches, read->names, *m_cues);
    const auto all = proposeByForm(quoted);
    std::vector<Proposer> found;
    for (const AttributionCandidate& candidate : all)
        found.push_back(candidate.proposer);
    QVERIFY(found == (std::vector{Proposer::Cue, Proposer::Continuation, Proposer::Subject}));
}

QTEST_GUILESS_MAIN(TestProposers)
#include "test_proposers.moc"
