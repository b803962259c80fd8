// Which texts are taken for another language than English, and which are not.
#include "core/text/language.h"
#include "tests/support/german_article.h"

#include <QtTest>

#include <QDirIterator>
#include <QTemporaryDir>

using namespace quoth;

namespace {

const QString english = QStringLiteral(
    "The council of Holm decided on Tuesday that the ferry will run all winter. “We have waited "
    "ten years for this,” said Anna Berg, who lives on the island with her two children. The "
    "money had been set aside, but the boat was not ready, and nobody knew when it would be.");
const QString& german = test::germanArticle;
const QString names = QStringLiteral(
    "Juan de la Cruz, María de los Ángeles, Pedro del Río, Ana de las Casas, Luis de la Torre, "
    "Carmen del Valle, José y Lucía de la Vega, Rosa de los Santos, Diego del Campo, Elena de la "
    "Fuente, Pablo de la Rosa, Inés del Mar, Jorge de los Ríos");

} // namespace

class TestLanguage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void tells_data();
    void tells();
    void takesNoNewsForAnotherLanguage();
    void refusesDamagedLexicons_data();
    void refusesDamagedLexicons();

private:
    std::optional<LanguageGuesser> m_guesser;
};

void TestLanguage::initTestCase() {
    auto guesser = LanguageGuesser::load(QUOTH_SOURCE_DIR "/resources");
    QVERIFY2(guesser.has_value(), guesser ? "" : guesser.error().message.c_str());
    m_guesser = std::move(*guesser);
}

void TestLanguage::tells_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isEnglish");

    QTest::newRow("empty") << QString() << true;
    QTest::newRow("no words") << QStringLiteral("12 34 56 – …\n").repeated(50) << true;
    QTest::newRow("short English") << QStringLiteral("Ferry will run all winter") << true;
    QTest::newRow("short German") << QStringLiteral("Die Fähre fährt im Winter nicht") << true;
    QTest::newRow("short Chinese") << QStringLiteral("轮渡全年运行") << true;
    QTest::newRow("English") << english << true;
    QTest::newRow("English in capitals") << english.toUpper() << true;
    QTest::newRow("German") << german << false;
    QTest::newRow("German in capitals") << german.toUpper() << false;
    QTest::newRow("German with decomposed accents")
        << german.normalized(QString::NormalizationForm_D) << false;
    QTest::newRow("French")
        << QStringLiteral("Le conseil de Holm a décidé mardi que le bac circulera tout l’hiver. « "
                          "Nous avons attendu dix ans », a dit Anna Berg, qui vit sur l’île avec "
                          "ses deux enfants. L’argent est là, mais le bateau n’est pas prêt, et "
                          "il ne le sera pas avant le printemps, selon les ouvriers du port.")
        << false;
    QTest::newRow("Spanish")
        << QStringLiteral("El consejo de Holm decidió el martes que el transbordador funcionará "
                          "todo el invierno. “Lo hemos esperado diez años”, dijo Anna Berg, que "
                          "vive en la isla con sus dos hijos. El dinero está, pero el barco no "
                          "está listo, y no lo estará hasta la primavera, según los obreros.")
        << false;
    QTest::newRow("Dutch")
        << QStringLiteral("De raad van Holm heeft dinsdag besloten dat de veerboot de hele winter "
                          "vaart. “We hebben hier tien jaar op gewacht”, zei Anna Berg, die met "
                          "haar twee kinderen op het eiland woont. Het geld is er, maar de boot "
                          "is nog niet klaar, en dat wordt hij ook niet voor het voorjaar.")
        << false;
    QTest::newRow("Hungarian")
        << QStringLiteral(
               "A holmi tanács kedden úgy döntött, hogy a komp egész télen közlekedik. "
               "„Tíz éve várunk erre” – mondta Anna Berg, aki két gyermekével él a "
               "szigeten. A pénz már megvan, de a hajó még nem készült el, és az "
               "ácsok szerint tavasz előtt nem is lesz kész, ha csak egy ember is hiányzik.")
        << false;
    QTest::newRow("Polish")
        << QStringLiteral("Rada Holm zdecydowała we wtorek, że prom będzie pływał przez całą zimę. "
                          "„Czekaliśmy na to dziesięć lat”, powiedziała Anna Berg, która mieszka "
                          "na wyspie z dwojgiem dzieci. Pieniądze są, ale łódź nie jest gotowa i "
                          "nie będzie gotowa do wiosny, jak mówią robotnicy z portu.")
        << false;
    QTest::newRow("Indonesian")
        << QStringLiteral(
               "Dewan Holm memutuskan pada hari Selasa bahwa feri akan berlayar "
               "sepanjang musim dingin. “Kami telah menunggu sepuluh tahun untuk ini,” "
               "kata Anna Berg, yang tinggal di pulau itu dengan dua anak. Uang sudah "
               "ada, tetapi kapal itu tidak siap dan tidak akan selesai dalam waktu dekat.")
        << false;
    QTest::newRow("Russian")
        << QStringLiteral("Совет Холма решил во вторник, что паром будет ходить всю зиму. «Мы "
                          "ждали этого десять лет», — сказала Анна Берг, которая живёт на острове "
                          "с двумя детьми. ")
               .repeated(2)
        << false;
    QTest::newRow("Greek")
        << QStringLiteral("Το συμβούλιο αποφάσισε την Τρίτη ότι το πλοίο. ").repeated(6) << false;
    QTest::newRow("Chinese")
        << QStringLiteral("议会周二决定轮渡将在整个冬季运行。安娜说我们等了十年。").repeated(5)
        << false;
    QTest::newRow("Arabic")
        << QStringLiteral("قرر المجلس يوم الثلاثاء أن العبارة ستعمل طوال الشتاء. ").repeated(6)
        << false;
    QTest::newRow("English with foreign quotes")
        << english +
               QStringLiteral(" “Wir haben zehn Jahre darauf gewartet, und das Schiff ist "
                              "nicht da”, she said. ") +
               english + QStringLiteral(" «Мы ждали этого десять лет», said another.")
        << true;
    QTest::newRow("half and half") << english + QChar('\n') + german << true;
    QTest::newRow("German with an English quote")
        << german + QStringLiteral(" “The money is there, and the boat is ready.” ") + german
        << false;
    QTest::newRow("list of names") << names << true;
    QTest::newRow("English and a list of names") << english + QChar('\n') + names << true;
    QTest::newRow("table")
        << QStringLiteral("Oslo 12 4 1 Bergen 9 7 2 København 3 8 1 Åbo 4 4 0 ").repeated(30)
        << true;
}

void TestLanguage::tells() {
    QFETCH(QString, text);
    QFETCH(bool, isEnglish);
    QCOMPARE(m_guesser->seemsEnglish(text.toStdString()), isEnglish);
}

// Every article of the collections beside the source tree, where they are, and every sample.
void TestLanguage::takesNoNewsForAnotherLanguage() {
    const QString root = QStringLiteral(QUOTH_SOURCE_DIR);
    int read = 0;
    for (const QString& folder :
         {QStringLiteral("/resources/samples"), QStringLiteral("/../shared/articles/train"),
          QStringLiteral("/../shared/articles/dev")}) {
        QDirIterator files(root + folder, {QStringLiteral("*.txt")}, QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(m_guesser->seemsEnglish(file.readAll().toStdString()),
                     qPrintable(file.fileName()));
            ++read;
        }
    }
    QVERIFY(read > 0);
    qInfo("%d articles read", read);
    if (!QFileInfo::exists(root + QStringLiteral("/../shared/articles")))
        QSKIP("Only the samples were read: the collections of articles are not here.");
}

void TestLanguage::refusesDamagedLexicons_data() {
    QTest::addColumn<QByteArray>("lexicon");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no words") << QByteArray("en\n");
    QTest::newRow("English is not first") << QByteArray("de\tder, die\nen\tthe, of\n");
    QByteArray many("en\tthe\n");
    for (int i = 0; i < 40; ++i)
        many += "x" + QByteArray::number(i) + "\tword\n";
    QTest::newRow("too many languages") << many;
}

void TestLanguage::refusesDamagedLexicons() {
    QFETCH(QByteArray, lexicon);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("lexicons")));
    QFile file(folder.filePath(QStringLiteral("lexicons/function_words.tsv")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(lexicon) == lexicon.size());
    file.close();
    const auto guesser = LanguageGuesser::load(folder.path().toStdString());
    QVERIFY(!guesser);
    QCOMPARE(guesser.error().code, ErrorCode::BadResource);
}

QTEST_APPLESS_MAIN(TestLanguage)
#include "test_language.moc"
