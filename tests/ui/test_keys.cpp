// Every command's keys are the reader's: shown, changed, taken over, reset, in the real window.
#include "tests/support/preferences_fixture.h"
#include "ui/preferences/key_input.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QStatusBar>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

class TestKeys : public PreferencesTest {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(Theme::Light); }
    void init() { openFirstWindow(); }
    void cleanup() { m_window.reset(); }

    // The menus hold nothing that cannot be given a key, and the table no keys of nothing.
    void everyActionIsACommand() {
        const KeyMap& keys = m_settings->keys();
        QStringList missing;
        const std::function<void(const QMenu*)> visit = [&](const QMenu* menu) {
            for (const QAction* action : menu->actions()) {
                if (action->menu()) {
                    visit(action->menu());
                    continue;
                }
                if (action->isSeparator() || action->text().isEmpty()) continue;
                const QString text =
                    action->text().remove(QLatin1Char('&')).remove(QStringLiteral("…"));
                const auto known = [&](const Command& command) { return command.text == text; };
                if (std::none_of(keys.commands().begin(), keys.commands().end(), known))
                    missing << text;
            }
        };
        for (const QAction* menu : m_window->menuBar()->actions())
            visit(menu->menu());
        QCOMPARE(missing, QStringList());
        for (const QString& id : commandsWithStandardKeys())
            QVERIFY2(keys.find(id), qPrintable(id));
    }

    void noTwoCommandsShareAStandardKey() {
        const KeyMap& keys = m_settings->keys();
        for (const Command& command : keys.commands())
            for (const QKeySequence& key : standardKeys(command.id)) {
                QVERIFY2(keys.holders(key, command.id).empty(), qPrintable(command.id));
                QVERIFY2(!KeyMap::isReserved(key), qPrintable(command.id));
            }
    }

    void givesACommandAnotherKey() {
        QVERIFY(choose("Next Quote to Check"));
        QCOMPARE(input(1)->text(), QStringLiteral("Ctrl+J"));
        QTest::keyClick(input(1), Qt::Key_Z);
        QCOMPARE(input(1)->text(), QStringLiteral("Z"));
        QCOMPARE(message(), QString());
        QCOMPARE(shortcutOf("Ne&xt Quote to Check"), QStringLiteral("Z"));
        key(Qt::Key_Z);
        QCOMPARE(m_window->state().selectedQuote(), std::optional(QuoteId{0}));
        key(Qt::Key_Escape);
        key(Qt::Key_J, Qt::ControlModifier); // no longer
        QCOMPARE(m_window->state().selectedQuote(), std::optional<QuoteId>());
        key(Qt::Key_F1);
        QVERIFY(
            m_dialogs.informed.contains(QStringLiteral("<b>Z</b></td><td>Next Quote to Check")));
        restart();
        QCOMPARE(shortcutOf("Ne&xt Quote to Check"), QStringLiteral("Z"));
    }

    void keepsASecondKeyAndTakesNone() {
        QVERIFY(choose("Quote Is Right"));
        QTest::keyClick(input(2), Qt::Key_Y, Qt::AltModifier);
        key(Qt::Key_J);
        key(Qt::Key_Y, Qt::AltModifier);
        QCOMPARE(document().quotes()[0].confidence, 1.0F);
        QTest::keyClick(part<QPushButton>("noKey1"), Qt::Key_Space);
        QCOMPARE(input(1)->text(), QStringLiteral("Alt+Y"));
        QTest::keyClick(part<QPushButton>("noKey1"), Qt::Key_Space);
        QCOMPARE(input(1)->text(), QString());
        QCOMPARE(shortcutOf("Quote Is &Right"), QString());
        restart();
        QCOMPARE(shortcutOf("Quote Is &Right"), QString());
    }

    void takesAKeyOverOnlyWhenTold() {
        QVERIFY(choose("Quote Is Right"));
        QTest::keyClick(input(1), Qt::Key_J);
        QVERIFY(message().contains(QStringLiteral("J is the key of “Next Quote” (Go).")));
        QCOMPARE(input(1)->text(), QStringLiteral("J")); // as proposed
        QCOMPARE(shortcutOf("Quote Is &Right"), QStringLiteral("A"));
        QCOMPARE(shortcutOf("&Next Quote"), QStringLiteral("J"));
        // Going elsewhere drops it.
        part<QLineEdit>("keySearch")->clear();
        QTest::keyClick(part<QTreeWidget>("keyList"), Qt::Key_Down);
        QVERIFY(!part<QPushButton>("takeKey")->isEnabled());
        QCOMPARE(shortcutOf("&Next Quote"), QStringLiteral("J"));
        QTest::keyClick(part<QTreeWidget>("keyList"), Qt::Key_Up);
        QTest::keyClick(input(1), Qt::Key_J);
        QTest::keyClick(part<QPushButton>("takeKey"), Qt::Key_Space);
        QCOMPARE(shortcutOf("Quote Is &Right"), QStringLiteral("J"));
        QCOMPARE(shortcutOf("&Next Quote"), QString());
        QCOMPARE(m_settings->keys().name(QStringLiteral("go.nextQuote")),
                 QStringLiteral("Go > Next Quote"));
        // Resetting the other takes it back, when told.
        QVERIFY(choose("Next Quote", "go.nextQuote"));
        QTest::keyClick(part<QPushButton>("resetKey"), Qt::Key_Space);
        QVERIFY(message().contains(QStringLiteral("Quote Is Right")));
        QTest::keyClick(part<QPushButton>("takeKey"), Qt::Key_Space);
        QCOMPARE(shortcutOf("&Next Quote"), QStringLiteral("J"));
        QCOMPARE(shortcutOf("Quote Is &Right"), QString());
    }

    // A key of the window would hide that of a panel, two panels do not meet.
    void panelsHaveKeysOfTheirOwn() {
        const KeyMap& keys = m_settings->keys();
        const QKeySequence space(Qt::Key_Space);
        QCOMPARE(keys.holders(space, QStringLiteral("names.only")).size(), std::size_t{0});
        QCOMPARE(keys.holders(space, QStringLiteral("timeline.all")).size(), std::size_t{0});
        QCOMPARE(keys.holders(space, QStringLiteral("check.right")).size(), std::size_t{3});
    }

    void panelsFollow() {
        QVERIFY(choose("Show Only This Name"));
        QTest::keyClick(input(1), Qt::Key_Y);
        QVERIFY(choose("Next Quote, else a Page Down"));
        QTest::keyClick(input(1), Qt::Key_W);
        key(Qt::Key_2, Qt::ControlModifier);
        QWidget* speakers = QApplication::focusWidget();
        QTest::keyClick(speakers, Qt::Key_Space);
        QVERIFY(m_window->state().filter().isOpen());
        QTest::keyClick(speakers, Qt::Key_Down);
        QTest::keyClick(speakers, Qt::Key_Y);
        QVERIFY(!m_window->state().filter().isOpen());
        key(Qt::Key_Escape);
        key(Qt::Key_J);
        QTest::keyClick(&m_window->article(), Qt::Key_Space);
        QCOMPARE(m_window->state().selectedQuote(), std::optional(QuoteId{0}));
        QTest::keyClick(&m_window->article(), Qt::Key_W);
        QCOMPARE(m_window->state().selectedQuote(), std::optional(QuoteId{1}));
    }

    void someKeysCannotBeGiven() {
        QVERIFY(choose("Quote Is Right"));
        QTest::keyClick(input(1), Qt::Key_Left);
        QVERIFY(message().contains(QStringLiteral("Left moves")));
        QCOMPARE(input(1)->text(), QStringLiteral("A"));
        QTest::keyClick(input(1), Qt::Key_Return);
        QVERIFY(part<QTreeWidget>("keyList")); // still open
        QCOMPARE(shortcutOf("Quote Is &Right"), QStringLiteral("A"));
        QTest::keyClick(input(1), Qt::Key_Shift);
        QCOMPARE(input(1)->text(), QStringLiteral("A"));
    }

    void signsAreTheirOwnKeys() {
        QKeyEvent brace(QEvent::KeyPress, Qt::Key_BraceLeft, Qt::ShiftModifier,
                        QStringLiteral("{"));
        QCOMPARE(keyOf(brace), QKeySequence(Qt::Key_BraceLeft));
        QKeyEvent letter(QEvent::KeyPress, Qt::Key_A, Qt::ShiftModifier, QStringLiteral("A"));
        QCOMPARE(keyOf(letter), QKeySequence(Qt::SHIFT | Qt::Key_A));
        QKeyEvent pad(QEvent::KeyPress, Qt::Key_Plus, Qt::KeypadModifier, QStringLiteral("+"));
        QCOMPARE(keyOf(pad), QKeySequence(Qt::Key_Plus));
        QVERIFY(KeyMap::standard().matches(pad, QStringLiteral("timeline.closer")));
    }

    void textsTellTheKey() {
        QVERIFY(choose("Undo"));
        QTest::keyClick(input(1), Qt::Key_F7);
        key(Qt::Key_J);
        key(Qt::Key_C);
        QCOMPARE(m_window->statusBar()->currentMessage(),
                 QStringLiteral("Confirmed. F7 takes it back."));
    }

    void standardKeysComeBack() {
        QVERIFY(choose("Quote Is Right"));
        QTest::keyClick(input(1), Qt::Key_Y);
        QVERIFY(choose("Not a Quote"));
        QTest::keyClick(input(1), Qt::Key_W);
        QVERIFY(choose("Quote Is Right"));
        QTest::keyClick(part<QPushButton>("resetKey"), Qt::Key_Space);
        QCOMPARE(shortcutOf("Quote Is &Right"), QStringLiteral("A"));
        QVERIFY(!part<QPushButton>("resetKey")->isEnabled());
        m_dialogs.confirmed = false;
        QTest::keyClick(part<QPushButton>("resetKeys"), Qt::Key_Space);
        QCOMPARE(shortcutOf("&Not a Quote"), QStringLiteral("W"));
        m_dialogs.confirmed = true;
        QTest::keyClick(part<QPushButton>("resetKeys"), Qt::Key_Space);
        QCOMPARE(shortcutOf("&Not a Quote"), QStringLiteral("X"));
        restart();
        QCOMPARE(shortcutOf("&Not a Quote"), QStringLiteral("X"));
    }

    void otherWindowsFollow() {
        MainWindow other(Services{engine(), m_settings.get(), &m_dialogs});
        m_settings->keys().setKeys(QStringLiteral("check.right"), {QKeySequence(Qt::Key_Y)});
        const auto actions = other.findChildren<QAction*>();
        QVERIFY(std::any_of(actions.begin(), actions.end(), [](const QAction* action) {
            return action->text() == QLatin1String("Quote Is &Right") &&
                   action->shortcut() == QKeySequence(Qt::Key_Y);
        }));
    }

    void senselessKeysAreIgnored() {
        const QString path = m_folder->filePath(QStringLiteral("odd.ini"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[keys]\ncheck.right=\"Nonsense; Left; Y\"\n");
        file.close();
        Settings settings(path);
        QCOMPARE(settings.keys().keys(QStringLiteral("check.right")),
                 QList<QKeySequence>{QKeySequence(Qt::Key_Y)});
    }

private:
    // Goes to the keys of a command by typing its name.
    bool choose(const char* text, const char* id = nullptr) {
        if (!openPreferences(2)) return false;
        auto* search = part<QLineEdit>("keySearch");
        search->setFocus();
        search->selectAll();
        QTest::keyClicks(search, QLatin1String(text));
        auto* list = part<QTreeWidget>("keyList");
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            QTreeWidgetItem* current = list->currentItem();
            if (current && current->text(0) == QLatin1String(text) &&
                (!id || current->data(0, Qt::UserRole).toString() == QLatin1String(id)))
                return true;
            QTest::keyClick(list, Qt::Key_Down);
        }
        return false;
    }

    KeyInput* input(int place) { return part<KeyInput>(place == 1 ? "keyInput1" : "keyInput2"); }
    QString message() { return part<QLabel>("keyMessage")->text(); }
    QString shortcutOf(const char* text) const {
        for (const QAction* action : m_window->findChildren<QAction*>())
            if (action->text() == QLatin1String(text)) return action->shortcut().toString();
        return QStringLiteral("no such action");
    }
};

QTEST_MAIN(TestKeys)
#include "test_keys.moc"
