// Noun phrases, verb groups and clauses, read from trees made by hand: no model is needed.
#include "core/syntax/syntax.h"
#include "core/syntax/tree_repairs.h"
#include "tests/support/tree_text.h"

#include <QtTest>

#include <numeric>
#include <random>

using namespace quoth;

class TestSyntax : public QObject {
    Q_OBJECT
private slots:
    void nounPhrases_data();
    void nounPhrases();
    void verbGroups_data();
    void verbGroups();
    void clauses_data();
    void clauses();
    void findsTheClauseOfEachWord();
    void readsFragmentsAndDeepTrees();
    void repairsTrees_data();
    void repairsTrees();
    void repairsKeepTreesWhole();
    void relationsHaveNames();
};

namespace {

void addRow(const char* name, const char* trees, const char* expected) {
    QTest::newRow(name) << QString::fromUtf8(trees) << QString::fromUtf8(expected);
}

void addColumns() {
    QTest::addColumn<QString>("trees");
    QTest::addColumn<QString>("expected");
}

} // namespace

void TestSyntax::nounPhrases_data() {
    addColumns();
    addRow("determiner, adjective, what follows",
           "The/DET.DT/det/3 former/ADJ.JJ/amod/3 minister/NOUN.NN/nsubj/6 of/ADP.IN/case/5 "
           "justice/NOUN.NN/nmod/3 left=leave/VERB.VBD/root/0",
           "The former minister (minister) = The former minister of justice < The; "
           "justice (justice); ");
    addRow("possessor",
           "the/DET.DT/det/2 board/NOUN.NN/nmod:poss/4 's/PART.POS/case/2 head/NOUN.NN/root/0",
           "the board (board) < the; the board 's head (head) < board; ");
    addRow("name of several words",
           "Mr/PROPN.NNP/nmod:desc/2 Ali/PROPN.NNP/nsubj/4 Khan/PROPN.NNP/flat/2 "
           "spoke=speak/VERB.VBD/root/0",
           "Mr (Mr); Mr Ali Khan (Ali); ");
    addRow("apposition belongs, relative clause does not",
           "Ann/PROPN.NNP/nsubj/11 ,/PUNCT.-/punct/4 a/DET.DT/det/4 lawyer/NOUN.NN/appos/1 "
           ",/PUNCT.-/punct/1 who/PRON.WP/nsubj/7 won=win/VERB.VBD/acl:relcl/1 the/DET.DT/det/9 "
           "case/NOUN.NN/obj/7 ,/PUNCT.-/punct/1 left=leave/VERB.VBD/root/0",
           "Ann (Ann) = Ann , a lawyer; a lawyer (lawyer) < a; who (who); the case (case) < the; ");
    addRow("coordination gives two phrases",
           "police/NOUN.NN/nsubj/4 and/CCONJ.CC/cc/3 firefighters/NOUN.NNS/conj/1 "
           "came=come/VERB.VBD/root/0",
           "police (police); firefighters (firefighters); ");
    addRow("adjective or number in a noun's place",
           "The/DET.DT/det/2 poor/ADJ.JJ/nsubj/3 saw=see/VERB.VBD/root/0 three/NUM.CD/obj/3 "
           "of/ADP.IN/case/6 them/PRON.PRP/nmod/4",
           "The poor (poor) < The; three (three) = three of them; them (them); ");
    addRow("a preposition before it is no part of it",
           "in/ADP.IN/case/3 the/DET.DT/det/3 house/NOUN.NN/root/0", "the house (house) < the; ");
}

void TestSyntax::nounPhrases() {
    QFETCH(QString, trees);
    QFETCH(QString, expected);
    TreeText made;
    readTreeText(trees.toStdString(), made);
    const Syntax syntax(made.text, made.trees);
    QCOMPARE(QString::fromStdString(dumpNounPhrases(made.text, syntax)), expected);
}

void TestSyntax::verbGroups_data() {
    addColumns();
    addRow("past", "He/PRON.PRP/nsubj/2 said=say/VERB.VBD/root/0", "said: finite past (past)");
    addRow("perfect, passive, negated",
           "had=have/AUX.VBD/aux/4 not/PART.RB/advmod/4 been=be/AUX.VBN/aux:pass/4 "
           "charged=charge/VERB.VBN/root/0",
           "had not been charged: finite past perfect passive negated (past)");
    addRow("present perfect tells of the past", "has=have/AUX.VBZ/aux/2 left=leave/VERB.VBN/root/0",
           "has left: finite present perfect (past)");
    addRow("future", "will/AUX.MD/aux/2 meet/VERB.VB/root/0", "will meet: finite future");
    addRow("conditional", "would/AUX.MD/aux/2 meet/VERB.VB/root/0",
           "would meet: finite present would");
    addRow("possible, over", "could/AUX.MD/aux/3 have/AUX.VB/aux/3 left=leave/VERB.VBN/root/0",
           "could have left: finite present possible perfect (past)");
    addRow("necessary, negated", "must/AUX.MD/aux/3 n't/PART.RB/advmod/3 leave/VERB.VB/root/0",
           "must n't leave: finite present necessary negated");
    addRow("progressive", "was=be/AUX.VBD/aux/2 leaving=leave/VERB.VBG/root/0",
           "was leaving: finite past progressive (past)");
    addRow("infinitive", "to/PART.TO/mark/2 leave/VERB.VB/root/0", "leave: infinitive");
    addRow("imperative", "Leave/VERB.VB/root/0 now/ADV.RB/advmod/1", "Leave: finite");
    addRow("gerund", "leaving=leave/VERB.VBG/root/0", "leaving: gerund");
    addRow("copula", "was=be/AUX.VBD/cop/3 a/DET.DT/det/3 lawyer/NOUN.NN/root/0",
           "was: finite past (past)");
    addRow("question, its subject between",
           "Did=do/AUX.VBD/aux/3 he/PRON.PRP/nsubj/3 leave/VERB.VB/root/0",
           "Did he leave: finite past (past)");
    addRow("auxiliaries shared by what is joined",
           "was=be/AUX.VBD/aux:pass/2 arrested=arrest/VERB.VBN/root/0 and/CCONJ.CC/cc/4 "
           "charged=charge/VERB.VBN/conj/2",
           "was arrested: finite past passive (past), charged: finite past passive (past)");
    addRow("\"or\" shares what is denied",
           "was=be/AUX.VBD/aux:pass/3 not/PART.RB/advmod/3 arrested=arrest/VERB.VBN/root/0 "
           "or/CCONJ.CC/cc/5 charged=charge/VERB.VBN/conj/3",
           "was not arrested: finite past passive negated (past), "
           "charged: finite past passive negated (past)");
    addRow("future perfect", "will/AUX.MD/aux/3 have/AUX.VB/aux/3 left=leave/VERB.VBN/root/0",
           "will have left: finite future perfect");
    addRow("a participle that describes a noun is none",
           "retiring=retire/VERB.VBG/amod/2 judges/NOUN.NNS/root/0", "");
}

void TestSyntax::verbGroups() {
    QFETCH(QString, trees);
    QFETCH(QString, expected);
    TreeText made;
    readTreeText(trees.toStdString(), made);
    const Syntax syntax(made.text, made.trees);
    std::string found;
    for (const VerbGroup& group : syntax.verbGroups())
        found += (found.empty() ? "" : ", ") + dumpVerbGroup(made.text, group);
    QCOMPARE(QString::fromStdString(found), expected);
}

void TestSyntax::clauses_data() {
    addColumns();
    addRow("reported speech with an addressee",
           "Ann/PROPN.NNP/nsubj/2 told=tell/VERB.VBD/root/0 the/DET.DT/det/4 court/NOUN.NN/iobj/2 "
           "that/SCONJ.IN/mark/7 he/PRON.PRP/nsubj/7 left=leave/VERB.VBD/ccomp/2",
           "main told subject=Ann addressee=the court complement=that he left; "
           "complement left under told marker=that subject=he; ");
    addRow("the addressee as object",
           "Ann/PROPN.NNP/nsubj/2 told=tell/VERB.VBD/root/0 Tom/PROPN.NNP/obj/2 "
           "he/PRON.PRP/nsubj/5 left=leave/VERB.VBD/ccomp/2",
           "main told subject=Ann addressee=Tom complement=he left; "
           "complement left under told subject=he; ");
    addRow("said to",
           "Ann/PROPN.NNP/nsubj/2 spoke=speak/VERB.VBD/root/0 to/ADP.IN/case/4 "
           "reporters/NOUN.NNS/obl/2",
           "main spoke subject=Ann addressee=reporters; ");
    addRow("coordination shares the subject",
           "Ann/PROPN.NNP/nsubj/2 came=come/VERB.VBD/root/0 and/CCONJ.CC/cc/4 "
           "left=leave/VERB.VBD/conj/2",
           "main came subject=Ann; coordinate left under came shared subject=Ann; ");
    addRow("whose the infinitive is",
           "Ann/PROPN.NNP/nsubj/2 told=tell/VERB.VBD/root/0 them/PRON.PRP/obj/2 to/PART.TO/mark/5 "
           "leave/VERB.VB/xcomp/2",
           "main told subject=Ann object=them; "
           "open complement leave under told marker=to shared subject=them; ");
    addRow("relative clause",
           "the/DET.DT/det/2 man/NOUN.NN/nsubj/5 who/PRON.WP/nsubj/4 "
           "called=call/VERB.VBD/acl:relcl/2 left=leave/VERB.VBD/root/0",
           "relative called under left subject=who; main left subject=the man; ");
    addRow("passive with its agent",
           "He/PRON.PRP/nsubj:pass/3 was=be/AUX.VBD/aux:pass/3 seen=see/VERB.VBN/root/0 "
           "by/ADP.IN/case/5 police/NOUN.NN/obl/3",
           "main seen subject=He agent=police; ");
    addRow("adverbial without a subject of its own",
           "He/PRON.PRP/nsubj/2 left=leave/VERB.VBD/root/0 ,/PUNCT.-/punct/4 "
           "saying=say/VERB.VBG/advcl/2 nothing/PRON.NN/obj/4",
           "main left subject=He; "
           "adverbial saying under left shared subject=He object=nothing; ");
    addRow("adverbial with one",
           "He/PRON.PRP/nsubj/2 left=leave/VERB.VBD/root/0 because/SCONJ.IN/mark/5 "
           "Ann/PROPN.NNP/nsubj/5 came=come/VERB.VBD/advcl/2",
           "main left subject=He; adverbial came under left marker=because subject=Ann; ");
    addRow("a noun as predicate",
           "Ann/PROPN.NNP/nsubj/4 is=be/AUX.VBZ/cop/4 a/DET.DT/det/4 lawyer/NOUN.NN/root/0",
           "main lawyer subject=Ann; ");
    addRow("speech set beside its cue",
           "Go/VERB.VB/root/0 ,/PUNCT.-/punct/1 he/PRON.PRP/nsubj/4 said=say/VERB.VBD/parataxis/1",
           "main Go; parataxis said under Go subject=he; ");
}

void TestSyntax::clauses() {
    QFETCH(QString, trees);
    QFETCH(QString, expected);
    TreeText made;
    readTreeText(trees.toStdString(), made);
    const Syntax syntax(made.text, made.trees);
    QCOMPARE(QString::fromStdString(dumpClauses(made.text, syntax)), expected);
}

void TestSyntax::findsTheClauseOfEachWord() {
    TreeText made;
    readTreeText(
        "the/DET.DT/det/2 man/NOUN.NN/nsubj/6 who/PRON.WP/nsubj/4 "
        "called=call/VERB.VBD/acl:relcl/2 early/ADV.RB/advmod/4 left=leave/VERB.VBD/root/0 "
        "| Fire/NOUN.NN/root/0 downtown/ADV.RB/advmod/1",
        made);
    const Syntax syntax(made.text, made.trees);
    const auto clauseOf = [&](std::uint32_t token) {
        const Clause* clause = syntax.clauseAt(token);
        return clause ? std::string(made.text.word(clause->head)) : std::string("-");
    };
    std::string found;
    for (std::uint32_t i = 0; i < syntax.size(); ++i)
        found += clauseOf(i) + " ";
    QCOMPARE(found, std::string("left left called called called left - - "));
    QVERIFY(syntax.isUnder(4, 5));
    QVERIFY(!syntax.isUnder(5, 4));
    QCOMPARE(syntax.extentOf(1), (IndexRange{0, 5}));
    QCOMPARE(syntax.verbGroupAt(3)->head, 3U);
    QVERIFY(!syntax.verbGroupAt(0));
    QCOMPARE(syntax.nounPhraseOf(1)->core, (IndexRange{0, 2}));
    QVERIFY(!syntax.nounPhraseOf(3));
}

void TestSyntax::readsFragmentsAndDeepTrees() {
    TreeText none;
    QCOMPARE(Syntax(none.text, none.trees).clauses().size(), std::size_t{0});
    // Each word hangs on the one before, as coordinated verbs do: as deep as a tree can be.
    constexpr std::uint32_t depth = 20000;
    std::string words = "go/VERB.VB/root/0";
    for (std::uint32_t i = 1; i < depth; ++i)
        words += " go/VERB.VB/conj/" + std::to_string(i);
    TreeText deep;
    readTreeText(words, deep);
    const Syntax syntax(deep.text, deep.trees);
    QCOMPARE(syntax.clauses().size(), std::size_t{depth});
    QCOMPARE(syntax.extentOf(0), (IndexRange{0, depth}));
    QCOMPARE(syntax.clauses().back().parent, std::optional<std::uint32_t>(depth - 2));
}

void TestSyntax::repairsTrees_data() {
    addColumns();
    addRow("a noun before a finite verb is its subject",
           "Fire/NOUN.NN/compound/2 destroys=destroy/VERB.VBZ/root/0 mill/NOUN.NN/obj/2",
           "nsubj:2 root:2 obj:2");
    addRow("but not a second one",
           "Fire/NOUN.NN/compound/2 destroys=destroy/VERB.VBZ/root/0 mill/NOUN.NN/nsubj/2",
           "compound:2 root:2 nsubj:2");
    addRow("a compound with a noun stays one",
           "Mill/NOUN.NN/compound/2 fire/NOUN.NN/nsubj/3 spreads=spread/VERB.VBZ/root/0",
           "compound:2 nsubj:3 root:3");
    addRow("an apposition that no comma closes is the subject of what is set between",
           "Bridge/NOUN.NN/nsubj/4 ,/PUNCT.-/punct/3 Ann/PROPN.NNP/appos/1 "
           "said=say/VERB.VBD/root/0 ,/PUNCT.-/punct/4 was=be/AUX.VBD/cop/7 safe/ADJ.JJ/ccomp/4 "
           "./PUNCT.-/punct/4",
           "nsubj:7 punct:3 nsubj:4 parataxis:7 punct:4 cop:7 root:7 punct:7");
    addRow("likewise within another clause",
           "He/PRON.PRP/nsubj/2 fears=fear/VERB.VBZ/root/0 trains/NOUN.NNS/nsubj/6 "
           ",/PUNCT.-/punct/5 Ann/PROPN.NNP/appos/3 said=say/VERB.VBD/ccomp/2 ,/PUNCT.-/punct/6 "
           "stop/VERB.VBP/ccomp/6",
           "nsubj:2 root:2 nsubj:8 punct:5 nsubj:6 parataxis:8 punct:6 ccomp:2");
    addRow(
        "one that a comma closes stays",
        "Ann/PROPN.NNP/nsubj/5 ,/PUNCT.-/punct/3 mayor/NOUN.NN/appos/1 ,/PUNCT.-/punct/1 "
        "said=say/VERB.VBD/root/0 ,/PUNCT.-/punct/5 ships/NOUN.NNS/nsubj/8 stop/VERB.VBP/ccomp/5",
        "nsubj:5 punct:3 appos:1 punct:1 root:5 punct:5 nsubj:8 ccomp:5");
    addRow(
        "so does one whose clause has a subject of its own",
        "Ann/PROPN.NNP/nsubj/4 ,/PUNCT.-/punct/3 mayor/NOUN.NN/appos/1 "
        "said=say/VERB.VBD/root/0 ,/PUNCT.-/punct/4 ships/NOUN.NNS/nsubj/7 stop/VERB.VBP/ccomp/4",
        "nsubj:4 punct:3 appos:1 root:4 punct:4 nsubj:7 ccomp:4");
    addRow("a noun behind a verb that commas set in is its subject",
           "Bridge/NOUN.NN/nsubj/3 ,/PUNCT.-/punct/3 says=say/VERB.VBZ/root/0 Ann/PROPN.NNP/obj/3 "
           ",/PUNCT.-/punct/7 was=be/AUX.VBD/cop/7 safe/ADJ.JJ/ccomp/3 ./PUNCT.-/punct/3",
           "nsubj:7 punct:3 parataxis:7 nsubj:3 punct:7 cop:7 root:7 punct:7");
    addRow("also where it was taken for that of the clause",
           "Bridge/NOUN.NN/nsubj/3 ,/PUNCT.-/punct/3 said=say/VERB.VBD/root/0 "
           "Ann/PROPN.NNP/nsubj/7 ,/PUNCT.-/punct/7 was=be/AUX.VBD/cop/7 safe/ADJ.JJ/ccomp/3",
           "nsubj:7 punct:3 parataxis:7 nsubj:3 punct:7 cop:7 root:7");
    addRow("but not where the clause has another one",
           "Bridge/NOUN.NN/nsubj/3 ,/PUNCT.-/punct/3 says=say/VERB.VBZ/root/0 Ann/PROPN.NNP/obj/3 "
           ",/PUNCT.-/punct/7 it/PRON.PRP/nsubj/7 closes=close/VERB.VBZ/ccomp/3",
           "nsubj:3 punct:3 root:3 obj:3 punct:7 nsubj:7 ccomp:3");
    addRow("a clause that a conjunction opens goes on with the outer one",
           "Mills/NOUN.NNS/nsubj/2 close/VERB.VBP/root/0 ,/PUNCT.-/punct/5 Ann/PROPN.NNP/nsubj/5 "
           "said=say/VERB.VBD/parataxis/2 ,/PUNCT.-/punct/9 and/CCONJ.CC/cc/9 "
           "ships/NOUN.NNS/nsubj/9 stop/VERB.VBP/ccomp/5",
           "nsubj:2 root:2 punct:5 nsubj:5 parataxis:2 punct:9 cc:9 nsubj:9 conj:2");
    addRow("whom one tells something has no clause of what is told",
           "Ann/PROPN.NNP/nsubj/2 told=tell/VERB.VBD/root/0 Tom/PROPN.NNP/iobj/2 "
           "that/SCONJ.IN/mark/6 mills/NOUN.NNS/nsubj/6 close/VERB.VBP/acl/3",
           "nsubj:2 root:2 iobj:2 mark:6 nsubj:6 ccomp:2");
    addRow("but an object may have one",
           "Ann/PROPN.NNP/nsubj/2 heard=hear/VERB.VBD/root/0 news/NOUN.NN/obj/2 "
           "that/SCONJ.IN/mark/6 mills/NOUN.NNS/nsubj/6 close/VERB.VBP/acl/3",
           "nsubj:2 root:2 obj:2 mark:6 nsubj:6 acl:3");
    addRow("no complement opens with \"although\"",
           "Ann/PROPN.NNP/nsubj/2 says=say/VERB.VBZ/root/0 although/SCONJ.IN/mark/5 "
           "mills/NOUN.NNS/nsubj/5 close/VERB.VBP/ccomp/2",
           "nsubj:2 root:2 mark:5 nsubj:5 advcl:2");
    addRow("and behind a verb that is set in it belongs to the outer clause",
           "Mills/NOUN.NNS/nsubj/2 close/VERB.VBP/root/0 ,/PUNCT.-/punct/5 Ann/PROPN.NNP/nsubj/5 "
           "says=say/VERB.VBZ/parataxis/2 ,/PUNCT.-/punct/9 if/SCONJ.IN/mark/9 "
           "none/NOUN.NN/nsubj/9 stops=stop/VERB.VBZ/ccomp/5",
           "nsubj:2 root:2 punct:5 nsubj:5 parataxis:2 punct:9 mark:9 nsubj:9 advcl:2");
    addRow("but not without a comma",
           "Mills/NOUN.NNS/nsubj/2 close/VERB.VBP/root/0 ,/PUNCT.-/punct/5 Ann/PROPN.NNP/nsubj/5 "
           "said=say/VERB.VBD/parataxis/2 while/SCONJ.IN/mark/8 she/PRON.PRP/nsubj/8 "
           "wept=weep/VERB.VBD/advcl/5",
           "nsubj:2 root:2 punct:5 nsubj:5 parataxis:2 mark:8 nsubj:8 advcl:5");
    addRow("but it may with \"that\"",
           "Ann/PROPN.NNP/nsubj/2 says=say/VERB.VBZ/root/0 that/SCONJ.IN/mark/5 "
           "mills/NOUN.NNS/nsubj/5 close/VERB.VBP/ccomp/2",
           "nsubj:2 root:2 mark:5 nsubj:5 ccomp:2");
}

void TestSyntax::repairsTrees() {
    QFETCH(QString, trees);
    QFETCH(QString, expected);
    TreeText made;
    readTreeText(trees.toStdString(), made);
    repairTrees(made.text, made.trees);
    QStringList found;
    for (const Dependency& each : made.trees)
        found << QString::fromStdString(std::string(name(each.relation))) + ":" +
                     QString::number(each.head + 1);
    QCOMPARE(found.join(' '), expected);
}

// Whatever trees a parser gives: one root, and a way to it from every word.
void TestSyntax::repairsKeepTreesWhole() {
    const std::vector<std::string> words = {
        "Ann/PROPN.NNP",  "mill/NOUN.NN", "said=say/VERB.VBD", ",/PUNCT.-",     "and/CCONJ.CC",
        "was=be/AUX.VBD", "if/SCONJ.IN",  "although/SCONJ.IN", "that/SCONJ.IN", "safe/ADJ.JJ"};
    const std::vector<std::string> relations = {"nsubj", "appos", "compound", "ccomp", "parataxis",
                                                "mark",  "cc",    "advcl",    "iobj",  "acl"};
    std::mt19937 random(7); // the same everywhere
    const auto below = [&](std::size_t limit) { return random() % limit; };
    for (int round = 0; round < 20'000; ++round) {
        const std::size_t size = 3 + below(8), root = below(size);
        std::vector<std::size_t> order(size); // each word hangs on one before it in this order
        std::iota(order.begin(), order.end(), 0U);
        for (std::size_t i = size; i > 1; --i)
            std::swap(order[i - 1], order[below(i)]);
        std::swap(*std::find(order.begin(), order.end(), root), order.front());
        std::vector<std::string> parts(size);
        parts[root] = words[below(words.size())] + "/root/0";
        for (std::size_t k = 1; k < size; ++k)
            parts[order[k]] = words[below(words.size())] + "/" +
                              relations[below(relations.size())] + "/" +
                              std::to_string(order[below(k)] + 1);
        std::string trees;
        for (const std::string& part : parts)
            trees += (trees.empty() ? "" : " ") + part;
        TreeText made;
        readTreeText(trees, made);
        repairTrees(made.text, made.trees);
        std::size_t roots = 0;
        for (std::uint32_t i = 0; i < size; ++i) {
            roots += made.trees[i].head == i ? 1 : 0;
            std::uint32_t at = i;
            for (std::size_t steps = 0; steps <= size && made.trees[at].head != at; ++steps)
                at = made.trees[at].head;
            QVERIFY2(made.trees[at].head == at, trees.c_str());
        }
        QVERIFY2(roots == 1, trees.c_str());
    }
}

void TestSyntax::relationsHaveNames() {
    for (std::size_t r = 0; r < relationCount; ++r) {
        const auto relation = static_cast<Relation>(r);
        QCOMPARE(relationFromName(name(relation)), relation);
    }
    QCOMPARE(relationFromName("obl:tmod"), Relation::Obl);
    QCOMPARE(relationFromName("nonsense"), Relation::Dep);
    QCOMPARE(universal(Relation::NsubjPass), Relation::Nsubj);
    QCOMPARE(universal(Relation::Obj), Relation::Obj);
}

QTEST_APPLESS_MAIN(TestSyntax)
#include "test_syntax.moc"
