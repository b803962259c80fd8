// What a screen reader is told: a name for every widget that takes the focus, rows that say what
// they stand for, and who says the text under the cursor.
#include "tests/support/sample_document.h"
#include "tests/support/window_fixture.h"
#include "ui/entities/entities_panel.h"
#include "ui/manual/manual_window.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/quotes/quotes_panel.h"
#include "ui/speakers/speaker_picker.h"
#include "ui/speakers/speakers_panel.h"
#include "ui/timeline/item_popup.h"
#include "ui/timeline/timeline_table.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QTabWidget>

using namespace quoth;
using namespace quoth::ui;
namespace sample = quoth::test::sample;

namespace {

QString say(QObject* object, QAccessible::Text what = QAccessible::Name) {
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(object);
    return face ? face->text(what) : QString();
}

// Widgets under `root` that take the focus and have no name or no role.
QStringList unnamed(QWidget& root) {
    QStringList out;
    for (QWidget* widget : root.findChildren<QWidget*>()) {
        // Lists of combo boxes speak for their box; what is not shown is never reached.
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || widget->isHidden() ||
            widget->inherits("QComboBoxListView"))
            continue;
        const QString type = QString::fromLatin1(widget->metaObject()->className());
        const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->role() == QAccessible::NoRole || say(widget).isEmpty())
            out << type + QLatin1Char('#') + widget->objectName() + QStringLiteral(" in ") +
                       QString::fromLatin1(widget->parentWidget()->metaObject()->className());
    }
    return out;
}

// What is said of a list's rows, in their order; of trees the first level below `parent`.
QStringList rows(const QAbstractItemView& view, const QModelIndex& parent = {}) {
    QStringList out;
    for (int row = 0; row < view.model()->rowCount(parent); ++row) {
        const QModelIndex index = view.model()->index(row, 0, parent);
        const QVariant spoken = index.data(Qt::AccessibleTextRole);
        out << (spoken.isValid() ? spoken : index.data()).toString();
    }
    return out;
}

} // namespace

class TestAccessibility : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(Theme::Light); }

    void everyWidgetOfTheWindowHasAName() {
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("settings.ini")));
        settings.addRecentFile(folder.filePath(QStringLiteral("ferry.txt")));
        ui::test::CannedDialogs dialogs;
        MainWindow window({ui::test::engine(), &settings, &dialogs});
        window.show();
        window.openText(QString::fromUtf8(ui::test::article));
        QTRY_VERIFY_WITH_TIMEOUT(window.state().document(), 60000);
        QCOMPARE(unnamed(window).join(QLatin1Char('\n')), QString());
    }

    void preferencesAndManualHaveNames() {
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("settings.ini")));
        ui::test::CannedDialogs dialogs;
        MainWindow window({ui::test::engine(), &settings, &dialogs}); // its commands are listed
        PreferencesDialog preferences(&settings, &dialogs, {}, [] {});
        auto* pages = preferences.findChild<QTabWidget*>(QStringLiteral("pages"));
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentIndex(page);
            preferences.show();
            QCOMPARE(unnamed(preferences).join(QLatin1Char('\n')), QString());
        }
        ManualWindow manual(&settings.keys());
        manual.show();
        QCOMPARE(unnamed(manual).join(QLatin1Char('\n')), QString());
    }

    void popUpsHaveNames() {
        QWidget parent;
        parent.show();
        const auto document = quoth::test::sampleDocument();
        new SpeakerPicker(&parent, *document, speakerCandidates(*document, QuoteId{0}), {},
                          [](auto) {});
        openItemPopup(&parent, {}, QStringLiteral("Items"), {QStringLiteral("one")}, [](int) {});
        QCOMPARE(unnamed(parent), QStringList());
    }

    void rowsSayWhatTheyStandFor() {
        quoth::test::DocumentBuilder b = quoth::test::sampleBuilder();
        b.parts.quotes[1].check = CheckState::Confirmed;
        ViewState state;
        state.setDocument(b.build());
        QuotesPanel quotes(&state);
        const auto* list = quotes.findChild<QAbstractItemView*>(QStringLiteral("quotes"));
        const QStringList said = rows(*list);
        QVERIFY(
            said[0].startsWith(QStringLiteral("Ines Vartanen, direct quote, not checked: “We")));
        QVERIFY(said[1].startsWith(QStringLiteral("Tom Adeyemi, indirect quote, confirmed: that")));
        QVERIFY(said[3].startsWith(QStringLiteral("Tom Adeyemi, indirect thought, not checked")));
        QVERIFY(said[5].startsWith(QStringLiteral("Doubtful (1), folded")));

        SpeakersPanel speakers(&state);
        QCOMPARE(rows(*speakers.findChild<QAbstractItemView*>())[0],
                 QStringLiteral("Tom Adeyemi, 3 quotes, 50 percent of the quoted words"));
        EntitiesPanel entities(&state);
        const auto* tree = entities.findChild<QAbstractItemView*>();
        QCOMPARE(rows(*tree, tree->model()->index(0, 0))[0], QStringLiteral("Tom Adeyemi"));
        TimelinePanel timeline(&state);
        timeline.showTable(true);
        QVERIFY(!rows(*timeline.findChild<TimelineTable*>()).contains(QString()));
    }

    void rowsAreReachedThroughTheInterface() {
        ViewState state;
        state.setDocument(quoth::test::sampleDocument());
        QuotesPanel quotes(&state);
        quotes.show();
        auto* list = quotes.findChild<QAbstractItemView*>(QStringLiteral("quotes"));
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(list);
        QCOMPARE(face->role(), QAccessible::List);
        QCOMPARE(face->childCount(), 6);
        QCOMPARE(face->child(0)->role(), QAccessible::ListItem);
        QVERIFY(face->child(0)
                    ->text(QAccessible::Name)
                    .startsWith(QStringLiteral("Ines Vartanen, direct quote")));
    }

    void theArticleTellsWhoSpeaksUnderTheCursor() {
        ViewState state;
        state.setDocument(ui::test::annotated());
        ArticleView view(&state);
        view.resize(600, 400);
        view.show();
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&view);
        QCOMPARE(face->role(), QAccessible::Document);
        QAccessibleTextInterface* text = face->textInterface();
        QVERIFY(text);
        QCOMPARE(face->text(QAccessible::Description), QString());

        const int waited = ui::test::positionOf(view, QStringLiteral("“We have waited"));
        state.select(QuoteId{0});
        QCOMPARE(text->cursorPosition(), waited);
        QCOMPARE(face->text(QAccessible::Description),
                 QStringLiteral("Anna Berg, direct quote, not checked"));

        const int money = ui::test::positionOf(view, QStringLiteral("money is there"));
        text->setSelection(0, money, money + 5);
        QCOMPARE(text->cursorPosition(), money + 5);
        QCOMPARE(face->text(QAccessible::Description),
                 QStringLiteral("Peter Lund, direct quote, not checked"));

        text->setCursorPosition(waited + 3); // as the arrow keys do: the caret tells, not the row
        QCOMPARE(text->cursorPosition(), waited + 3);
        QCOMPARE(face->text(QAccessible::Description),
                 QStringLiteral("Anna Berg, direct quote, not checked"));
        text->setCursorPosition(ui::test::positionOf(view, QStringLiteral("Ferry")));
        QCOMPARE(face->text(QAccessible::Description), QString());

        int begin = 0, end = 0;
        QVERIFY(text->attributes(money, &begin, &end)
                    .contains(QStringLiteral("Peter Lund\\, direct quote\\, not checked")));
        QVERIFY(begin <= money && money < end);
        QCOMPARE(
            text->attributes(ui::test::positionOf(view, QStringLiteral("Ferry")), &begin, &end),
            QString());
    }
};

QTEST_MAIN(TestAccessibility)
#include "test_accessibility.moc"
