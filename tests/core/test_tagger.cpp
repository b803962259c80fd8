// Words of a sentence get the part of speech, fine tag and lemma that their place asks for.
#include "core/support/resources.h"
#include "core/tagging/tagger.h"
#include "core/text/sentences.h"
#include "core/text/structure.h"
#include "core/text/tokens.h"
#include "tests/support/damaged_lexicon.h"

#include <QtTest>

using namespace quoth;

namespace {

const std::filesystem::path resources = std::filesystem::path(QUOTH_SOURCE_DIR) / "resources";

std::string fineName(FineTag tag) {
    constexpr std::array<const char*, 35> names = {
        "-",    "NN",  "NNS", "NNP", "NNPS", "VB",  "VBD", "VBG", "VBN", "VBP", "VBZ", "MD",
        "JJ",   "JJR", "JJS", "RB",  "RBR",  "RBS", "RP",  "IN",  "DT",  "PDT", "WDT", "PRP",
        "PRP$", "WP",  "WP$", "WRB", "CC",   "CD",  "EX",  "FW",  "TO",  "UH",  "POS"};
    return names[static_cast<std::size_t>(tag)];
}

// "word/POS/tag/lemma" of every word, the lemma left out where it is the word.
QString dump(const Tagger& tagger, const std::string& source) {
    TokenizedText text;
    text.text = source;
    text.blocks = {{makeSpan(0, source.size()), BlockKind::Paragraph}};
    text.tokens = tokenize(source, text.blocks);
    text.sentences = splitSentences(source, text.blocks, text.tokens);
    text = tagger.tag(std::move(text));
    std::string out;
    for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
        const Token& token = text.tokens[i];
        if (token.pos == Pos::Punct) continue;
        out += (out.empty() ? "" : " ") + std::string(text.word(i)) + "/" +
               std::string(name(token.pos)) + "/" + fineName(token.tag);
        if (token.lemma != text.word(i)) out += "/" + token.lemma;
    }
    return QString::fromStdString(out);
}

} // namespace

class TestTagger : public QObject {
    Q_OBJECT
private slots:
    void tags_data();
    void tags();
    void damagedLexiconsAreErrors_data();
    void damagedLexiconsAreErrors();
};

void TestTagger::tags_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("infinitive, participle")
        << "She wants to report what was stolen."
        << "She/PRON/PRP/she wants/VERB/VBZ/want to/PART/TO report/VERB/VB what/PRON/WP "
           "was/AUX/VBD/be stolen/VERB/VBN/steal";
    QTest::newRow("noun or verb")
        << "The report claims that the claims were false."
        << "The/DET/DT/the report/NOUN/NN claims/VERB/VBZ/claim that/SCONJ/IN the/DET/DT "
           "claims/NOUN/NNS/claim were/AUX/VBD/be false/ADJ/JJ";
    QTest::newRow("names and past tense")
        << "Amina Okello visited Kampala in May."
        << "Amina/PROPN/NNP Okello/PROPN/NNP visited/VERB/VBD/visit Kampala/PROPN/NNP in/ADP/IN "
           "May/PROPN/NNP";
    QTest::newRow("perfect, possessive, number")
        << "They have lost his 20 keys."
        << "They/PRON/PRP/they have/AUX/VBP lost/VERB/VBN/lose his/PRON/PRP$ 20/NUM/CD "
           "keys/NOUN/NNS/key";
    QTest::newRow("modal, unknown words by their endings")
        << "It could quickly dezonify the flibbers."
        << "It/PRON/PRP/it could/AUX/MD quickly/ADV/RB dezonify/VERB/VB the/DET/DT "
           "flibbers/NOUN/NNS/flibber";
    QTest::newRow("stems")
        << "He hoped to help. They stopped. She carried it. We used it. It passed."
        << "He/PRON/PRP/he hoped/VERB/VBD/hope to/PART/TO help/VERB/VB They/PRON/PRP/they "
           "stopped/VERB/VBD/stop She/PRON/PRP/she carried/VERB/VBD/carry it/PRON/PRP "
           "We/PRON/PRP/we used/VERB/VBD/use it/PRON/PRP It/PRON/PRP/it passed/VERB/VBD/pass";
    QTest::newRow("empty") << ""
                           << "";
}

void TestTagger::tags() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto tagger = Tagger::load(resources);
    QVERIFY(tagger.has_value());
    QCOMPARE(dump(*tagger, text.toStdString()), expected);
}

void TestTagger::damagedLexiconsAreErrors_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content"); // null: the file is missing
    for (const char* file : {"words.tsv", "suffixes.tsv", "tag_pairs.tsv", "lemmas.tsv"})
        QTest::addRow("missing %s", file) << QString(file) << QByteArray();
    QTest::newRow("one field") << "words.tsv" << QByteArray("report\n");
    QTest::newRow("unknown tag") << "words.tsv" << QByteArray("report\tNOUM.NN:3\n");
    QTest::newRow("no number") << "words.tsv" << QByteArray("report\tNOUN.NN:x\n");
    QTest::newRow("tag lacking") << "tag_pairs.tsv" << QByteArray("START\tNOUN.NN\t4\n");
    QTest::newRow("not text") << "suffixes.tsv" << QByteArray("a\xFF\tNOUN.NN:1\n");
}

void TestTagger::damagedLexiconsAreErrors() {
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    const test::DamagedLexicon damaged(file, content);
    const auto tagger = Tagger::load(damaged.resources());
    QVERIFY(!tagger.has_value());
    QCOMPARE(tagger.error().code, ErrorCode::BadResource);
    QVERIFY(tagger.error().message.find(file.toStdString()) != std::string::npos);
}

QTEST_GUILESS_MAIN(TestTagger)
#include "test_tagger.moc"
