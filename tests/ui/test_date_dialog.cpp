// The day of an article: what may be typed, and how line and calendar go together.
#include "ui/date_dialog.h"
#include "ui/date_input.h"

#include <QCalendarWidget>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace quoth::ui;

class TestDateDialog : public QObject {
    Q_OBJECT
private slots:
    void readsWhatIsTyped_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected"); // ISO, or empty
        QTest::addColumn<QString>("note");     // a part of it
        const auto row = [](const char* typed, const char* expected, const char* note = "") {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(expected)
                                 << QString::fromUtf8(note);
        };
        row("2021-05-20", "2021-05-20");
        row(" 2021-5-2 ", "2021-05-02");
        row("2021/05/20", "2021-05-20");
        row("20 May 2021", "2021-05-20");
        row("20th May, 2021", "2021-05-20");
        row("May 20, 2021", "2021-05-20");
        row("may 20 2021", "2021-05-20");
        row("20.05.2021", "2021-05-20");
        row("3. 4. 2021", "2021-04-03");
        row("20/05/2021", "2021-05-20");
        row("05/20/2021", "2021-05-20");
        row("5/5/2021", "2021-05-05");
        row("2024-02-29", "2024-02-29");
        row("03/04/2021", "", "3 April or 4 March");
        row("2021-02-29", "", "no day");
        row("31/04/2021", "", "no day");
        row("20-05-21", "", "four digits");
        row("20.05", "", "no day");
        row("20 May", "", "the year too");
        row("20 May 2021 or so", "", "no day");
        row("yesterday", "", "no day");
        row("20.12.0520", "", "older than the year 1600");
        row("1599-12-31", "", "older");
        row("1600-01-01", "1600-01-01", "sure");
        row("1899-12-31", "1899-12-31", "sure");
        row("1900-01-01", "1900-01-01");
        row("2026-12-02", "2026-12-02"); // tomorrow has begun elsewhere
        row("2026-12-03", "", "still to come");
        QTest::newRow("nothing") << QString() << QString() << QStringLiteral("Type a day");
    }
    void readsWhatIsTyped() {
        QFETCH(QString, typed);
        QFETCH(QString, note);
        const TypedDate read = readTypedDate(typed, today);
        QTEST(read.date.toString(Qt::ISODate), "expected");
        QVERIFY2(read.note.contains(note), qPrintable(read.note));
        QCOMPARE(read.note.isEmpty(), note.isEmpty());
    }

    // Digits reach the line first, whole, and the calendar follows.
    void typedDayIsTaken() {
        DateDialog dialog(today, today);
        open(dialog);
        QVERIFY(line(dialog)->hasFocus());
        QTest::keyClicks(line(dialog), QStringLiteral("2021-05-2"));
        QCOMPARE(dialog.date(), QDate(2021, 5, 2));
        QTest::keyClicks(line(dialog), QStringLiteral("0"));
        QCOMPARE(calendar(dialog)->selectedDate(), QDate(2021, 5, 20));
        QTest::keyClick(line(dialog), Qt::Key_Return);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.date(), QDate(2021, 5, 20));
    }

    void digitsOnTheCalendarChangeNothing() {
        DateDialog dialog(QDate(2021, 5, 20), today);
        open(dialog);
        auto* days =
            calendar(dialog)->findChild<QWidget*>(QStringLiteral("qt_calendar_calendarview"));
        QVERIFY(days);
        days->setFocus();
        QTest::keyClicks(days, QStringLiteral("2021-05-20"));
        QTest::keyClick(days, Qt::Key_Left);
        QCOMPARE(dialog.date(), QDate(2021, 5, 19));
        QCOMPARE(line(dialog)->text(), QStringLiteral("19 May 2021"));
    }

    void noDayCannotBeUsed() {
        DateDialog dialog({}, today);
        open(dialog);
        QVERIFY(!use(dialog)->isEnabled());
        QTest::keyClicks(line(dialog), QStringLiteral("03/04/2021"));
        QVERIFY(!use(dialog)->isEnabled());
        QVERIFY(note(dialog).contains(QStringLiteral("3 April or 4 March")));
        QTest::keyClick(line(dialog), Qt::Key_Return);
        QVERIFY(dialog.isVisible());
        line(dialog)->selectAll();
        QTest::keyClicks(line(dialog), QStringLiteral("3 April 1891"));
        QVERIFY(use(dialog)->isEnabled());
        QVERIFY(note(dialog).contains(QStringLiteral("sure")));
    }

private:
    const QDate today{2026, 12, 1};

    static void open(DateDialog& dialog) {
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
    }
    static QLineEdit* line(DateDialog& dialog) {
        return dialog.findChild<QLineEdit*>(QStringLiteral("dateLine"));
    }
    static QCalendarWidget* calendar(DateDialog& dialog) {
        return dialog.findChild<QCalendarWidget*>();
    }
    static QPushButton* use(DateDialog& dialog) {
        return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    }
    static QString note(DateDialog& dialog) {
        return dialog.findChild<QLabel*>(QStringLiteral("dateNote"))->text();
    }
};

QTEST_MAIN(TestDateDialog)
#include "test_date_dialog.moc"
