// Words of a sentence get the part of speech, fine tag and lemma that their place asks for.
#include "core/support/resources.h"
#include "core/tagging/tagger.h"
#include "core/text/plain_analysis.h"
#include "tests/support/damaged_resource.h"

#include <QtTest>

using namespace quoth;

namespace {

const std::filesystem::path resources = std::filesystem::path(QUOTH_SOURCE_DIR) / "resources";

// "word/POS/tag/lemma" of every word, the lemma left out where it is the word.
QString dump(const Tagger& tagger, const std::string& source) {
    const TokenizedText text = tagger.tag(analyzePlainText(source));
    std::string out;
    for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
        const Token& token = text.tokens[i];
        if (token.pos == Pos::Punct) continue;
        out += (out.empty() ? "" : " ") + std::string(text.word(i)) + "/" +
               std::string(name(token.pos)) + "/" + std::string(name(token.tag));
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
    void lemmatizes_data();
    void lemmatizes();
    void damagedResourcesAreErrors_data();
    void damagedResourcesAreErrors();
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

void TestTagger::lemmatizes_data() {
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* word, const char* tag, const char* expected) {
        QTest::addRow("%s %s", word, tag) << word << tag << expected;
    };
    row("cities", "NNS", "city");
    row("boxes", "NNS", "box");
    row("wives", "NNS", "wife");
    row("stopped", "VBD", "stop");
    row("hoped", "VBD", "hope");
    row("carried", "VBN", "carry");
    row("dying", "VBG", "die");
    row("said", "VBD", "say");
    row("is", "VBZ", "be");
    row("n't", "RB", "not");
    row("them", "PRP", "they");
    row("an", "DT", "a");
    row("better", "JJR", "good");
    row("biggest", "JJS", "big");
    row("found", "VB", "found"); // to found a town
    row("found", "VBD", "find");
    row("news", "NN", "news");
    row("flibbered", "VBD", "flibber");
}

void TestTagger::lemmatizes() {
    QFETCH(QString, word);
    QFETCH(QString, tag);
    QFETCH(QString, expected);
    const auto lemmatizer = Lemmatizer::load(resources);
    QVERIFY(lemmatizer.has_value());
    const std::string lemma =
        lemmatizer->lemma(word.toStdString(), fineTagFromName(tag.toStdString()));
    QCOMPARE(QString::fromStdString(lemma), expected);
}

void TestTagger::damagedResourcesAreErrors_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content"); // null: the file is missing
    for (const char* file :
         {"lexicons/words.tsv", "lexicons/lemmas.tsv", "lexicons/lemma_forms.tsv",
          "models/tags.model", "models/clusters.model"})
        QTest::addRow("missing %s", file) << QString(file) << QByteArray();
    QTest::newRow("one field") << "lexicons/lemma_forms.tsv" << QByteArray("went\n");
    QTest::newRow("unknown tag") << "lexicons/lemma_forms.tsv" << QByteArray("went\tVBQ\tgo\n");
    QTest::newRow("not text") << "lexicons/words.tsv" << QByteArray("a\xFF\tNOUN.NN:1\n");
    QTest::newRow("no model") << "models/tags.model"
                              << QByteArray("not a model at all\n").repeated(9);
    QTest::newRow("another stage's model")
        << "models/tags.model" << test::DamagedResource::whole("models/clusters.model");
    QByteArray damaged = test::DamagedResource::whole("models/tags.model");
    QTest::newRow("half a model") << "models/tags.model" << damaged.left(damaged.size() / 2);
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
    QTest::newRow("one bit of a model") << "models/tags.model" << damaged;
}

void TestTagger::damagedResourcesAreErrors() {
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    const test::DamagedResource damaged(file, content);
    const auto tagger = Tagger::load(damaged.resources());
    QVERIFY(!tagger.has_value());
    QVERIFY(tagger.error().code == ErrorCode::BadResource ||
            (content.isNull() && tagger.error().code == ErrorCode::NotFound));
    const std::string name = std::filesystem::path(file.toStdString()).filename().string();
    QVERIFY(tagger.error().message.find(name) != std::string::npos);
}

QTEST_GUILESS_MAIN(TestTagger)
#include "test_tagger.moc"
