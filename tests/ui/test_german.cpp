// The German translation is whole and its window speaks German throughout.
#include "core/formats/in/importers.h"
#include "core/formats/out/exporters.h"
#include "tests/support/window_fixture.h"
#include "ui/date_input.h"
#include "ui/quotes/filter_bar.h"
#include "ui/timeline/time_scale.h"
#include "ui/translation.h"

#include <QLabel>
#include <QLibraryInfo>
#include <QMenuBar>
#include <QProcess>
#include <QXmlStreamReader>
#include <map>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

namespace {

struct Message {
    QString context, source;
    bool isCounted = false, isFinished = true;
    QStringList translations; // one, or a form for one and a form for many
};

std::vector<Message> messagesOf(const QString& path) {
    std::vector<Message> out;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return out;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        const auto name = xml.name();
        const auto attributes = xml.attributes();
        if (name == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (name == QLatin1String("message")) {
            out.push_back(
                {context, {}, attributes.hasAttribute(QStringLiteral("numerus")), true, {}});
        } else if (name == QLatin1String("source")) {
            out.back().source = xml.readElementText();
        } else if (name == QLatin1String("translation")) {
            out.back().isFinished = !attributes.hasAttribute(QStringLiteral("type"));
            if (!out.back().isCounted) out.back().translations << xml.readElementText();
        } else if (name == QLatin1String("numerusform")) {
            out.back().translations << xml.readElementText();
        }
    }
    return xml.hasError() ? std::vector<Message>() : out;
}

QStringList placeholders(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("%L?(?:n|\\d+)|<[^>]+>"));
    QStringList out;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();)
        out << matches.next().captured();
    out.sort();
    return out;
}

// The ampersand of a mnemonic; that of "&&" is none.
bool hasMnemonic(const QString& text) {
    return !QKeySequence::mnemonic(text).isEmpty();
}

} // namespace

class TestGerman : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        installTranslation(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(QLocale().language(), QLocale::German);
        QVERIFY(m_folder.isValid());
    }

    // The file is what lupdate would make of the sources, all of it translated. If this fails:
    // build the target update-translations, then translate what is "unfinished".
    void nothingIsMissing() {
        const QString copy = m_folder.filePath(QStringLiteral("quoth_de.ts"));
        QVERIFY(QFile::copy(translation(), copy));
        QProcess lupdate;
        const QString root = QStringLiteral(QUOTH_SOURCE_DIR);
        lupdate.start(QStringLiteral(QUOTH_LUPDATE),
                      {QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-I"),
                       root, root + QStringLiteral("/ui"), root + QStringLiteral("/app/reader"),
                       QStringLiteral("-ts"), copy});
        QVERIFY2(lupdate.waitForFinished(60000), qPrintable(lupdate.errorString()));
        QCOMPARE(lupdate.exitCode(), 0);
        const std::vector<Message> messages = messagesOf(copy);
        QVERIFY(messages.size() > 400);
        for (const Message& message : messages) {
            const QString which = message.context + QStringLiteral(": ") + message.source;
            QVERIFY2(message.isFinished, qPrintable(which)); // new, or no longer in the sources
            QCOMPARE(message.translations.size(), message.isCounted ? 2 : 1);
            for (const QString& text : message.translations)
                QVERIFY2(!text.trimmed().isEmpty(), qPrintable(which));
        }
    }

    void placeholdersAreKept() {
        for (const Message& message : messagesOf(translation())) {
            for (const QString& text : message.translations) {
                QStringList wanted = placeholders(message.source);
                // "told once" needs no number.
                if (message.isCounted && &text == &message.translations.first() &&
                    !text.contains(QLatin1String("%Ln")))
                    wanted.removeAll(QStringLiteral("%Ln"));
                QCOMPARE(placeholders(text), wanted);
                QCOMPARE(text.endsWith(u'…'), message.source.endsWith(u'…'));
                QVERIFY2(hasMnemonic(text) == hasMnemonic(message.source), qPrintable(text));
                QVERIFY2(!text.contains(u'”'), qPrintable(text)); // German quotes: „…“
            }
        }
    }

    void formatsAreTranslated() {
        QStringList known;
        for (const Message& message : messagesOf(translation()))
            if (message.context == QLatin1String("Formats")) known << message.source;
        for (const Exporter& exporter : exporters())
            QVERIFY2(known.removeOne(toQString(exporter.description)),
                     std::string(exporter.description).c_str());
        for (const Importer& importer : importers())
            QVERIFY2(known.removeOne(toQString(importer.description)),
                     std::string(importer.description).c_str());
        QCOMPARE(known, QStringList());
        QCOMPARE(formatLabel("Annotated HTML"), QStringLiteral("Annotiertes HTML"));
    }

    void counts() {
        const auto quotes = [](int count) {
            return QCoreApplication::translate("quoth::ui::FilterBar", "%Ln quote(s)", nullptr,
                                               count);
        };
        QCOMPARE(quotes(1), QStringLiteral("1 Zitat"));
        QCOMPARE(quotes(2), QStringLiteral("2 Zitate"));
        QCOMPARE(quotes(1234), QStringLiteral("1.234 Zitate"));
    }

    void dates() {
        QCOMPARE(dayInWords({2021, 5, 20}), QStringLiteral("20. Mai 2021"));
        QCOMPARE(whenLabel(*CalendarValue::parse("2021-03")), QStringLiteral("März 2021"));
        QCOMPARE(whenLabel(*CalendarValue::parse("2021-05-20")), QStringLiteral("20. Mai 2021"));
        QCOMPARE(whenLabel(*CalendarValue::parse("2021-05-20/2021-06-03")),
                 QStringLiteral("20. Mai – 3. Juni 2021"));
        QCOMPARE(whenLabel(*CalendarValue::parse("2021-W20")), QStringLiteral("17.–23. Mai 2021"));
        QCOMPARE(whenLabel(*CalendarValue::parse("199X")), QStringLiteral("die 1990er"));
    }

    void typedDates_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("day");
        const QDate may(2021, 5, 20), march(2021, 3, 3), december(2020, 12, 24);
        QTest::newRow("as written") << QStringLiteral("20. Mai 2021") << may;
        QTest::newRow("English") << QStringLiteral("20 May 2021") << may;
        QTest::newRow("no space") << QStringLiteral("3.märz 2021") << march;
        QTest::newRow("short") << QStringLiteral("24. Dez. 2020") << december;
        QTest::newRow("numbers") << QStringLiteral("24.12.2020") << december;
        QTest::newRow("no month") << QStringLiteral("3. Mond 2021") << QDate();
    }
    void typedDates() {
        QFETCH(QString, typed);
        QTEST(readTypedDate(typed, {2026, 12, 1}).date, "day");
    }

    void windowSpeaksGerman() {
        auto window = openWindow();
        QStringList titles;
        for (const QAction* action : window->menuBar()->actions())
            titles << action->text().remove(u'&');
        QCOMPARE(titles, (QStringList{QStringLiteral("Datei"), QStringLiteral("Bearbeiten"),
                                      QStringLiteral("Ansicht"), QStringLiteral("Gehe zu"),
                                      QStringLiteral("Prüfen"), QStringLiteral("Hilfe")}));
        const auto* count =
            window->findChild<FilterBar*>()->findChild<QLabel*>(QStringLiteral("count"));
        QCOMPARE(count->text(), QStringLiteral("3 Zitate"));
        // Qt's own texts, where they are installed.
        if (QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) +
                          QStringLiteral("/qtbase_de.qm")))
            QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"),
                     QStringLiteral("Abbrechen"));
    }

    // Each entry of a menu has a key of its own, in the menus that fill themselves too.
    void mnemonicsDiffer() {
        auto window = openWindow();
        int seen = 0;
        const std::function<void(QMenu*)> check = [&](QMenu* menu) {
            emit menu->aboutToShow();
            checkMnemonics(menu->title(), menu->actions());
            for (const QAction* action : menu->actions()) {
                if (action->menu()) check(action->menu());
                ++seen;
            }
        };
        checkMnemonics(QStringLiteral("menu bar"), window->menuBar()->actions());
        for (const Selection& selection : {Selection(QuoteId{0}), Selection(EntityId{0})}) {
            window->state().select(selection);
            for (const QAction* menu : window->menuBar()->actions())
                check(menu->menu());
        }
        QVERIFY(seen > 100);
    }

private:
    static QString translation() {
        return QStringLiteral(QUOTH_SOURCE_DIR "/resources/translations/quoth_de.ts");
    }

    std::unique_ptr<MainWindow> openWindow() {
        m_settings = std::make_unique<Settings>(m_folder.filePath(QStringLiteral("settings.ini")));
        auto window =
            std::make_unique<MainWindow>(Services{engine(), m_settings.get(), &m_dialogs});
        window->show();
        window->state().setDocument(annotated());
        emit window->session().opened(true);
        return window;
    }

    static void checkMnemonics(const QString& menu, const QList<QAction*>& actions) {
        std::map<QString, QString> taken;
        for (const QAction* action : actions) {
            const QString key = QKeySequence::mnemonic(action->text()).toString();
            if (key.isEmpty()) continue;
            const auto [known, isNew] = taken.emplace(key, action->text());
            QVERIFY2(isNew, qPrintable(menu + QStringLiteral(": ") + known->second +
                                       QStringLiteral(" and ") + action->text()));
        }
    }

    QTemporaryDir m_folder;
    CannedDialogs m_dialogs;
    std::unique_ptr<Settings> m_settings;
};

QTEST_MAIN(TestGerman)
#include "test_german.moc"
