// Names are found, cut at titles, roles and nationalities, and typed by gazetteers, context and
// the rest of the document.
#include "core/names/name_finder.h"
#include "core/tagging/tagger.h"
#include "core/text/sentences.h"
#include "core/text/structure.h"
#include "core/text/tokens.h"
#include "tests/support/damaged_resource.h"

#include <QtTest>

using namespace quoth;

namespace {

const std::filesystem::path resources = std::filesystem::path(QUOTH_SOURCE_DIR) / "resources";

// "name:type" of every mention, with "/f" or "/m" where the gender is known.
QString dump(const NameFinder& finder, const Tagger& tagger, const std::string& source) {
    TokenizedText text;
    text.text = source;
    text.blocks = findBlocks(source);
    text.tokens = tokenize(source, text.blocks);
    text.sentences = splitSentences(source, text.blocks, text.tokens);
    text = tagger.tag(std::move(text));
    std::string out;
    for (const NamedMention& mention : finder.find(text)) {
        out += (out.empty() ? "" : "; ") + std::string(text.slice(mention.span)) + ":" +
               std::string(name(mention.type)).substr(0, 3);
        if (mention.gender != Gender::Unknown)
            out += mention.gender == Gender::Female ? "/f" : "/m";
    }
    return QString::fromStdString(out);
}

} // namespace

class TestNameFinder : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void finds_data();
    void finds();
    void damagedResourcesAreErrors_data();
    void damagedResourcesAreErrors();

private:
    std::unique_ptr<Tagger> m_tagger;
    std::unique_ptr<NameFinder> m_finder;
};

void TestNameFinder::initTestCase() {
    auto tagger = Tagger::load(resources);
    QVERIFY(tagger.has_value());
    auto finder = NameFinder::load(resources, *tagger);
    QVERIFY(finder.has_value());
    m_tagger = std::make_unique<Tagger>(std::move(*tagger));
    m_finder = std::make_unique<NameFinder>(std::move(*finder));
}

void TestNameFinder::finds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* text, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("title and surname", "On Monday Mrs Okello met Mr. Lindqvist there.",
        "Okello:per/f; Lindqvist:per/m");
    row("nationality, role, name", "Russian President Vladimir Putin spoke first.",
        "Russian:oth; Vladimir Putin:per/m");
    row("country, role phrase, name", "The US secretary of state Antony Blinken left.",
        "US:pla; Antony Blinken:per/m");
    row("role in capitals", "Then Kenya Deputy Prime Minister Amos Wekesa arrived.",
        "Kenya:pla; Amos Wekesa:per/m");
    row("surname of a known person", "The singer Maria Lopez sang. Later Lopez slept.",
        "Maria Lopez:per/f; Lopez:per");
    row("ministry", "Officials at the Ministry of Foreign Affairs in Kampala agreed.",
        "Ministry of Foreign Affairs:org; Kampala:pla");
    row("and within an agency", "The Food and Drug Administration said so.",
        "Food and Drug Administration:org");
    row("and between people", "We saw Blinken and Lavrov there.", "Blinken:per; Lavrov:per");
    row("acronym", "The Kings Rugby Academy (KRA) grew. Members of KRA agreed.",
        "Kings Rugby Academy:org; KRA:org; KRA:org");
    row("initials and particles", "J. K. Rowling met Ursula von der Leyen in Addis Ababa.",
        "J. K. Rowling:per; Ursula von der Leyen:per/f; Addis Ababa:pla");
    row("months and weekdays", "It rained in May and on Tuesday in Lagos.", "Lagos:pla");
    row("theresa may", "In May the premier Theresa May resigned.", "Theresa May:per/f");
    row("possessive", "In Lagos's streets she saw Amina Bello's car.",
        "Lagos:pla; Amina Bello:per/f");
    row("sentence starts", "However it failed. Police came. Nairobi was calm.", "Nairobi:pla");
    row("demonyms", "Many Americans like Japanese cars.", "Americans:oth; Japanese:oth");
    row("place key word", "They met near Lake Wakanda and on Zibo Street.",
        "Lake Wakanda:pla; Zibo Street:pla");
    row("capitals",
        "OKELLO LEAVES NAIROBI AFTER COURT CASE\n\nThe lawyer James Okello "
        "left Nairobi on Friday, and Okello said so.",
        "OKELLO:per; NAIROBI:pla; James Okello:per/m; Nairobi:pla; Okello:per");
    row("role with of", "They met the US Chief of Staff Mark Milley.", "US:pla; Mark Milley:per/m");
    row("surname that is a word", "Park said no.", "Park:per");
    row("compounds", "The London-based firm left after China-Iran talks and anti-American riots.",
        "London:pla; China:pla; Iran:pla; American:oth");
    row("empty", "", "");
}

void TestNameFinder::finds() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(dump(*m_finder, *m_tagger, text.toStdString()), expected);
}

void TestNameFinder::damagedResourcesAreErrors_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content"); // null: the file is missing
    for (const char* file :
         {"lexicons/first_names.tsv", "lexicons/family_names.tsv", "lexicons/surnames.tsv",
          "lexicons/countries.tsv", "lexicons/cities.tsv", "lexicons/name_words.tsv",
          "lexicons/words.tsv", "models/names.model"})
        QTest::addRow("missing %s", file) << QString(file) << QByteArray();
    QTest::newRow("unknown mark") << "lexicons/cities.tsv" << QByteArray("Lagos\tq\n");
    QTest::newRow("unknown class") << "lexicons/name_words.tsv" << QByteArray("heads\tministry\n");
    QTest::newRow("one field") << "lexicons/first_names.tsv" << QByteArray("Amina\n");
    QTest::newRow("another stage's model")
        << "models/names.model" << test::DamagedResource::whole("models/tags.model");
}

void TestNameFinder::damagedResourcesAreErrors() {
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    const test::DamagedResource damaged(file, content);
    const auto finder = NameFinder::load(damaged.resources(), *m_tagger);
    QVERIFY(!finder.has_value());
    QVERIFY(finder.error().code == ErrorCode::BadResource ||
            (content.isNull() && finder.error().code == ErrorCode::NotFound));
    const std::string name = std::filesystem::path(file.toStdString()).filename().string();
    QVERIFY(finder.error().message.find(name) != std::string::npos);
}

QTEST_GUILESS_MAIN(TestNameFinder)
#include "test_name_finder.moc"
