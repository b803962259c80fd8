// Counts in words are right for one and for many, in every text of the window.
#include "tests/support/translated.h"
#include "ui/date_input.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

class TestTranslation : public QObject {
    Q_OBJECT
private slots:
    void countsInEnglish_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0 << QStringLiteral("0 quotes");
        QTest::newRow("one") << 1 << QStringLiteral("1 quote");
        QTest::newRow("many") << 12 << QStringLiteral("12 quotes");
    }
    void countsInEnglish() {
        QFETCH(int, count);
        QTEST(QCoreApplication::translate("quoth::ui::MainWindow", "%Ln quote(s)", nullptr, count),
              "text");
    }

    // Where there is no translation, dates and numbers are English like the sentences around them.
    void otherLanguagesGetEnglish() {
        const QLocale before;
        for (const QLocale& user :
             {QLocale(QLocale::French, QLocale::France), QLocale(QLocale::C)}) {
            quoth::ui::installTranslation(user);
            QCOMPARE(QLocale().language(), QLocale::English);
            QCOMPARE(quoth::ui::dayInWords({2021, 2, 20}), QStringLiteral("20 February 2021"));
        }
        QLocale::setDefault(before);
    }
    // The user's own variant of a language stays.
    void variantIsKept() {
        const QLocale before;
        quoth::ui::installTranslation(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCOMPARE(QLocale().territory(), QLocale::UnitedKingdom);
        QLocale::setDefault(before);
    }

    // Each text of the sources with a count in it is in the English translation, with both forms.
    void everyCountIsTranslated() {
        QFile file(QStringLiteral(QUOTH_SOURCE_DIR "/resources/translations/quoth_en.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString known = QString::fromUtf8(file.readAll());
        QVERIFY(!known.contains(QLatin1String("unfinished")));
        static const QRegularExpression counted(QStringLiteral("\"([^\"\\n]*%L?n\\b[^\"\\n]*)\""));
        QDirIterator sources(QStringLiteral(QUOTH_SOURCE_DIR "/ui"), {QStringLiteral("*.cpp")},
                             QDir::Files, QDirIterator::Subdirectories);
        int found = 0;
        while (sources.hasNext()) {
            QFile source(sources.next());
            QVERIFY(source.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(source.readAll());
            for (auto matches = counted.globalMatch(text); matches.hasNext(); ++found) {
                const QString entry = QStringLiteral("<source>%1</source>")
                                          .arg(matches.next().captured(1).toHtmlEscaped());
                QVERIFY2(known.contains(entry),
                         qPrintable(entry + QStringLiteral(" in ") + source.fileName()));
            }
        }
        QVERIFY(found > 10);
    }
};

QTEST_GUILESS_MAIN(TestTranslation)
#include "test_translation.moc"
