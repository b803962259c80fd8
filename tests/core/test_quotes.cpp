// Who said what, sentence by sentence: each row is one construction, its quotes dumped as
// "kind: speaker < source | cue | content", one a line.
#include "core/pipeline.h"
#include "core/support/resources.h"
#include "tests/support/damaged_resource.h"

#include <QtTest>

using namespace quoth;

class TestQuotes : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void constructions_data();
    void constructions();
    void tellsWhoIsSpokenTo_data();
    void tellsWhoIsSpokenTo();
    void firstPersonsMeanTheSpeaker();
    void explainsTheSpeaker();
    void damagedLexiconsAreErrors_data();
    void damagedLexiconsAreErrors();

private:
    std::optional<Engine> m_engine;
};

namespace {

std::string join(const Document& document, const std::vector<Span>& spans) {
    std::string out;
    for (const Span& span : spans)
        out += (out.empty() ? "" : " + ") + std::string(document.slice(span));
    return out;
}

QString dump(const Document& document) {
    std::string out;
    for (const Quote& quote : document.quotes()) {
        out +=
            std::string(name(quote.kind)) + (quote.act == QuoteAct::Thought ? " thought: " : ": ");
        out += (quote.speaker ? document.entity(*quote.speaker).name : "?") + " < ";
        out += join(document, quote.source) + " | " + join(document, quote.cue) + " | " +
               join(document, quote.content) + "\n";
    }
    return QString::fromStdString(out).trimmed();
}

} // namespace

void TestQuotes::initTestCase() {
    const auto resources = findResources();
    QVERIFY2(resources, "the lexicons are missing");
    auto engine = Engine::load(*resources, ModelSet::Alone); // to the word
    QVERIFY2(engine, engine ? "" : engine.error().message.c_str());
    m_engine = std::move(*engine);
}

void TestQuotes::constructions_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* title, const char* text, const char* expected) {
        QTest::newRow(title) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };

    row("before its cue", "\"The bridge is safe,\" Anna Weber said on Monday.",
        "direct: Anna Weber < Anna Weber | said | \"The bridge is safe,\"");
    row("inverted", "“The bridge is safe,” said Anna Weber, the city's chief engineer.",
        "direct: Anna Weber < Anna Weber, the city's chief engineer | said | “The bridge is "
        "safe,”");
    row("after its cue", "Anna Weber said: “The bridge is safe. Nobody should worry.”",
        "direct: Anna Weber < Anna Weber | said | “The bridge is safe. Nobody should worry.”");
    row("around its cue", "“The bridge,” Anna Weber said, “is safe.”",
        "direct: Anna Weber < Anna Weber | said | “The bridge,” + “is safe.”");
    row("continued in the paragraph",
        "“The bridge is safe,” Anna Weber said. “Nobody should worry.”",
        "direct: Anna Weber < Anna Weber | said | “The bridge is safe,” + “Nobody should worry.”");
    row("a question", "“Is the bridge safe?” asked Anna Weber.",
        "direct: Anna Weber < Anna Weber | asked | “Is the bridge safe?”");
    row("two paragraphs",
        "Anna Weber said: “The bridge is safe.\n\n“Nobody should worry about it.”",
        "direct: Anna Weber < Anna Weber | said | “The bridge is safe. + “Nobody should worry "
        "about it.”");
    row("a run without a cue",
        "“The bridge is safe,” Anna Weber said.\n\n“Nobody should worry about it at all.”",
        "direct: Anna Weber < Anna Weber | said | “The bridge is safe,”\n"
        "direct: Anna Weber <  |  | “Nobody should worry about it at all.”");
    row("pronoun", "Anna Weber visited the bridge on Monday. “It is safe,” she said.",
        "direct: Anna Weber < she | said | “It is safe,”");
    row("surname", "Anna Weber visited the bridge on Monday. “It is safe,” Ms Weber said.",
        "direct: Anna Weber < Ms Weber | said | “It is safe,”");
    row("indirect with that", "Anna Weber said that the bridge was safe.",
        "indirect: Anna Weber < Anna Weber | said | that the bridge was safe");
    row("indirect without that", "Anna Weber said the bridge was safe.",
        "indirect: Anna Weber < Anna Weber | said | the bridge was safe");
    row("indirect after the clause", "The bridge is safe, officials said on Monday.",
        "indirect: officials < officials | said | The bridge is safe");
    row("indirect around its cue", "The bridge, Anna Weber said, was safe.",
        "indirect: Anna Weber < Anna Weber | said | The bridge + was safe");
    row("addressee", "Anna Weber told reporters on Monday that the bridge was safe.",
        "indirect: Anna Weber < Anna Weber | told | that the bridge was safe");
    row("according to, first", "According to Anna Weber, the bridge is safe.",
        "indirect: Anna Weber < Anna Weber | According to | the bridge is safe");
    row("according to, last", "The bridge is safe, according to the engineers.",
        "indirect: engineers < the engineers | according to | The bridge is safe");
    row("mixed", "Anna Weber said the bridge was “as safe as any road” in the city.",
        "mixed: Anna Weber < Anna Weber | said | the bridge was “as safe as any road” in the city");
    row("adding", "Anna Weber said the bridge was safe, adding that it would stay open.",
        "indirect: Anna Weber < Anna Weber | said | the bridge was safe\n"
        "indirect: Anna Weber < Anna Weber | adding | that it would stay open");
    row("a clause after a participle", "Anna Weber left early, saying she was tired.",
        "indirect: Anna Weber < Anna Weber | saying | she was tired");
    row("two speakers",
        "“The bridge is safe,” Anna Weber said. But Tom Brandt said: “I would not drive on it.”",
        "direct: Anna Weber < Anna Weber | said | “The bridge is safe,”\n"
        "direct: Tom Brandt < Tom Brandt | said | “I would not drive on it.”");
    row("fronted adverbial", "On Monday Anna Weber said the bridge was safe.",
        "indirect: Anna Weber < Anna Weber | said | the bridge was safe");
    row("parenthesis", "Anna Weber, meanwhile, said the bridge was safe.",
        "indirect: Anna Weber < Anna Weber | said | the bridge was safe");
    row("relative clause", "Anna Weber, who built the bridge, said it was safe.",
        "indirect: Anna Weber < Anna Weber, who built the bridge, | said | it was safe");
    row("police", "Police said two people were hurt.",
        "indirect: police < Police | said | two people were hurt");
    row("thought", "Anna Weber believes that the bridge is safe.",
        "indirect thought: Anna Weber < Anna Weber | believes | that the bridge is safe");
    row("promise", "Anna Weber promised to repair the bridge.",
        "indirect: Anna Weber < Anna Weber | promised | to repair the bridge");
    row("indirect around its cue, two clauses",
        "The bridge had been checked, Anna Weber said, but the report was late.",
        "indirect: Anna Weber < Anna Weber | said | The bridge had been checked + the report "
        "was late");
    row("clause reported without that", "The mayor admitted the bridge was “a disgrace”.",
        "mixed: mayor < The mayor | admitted | the bridge was “a disgrace”");
    row("circumstance of the act", "“It is safe,” Anna Weber said as she left.",
        "direct: Anna Weber < Anna Weber | said | “It is safe,”");
    row("remark inside", "Anna Weber said the bridge was safe, as the builder claimed.",
        "indirect: Anna Weber < Anna Weber | said | the bridge was safe");
    row("verb that no lexicon knows", "“What a bridge!” marvelled Anna Weber.",
        "direct: Anna Weber < Anna Weber | marvelled | “What a bridge!”");
    row("speech within speech",
        "Tom Brandt said that Anna Weber had promised to repair the bridge.",
        "indirect: Tom Brandt < Tom Brandt | said | that Anna Weber had promised to repair the "
        "bridge\n"
        "indirect: Anna Weber < Anna Weber | had promised | to repair the bridge");
    row("speech within speech has an end",
        "Ann said Ben said Carl said Dora said Emil said it was late.",
        "indirect: Ann < Ann | said | Ben said Carl said Dora said Emil said it was late\n"
        "indirect: Ben < Ben | said | Carl said Dora said Emil said it was late\n"
        "indirect: Carl < Carl | said | Dora said Emil said it was late");
    row("relative source", "Anna Weber met Tom Brandt, who said that the bridge was safe.",
        "indirect: Tom Brandt < who | said | that the bridge was safe");
    row("he takes up who spoke last",
        "“It is safe,” Tom Brandt told Karl Meyer, who had proposed a test.\n\n“I drive on it,” he "
        "said.",
        "direct: Tom Brandt < Tom Brandt | told | “It is safe,”\n"
        "indirect: Karl Meyer < who | had proposed | a test\n"
        "direct: Tom Brandt < he | said | “I drive on it,”");
    row("role", "Mayor Anna Weber visited the bridge. “It is safe,” the mayor said.",
        "direct: Anna Weber < the mayor | said | “It is safe,”");
    row("role before a comma",
        "The spokesman for the city, Tom Brandt, left early. The spokesman said the bridge was "
        "safe.",
        "indirect: Tom Brandt < The spokesman | said | the bridge was safe");
    row("author of a document", "Anna Weber's letter said the bridge was safe.",
        "indirect: Anna Weber < Anna Weber's letter | said | the bridge was safe");
    row("post with an object", "Minister of transport Anna Weber said the bridge was safe.",
        "indirect: Anna Weber < Minister of transport Anna Weber | said | the bridge was safe");
    row("her husband",
        "Karl Weber and Anna Weber left. Anna Weber waved. Her husband said it was late.",
        "indirect: Karl Weber < Her husband | said | it was late");
    row("a noun's gender",
        "Anna Weber met a man at the bridge. The man said it was safe. “Why?” she asked.",
        "indirect: man < The man | said | it was safe\n"
        "direct: Anna Weber < she | asked | “Why?”");
    row("two as one", "Anna Weber and Tom Brandt said the bridge was safe.",
        "indirect: Anna Weber and Tom Brandt < Anna Weber and Tom Brandt | said | the bridge was "
        "safe");
    row("the official again",
        "“It is safe,” a senior official in the city said. “We checked it,” the official added.",
        "direct: senior official in the city < a senior official in the city | said | “It is "
        "safe,”\n"
        "direct: senior official in the city < the official | added | “We checked it,”");
    row("nobody speaks for no one", "Nobody said that the bridge was safe.",
        "indirect: ? < Nobody | said | that the bridge was safe");
    row("a quote inside a quote", "“My sister told me, ‘Never use that bridge,’” Anna Weber said.",
        "direct: Anna Weber < Anna Weber | said | “My sister told me, ‘Never use that bridge,’”\n"
        "direct: My sister < My sister | told | ‘Never use that bridge,’");
    row("passive", "Tom Brandt was told by Anna Weber that the bridge was closed.",
        "indirect: Anna Weber < Anna Weber | was told | that the bridge was closed");
    row("turns of a transcript",
        "The programme spoke to Anna Weber.\n\nBRANDT: Is the bridge safe?\n\nWEBER: It is. I use "
        "it every day.",
        "direct: BRANDT < BRANDT |  | Is the bridge safe?\n"
        "direct: Anna Weber < WEBER |  | It is. I use it every day.");
    row("questions and answers",
        "The engineer Anna Weber built the bridge.\n\nQ: Is it safe?\n\nA: It is. I use it.",
        "direct: ? < Q |  | Is it safe?\n"
        "direct: Anna Weber < A |  | It is. I use it.");
    row("signed", "“The bridge is safe and I use it.”\n\n― Anna Weber, engineer",
        "direct: Anna Weber < Anna Weber, engineer |  | “The bridge is safe and I use it.”");
    row("block quote after a colon",
        "Anna Weber wrote on Twitter:\n\n“The bridge is safe. Nobody should worry.”",
        "direct: Anna Weber < Anna Weber | wrote | “The bridge is safe. Nobody should worry.”");
    row("tweet", "Anna Weber tweeted: “The bridge is safe.”",
        "direct: Anna Weber < Anna Weber | tweeted | “The bridge is safe.”");
    row("a witness's surname later",
        "A witness, Carl Jonas, 34, said he saw the fire. “It was huge,” Jonas said.",
        "indirect: Carl Jonas < A witness, Carl Jonas, 34, | said | he saw the fire\n"
        "direct: Carl Jonas < Jonas | said | “It was huge,”");
    row("one surname, two people",
        "Bill Clinton and Hillary Clinton visited Ohio. Mr Clinton said jobs were coming. Mrs "
        "Clinton said she agreed.",
        "indirect: Bill Clinton < Mr Clinton | said | jobs were coming\n"
        "indirect: Hillary Clinton < Mrs Clinton | said | she agreed");
    row("initials", "J.P. Morgan Kane opened the bridge. “It is done,” Kane said.",
        "direct: J.P. Morgan Kane < Kane | said | “It is done,”");
    row("spelling variants", "Sergei Ivanov left early. Sergey Ivanov said it was late.",
        "indirect: Sergei Ivanov < Sergey Ivanov | said | it was late");
    row("acronym",
        "The Kenya Rural Roads Authority (KRRA) met in May. KRRA said that work went on.",
        "indirect: Kenya Rural Roads Authority < KRRA | said | that work went on");
    row("metonym", "Moscow said the bridge was safe.",
        "indirect: Moscow < Moscow | said | the bridge was safe");
    row("the ministry",
        "The Russian foreign ministry said talks went on. The ministry added that it was patient.",
        "indirect: Russian foreign ministry < The Russian foreign ministry | said | talks went on\n"
        "indirect: Russian foreign ministry < The ministry | added | that it was patient");
    row("told by nobody", "Tom Brandt was told that the bridge was closed.",
        "indirect: ? <  | was told | that the bridge was closed");
    row("the company", "Acme Corp said profits rose. The company added that it would hire.",
        "indirect: Acme Corp < Acme Corp | said | profits rose\n"
        "indirect: Acme Corp < The company | added | that it would hire");
    row("they", "Human rights groups met on Monday. They said that the law was unjust.",
        "indirect: human rights groups < They | said | that the law was unjust");
    row("a letter's author",
        "Anna Weber apologised in a letter on Monday, police said. The letter says: “I am sorry "
        "for it all.”",
        "indirect: police < police | said | Anna Weber apologised in a letter on Monday\n"
        "direct: Anna Weber < The letter | says | “I am sorry for it all.”");
    row("who is named in a quote does not speak it",
        "Tom Brandt met the press. “I saw that Karl Meyer was at the gate,” he said.",
        "direct: Tom Brandt < he | said | “I saw that Karl Meyer was at the gate,”");
    row("who the speaker is belongs to no quote",
        "“The bridge is safe for everyone,” said Anna Weber, who runs the mill.",
        "direct: Anna Weber < Anna Weber, who runs the mill | said | “The bridge is safe for "
        "everyone,”");
    row("a term is no quote", "The old bridge was known as “the Iron Lady” for years.", "");
    row("scare quotes are no quote", "The “bridge” fell down last year.", "");
}

void TestQuotes::constructions() {
    QFETCH(QString, text);
    Article article;
    article.text = text.toStdString();
    const auto document = annotate(*m_engine, std::move(article));
    QVERIFY(document);
    QTEST(dump(*document), "expected");
}

void TestQuotes::tellsWhoIsSpokenTo_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // of the last quote
    QTest::newRow("told") << "Tom Brandt left. Anna Weber told Mr Brandt that it was late."
                          << "Tom Brandt";
    QTest::newRow("after the quote") << "Tom Brandt left. “It is late,” Anna Weber told Mr Brandt."
                                     << "Tom Brandt";
    QTest::newRow("was told") << "“It is late,” Anna Weber said. Tom Brandt was told by Anna Weber "
                                 "that the bridge was closed."
                              << "Tom Brandt";
    QTest::newRow("nobody") << "Anna Weber said that it was late."
                            << "";
}

void TestQuotes::tellsWhoIsSpokenTo() {
    QFETCH(QString, text);
    Article article;
    article.text = text.toStdString();
    const auto document = annotate(*m_engine, std::move(article));
    QVERIFY(document && !document->quotes().empty());
    const auto& addressee = document->quotes().back().addressee;
    QTEST(QString::fromStdString(addressee ? document->entity(*addressee).name : ""), "expected");
}

void TestQuotes::firstPersonsMeanTheSpeaker() {
    Article article;
    article.text =
        "“I met Tom Brandt, and he told me, ‘I will not vote this time,’ so we and our plan "
        "can win,” Anna Weber said. I did not.";
    const auto document = annotate(*m_engine, std::move(article));
    QVERIFY(document);
    std::string said;
    for (const Entity& entity : document->entities()) {
        said += entity.name + ":";
        for (const Mention& mention : entity.mentions)
            if (mention.kind == MentionKind::Pronoun)
                said += " " + std::string(document->slice(mention.span));
        said += "\n";
    }
    QCOMPARE(QString::fromStdString(said), QString("Tom Brandt: he I\nAnna Weber: I me we our\n"));
}

void TestQuotes::explainsTheSpeaker() {
    Article article;
    article.text = "Anna Weber met Clara Lund on Monday. “It is safe,” she said.";
    const auto document = annotate(*m_engine, std::move(article));
    QVERIFY(document && document->quotes().size() == 1);
    const Quote& quote = document->quotes().front();
    std::vector<ReasonStep> steps;
    for (const Reason& reason : quote.why)
        steps.push_back(reason.step);
    QVERIFY(steps == (std::vector{ReasonStep::Cue, ReasonStep::Source, ReasonStep::Pronoun}));
    QVERIFY(quote.runnerUp && quote.runnerUp != quote.speaker);
    QVERIFY(quote.confidence > 0 && quote.confidence < 0.95F); // two might be meant
}

void TestQuotes::damagedLexiconsAreErrors_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content"); // null: the file is missing
    QTest::newRow("no cues") << "cues.tsv" << QByteArray();
    QTest::newRow("unknown act") << "cues.tsv"
                                 << QByteArray("say\tshout\t1\t1\t1\t1\t1\t1\t1\t1\t1\n");
    QTest::newRow("no number") << "cues.tsv"
                               << QByteArray("say\tspeech\t1\t1\t1\tx\t1\t1\t1\t1\t1\n");
    QTest::newRow("too few frames") << "cues.tsv" << QByteArray("say\tspeech\t1\n");
    QTest::newRow("no attribution model") << "../models/attribution.model" << QByteArray();
    QTest::newRow("no pronoun model") << "../models/pronouns.model" << QByteArray();
    QTest::newRow("model of another stage")
        << "../models/pronouns.model" << test::DamagedResource::whole("models/attribution.model");
    QTest::newRow("half a model")
        << "../models/attribution.model"
        << test::DamagedResource::whole("models/attribution.model").left(100'000);
    QTest::newRow("no noun classes") << "noun_classes.tsv" << QByteArray();
    QTest::newRow("unknown class") << "noun_classes.tsv" << QByteArray("persons\tchild\n");
}

void TestQuotes::damagedLexiconsAreErrors() {
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    const test::DamagedResource damaged("lexicons/" + file, content);
    const auto engine = Engine::load(damaged.resources());
    QVERIFY(!engine.has_value());
    const bool missing = content.isNull() && file.contains(QStringLiteral("models"));
    QCOMPARE(engine.error().code, missing ? ErrorCode::NotFound : ErrorCode::BadResource);
    const std::string named = file.section('/', -1).toStdString();
    QVERIFY(engine.error().message.find(named) != std::string::npos);
}

QTEST_GUILESS_MAIN(TestQuotes)
#include "test_quotes.moc"
