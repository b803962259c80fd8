// The reader's library: what is acknowledged is kept, whatever happens to the program.
#include "core/library/library.h"

#include <QtTest>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <csignal>
#include <random>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace quoth;
namespace fs = std::filesystem;

namespace {

Document
smallDocument(const std::string& text = "“We won,” Ann Lee said. “It is over,” she said.") {
    Document::Parts parts;
    parts.article.text = text;
    parts.blocks.push_back({makeSpan(0, text.size()), BlockKind::Paragraph});
    parts.sentences.push_back(parts.blocks[0].span);
    const auto at = text.find("Ann Lee");
    parts.entities.push_back(
        {EntityType::Person, "Ann Lee", {{makeSpan(at, at + 7), MentionKind::Name}}});
    Quote quote;
    quote.kind = QuoteKind::Direct;
    quote.content = {makeSpan(0, text.find("”") + 3)};
    quote.speaker = EntityId{0};
    quote.confidence = 0.9F;
    parts.quotes.push_back(quote);
    return Document(std::move(parts));
}

Step noted(const Document& document, const std::string& note) {
    return {CheckQuote{anchorOf(document, QuoteId{0}), CheckState::Confirmed, note}};
}

std::string noteOf(const Step& step) {
    const auto* check = std::get_if<CheckQuote>(&step.front());
    return check ? check->note : std::string();
}

} // namespace

class TestLibrary : public QObject {
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsWhatWasDone() {
        const Document document = smallDocument();
        std::int64_t revision = 0;
        {
            auto library = open();
            const auto key = library.add({"/news/a.txt", "a.txt", &document, "1"});
            QVERIFY(key);
            for (const char* note : {"first", "second é 🙂"}) {
                const auto next = library.append(*key, revision, noted(document, note), document);
                QVERIFY2(next, next ? "" : next.error().message.c_str());
                revision = *next;
            }
            QVERIFY(library.setView(*key, "{\"zoom\":120}"));
        }
        auto library = open();
        const auto found = library.find("/news/a.txt", "another text");
        QVERIFY(found && *found);
        const KeptArticle& article = **found;
        QCOMPARE(article.name, std::string("a.txt"));
        QCOMPARE(article.engine, std::string("1"));
        QCOMPARE(article.view, std::string("{\"zoom\":120}"));
        QCOMPARE(article.machine.text(), document.text());
        QCOMPARE(article.machine.quotes().size(), std::size_t{1});
        QCOMPARE(article.work.revision, revision);
        QCOMPARE(article.work.done, std::size_t{2});
        QCOMPARE(noteOf(article.work.steps[1]), std::string("second é 🙂"));
        const Applied applied = apply(article.machine, article.work.corrections());
        QCOMPARE(applied.document.quotes()[0].note, std::string("second é 🙂"));
    }

    void findsByTextWhereTheFileMoved() {
        const Document document = smallDocument();
        auto library = open();
        QVERIFY(library.add({"/news/a.txt", "a.txt", &document, "1"}));
        const auto moved = library.find("/elsewhere/b.txt", document.text());
        QVERIFY(moved && *moved);
        const auto other = library.find("/elsewhere/b.txt", "other");
        QVERIFY(other && !*other);
    }

    void undoneStepsReturnUntilANewOneIsMade() {
        const Document document = smallDocument();
        auto library = open();
        const auto key = library.add({{}, "pasted", &document, "1"});
        QVERIFY(key);
        QVERIFY(library.append(*key, 0, noted(document, "a"), document));
        QVERIFY(library.append(*key, 1, noted(document, "b"), document));
        QVERIFY(library.setDone(*key, 2, 1));
        auto article = library.read(*key);
        QVERIFY(article);
        QCOMPARE(article->work.steps.size(), std::size_t{2});
        QCOMPARE(article->work.corrections().list.size(), std::size_t{1});
        QVERIFY(library.append(*key, 3, noted(document, "c"), document));
        article = library.read(*key);
        QVERIFY(article);
        QCOMPARE(article->work.steps.size(), std::size_t{2});
        QCOMPARE(noteOf(article->work.steps[1]), std::string("c"));
        QCOMPARE(article->work.done, std::size_t{2});
        QVERIFY(!library.setDone(*key, 4, 3)); // there is no third step
    }

    // Two windows on one article: the later one is told, and nothing is overwritten.
    void refusesAChangeOfAnOldRevision() {
        const Document document = smallDocument();
        auto first = open(), second = open();
        const auto key = first.add({{}, "pasted", &document, "1"});
        QVERIFY(key);
        QVERIFY(first.append(*key, 0, noted(document, "first"), document));
        const auto late = second.append(*key, 0, noted(document, "second"), document);
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::Conflict);
        const auto article = second.read(*key);
        QVERIFY(article);
        QCOMPARE(article->work.steps.size(), std::size_t{1});
        QCOMPARE(noteOf(article->work.steps[0]), std::string("first"));
        QVERIFY(second.append(*key, article->work.revision, noted(document, "second"), document));
    }

    void forgets() {
        const Document document = smallDocument();
        auto library = open();
        const auto key = library.add({"/a", "a", &document, "1"});
        QVERIFY(key && library.append(*key, 0, noted(document, "a"), document));
        QVERIFY(library.forget(*key));
        QCOMPARE(library.read(*key).error().code, ErrorCode::NotFound);
        QCOMPARE(library.append(*key, 1, noted(document, "b"), document).error().code,
                 ErrorCode::NotFound);
        const auto list = library.list();
        QVERIFY(list && list->empty());
    }

    // Another window that holds the key of a forgotten article does not write into a new one.
    void givesAKeyOnce() {
        const Document document = smallDocument();
        auto library = open();
        const auto old = library.add({"/a", "a", &document, "1"});
        QVERIFY(old && library.forget(*old));
        const auto next = library.add({"/b", "b", &document, "1"});
        QVERIFY(next && *next != *old);
        QCOMPARE(library.append(*old, 0, noted(document, "a"), document).error().code,
                 ErrorCode::NotFound);
    }

    void bringsAnOlderLibraryUpToDate() {
        const Document document = smallDocument();
        const auto key = open().add({"/a", "a", &document, "1"});
        QVERIFY(key);
        {
            auto database = Database::open(file());
            QVERIFY(database && database->execute("DROP TABLE given_key") &&
                    database->execute("PRAGMA user_version = 1"));
        }
        auto library = open();
        const auto kept = library.read(*key);
        QVERIFY(kept);
        QCOMPARE(kept->path, std::string("/a"));
        const auto next = library.add({"/b", "b", &document, "1"});
        QVERIFY(next && *next > *key);
    }

    void clearsTheFileItself() {
        const Document document = smallDocument();
        auto library = open();
        const auto key = library.add({"/a", "a", &document, "1"});
        QVERIFY(key && library.append(*key, 0, noted(document, "a secret"), document));
        QVERIFY(library.clear());
        const auto list = library.list();
        QVERIFY(list && list->empty());
        for (const QString& name : QDir(m_folder->path()).entryList(QDir::Files)) {
            QFile part(m_folder->filePath(name));
            QVERIFY(part.open(QIODevice::ReadOnly));
            const QByteArray all = part.readAll();
            QVERIFY2(!all.contains("secret") && !all.contains("Ann Lee"), qPrintable(name));
        }
        QVERIFY(library.add({"/a", "a", &document, "1"}));
    }

    void refusesANewerLibraryUnharmed() {
        { (void)open(); }
        sql("PRAGMA user_version = 99");
        const QByteArray before = bytes();
        const auto library = Library::open(file());
        QVERIFY(!library);
        QCOMPARE(library.error().code, ErrorCode::NewerVersion);
        QCOMPARE(bytes(), before);
    }

    void tellsADamagedLibrary() {
        { (void)open(); }
        QFile damaged(QString::fromStdString(file().string()));
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        damaged.write(QByteArray(200, 'x'));
        damaged.close();
        const auto library = Library::open(file());
        QVERIFY(!library);
        QCOMPARE(library.error().code, ErrorCode::Malformed);
    }

    void tellsWhereItCannotWrite() {
        const auto library =
            Library::open(fs::path(m_folder->path().toStdString()) / "no" / "l.db");
        QVERIFY(!library);
        QCOMPARE(library.error().code, ErrorCode::NotWritable);
    }

    void tellsWhenAnotherProgramHoldsIt() {
        const Document document = smallDocument();
        auto library = open();
        const auto key = library.add({{}, "a", &document, "1"});
        QVERIFY(key);
        auto other = Database::open(file());
        QVERIFY(other);
        {
            auto held = Transaction::begin(*other);
            QVERIFY(held);
            const auto late = library.append(*key, 0, noted(document, "a"), document);
            QVERIFY(!late);
            QCOMPARE(late.error().code, ErrorCode::Busy);
        }
        QVERIFY(library.append(*key, 0, noted(document, "a"), document));
    }

    void tellsAFullDisk() {
        const Document document = smallDocument();
        auto library = open();
        const auto key = library.add({{}, "a", &document, "1"});
        QVERIFY(key);
        QVERIFY(library.append(*key, 0, noted(document, "kept"), document));
        // Files of this size cannot grow: what a full disk looks like from here.
        rlimit old{};
        ::getrlimit(RLIMIT_FSIZE, &old);
        const rlimit tight{1, old.rlim_max};
        std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &tight);
        const auto full =
            library.append(*key, 1, noted(document, std::string(100'000, 'n')), document);
        ::setrlimit(RLIMIT_FSIZE, &old);
        QVERIFY(!full);
        const auto article = library.read(*key);
        QVERIFY(article);
        QCOMPARE(article->work.steps.size(), std::size_t{1});
        QVERIFY(library.append(*key, 1, noted(document, "later"), document));
    }

    void replacesWork() {
        auto library = open();
        const Document document = smallDocument();
        const auto key = library.add({{}, "a", &document, "1"});
        QVERIFY(key && library.append(*key, 0, noted(document, "old"), document));
        const Work other{{noted(document, "one"), noted(document, "two")}, 1, 0};
        const auto late = library.replace(*key, 0, other, document);
        QVERIFY(!late && late.error().code == ErrorCode::Conflict);
        QCOMPARE(noteOf(library.read(*key)->work.steps[0]), std::string("old"));
        QVERIFY(library.replace(*key, 1, other, document));
        const auto article = library.read(*key);
        QCOMPARE(article->work.steps.size(), std::size_t{2});
        QCOMPARE(noteOf(article->work.steps[1]), std::string("two"));
        QCOMPARE(article->work.done, std::size_t{1});
        QCOMPARE(article->work.revision, std::int64_t{2});
    }

    // Ends a child at a random moment of its work, again and again: what it was told is kept is
    // there, and nothing half-made is. QUOTH_KILL_ROUNDS sets how often.
    void losesNothingWhenKilled() {
        const int rounds = qEnvironmentVariableIsSet("QUOTH_KILL_ROUNDS")
                               ? qEnvironmentVariableIntValue("QUOTH_KILL_ROUNDS")
                               : 200;
        const Document document = smallDocument();
        std::mt19937 random(20261129);
        ArticleKey key = 0;
        {
            auto library = open();
            const auto added = library.add({{}, "a", &document, "1"});
            QVERIFY(added);
            key = *added;
        }
        std::int64_t told = 0; // the last change that a child was told is kept
        for (int round = 0; round < rounds; ++round) {
            int channel[2];
            QCOMPARE(::pipe(channel), 0);
            const pid_t child = ::fork();
            if (child == 0) work(key, document, channel[1]);
            ::close(channel[1]);
            // After some changes, somewhere in the next one, however slow the machine is.
            const auto hear = [&] {
                std::int64_t revision = 0;
                const bool heard = ::read(channel[0], &revision, sizeof revision) ==
                                   static_cast<ssize_t>(sizeof revision);
                if (heard) told = revision;
                return heard;
            };
            for (auto changes = random() % 6; changes > 0; --changes)
                QVERIFY(hear());
            ::usleep(static_cast<useconds_t>(random() % 3000));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            while (hear()) {
            }
            ::close(channel[0]);

            auto library = open();
            const auto article = library.read(key);
            QVERIFY2(article, article ? "" : article.error().message.c_str());
            const Work& work = article->work;
            QVERIFY2(work.revision == told || work.revision == told + 1,
                     qPrintable(QString("told %1, found %2").arg(told).arg(work.revision)));
            QCOMPARE(stateOf(work), expected(work.revision));
            told = work.revision;
        }
        qInfo("%lld changes in %d rounds", static_cast<long long>(told), rounds);
        QVERIFY(told > rounds); // the children were at work
        QCOMPARE(QString::fromStdString(integrity()), QString("ok"));
    }

private:
    // What a child does for ever: the change number n is a new step, but each third takes one back.
    [[noreturn]] void work(ArticleKey key, const Document& document, int channel) {
        auto library = Library::open(file());
        auto article =
            library ? library->read(key) : Expected<KeptArticle>(unexpected(library.error()));
        if (!article) ::_exit(1);
        std::int64_t revision = article->work.revision;
        std::size_t done = article->work.done;
        for (;;) {
            const bool takesBack = (revision + 1) % 3 == 0;
            const auto next =
                takesBack
                    ? library->setDone(key, revision, done - 1)
                    : library->append(key, revision, noted(document, std::to_string(revision + 1)),
                                      document);
            if (!next) ::_exit(2);
            done = takesBack ? done - 1 : done + 1;
            revision = *next;
            if (::write(channel, &revision, sizeof revision) < 0) ::_exit(3);
        }
    }

    static QString stateOf(const Work& work) {
        QStringList notes;
        for (const Step& step : work.steps)
            notes << QString::fromStdString(noteOf(step));
        return QString("%1: %2").arg(work.done).arg(notes.join(' '));
    }
    static QString expected(std::int64_t revision) {
        QStringList notes;
        qsizetype done = 0;
        for (std::int64_t i = 1; i <= revision; ++i) {
            if (i % 3 == 0) {
                --done;
                continue;
            }
            notes = notes.mid(0, done) << QString::number(i);
            ++done;
        }
        return QString("%1: %2").arg(done).arg(notes.join(' '));
    }

    fs::path file() const { return fs::path(m_folder->path().toStdString()) / "library.db"; }
    QByteArray bytes() const {
        QFile content(QString::fromStdString(file().string()));
        return content.open(QIODevice::ReadOnly) ? content.readAll() : QByteArray();
    }
    Library open() const {
        auto library = Library::open(file());
        if (!library) qFatal("%s", library.error().message.c_str());
        return std::move(*library);
    }
    void sql(const char* statements) const {
        auto database = Database::open(file());
        QVERIFY(database && database->execute(statements));
    }
    std::string integrity() const {
        auto database = Database::open(file());
        auto query = database->prepare("PRAGMA integrity_check");
        return query && query->step() ? query->text(0) : "no answer";
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestLibrary)
#include "test_library.moc"
