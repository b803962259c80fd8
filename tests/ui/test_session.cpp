// Opening, cancelling, failing, re-dating; files that vanish; settings that are damaged.
#include "tests/support/window_fixture.h"

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

class TestSession : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_state = std::make_unique<ViewState>();
        m_keeper = std::make_unique<Keeper>(QString());
        m_desk = std::make_unique<Desk>(m_state.get(), m_keeper.get());
        m_session =
            std::make_unique<Session>(m_state.get(), m_desk.get(), m_settings.get(), engine());
    }

    void cleanup() { m_session.reset(); }

    void opensFile() {
        const QString path = write(QStringLiteral("ferry.txt"), article);
        open(path);
        QVERIFY(m_state->document());
        QCOMPARE(m_state->document()->text(), article.toStdString());
        QCOMPARE(m_session->path(), path);
        QCOMPARE(m_session->displayName(), QStringLiteral("ferry.txt"));
        QCOMPARE(m_settings->recentFiles(), QStringList{path});
        QCOMPARE(m_session->fileDate(), QDate::currentDate());
    }

    void opensPastedText() {
        QSignalSpy opened(m_session.get(), &Session::opened);
        m_session->openText(QString::fromUtf8(article));
        QVERIFY(opened.wait());
        QVERIFY(m_session->path().isEmpty());
        QVERIFY(m_settings->recentFiles().isEmpty());
        QCOMPARE(m_session->displayName(),
                 QStringLiteral("Ferry to Holm island will run all winter"));
    }

    // A failure tells why in a sentence and leaves what was open.
    void keepsWhatWasOpen_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("missing") << QByteArray();
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("blank") << QByteArray(" \n\t\n");
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\0\1\2\3\0\0\0\0\xff\xfe\0\0",
                                              16);
    }
    void keepsWhatWasOpen() {
        QFETCH(QByteArray, bytes);
        const QString good = write(QStringLiteral("ferry.txt"), article);
        open(good);
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_session->open(bytes.isNull() ? m_folder->filePath(QStringLiteral("none.txt"))
                                       : write(QStringLiteral("bad.txt"), bytes));
        QVERIFY(failed.wait());
        QVERIFY(!failed.first().first().toString().isEmpty());
        QCOMPARE(m_session->path(), good);
        QCOMPARE(m_state->document()->text(), article.toStdString());
        QVERIFY(!m_session->isBusy());
    }

    void saysThatATextIsTooLong() {
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_session->openText(QString((8 << 20) + 1, QLatin1Char('x')));
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().toString(),
                 QStringLiteral("The article has 9 MB of text; Quoth reads up to 8 MB."));
    }

    // One of a feed's articles, chosen by the reader; then the others beside it.
    void opensOneOfSeveralArticles() {
        const QByteArray feed = "<rss><item><title>Ferry to run</title><guid>https://a.example/1"
                                "</guid><description>The ferry will run.</description></item>"
                                "<item><title>Bridge to close</title><guid>2</guid><description>"
                                "The bridge closes.</description></item></rss>";
        const QString path = write(QStringLiteral("feed.rss"), feed);
        write(QStringLiteral("gone.txt"), article);
        std::size_t offered = 0;
        m_session->setAskForArticle([&](const QString& name, const Imported& file) {
            offered = name == QLatin1String("feed.rss") ? file.articles.size() : 0;
            return std::optional<std::string>("https://a.example/1");
        });
        open(path);
        QCOMPARE(offered, std::size_t{2});
        QCOMPARE(m_session->displayName(), QStringLiteral("Ferry to run"));
        QCOMPARE(m_session->path(), path);
        QCOMPARE(m_settings->recentFiles(), QStringList{path});
        const QString address = m_session->address().word();
        QCOMPARE(address, path + QStringLiteral("#https://a.example/1"));
        QVERIFY(m_session->neighbour(-1).isEmpty());
        QCOMPARE(m_session->neighbour(1), path + QStringLiteral("#2"));

        // Its address opens it without a question, also with another date.
        offered = 0;
        open(m_session->neighbour(1));
        QCOMPARE(m_session->displayName(), QStringLiteral("Bridge to close"));
        QCOMPARE(m_session->neighbour(1), m_folder->filePath(QStringLiteral("gone.txt")));
        QSignalSpy opened(m_session.get(), &Session::opened);
        m_session->setPublished(QDate(2024, 5, 14));
        QVERIFY(opened.wait());
        QCOMPARE(m_session->neighbour(-1), address);
        QCOMPARE(offered, std::size_t{0});

        // Who changes their mind keeps what is open; so does who asks for what is gone.
        m_session->setAskForArticle(
            [](const QString&, const Imported&) { return std::optional<std::string>(); });
        QSignalSpy noticed(m_session.get(), &Session::noticed);
        m_session->open(path);
        QVERIFY(noticed.wait());
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_session->open(path + QStringLiteral("#3"));
        QVERIFY(failed.wait());
        QCOMPARE(m_session->displayName(), QStringLiteral("Bridge to close"));
    }

    void readsAddresses() {
        const QString path = write(QStringLiteral("feed#2.rss"), "x");
        QCOMPARE(ArticleAddress::of(path), (ArticleAddress{path, {}}));
        QCOMPARE(ArticleAddress::of(path + QStringLiteral("#a#b")),
                 (ArticleAddress{path, QStringLiteral("a#b")}));
        const QString none = m_folder->filePath(QStringLiteral("none.rss#2"));
        QCOMPARE(ArticleAddress::of(none), (ArticleAddress{none, {}}));
        QCOMPARE(ArticleAddress::of({}), ArticleAddress());
        QCOMPARE((ArticleAddress{{}, QStringLiteral("a")}.word()), QString());
    }

    void opensFolderWithAnError() {
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_session->open(m_folder->path());
        QVERIFY(failed.wait());
        QVERIFY(!m_state->document());
    }

    // A later opening replaces one under way: only its result comes.
    void newestOpeningWins() {
        QByteArray large;
        for (int i = 0; i < 2000; ++i)
            large += article;
        QSignalSpy opened(m_session.get(), &Session::opened);
        m_session->open(write(QStringLiteral("large.txt"), large));
        m_session->open(write(QStringLiteral("ferry.txt"), article));
        QVERIFY(opened.wait());
        m_session.reset(); // waits for the stopped one
        QCOMPARE(opened.size(), 1);
        QCOMPARE(m_state->document()->text(), article.toStdString());
    }

    void cancels() {
        QByteArray large;
        for (int i = 0; i < 2000; ++i)
            large += article;
        QSignalSpy opened(m_session.get(), &Session::opened);
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_session->open(write(QStringLiteral("large.txt"), large));
        QVERIFY(m_session->isBusy());
        m_session->cancel();
        QVERIFY(!m_session->isBusy());
        m_session.reset();
        QCoreApplication::processEvents();
        QVERIFY(opened.isEmpty() && failed.isEmpty());
        QVERIFY(!m_state->document());
    }

    // Another date: the same text, filter and selection kept, times resolved.
    void setsTheDate() {
        open(write(QStringLiteral("ferry.txt"), article));
        QVERIFY(!m_state->document()->published());
        QVERIFY(m_session->waitingTimes() >= 0);
        Filter filter;
        filter.text = QStringLiteral("island");
        m_state->setFilter(filter);
        QSignalSpy opened(m_session.get(), &Session::opened);
        m_session->setPublished(QDate(2021, 5, 20));
        QVERIFY(opened.wait());
        QCOMPARE(opened.first().first().toBool(), false);
        QVERIFY(m_state->document()->published());
        QCOMPARE(toIso(*m_state->document()->published()), std::string("2021-05-20"));
        QCOMPARE(m_session->waitingTimes(), 0);
        QCOMPARE(m_state->filter().text, QStringLiteral("island"));
        QCOMPARE(m_session->displayName(), QStringLiteral("ferry.txt"));
    }

    void waitingTimesAreCounted() {
        m_state->setDocument(annotated());
        QCOMPARE(m_session->waitingTimes(), 1);
    }

    void deletedFileStaysOpen() {
        const QString path = write(QStringLiteral("ferry.txt"), article);
        open(path);
        QSignalSpy noticed(m_session.get(), &Session::noticed);
        QVERIFY(QFile::remove(path));
        QVERIFY(noticed.wait());
        QVERIFY(noticed.first().first().toString().contains(QStringLiteral("ferry.txt")));
        QCOMPARE(m_state->document()->text(), article.toStdString());
    }

    void neighboursAreTheFoldersArticles() {
        write(QStringLiteral("a.txt"), article);
        const QString b = write(QStringLiteral("b.txt"), article);
        const QString c = write(QStringLiteral("c.txt"), article);
        write(QStringLiteral("d.exe"), article);
        open(b);
        QCOMPARE(m_session->neighbour(1), c);
        QCOMPARE(m_session->neighbour(-1), m_folder->filePath(QStringLiteral("a.txt")));
        open(c);
        QCOMPARE(m_session->neighbour(1), QString());
    }

    void closes() {
        open(write(QStringLiteral("ferry.txt"), article));
        m_session->close();
        QVERIFY(!m_state->document());
        QVERIFY(m_session->path().isEmpty());
    }

    void recentFilesAreFewAndExist() {
        QStringList paths;
        for (int i = 0; i < 14; ++i) {
            paths.prepend(write(QStringLiteral("%1.txt").arg(i), article));
            m_settings->addRecentFile(paths.first());
        }
        m_settings->addRecentFile(paths[3]); // again: to the front, once
        QCOMPARE(m_settings->recentFiles().size(), 10);
        QCOMPARE(m_settings->recentFiles().first(), paths[3]);
        QVERIFY(QFile::remove(paths[3]));
        QVERIFY(!m_settings->recentFiles().contains(paths[3]));
    }

    void damagedSettingsAreBegunAnew() {
        const QString path = write(QStringLiteral("broken.ini"),
                                   QByteArray("[view\nzoom=1\n\0\xff\xfe%%%=\n[[[", 24));
        Settings settings(path);
        QCOMPARE(settings.zoom(), 100);
        QCOMPARE(settings.preferences().theme, Theme::System);
        settings.setZoom(140);
        QCOMPARE(Settings(path).zoom(), 140);
    }

    void senselessSettingsAreIgnored() {
        Settings settings(write(QStringLiteral("odd.ini"),
                                "[view]\nzoom=-4\ntheme=plaid\n[files]\nrecent=nowhere, \n"));
        QCOMPARE(settings.zoom(), 100);
        QCOMPARE(settings.preferences().theme, Theme::System);
        QVERIFY(settings.recentFiles().isEmpty());
    }

private:
    QString write(const QString& name, const QByteArray& bytes) {
        QFile file(m_folder->filePath(name));
        if (file.open(QIODevice::WriteOnly)) file.write(bytes);
        return file.fileName();
    }

    void open(const QString& path) {
        QSignalSpy opened(m_session.get(), &Session::opened);
        m_session->open(path);
        QVERIFY(opened.wait());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ViewState> m_state;
    std::unique_ptr<Keeper> m_keeper;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Session> m_session;
};

QTEST_MAIN(TestSession)
#include "test_session.moc"
