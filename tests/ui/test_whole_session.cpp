// One reader's work from the first opening to the last export, by real input: nothing of it is lost
// on the way through undo, a restart, an edited file, a work file in an empty library and exports.
#include "core/formats/annotation_data.h"
#include "tests/support/editing_fixture.h"
#include "tests/support/long_article.h"
#include "ui/quotes/filter_bar.h"
#include "ui/speakers/speaker_picker.h"
#include "ui/speakers/speakers_panel.h"
#include "ui/timeline/event_dialog.h"
#include "ui/timeline/timeline_view.h"

#include <QAbstractItemView>
#include <QLineEdit>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

namespace {

const QByteArray inserted = "Page four has more.\n\n";

QString dumpOf(const Document& document) {
    QString out;
    const auto add = [&](std::string_view words) {
        out += QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size())) + QChar(' ');
    };
    const auto addAll = [&](const std::vector<Span>& spans) {
        for (const Span& span : spans)
            add(document.slice(span));
        out += QStringLiteral("| ");
    };
    const auto addName = [&](std::optional<EntityId> id) {
        add(id ? std::string_view(document.entity(*id).name) : "nobody");
    };
    for (const Quote& quote : document.quotes()) {
        add(name(quote.kind));
        addAll(quote.content);
        addAll(quote.cue);
        addAll(quote.source);
        addName(quote.speaker);
        addName(quote.addressee);
        add(name(quote.check));
        add(quote.note);
        add(quote.checkSource);
        if (quote.checkedAt) add(toIso(*quote.checkedAt));
        // As JSON rounds it.
        const int percent = qRound(static_cast<double>(quote.confidence) * 100);
        out += QStringLiteral("confidence %1\n").arg(percent);
    }
    for (const Entity& entity : document.entities()) {
        add(name(entity.type));
        add(entity.name);
        for (const Mention& mention : entity.mentions)
            add(document.slice(mention.span));
        out += QChar('\n');
    }
    for (const Event& event : document.events()) {
        add(document.slice(event.trigger));
        add(event.value);
        add(name(event.status));
        add(event.byReader ? "set" : "found");
        for (const EntityId participant : event.participants)
            addName(participant);
        out += QChar('\n');
    }
    return out;
}

} // namespace

class TestWholeSession : public EditingTest {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(Theme::Light); }
    void cleanup() { m_window.reset(); }

    void losesNothing() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(path("settings.ini"));
        write("article.txt", twoArticles());
        openWindow("library.db");
        open("article.txt");
        QVERIFY(document().quotes().size() >= 25);
        const QString untouched = dumpOf(document());

        filter();
        correct();
        if (QTest::currentTestFailed()) return;
        const QString corrected = dumpOf(document());
        const std::size_t steps = work().done;
        QVERIFY(steps >= 20);
        QVERIFY(corrected != untouched);
        while (work().done > 0)
            takeBack();
        QCOMPARE(dumpOf(document()), untouched);
        while (work().done < steps)
            redo();
        QCOMPARE(dumpOf(document()), corrected);
        check();
        if (QTest::currentTestFailed()) return;
        const QString all = dumpOf(document());

        QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(!m_window->isVisible());
        QByteArray edited = twoArticles();
        edited.insert(edited.indexOf("The Norwegian foreign minister"), inserted);
        write("article.txt", edited);
        openWindow("library.db");
        open("article.txt");
        for (const Desk::Standing& standing : m_window->desk().standings())
            QVERIFY2(standing.state != Desk::Standing::Lost, qPrintable(standing.name));
        QCOMPARE(dumpOf(document()), all);
        const std::string exact = writeAnnotationData(document());

        m_dialogs.saved = path("article.quoth.json");
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(QFile::exists(m_dialogs.saved));
        openWindow("empty.db");
        open("article.quoth.json");
        QCOMPARE(writeAnnotationData(document()), exact);
        QCOMPARE(work().done, steps + checks);

        for (const char* format : {"html", "json", "csv"})
            exportBy(QStringLiteral("export-") + format, QStringLiteral("out.") + format);
        exportBy(QStringLiteral("export-check-sheet"), QStringLiteral("sheet.html"));
        exportBy(QStringLiteral("export-check-sheet-pdf"), QStringLiteral("sheet.pdf"));
        exportBy(QStringLiteral("export-pdf"), QStringLiteral("article.pdf"));
        open("out.html");
        QCOMPARE(writeAnnotationData(document()), exact);
        open("out.json");
        QCOMPARE(dumpOf(document()), all);
    }

private:
    static constexpr std::size_t checks = 5;

    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    void write(const char* name, const QByteArray& bytes) {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    void openWindow(const char* library) {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(
            Services{engine(), m_settings.get(), &m_dialogs, path(library),
                     [] { return parseMoment("2021-05-20T10:00:00Z").value(); }});
        m_window->resize(1300, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void open(const char* name) {
        QSignalSpy opened(&m_window->session(), &Session::opened);
        m_window->openFiles({path(name)});
        QTRY_VERIFY_WITH_TIMEOUT(!opened.isEmpty(), 60'000);
        QVERIFY(m_window->state().document());
    }
    const Work& work() const { return m_window->desk().work(); }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&m_window->article(), key, modifiers);
    }
    // Keys that make one step.
    void step(const char* letters) {
        const std::size_t before = work().done;
        QTest::keyClicks(&m_window->article(), QLatin1String(letters));
        QVERIFY2(work().done == before + 1, letters);
    }
    void takeBack() {
        const std::size_t before = work().done;
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(work().done, before - 1);
    }
    void redo() {
        const std::size_t before = work().done;
        key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(work().done, before + 1);
    }
    void pick(const QString& name) {
        auto* picker = m_window->findChild<SpeakerPicker*>();
        QVERIFY(picker && picker->isVisible());
        QTest::keyClicks(picker->findChild<QLineEdit*>(), name);
        QTest::keyClick(picker->findChild<QLineEdit*>(), Qt::Key_Return);
        QTRY_VERIFY(!m_window->findChild<SpeakerPicker*>());
        m_window->activateWindow(); // as a window manager does when a popup closes
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void filter() {
        const std::size_t all = m_window->state().shownQuotes().size();
        auto* search = m_window->findChild<FilterBar*>()->findChild<QLineEdit*>();
        QTest::keyClicks(search, QStringLiteral("bridge"));
        QVERIFY(!m_window->state().shownQuotes().empty());
        QVERIFY(m_window->state().shownQuotes().size() < all);
        m_window->article().setFocus();
        key(Qt::Key_Escape);
        QCOMPARE(m_window->state().shownQuotes().size(), all);
    }

    void goToLongQuote() { // of which three words are not all
        constexpr std::uint32_t longQuote = 80; // bytes
        const ViewState& state = m_window->state();
        do {
            const auto before = state.selectedQuote();
            key(Qt::Key_J);
            QVERIFY(state.selectedQuote() != before);
        } while (state.document()->quote(*state.selectedQuote()).content.front().size() <
                 longQuote);
    }

    void correct() {
        key(Qt::Key_J);
        for (const char* letter : {"a", "x", "a", "a", "x", "a"}) // each goes on to the next
            step(letter);
        key(Qt::Key_S);
        pick(QStringLiteral("Ingrid Vollan"));
        key(Qt::Key_J);
        key(Qt::Key_S);
        pick(QStringLiteral("Ida Holm")); // a new one
        QCOMPARE(work().done, std::size_t{8});
        key(Qt::Key_J);
        for (const char* letter : {"]", "[", "{", "]"})
            step(letter);
        goToLongQuote();
        for (int i = 0; i < 3; ++i)
            key(Qt::Key_Right, Qt::ControlModifier);
        step("/");
        key(Qt::Key_J);
        key(Qt::Key_J);
        step("g");
        key(Qt::Key_J);
        step("a");
        step("x");

        ArticleView& view = m_window->article();
        view.setCaret(positionOf(view, QStringLiteral("opens the harbours of each")), false);
        for (int i = 0; i < 4; ++i)
            key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        key(Qt::Key_Q);
        pick(QStringLiteral("Helena Brandt"));
        QCOMPARE(work().done, std::size_t{17});
        rename();
        date();
        QCOMPARE(work().done, std::size_t{19});
        for (int i = 0; i < 3; ++i)
            key(Qt::Key_K); // from the end
        step("a");
        step("x");
    }
    void rename() {
        auto* view = m_window->findChild<SpeakersPanel*>()->findChild<QAbstractItemView*>();
        view->setCurrentIndex(view->model()->index(0, 0));
        QTest::keyClick(view, Qt::Key_F2);
        auto* editor = view->viewport()->findChild<QLineEdit*>();
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("The Speaker"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(work().done, std::size_t{18});
    }
    void date() {
        auto* view = m_window->findChild<TimelineView*>();
        key(Qt::Key_Escape); // the speaker chosen before hides other things
        QTest::keyClick(view, Qt::Key_Home);
        QTest::keyClick(view, Qt::Key_Up); // from the statements to the events
        QVERIFY(m_window->state().selectedEvent());
        QMenu* menu = menuByKey(view);
        QVERIFY(menu);
        trigger(menu, QStringLiteral("Date…"));
        auto* dialog = m_window->findChild<EventDialog*>();
        QVERIFY(dialog);
        auto* line = dialog->findChild<QLineEdit*>();
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("July 2019"));
        QTest::keyClick(line, Qt::Key_Return);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->article().setFocus();
    }
    void check() {
        const std::size_t before = work().done;
        m_window->state().clear();
        key(Qt::Key_J);
        for (const char* letter : {"c", "l", "u", "d"}) {
            step(letter);
            key(Qt::Key_Space);
        }
        m_dialogs.check = {CheckState::Altered, QStringLiteral("heard “it”\non the radio"),
                           QStringLiteral("https://example.org/tape?a=1&b=2")};
        key(Qt::Key_M);
        QCOMPARE(work().done, before + checks);
    }
    void exportBy(const QString& action, const QString& name) {
        m_dialogs.saved = m_folder->filePath(name);
        auto* wanted = m_window->findChild<QAction*>(action);
        QVERIFY2(wanted && wanted->isEnabled(), qPrintable(action));
        wanted->trigger();
        const auto* problem = m_window->findChild<NoticeBar*>(QStringLiteral("problemBar"));
        QTRY_VERIFY(QFileInfo(m_dialogs.saved).size() > 0 || problem->isVisible());
        QVERIFY2(!problem->isVisible(), qPrintable(problem->text()));
    }
};

QTEST_MAIN(TestWholeSession)
#include "test_whole_session.moc"
