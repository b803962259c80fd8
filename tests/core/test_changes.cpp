// Places are found again in an edited article, and what changed in its quotes is told.
#include "core/document/anchor.h"
#include "core/document/changes.h"

#include <QtTest>

using namespace quoth;

namespace {

constexpr const char* before =
    "The council met on Monday.\n\n"
    "“We have waited ten years for this ferry and nobody will be left behind,” Anna Berg said.\n\n"
    "“The money is there, and the boat is ready,” Peter Lund told reporters.\n\n"
    "Critics were not convinced by either of them.\n";

Span spanOf(const std::string& text, const std::string& words) {
    const std::size_t at = text.find(words);
    if (at == std::string::npos) qFatal("no such words");
    return makeSpan(at, at + words.size());
}

// Quotes in “…”; the speaker is who stands in the two words after it, the cue the third.
Document documentOf(const std::string& text) {
    Document::Parts parts;
    parts.article.text = text;
    for (std::size_t at = text.find("“"); at != std::string::npos; at = text.find("“", at + 1)) {
        const std::size_t end = text.find("”", at) + std::strlen("”");
        const std::size_t first = text.find(' ', end + 1), second = text.find(' ', first + 1);
        Entity speaker{EntityType::Person, text.substr(end + 1, second - end - 1), {}};
        Quote quote;
        quote.kind = QuoteKind::Direct;
        quote.content = {makeSpan(at, end)};
        quote.cue = {makeSpan(second + 1, text.find_first_of(" .", second + 1))};
        quote.speaker = makeId<EntityTag>(parts.entities.size());
        parts.entities.push_back(speaker);
        parts.quotes.push_back(quote);
    }
    return Document(std::move(parts));
}

QString dump(const std::vector<QuoteChange>& changes) {
    QStringList out;
    for (const QuoteChange& c : changes) {
        const auto part = [](const std::string& words) {
            return QString::fromStdString(words).left(9);
        };
        const char* kinds[] = {"added", "dropped", "reworded", "reattributed"};
        out << QStringLiteral("%1 %2>%3 %4>%5")
                   .arg(QLatin1String(kinds[static_cast<int>(c.kind)]), part(c.wordsBefore),
                        part(c.wordsAfter), QString::fromStdString(c.speakerBefore),
                        QString::fromStdString(c.speakerAfter));
    }
    return out.join(QStringLiteral("; "));
}

} // namespace

class TestChanges : public QObject {
    Q_OBJECT
private slots:
    void locates_data() {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("found"); // empty: nothing
        const char* ferry = "“We have waited ten years for this ferry and nobody will be left "
                            "behind,”";
        const char* money = "“The money is there, and the boat is ready,”";
        const auto row = [&](const char* name, const char* words, std::string text,
                             const char* found) {
            QTest::newRow(name) << QByteArray(words) << QByteArray::fromStdString(text)
                                << QByteArray(found);
        };
        const auto edited = [](const char* what, const char* instead) {
            std::string text = before;
            return text.replace(text.find(what), std::strlen(what), instead);
        };
        row("nothing changed", ferry, before, ferry);
        row("text before it", ferry, "A first line.\n\n" + std::string(before), ferry);
        row("typos", ferry, edited("waited ten years", "wiated ten yaers"),
            "“We have wiated ten yaers for this ferry and nobody will be left behind,”");
        row("dropped words", ferry, edited(" for this ferry", ""),
            "“We have waited ten years and nobody will be left behind,”");
        row("dropped first words", ferry, edited("“We have waited", "“We waited"),
            "“We waited ten years for this ferry and nobody will be left behind,”");
        row("inserted words", ferry, edited("nobody", "I promise you: nobody"),
            "“We have waited ten years for this ferry and I promise you: nobody will be left "
            "behind,”");
        row("other last word", ferry, edited("left behind", "left ashore"),
            "“We have waited ten years for this ferry and nobody will be left ashore,”");
        row("other marks", money, edited(money, "\"The money is there and the boat is ready,\""),
            "\"The money is there and the boat is ready,\"");
        row("moved and reworded", money,
            "“The money is here, and that boat is ready,” Peter Lund told reporters.\n\n"
            "The council met on Monday. Critics were not convinced by either of them. It went on "
            "for long, and it was told that nobody was content.\n",
            "“The money is here, and that boat is ready,”");
        row("context decides", money,
            "“The money is there, or the boat is ready,” said nobody at all.\n\n" +
                edited("and the boat is ready", "so the boat is ready"),
            "“The money is there, so the boat is ready,”");
        row("gone", money, edited(money, "It"), "");
        row("the same subject in other words", money,
            edited(money, "“There is money, and a boat stands ready for us,”"), "");
        row("a third is other words", ferry,
            edited("ten years for this ferry", "many months to see a bridge here"), "");
        row("short words are not guessed", "Anna Berg", edited("Anna Berg", "Anne Berg"), "");
        row("an empty text", ferry, "", "");
        row("a text shorter than the words", ferry, "“We have waited ten”", "");
        row("letters of several bytes", "“Jürgen würde die Fähre nach Malmö nehmen”",
            "Ö. “Jürgen würde eine Fähre nach Malmö nehmen”, é",
            "“Jürgen würde eine Fähre nach Malmö nehmen”");
    }

    void locates() {
        QFETCH(QByteArray, words);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, found);
        const std::string old =
            words.startsWith("“J") ? words.toStdString() + " sagte er." : before;
        const auto span =
            locate(text.toStdString(), makeAnchor(old, spanOf(old, words.toStdString())));
        QCOMPARE(span ? QByteArray::fromStdString(std::string(slice(text.toStdString(), *span)))
                      : QByteArray(),
                 found);
    }

    // A long text of one word, a long passage: no more than a few passes.
    void boundsItsWork() {
        std::string text;
        for (int i = 0; i < 200'000; ++i)
            text += "word ";
        const std::string passage = text.substr(0, 3000) + "end.";
        const auto span = locate(text, {makeSpan(0, passage.size()), passage, "", ""});
        QVERIFY(span && span->end <= text.size());
        const std::string tooLong(10'000, 'x');
        QVERIFY(!locate(text, {makeSpan(0, tooLong.size()), tooLong, "", ""}));
    }

    void tellsChanges_data() {
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("changes");
        const auto row = [&](const char* name, const QByteArray& after, const char* changes) {
            QTest::newRow(name) << after << QString(changes);
        };
        const QByteArray old(before);
        row("nothing", old, "");
        row("only moved", "A line.\n\n" + old, "");
        row("a quote more", old + "\n“It is too late for all of it,” Ida Holm wrote.\n",
            "added >“It is to >Ida Holm");
        row("a quote less",
            QByteArray(old).replace("“The money is there, and the boat is ready,” Peter Lund told",
                                    "He told"),
            "dropped “The mone> Peter Lund>");
        row("reworded", QByteArray(old).replace("ten years", "nine years"),
            "reworded “We have >“We have  Anna Berg>Anna Berg");
        row("another speaker", QByteArray(old).replace("Peter Lund", "Ida Holm"),
            "reattributed “The mone>“The mone Peter Lund>Ida Holm");
        row("reworded with another speaker",
            QByteArray(old)
                .replace("is there, and", "is here, and")
                .replace("Peter Lund", "Ida Holm"),
            "reworded “The mone>“The mone Peter Lund>Ida Holm");
        row("other words of the same speaker",
            QByteArray(old).replace("The money is there, and the boat is ready",
                                    "There is money, and a boat stands by for us"),
            "reworded “The mone>“There is Peter Lund>Peter Lund");
        row("other words, another cue",
            QByteArray(old)
                .replace("The money is there, and the boat is ready",
                         "There is money, and a boat stands by for us")
                .replace("Peter Lund told", "Peter Lund promised"),
            "dropped “The mone> Peter Lund>; added >“There is >Peter Lund");
        row("all gone", "Nothing.\n",
            "dropped “We have > Anna Berg>; dropped “The mone> Peter Lund>");
        row("swapped places",
            "“The money is there, and the boat is ready,” Peter Lund told reporters.\n\n"
            "“We have waited ten years for this ferry and nobody will be left behind,” Anna Berg "
            "said.\n",
            "");
        row("the same words twice",
            old + "“The money is there, and the boat is ready,” Ida Holm said.\n",
            "added >“The mone >Ida Holm");
    }

    void tellsChanges() {
        QFETCH(QByteArray, after);
        QFETCH(QString, changes);
        QCOMPARE(dump(quoteChanges(documentOf(before), documentOf(after.toStdString()))), changes);
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "test_changes.moc"
