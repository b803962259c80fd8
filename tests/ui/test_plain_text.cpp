// What an article says is text, whatever it looks like: no view, tooltip, card or accessible name
// reads it as markup, which would make Qt open the files that it names. Watched from outside: the
// kernel tells of every opening of a file that no one may open.
#include "tests/support/window_fixture.h"
#include "ui/timeline/timeline_table.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QHelpEvent>
#include <QToolTip>
#include <sys/inotify.h>
#include <unistd.h>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

namespace {

// Counts the openings of one file.
class OpenWatch {
public:
    explicit OpenWatch(const QString& path) : m_queue(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
        ::inotify_add_watch(m_queue, QFile::encodeName(path).constData(), IN_OPEN);
    }
    ~OpenWatch() { ::close(m_queue); }
    OpenWatch(const OpenWatch&) = delete;
    OpenWatch& operator=(const OpenWatch&) = delete;

    int count() { // so far
        alignas(inotify_event) char buffer[4096];
        for (ssize_t size; (size = ::read(m_queue, buffer, sizeof buffer)) > 0;)
            m_count += static_cast<int>(size) / static_cast<int>(sizeof(inotify_event));
        return m_count;
    }

private:
    int m_queue;
    int m_count = 0;
};

// An article whose every part holds the markup: names, roles, quotes, cues, times, events.
std::shared_ptr<const Document> hostile(const std::string& markup) {
    const std::string name = "Ann" + markup, cue = "said" + markup, time = "Monday" + markup;
    const std::string content = "“It is " + markup + " over,”";
    const std::string text = content + " " + name + " " + cue + " on " + time + ". " + name +
                             " resigned" + markup + " on " + time + ".";
    const auto span = [&](const std::string& words, std::size_t from = 0) {
        const std::size_t at = text.find(words, from);
        return makeSpan(at, at + words.size());
    };
    Document::Parts parts;
    parts.article.text = text;
    parts.article.title = "Title " + markup;
    parts.article.byline = "By " + markup;
    parts.article.published = Date{std::chrono::year{2021}, std::chrono::May, std::chrono::day{20}};
    parts.article.publishedFrom = DateOrigin::Caller;
    parts.blocks.push_back({makeSpan(0, text.size()), BlockKind::Paragraph});
    parts.sentences.push_back(parts.blocks[0].span);
    parts.entities.push_back({EntityType::Person, name, {{span(name), MentionKind::Name}}});
    parts.entities.push_back(
        {EntityType::Organization, "Board " + markup, {{span(name, 40), MentionKind::Noun}}});
    Quote quote;
    quote.kind = QuoteKind::Direct;
    quote.content = {span(content)};
    quote.cue = {span(cue)};
    quote.source = {span(name)};
    quote.speaker = EntityId{0};
    quote.addressee = quote.runnerUp = EntityId{1};
    quote.confidence = 0.9F;
    quote.why = {{ReasonStep::Source, name, span(name)}, {ReasonStep::Alias, markup, {}}};
    parts.quotes.push_back(quote);
    parts.times.push_back({span(time), TimeType::Date, "2021-05-17"});
    Event event;
    event.trigger = span("resigned" + markup);
    event.time = TimeId{0};
    event.value = "2021-05-17";
    event.participants = {EntityId{0}, EntityId{1}};
    event.summary = name + " resigned" + markup;
    parts.events.push_back(event);
    event.trigger = span("over");
    event.time.reset();
    event.value.clear();
    parts.events.insert(parts.events.begin(), event);
    return std::make_shared<const Document>(std::move(parts));
}

} // namespace

class TestPlainText : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_marker = m_folder->filePath(QStringLiteral("marker.png"));
        QImage(4, 4, QImage::Format_RGB32).save(m_marker);
        m_watch = std::make_unique<OpenWatch>(m_marker);
        m_markup = QStringLiteral("<img src=\"%1\"><b>x</b>").arg(m_marker);
        m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_settings->addRecentFile(m_folder->path() + QLatin1Char('/') +
                                  QStringLiteral("a<img src='%1'>.txt").arg(m_marker));
        m_window = std::make_unique<MainWindow>(Services{engine(), m_settings.get(), &m_dialogs});
        m_window->resize(1300, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup() {
        QToolTip::hideText();
        m_window.reset();
    }

    // The watch sees what this test forbids.
    void watchSees() {
        QToolTip::showText({5, 5}, m_markup, m_window.get());
        QTRY_VERIFY(m_watch->count() > 0);
    }

    void welcomePage() {
        touchAll();
        QCOMPARE(m_watch->count(), 0);
    }

    void everyViewOfAnArticle() {
        showArticle();
        touchAll();
        m_window->findChild<TimelinePanel*>()->showTable(true);
        touchAll();
        QCOMPARE(m_watch->count(), 0);
    }

    void everySelection() {
        showArticle();
        for (const Selection& selection :
             {Selection{QuoteId{0}}, Selection{EntityId{0}}, Selection{EventId{1}}}) {
            m_window->state().select(selection);
            touchAll();
        }
        m_window->state().togglePerson(EntityId{0});
        touchAll();
        QCOMPARE(m_watch->count(), 0);
    }

    void hoveredWords() {
        showArticle();
        ArticleView& view = m_window->article();
        for (const char* words : {"It is", "Ann", "said", "Monday", "resigned"}) {
            const QPoint at =
                view.characterRect(positionOf(view, QString::fromUtf8(words))).center();
            QTest::mouseMove(view.viewport(), at);
            QTest::qWait(20);
            hover(view.viewport(), at);
        }
        QTest::qWait(800); // the card comes after a while
        QCOMPARE(m_watch->count(), 0);
    }

private:
    void showArticle() {
        m_window->state().setDocument(hostile(m_markup.toStdString()));
        emit m_window->session().opened(true);
        for (QDockWidget* dock : m_window->findChildren<QDockWidget*>())
            dock->show();
        QCoreApplication::processEvents();
    }

    static void hover(QWidget* widget, QPoint at) {
        QHelpEvent help(QEvent::ToolTip, at, widget->mapToGlobal(at));
        QCoreApplication::sendEvent(widget, &help);
        QCoreApplication::processEvents();
    }

    // Asks every widget for its tooltips, at a grid of places and at each row, and for its names.
    void touchAll() {
        for (QDockWidget* dock : m_window->findChildren<QDockWidget*>()) {
            dock->raise();
            QCoreApplication::processEvents();
            touchVisible();
        }
        touchVisible();
    }

    void touchVisible() {
        for (QWidget* widget : m_window->findChildren<QWidget*>()) {
            if (!widget->isVisible()) continue;
            for (int y = 2; y < widget->height(); y += 24)
                for (int x = 2; x < widget->width(); x += 60)
                    hover(widget, {x, y});
            if (auto* view = qobject_cast<QAbstractItemView*>(widget)) touchRows(view, {});
            if (QAccessibleInterface* access = QAccessible::queryAccessibleInterface(widget))
                for (const auto text : {QAccessible::Name, QAccessible::Description,
                                        QAccessible::Value, QAccessible::Help})
                    (void)access->text(text);
        }
    }

    void touchRows(QAbstractItemView* view, const QModelIndex& parent) {
        const QAbstractItemModel* model = view->model();
        if (!model) return;
        for (int row = 0; row < model->rowCount(parent); ++row)
            for (int column = 0; column < model->columnCount(parent); ++column) {
                const QModelIndex index = model->index(row, column, parent);
                const QString tip = index.data(Qt::ToolTipRole).toString();
                QVERIFY2(!tip.contains(QStringLiteral("<img")), qPrintable(tip));
                QToolTip::showText(view->mapToGlobal(QPoint(1, 1)), tip, view);
                QCoreApplication::processEvents();
                touchRows(view, index);
            }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_marker, m_markup;
    std::unique_ptr<OpenWatch> m_watch;
    std::unique_ptr<Settings> m_settings;
    CannedDialogs m_dialogs;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestPlainText)
#include "test_plain_text.moc"
