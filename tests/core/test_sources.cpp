// Whom the words of a source mean, on texts with tags and trees made by hand: no model is needed.
// Pronouns go to whom was mentioned last.
#include "core/people/source_resolver.h"
#include "core/support/resources.h"
#include "tests/support/tagged_text.h"

#include <QtTest>

using namespace quoth;

class TestSources : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void resolves_data();
    void resolves();
    void asksTheEncoderAboutPronouns();

private:
    std::optional<NounClasses> m_nouns;
};

namespace {

// A resolver of one text, with what it refers to; pronouns go to whom was mentioned last.
struct Resolving {
    Resolving(const test::TaggedText& read, const NounClasses& nouns)
        : syntax(read.text, read.trees), stretches(findQuotedStretches(read.text)),
          pronouns(latestAlone()), entities(read.text, syntax, read.names, nouns),
          resolver(read.text, syntax, read.names, stretches, nouns, pronouns, entities) {}

    static std::vector<float> latestAlone() {
        std::vector<float> weights(pronounEvidenceCount);
        weights[static_cast<std::size_t>(PronounEvidence::Latest)] = 1;
        return weights;
    }
    std::string nameOf(const Resolved& found) const {
        return found.speaker ? entities.at(*found.speaker).name : "-";
    }

    const Syntax syntax;
    const std::vector<QuotedStretch> stretches;
    const LogisticModel pronouns;
    EntityBuilder entities;
    SourceResolver resolver;
};

} // namespace

void TestSources::initTestCase() {
    const auto resources = findResources();
    QVERIFY2(resources, "the lexicons are missing");
    auto nouns = NounClasses::load(*resources);
    QVERIFY2(nouns, nouns ? "" : nouns.error().message.c_str());
    m_nouns = std::move(*nouns);
}

void TestSources::resolves_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("source"); // where it stands last
    QTest::addColumn<QString>("speaker");
    const auto row = [](const char* what, const char* text, const char* source,
                        const char* speaker) {
        QTest::addRow("%s", what) << QString::fromUtf8(text) << QString::fromUtf8(source)
                                  << QString::fromUtf8(speaker);
    };
    const char* ann = "Ann/NNP/nsubj/2 waved=wave/VBD/root/0 ./punct/2 | ";
    const QByteArray annThen = ann;

    row("a name in apposition",
        "The/DT/det/2 mayor/NN/nsubj/6 ,/punct/4 Ann/NNP/appos/2 ,/punct/2 spoke/VBD/root/0",
        "The mayor, Ann", "Ann");
    row("a name after titles",
        "deputy/NN/compound/2 mayor/NN/nmod:desc/3 Ann/NNP/nsubj/4 spoke/VBD/root/0",
        "deputy mayor Ann", "Ann");
    row("a name that only belongs to another",
        "The/DT/det/2 wife/NN/nsubj/5 of/IN/case/4 Ann/NNP/nmod/2 spoke/VBD/root/0",
        "The wife of Ann", "wife of Ann");
    row("a name behind what its post is of",
        "minister/NN/nsubj/6 of/IN/case/4 home/NN/compound/4 affairs=affair/NNS/nmod/1 "
        "Ann/NNP/flat/4 spoke/VBD/root/0",
        "minister of home affairs Ann", "Ann");
    row("several who speak as one", "Ann/NNP/nsubj/4 and/CC/cc/3 Tom/NNP/conj/1 spoke/VBD/root/0",
        "Ann and Tom", "Ann and Tom");
    row("a coordination within what is said of a name",
        "Ann/NNP/nsubj/7 ,/punct/3 owner/NN/appos/1 and/CC/cc/5 cook/NN/conj/3 ,/punct/1 "
        "spoke/VBD/root/0",
        "Ann, owner and cook,", "Ann");
    row("several in apposition to their noun",
        "two/CD/nummod/2 deputies=deputy/NNS/nsubj/8 ,/punct/4 Ann/NNP/appos/2 and/CC/cc/6 "
        "Tom/NNP/conj/4 ,/punct/2 spoke/VBD/root/0",
        "two deputies, Ann and Tom,", "two deputies");
    row("a relative clause",
        "Ann/NNP/nsubj/2 met=meet/VBD/root/0 Tom/NNP/obj/2 ,/punct/6 who/WP/nsubj/6 "
        "spoke/VBD/acl:relcl/3",
        "who", "Tom");
    row("a relative clause after an object's noun",
        "Ann/NNP/nsubj/2 met=meet/VBD/root/0 the/DT/det/4 head/NN/obj/2 of/IN/case/6 "
        "customs=custom/NNS/nmod/4 ,/punct/9 who/WP/nsubj/9 spoke/VBD/acl:relcl/4",
        "who", "head of customs");

    row("a role, by apposition",
        "Ann/NNP/nsubj/5 ,/punct/3 mayor/NN/appos/1 ,/punct/1 waved=wave/VBD/root/0 | "
        "The/DT/det/2 mayor/NN/nsubj/3 spoke/VBD/root/0",
        "The mayor", "Ann");
    row("a role, as predicate",
        "Ann/NNP/nsubj/4 is=be/AX/cop/4 the/DT/det/4 mayor/NN/root/0 | Tom/NNP/nsubj/2 "
        "waved=wave/VBD/root/0 | The/DT/det/2 mayor/NN/nsubj/3 spoke/VBD/root/0",
        "The mayor", "Ann");
    row("a role whose holder is named after it",
        "The/DT/det/3 city/NN/compound/3 governor/NN/nsubj/4 spoke/VBD/root/0 | "
        "governor/NN/nmod:desc/2 Ann/NNP/nsubj/3 waved=wave/VBD/root/0",
        "The city governor", "Ann");
    row("a role without an article",
        "governor/NN/nmod:desc/2 Ann/NNP/nsubj/3 waved=wave/VBD/root/0 | city/NN/compound/2 "
        "governor/NN/nsubj/3 spoke/VBD/root/0",
        "city governor", "Ann");
    row("another one of the same post",
        "foreign/JJ/amod/2 minister/NN/nmod:desc/3 Ann/NNP/nsubj/4 waved=wave/VBD/root/0 | "
        "The/DT/det/3 health/NN/compound/3 minister/NN/nsubj/4 spoke/VBD/root/0",
        "The health minister", "health minister");
    row("of two the one whom the description fits",
        "foreign/JJ/amod/2 minister/NN/nmod:desc/3 Ann/NNP/nsubj/4 waved=wave/VBD/root/0 | "
        "health/NN/compound/2 minister/NN/nmod:desc/3 Tom/NNP/nsubj/4 waved=wave/VBD/root/0 | "
        "The/DT/det/3 foreign/JJ/amod/3 minister/NN/nsubj/4 spoke/VBD/root/0",
        "The foreign minister", "Ann");
    row("an office that nobody was tied to",
        (annThen + "The/DT/det/2 president/NN/nsubj/3 spoke/VBD/root/0").constData(),
        "The president", "Ann");
    row("who was brought in by a noun",
        (annThen + "A/DT/det/2 writer/NN/nsubj/3 waved=wave/VBD/root/0 | The/DT/det/2 "
                   "writer/NN/nsubj/3 spoke/VBD/root/0")
            .constData(),
        "The writer", "writer");
    row("a noun that may mean who was named",
        (annThen + "The/DT/det/2 writer/NN/nsubj/3 spoke/VBD/root/0").constData(), "The writer",
        "Ann");
    row("nobody known by an indefinite noun",
        (annThen + "A/DT/det/2 writer/NN/nsubj/3 spoke/VBD/root/0").constData(), "A writer",
        "writer");

    row("a document, by its owner in the clause",
        "Ann/NNP/nsubj/2 complained=complain/VBD/ccomp/8 in/IN/case/5 a/DT/det/5 "
        "letter/NN/obl/2 ,/punct/2 Tom/NNP/nsubj/8 said=say/VBD/root/0 | The/DT/det/2 "
        "letter/NN/nsubj/3 spoke/VBD/root/0",
        "The letter", "Ann");
    row("a document by somebody",
        "A/DT/det/2 report/NN/nsubj/5 by/IN/case/4 Ann/NNP/nmod/2 spoke/VBD/root/0",
        "A report by Ann", "Ann");
    row("they, after a sentence about a group",
        "Local/JJ/amod/2 farmers=farmer/NNS/nsubj/3 complained=complain/VBD/root/0 | "
        "They/PRP/nsubj/2 spoke/VBD/root/0",
        "They", "local farmers");
}

void TestSources::resolves() {
    QFETCH(QString, text);
    QFETCH(QString, source);
    const auto read = test::readTaggedText(text.toStdString());
    Resolving all(*read, *m_nouns);
    SourceResolver& resolver = all.resolver;
    // Everybody else who said something did so before.
    const std::size_t said = read->source.find("Tom said");
    if (said != std::string::npos) {
        const auto tom = resolver.named(makeSpan(said, said + 3));
        QVERIFY(tom.has_value());
        resolver.wrote(*tom, static_cast<std::uint32_t>(said + 4));
    }
    const std::size_t begin = read->source.rfind(source.toStdString());
    QVERIFY(begin != std::string::npos);
    const Resolved found = resolver.resolve(
        makeSpan(begin, begin + static_cast<std::size_t>(source.toUtf8().size())), std::nullopt);
    QTEST(QString::fromStdString(all.nameOf(found)), "speaker");
    QVERIFY(!found.speaker || !found.why.empty());
}

// A pronoun goes to whom was mentioned last, unless an encoder knows better.
void TestSources::asksTheEncoderAboutPronouns() {
    auto read = test::readTaggedText("Ann/NNP/nsubj/2 met=meet/VBD/root/0 Mary/NNP/obj/2 "
                                     "./punct/2 | She/PRP/nsubj/2 spoke/VBD/root/0");
    const std::size_t pronoun = read->source.find("She");
    const auto speaker = [&] {
        Resolving all(*read, *m_nouns);
        return all.nameOf(all.resolver.resolve(makeSpan(pronoun, pronoun + 3), std::nullopt));
    };
    QCOMPARE(speaker(), "Mary");
    const auto pairs =
        read->text.encoded.add(encoder_task::antecedents, read->text.tokens.size(), 2 * arcWidth);
    const std::uint32_t she = read->text.tokenAt(static_cast<std::uint32_t>(pronoun));
    pairs[2 * she * arcWidth] = 9;
    pairs[arcWidth] = 1; // Ann, as an antecedent
    QCOMPARE(speaker(), "Ann");
}

QTEST_GUILESS_MAIN(TestSources)
#include "test_sources.moc"
