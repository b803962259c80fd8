// Preferences in the real window: they show at once, are kept, and can all be set by keys.
#include "tests/support/preferences_fixture.h"
#include "ui/manual/manual_window.h"
#include "ui/reader/type_scale.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

class TestPreferences : public PreferencesTest {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(Theme::Light); }
    void init() { openFirstWindow(); }
    void cleanup() {
        m_window.reset();
        applyTheme(Theme::Light);
    }

    void opensOnce() {
        QVERIFY(openPreferences(0));
        key(Qt::Key_Comma, Qt::ControlModifier);
        QCOMPARE(m_window->findChildren<PreferencesDialog*>().size(), 1);
        auto* dialog = m_window->findChild<PreferencesDialog*>();
        QVERIFY(activate(dialog));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<PreferencesDialog*>());
    }

    void closesWithItsWindow() {
        auto* dialog = openPreferences(0);
        QVERIFY(dialog);
        key(Qt::Key_F1, Qt::ShiftModifier);
        QVERIFY(m_window->findChild<ManualWindow*>());
        m_window->close();
        QTRY_VERIFY(!m_window->findChild<PreferencesDialog*>());
        QVERIFY(!m_window->findChild<ManualWindow*>());
    }

    // Return ends a number, the dialog stays.
    void returnClosesNothing() {
        QVERIFY(openPreferences(0));
        part<QSpinBox>("doubt")->setFocus();
        QTest::keyClick(part<QSpinBox>("doubt"), Qt::Key_Return);
        QTest::qWait(20);
        QVERIFY(m_window->findChild<PreferencesDialog*>()->isVisible());
    }

    void linesAreAsWideAsTheReaderWants() {
        const int before = left();
        QVERIFY(openPreferences(0));
        auto* width = part<QSpinBox>("lineWidth");
        width->setFocus();
        width->selectAll();
        QTest::keyClicks(width, QStringLiteral("50"));
        QTest::keyClick(width, Qt::Key_Return);
        QVERIFY2(left() > before + 20, qPrintable(QString::number(left()))); // a narrower column
        const int narrow = left();
        restart();
        QCOMPARE(left(), narrow);
    }

    void lettersAreAsLargeAsTheReaderWants() {
        const int before = m_window->article().characterRect(0).height();
        QVERIFY(openPreferences(0));
        QVERIFY(!part<QSpinBox>("fontSize")->isEnabled());
        part<QCheckBox>("ownSize")->setFocus();
        QTest::keyClick(part<QCheckBox>("ownSize"), Qt::Key_Space);
        auto* size = part<QSpinBox>("fontSize");
        QVERIFY(size->isEnabled());
        QCOMPARE(size->value(), qRound(bodySizeBeside(m_window->font())));
        for (int i = 0; i < 10; ++i)
            QTest::keyClick(size, Qt::Key_Up);
        QVERIFY(m_window->article().characterRect(0).height() > before + 10);
        restart();
        QVERIFY(m_window->article().characterRect(0).height() > before + 10);
        // Back to what the interface asks for.
        QVERIFY(openPreferences(0));
        QTest::keyClick(part<QCheckBox>("ownSize"), Qt::Key_Space);
        QCOMPARE(m_window->article().characterRect(0).height(), before);
    }

    void fontIsChosen() {
        QVERIFY(openPreferences(0));
        auto* family = part<QComboBox>("fontFamily");
        QVERIFY(family->itemText(0).contains(bookFamily()));
        if (family->count() < 2) QSKIP("no fonts here");
        family->setFocus();
        QTest::keyClick(family, Qt::Key_Down);
        QCOMPARE(m_settings->preferences().fontFamily, family->itemText(1));
        QCOMPARE(TypeScale(18, QStringLiteral("Sans")).body().font.families(),
                 QStringList{QStringLiteral("Sans")});
        restart();
        QVERIFY(openPreferences(0));
        QCOMPARE(part<QComboBox>("fontFamily")->currentIndex(), 1);
    }

    void themeAndColoursShowAtOnce() {
        const QColor light = tint();
        QVERIFY(openPreferences(0));
        auto* theme = part<QComboBox>("theme");
        theme->setFocus();
        QTest::keyClick(theme, Qt::Key_End);
        QTRY_VERIFY(tint() != light);
        const QColor dark = tint();
        auto* colours = part<QComboBox>("colours");
        colours->setFocus();
        QTest::keyClick(colours, Qt::Key_Down);
        QVERIFY(tint() != dark);
        QVERIFY(std::any_of(distinctColours.begin(), distinctColours.end(), [&](const auto& each) {
            return tint() == QColor::fromRgb(each.darkTint);
        }));
        MainWindow later(Services{engine(), m_settings.get(), &m_dialogs});
        later.state().setDocument(annotated());
        QCOMPARE(later.state().colours().style(EntityId{1}).line,
                 QColor::fromRgb(distinctColours[0].darkLine)); // who speaks most
    }

    void everyWindowFollows() {
        MainWindow other(Services{engine(), m_settings.get(), &m_dialogs});
        other.state().setDocument(annotated());
        QVERIFY(!other.state().isDoubtful(QuoteId{2}));
        QVERIFY(openPreferences(0));
        auto* doubt = part<QSpinBox>("doubt");
        doubt->setFocus();
        doubt->selectAll();
        QTest::keyClicks(doubt, QStringLiteral("70"));
        QTest::keyClick(doubt, Qt::Key_Return);
        QVERIFY(other.state().isDoubtful(QuoteId{2})); // said with 60 %
        QCOMPARE(m_settings->preferences().doubtPercent, 70);
        other.state().setDoubtThreshold(0.5F);
        Settings again(path("settings.ini"));
        QCOMPARE(again.preferences().doubtPercent, 70);
    }

    void standardComesBack() {
        QVERIFY(openPreferences(0));
        QTest::keyClick(part<QSpinBox>("lineWidth"), Qt::Key_Up);
        QTest::keyClick(part<QSpinBox>("doubt"), Qt::Key_Up);
        QVERIFY(m_settings->preferences() != Preferences());
        QTest::keyClick(part<QPushButton>("restoreReading"), Qt::Key_Space);
        QCOMPARE(m_settings->preferences(), Preferences());
        QCOMPARE(part<QSpinBox>("lineWidth")->value(), Preferences().lineCharacters);
    }

    void senselessValuesAreIgnored() {
        const QString path = m_folder->filePath(QStringLiteral("odd.ini"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[reading]\nsize=4000\nline=-1\ncolours=loud\ndoubt=x\n[view]\ntheme=7\n");
        file.close();
        QCOMPARE(Settings(path).preferences(), Preferences());
    }

    void fitsASmallScreenInLargeLetters() {
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPixelSize(24); // 18 points
        QApplication::setFont(large);
        for (int page = 0; page < 3; ++page) {
            auto* dialog = openPreferences(page);
            QVERIFY(dialog);
            const QSize least = dialog->minimumSizeHint();
            QVERIFY2(least.width() <= 1024 && least.height() <= 680,
                     qPrintable(QStringLiteral("%1x%2").arg(least.width()).arg(least.height())));
        }
        QApplication::setFont(before);
    }

    // Tab reaches every control of each page and comes back; each shows when it has the keyboard.
    void tabReachesEverything() {
        for (int page = 0; page < 3; ++page) {
            auto* dialog = openPreferences(page);
            QVERIFY(dialog);
            QSet<QWidget*> reached;
            for (int i = 0; i < 60; ++i) {
                QWidget* focus = QApplication::focusWidget();
                QVERIFY(focus);
                reached << focus;
                QTest::keyClick(focus, Qt::Key_Tab);
            }
            for (QWidget* each : dialog->findChildren<QWidget*>()) {
                if (!each->isVisible() || !each->isEnabled() || each->focusProxy() ||
                    !(each->focusPolicy() & Qt::TabFocus))
                    continue;
                const bool inside = each->parentWidget() && reached.contains(each->parentWidget());
                QVERIFY2(reached.contains(each) || inside, qPrintable(each->objectName()));
            }
        }
    }

private:
    int left() { return m_window->article().characterRect(0).left(); }
    QColor tint() const { return m_window->state().colours().style(EntityId{0}, true).tint; }
};

QTEST_MAIN(TestPreferences)
#include "test_preferences.moc"
