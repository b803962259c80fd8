// quoth-annotate itself: files and JSON lines in, annotations out, exit status.
#include "tests/support/annotate_program.h"
#include "tests/support/german_article.h"

#include <QDir>
#include <QtTest>
#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace quoth::test;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
constexpr bool sanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool sanitized = false;
#endif

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("?");
}

QByteArray line(int number) {
    return "{\"id\": \"a" + QByteArray::number(number) +
           "\", \"text\": \"Hat found\\n\\n\\\"We won,\\\" Ann Lee said on Monday.\\n\"}\n";
}

} // namespace

class TestAnnotateProgram : public QObject {
    Q_OBJECT
private slots:
    void answersQuestions();
    void refusesWrongCommandLines_data();
    void refusesWrongCommandLines();
    void annotatesFiles();
    void annotatesTheStandardInput();
    void writesFolders();
    void annotatesSeveralArticlesOfAFile();
    void goesOnAfterAFailure();
    void annotatesLinesInOrder();
    void reportsBadLinesInPlace();
    void answersEveryLineAtOnce();
    void endsWhenNobodyReads();
    void takesTheDateFromTheCaller();
    void keepsAnnotationsOfItsOwnPages();
    void addsTheText();
    void writesToWhatIsNoFile();
    void waitsForTheReaderOfAPipe();
    void namesFilesInFolders();
    void shortensNamesThatAreTooLong();
    void leavesNothingWhenKilled();
    void tellsOfFilesThatGrowTooLarge();
    void echoesEveryId();
    void refusesTextsThatAreTooLong();
    void goesOnWhenMemoryRunsOut();
    void saysThatNoThreadStarts();
    void warnsOfOtherLanguages();
};

void TestAnnotateProgram::answersQuestions() {
    const Ran help = annotate({"--help"});
    QCOMPARE(help.status, 0);
    QVERIFY(help.out.contains("--jsonl") && help.err.isEmpty());
    const Ran version = annotate({"--version"});
    QCOMPARE(version.status, 0);
    QVERIFY(version.out.startsWith("quoth-annotate "));
    const Ran formats = annotate({"--list-formats"});
    QCOMPARE(formats.status, 0);
    QVERIFY(formats.out.contains(".html") && formats.out.contains("csv"));
}

void TestAnnotateProgram::refusesWrongCommandLines_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no article") << QStringList{"--article", "0", "a.txt"};
    QTest::newRow("an article of lines") << QStringList{"--jsonl", "--article", "2"};
    QTest::newRow("unknown option") << QStringList{"--colour"};
    QTest::newRow("unknown format") << QStringList{"--format", "docx", "a.txt"};
    QTest::newRow("impossible date") << QStringList{"--published", "2021-02-30"};
    QTest::newRow("no jobs") << QStringList{"-j", "0"};
    QTest::newRow("several pages to one output") << QStringList{"-f", "html", "a.txt", "b.txt"};
    QTest::newRow("lines as table") << QStringList{"--jsonl", "-f", "csv"};
    QTest::newRow("lines into a folder") << QStringList{"--jsonl", "-o", "/tmp"};
}

void TestAnnotateProgram::refusesWrongCommandLines() {
    QFETCH(QStringList, arguments);
    const Ran ran = annotate(arguments);
    QCOMPARE(ran.status, 2);
    QVERIFY(ran.out.isEmpty());
    QVERIFY(ran.err.startsWith("quoth-annotate: "));
}

void TestAnnotateProgram::annotatesFiles() {
    const QTemporaryDir folder;
    const QString a = write(folder, "a.txt", "Hat found\n\n\"We won,\" Ann Lee said.\n");
    const QString b = write(folder, "b.md", "# Second\n\n\"We lost,\" Bo Roe said.\n");
    const Ran ran = annotate({a, b, "-j", "2"});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.err, QByteArray());
    const auto objects = ran.objects();
    QCOMPARE(objects.size(), 2);
    QCOMPARE(objects[0]["id"].toString(), QString("a.txt"));
    QCOMPARE(objects[1]["id"].toString(), QString("b.md"));
    QCOMPARE(objects[1]["title"].toString(), QString("Second"));
    QCOMPARE(objects[0]["schema"].toString(), QString("quoth/1"));
}

void TestAnnotateProgram::annotatesTheStandardInput() {
    for (const QStringList& arguments : {QStringList{}, QStringList{"-"}}) {
        const Ran ran = annotate(arguments, "<html><body><h1>Hat found</h1><p>\"We won,\" Ann "
                                            "Lee said.</p></body></html>");
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.objects().value(0)["title"].toString(), QString("Hat found"));
    }
    const Ran empty = annotate({}, "\n");
    QCOMPARE(empty.status, 1);
    QVERIFY(empty.out.isEmpty() && empty.err.contains("no text"));
}

void TestAnnotateProgram::writesFolders() {
    const QTemporaryDir folder;
    const QString a = write(folder, "a.txt", "\"We won,\" Ann Lee said.\n");
    const QString b = write(folder, "a.md", "\"We lost,\" Bo Roe said.\n");
    const QString out = folder.filePath("new/out");
    const Ran ran = annotate({"-f", "csv", "-o", out, a, b});
    QCOMPARE(ran.status, 0);
    QVERIFY(contents(out + "/a.csv").contains("We won"));
    QVERIFY(contents(out + "/a-2.csv").contains("We lost"));
    QVERIFY(ran.err.contains("a-2.csv"));

    // A page is never written over the file it came from.
    const QString page = write(folder, "page.html", "<p>\"We won,\" Ann Lee said.</p>");
    QCOMPARE(annotate({"-f", "html", "-o", folder.path(), page}).status, 0);
    QVERIFY(contents(page).startsWith("<p>"));
    QVERIFY(contents(folder.filePath("page-2.html")).contains("<mark class=\"q"));
    QCOMPARE(annotate({"-f", "html", "-o", page, page}).status, 2);
    QVERIFY(contents(page).startsWith("<p>"));
}

void TestAnnotateProgram::annotatesSeveralArticlesOfAFile() {
    const QString feed = QStringLiteral(QUOTH_TEST_DATA "/feeds/gazette.atom");
    const auto all = annotate({feed}).objects();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0]["id"].toString(), QString("gazette.atom#1"));
    QVERIFY(all[1]["text"].toString().startsWith("Ferry fares"));
    const auto second = annotate({"--article", "2", feed}).objects();
    QCOMPARE(second.size(), 1);
    QCOMPARE(second[0], all[1]);

    const QTemporaryDir folder;
    QCOMPARE(annotate({"-f", "csv", "-o", folder.path(), feed}).status, 0);
    QVERIFY(contents(folder.filePath("gazette/2.csv")).contains("Jan Brook"));
    QVERIFY(!contents(folder.filePath("gazette/1.csv")).contains("Jan Brook"));
    QCOMPARE(annotate({"-f", "csv", "-a", "2", "-o", folder.path() + "/one", feed}).status, 0);
    QVERIFY(contents(folder.filePath("one")).contains("Jan Brook")); // a file, since it is none yet
    QVERIFY(QDir().mkpath(folder.filePath("two")));
    QCOMPARE(annotate({"-f", "csv", "-a", "2", "-o", folder.filePath("two"), feed}).status, 0);
    QVERIFY(contents(folder.filePath("two/gazette/2.csv")).contains("Jan Brook"));
    const QString file = folder.filePath("all.json");
    QCOMPARE(annotate({"-o", file, feed}).status, 0);
    QCOMPARE(contents(file).count('\n'), 2);

    // An input is never overwritten.
    const QString input = folder.filePath("gazette/2.csv");
    const Ran ran = annotate({"-f", "csv", "-o", folder.path(), feed, input});
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.err.contains("overwrite"), ran.err.constData());

    for (const QStringList& wrong :
         {QStringList{"-a", "3"}, QStringList{"-a", "whole"}, QStringList{"-f", "csv"}}) {
        const Ran refused = annotate(wrong + QStringList{feed});
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.out.isEmpty() && refused.err.contains("gazette.atom"));
    }
}

void TestAnnotateProgram::goesOnAfterAFailure() {
    const QTemporaryDir folder;
    const QString a = write(folder, "a.txt", "\"We won,\" Ann Lee said.\n");
    const Ran ran = annotate({folder.filePath("missing.txt"), folder.path(), a});
    QCOMPARE(ran.status, 1);
    QCOMPARE(ran.objects().size(), 1);
    QVERIFY(ran.err.contains("missing.txt") && ran.err.contains("is a folder"));
    QCOMPARE(annotate({a, "-o", folder.filePath("no/such/folder/a.json")}).status, 1);
}

void TestAnnotateProgram::annotatesLinesInOrder() {
    QByteArray input;
    constexpr int count = 300;
    for (int i = 0; i < count; ++i)
        input += line(i);
    for (const char* threads : {"1", "4"}) {
        const Ran ran = annotate({"--jsonl", "-j", threads}, input);
        QCOMPARE(ran.status, 0);
        const auto objects = ran.objects();
        QCOMPARE(objects.size(), count);
        for (int i = 0; i < count; ++i)
            QCOMPARE(objects[i]["id"].toString(), "a" + QString::number(i));
    }
    const QTemporaryDir folder;
    const QString out = folder.filePath("out.jsonl");
    const Ran ran = annotate({"--jsonl", write(folder, "in.jsonl", input), "-o", out});
    QCOMPARE(ran.status, 0);
    QVERIFY(ran.out.isEmpty());
    QCOMPARE(contents(out).count('\n'), count);
}

void TestAnnotateProgram::reportsBadLinesInPlace() {
    const Ran ran = annotate({"--jsonl"}, line(0) +
                                              "not JSON\n"
                                              "{\"id\": \"x\", \"text\": 5}\n"
                                              "{\"id\": \"y\", \"text\": \" \"}\n"
                                              "{\"id\": \"z\", \"text\": \"a\", \"published\": "
                                              "\"2021-13-01\"}\n"
                                              "{\"id\": \"\\ud800\", \"text\": \"a\"}\n" +
                                              line(1).trimmed());
    QCOMPARE(ran.status, 1);
    const auto objects = ran.objects();
    QStringList dump;
    for (const QJsonObject& object : objects)
        dump += object["id"].toString("-") + " " + object["error"]["code"].toString("fine");
    QCOMPARE(dump.join(", "), QString("a0 fine, - malformed, x malformed, y empty, z bad_argument, "
                                      "- malformed, a1 fine"));
}

void TestAnnotateProgram::answersEveryLineAtOnce() {
    QProcess process;
    process.start(QUOTH_ANNOTATE, {"--jsonl"});
    for (int i = 0; i < 3; ++i) {
        process.write(line(i));
        while (!process.canReadLine())
            QVERIFY(process.waitForReadyRead(60'000));
        QVERIFY(process.readLine().contains("\"id\":\"a" + QByteArray::number(i) + "\""));
    }
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
}

void TestAnnotateProgram::endsWhenNobodyReads() {
    QProcess shell;
    shell.start("sh",
                {"-c", "yes '{\"id\": \"a\", \"text\": \"Ann Lee said no.\"}' | " QUOTH_ANNOTATE
                       " --jsonl | head -n 2"});
    QVERIFY(shell.waitForFinished(60'000));
    QCOMPARE(shell.readAllStandardOutput().count('\n'), 2);
    QCOMPARE(shell.readAllStandardError(), QByteArray());

    shell.start("sh", {"-c", "echo 'Ann Lee said no.' | " QUOTH_ANNOTATE " >&-"});
    QVERIFY(shell.waitForFinished(60'000));
    QCOMPARE(shell.exitCode(), 1);
    QVERIFY(shell.readAllStandardError().contains("standard output"));
}

void TestAnnotateProgram::takesTheDateFromTheCaller() {
    const QTemporaryDir folder;
    const QString page = write(folder, "a.html",
                               "<meta property=article:published_time content=2020-01-01>"
                               "<p>Ann Lee said no.</p>");
    QCOMPARE(annotate({page}).objects().value(0)["published"].toString(), QString("2020-01-01"));
    QCOMPARE(annotate({page, "-p", "2021-05-20"}).objects().value(0)["published"].toString(),
             QString("2021-05-20"));
    const Ran lines = annotate({"--jsonl", "-p", "2021-05-20"},
                               line(0) + "{\"id\": \"b\", \"text\": \"Ann Lee said no.\", "
                                         "\"published\": \"2019-03-04\"}\n");
    QCOMPARE(lines.objects().value(0)["published"].toString(), QString("2021-05-20"));
    QCOMPARE(lines.objects().value(1)["published"].toString(), QString("2019-03-04"));
}

void TestAnnotateProgram::keepsAnnotationsOfItsOwnPages() {
    const QTemporaryDir folder;
    const QString a = write(folder, "a.txt", "\"We won,\" Ann Lee said on Monday.\n");
    const QString page = folder.filePath("page.html");
    QCOMPARE(annotate({"-f", "html", "-o", page, a, "-p", "2021-05-20"}).status, 0);
    QByteArray once = annotate({a, "-p", "2021-05-20"}).out, again = annotate({page}).out;
    QCOMPARE(again.replace("page.html", "a.txt"), once);
}

void TestAnnotateProgram::addsTheText() {
    const QJsonObject plain = annotate({"--jsonl"}, line(0)).objects().value(0);
    const QJsonObject whole = annotate({"--jsonl", "--with-text"}, line(0)).objects().value(0);
    QVERIFY(!plain.contains("text"));
    QVERIFY(whole["text"].toString().size() >= 20);
    QVERIFY(whole.contains("url") && whole.contains("publishedFrom"));
    QCOMPARE(whole["quotes"].toArray().size(), plain["quotes"].toArray().size());
    QCOMPARE(whole.value("blocks"), plain.value("blocks"));
}

void TestAnnotateProgram::writesToWhatIsNoFile() {
    const QTemporaryDir folder;
    const QString a = write(folder, "a.txt", "\"We won,\" Ann Lee said.\n");
    // The null device under another name, since a test must not put the system's own at risk.
    const QString device = folder.filePath("device");
    struct stat null {};
    QCOMPARE(::stat("/dev/null", &null), 0);
    if (::mknod(qPrintable(device), S_IFCHR | 0600, null.st_rdev) == 0) {
        QCOMPARE(annotate({a, "-o", device}).status, 0);
        QCOMPARE(annotate({"--jsonl", "-o", device}, line(0)).status, 0);
        struct stat info {};
        QVERIFY(::stat(qPrintable(device), &info) == 0 && S_ISCHR(info.st_mode));
    }
    if (::geteuid() != 0) QCOMPARE(annotate({a, "-o", "/dev/null"}).status, 0);

    const QByteArray plain = annotate({a}).out, lines = annotate({"--jsonl"}, line(0)).out;
    for (const char* name : {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"}) {
        const Ran ran = annotate({a, "-o", name});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.out, plain);
        QCOMPARE(annotate({"--jsonl", "-o", name}, line(0)).out, lines);
    }
    // What stands there already is not written over.
    QProcess shell;
    const QString out = folder.filePath("out");
    shell.start("sh", {"-c",
                       "{ echo before; " QUOTH_ANNOTATE " -o /dev/stdout \"$0\"; echo after; } > "
                       "\"$1\"",
                       a, out});
    QVERIFY(shell.waitForFinished(60'000));
    QCOMPARE(contents(out), "before\n" + plain + "after\n");

    QVERIFY(QFile::link(folder.filePath("missing"), folder.filePath("nowhere")));
    const Ran refused = annotate({a, "-o", folder.filePath("nowhere")});
    QCOMPARE(refused.status, 1);
    QVERIFY(refused.err.contains("leads nowhere"));
    QVERIFY(!QFile::exists(folder.filePath("missing")));
}

void TestAnnotateProgram::waitsForTheReaderOfAPipe() {
    const QTemporaryDir folder;
    const QString a = write(folder, "a.txt", "\"We won,\" Ann Lee said.\n");
    const QByteArray pipe = folder.filePath("pipe").toLocal8Bit();
    QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
    const QList<QStringList> runs = {{a}, {"--jsonl", write(folder, "in.jsonl", line(0))}};
    for (const QStringList& arguments : runs) {
        QProcess reader;
        reader.start("cat", {pipe});
        QCOMPARE(annotate(arguments + QStringList{"-o", pipe}).status, 0);
        QVERIFY(reader.waitForFinished(60'000));
        QCOMPARE(reader.readAllStandardOutput(), annotate(arguments).out);
        struct stat info {};
        QVERIFY(::stat(pipe.constData(), &info) == 0 && S_ISFIFO(info.st_mode));
    }
}

void TestAnnotateProgram::namesFilesInFolders() {
    const QTemporaryDir folder;
    const QByteArray text = "\"We won,\" Ann Lee said.\n";
    const QString a = write(folder, "a.txt", text), b = write(folder, "b.txt", text);
    const QString out = folder.filePath("out");
    QVERIFY(QDir().mkdir(out));
    QCOMPARE(annotate({"-f", "timeline-csv", "-o", out, a}).err, QByteArray());
    QVERIFY(QFile::exists(out + "/a.timeline.csv"));

    // An input under another name is not written over, nor one output by another.
    QVERIFY(QFile::link(a, out + "/a.json"));
    QVERIFY(::link(qPrintable(b), qPrintable(out + "/b.json")) == 0);
    const Ran ran = annotate({"-o", out, a, b});
    QCOMPARE(ran.status, 0);
    QVERIFY(ran.err.contains("a-2.json, since its own name is taken"));
    QVERIFY(ran.err.contains("b-2.json, since its own name is taken"));
    QVERIFY(contents(a) == text && contents(b) == text);
    QVERIFY(contents(out + "/a-2.json").contains("quoth/1"));
    QVERIFY(contents(out + "/b-2.json").contains("quoth/1"));

    QVERIFY(QFile::remove(out + "/a.json") && QFile::remove(out + "/b.json"));
    QVERIFY(QFile::link(out + "/b.json", out + "/a.json"));
    QCOMPARE(contents(write(folder, "out/b.json", "old")), QByteArray("old"));
    QCOMPARE(annotate({"-o", out, a, b}).status, 0);
    QVERIFY(contents(out + "/b.json").contains("\"id\":\"a.txt\"")); // through the link
    QVERIFY(contents(out + "/b-2.json").contains("\"id\":\"b.txt\""));

    // A link in a circle is an error of that one.
    QVERIFY(QFile::link("c.json", out + "/c.json"));
    const Ran circle = annotate({"-o", out, write(folder, "c.txt", text), b});
    QCOMPARE(circle.status, 1);
    QVERIFY(circle.err.contains("c.json cannot be written"));
    QVERIFY(contents(out + "/b.json").contains("\"id\":\"b.txt\""));
}

void TestAnnotateProgram::shortensNamesThatAreTooLong() {
    const QTemporaryDir folder;
    const QString stem = QString(125, QChar(0xE9)); // of two bytes each
    const QString a = write(folder, stem + "a.t", "\"We won,\" Ann Lee said.\n");
    const QString b = write(folder, stem + "b.t", "\"We lost,\" Bo Roe said.\n");
    const QString out = folder.filePath("out/");
    const Ran ran = annotate({"-o", out, "-f", "timelinejs", a, b});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.err.count("since its own name is too long"), 2);
    const QStringList names = QDir(out).entryList(QDir::Files, QDir::Name);
    QCOMPARE(names,
             (QStringList{stem.left(119) + "-2.timeline.json", stem.left(120) + ".timeline.json"}));
}

void TestAnnotateProgram::leavesNothingWhenKilled() {
    const QTemporaryDir folder;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        QProcess process;
        process.start(QUOTH_ANNOTATE, {"--jsonl", "-o", write(folder, "out.jsonl", "old")});
        process.write(line(0));
        QTRY_COMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
        QVERIFY(::kill(static_cast<pid_t>(process.processId()), signal) == 0);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{"out.jsonl"});
        QCOMPARE(contents(folder.filePath("out.jsonl")), QByteArray("old"));
    }
    // What the caller has set to be ignored stays so.
    QProcess shell;
    shell.start("sh", {"-c",
                       "trap '' HUP; " QUOTH_ANNOTATE " --jsonl -o \"$0\" & kill -s HUP $!; "
                       "wait $!",
                       folder.filePath("out.jsonl")});
    shell.closeWriteChannel();
    QVERIFY(shell.waitForFinished(60'000));
    QCOMPARE(shell.exitCode(), 0);
}

void TestAnnotateProgram::tellsOfFilesThatGrowTooLarge() {
    const QTemporaryDir folder;
    const QString a = write(folder, "a.txt", "\"We won,\" Ann Lee said.\n");
    const QString page = write(folder, "page.html", "old");
    QProcess shell;
    shell.start("sh",
                {"-c", "ulimit -f 1; exec " QUOTH_ANNOTATE " -f html -o \"$0\" \"$1\"", page, a});
    QVERIFY(shell.waitForFinished(60'000));
    QCOMPARE(shell.exitStatus(), QProcess::NormalExit);
    QCOMPARE(shell.exitCode(), 1);
    QVERIFY(shell.readAllStandardError().contains("the file is too large"));
    QCOMPARE(contents(page), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
}

void TestAnnotateProgram::echoesEveryId() {
    const auto answer = [](const QByteArray& id, const QByteArray& text) {
        return annotate({"--jsonl"}, "{\"id\": " + id + ", \"text\": " + text + "}\n").out;
    };
    for (const char* id :
         {"7", "-7", "-0", "0", "12345678901234567890", "123456789012345678901234567890", "1.50",
          "1E5", "-0.0", "\"7\"", "\"\"", "\"a\\\"b\""}) {
        const QByteArray good = answer(id, "\"Ann Lee said no.\"");
        QVERIFY2(good.startsWith("{\"schema\":\"quoth/1\",\"id\":" + QByteArray(id) + ",\"title\""),
                 good);
        const QByteArray bad = answer(id, "5");
        QVERIFY2(bad.startsWith("{\"id\":" + QByteArray(id) + ",\"error\":"), bad);
    }
    QVERIFY(answer("null", "\"Ann Lee said no.\"").startsWith("{\"schema\":\"quoth/1\",\"title\""));
    QVERIFY(answer("null", "5").startsWith("{\"id\":null,\"error\":"));
    for (const char* id : {"{}", "[\"a\"]", "true", "{\"id\": 3}"}) {
        const QByteArray bad = answer(id, "\"Ann Lee said no.\"");
        QVERIFY2(bad.startsWith("{\"id\":null,\"error\":") && bad.contains("neither a string"),
                 bad);
    }
    const QByteArray large = answer("1e400", "\"Ann Lee said no.\"");
    QVERIFY2(large.startsWith("{\"id\":null,\"error\":") && large.contains("too large: 1e400"),
             large);
    // Ids within other fields are theirs.
    const QByteArray inner = annotate({"--jsonl"}, "{\"id\": 1, \"text\": \"Ann Lee said no.\", "
                                                   "\"x\": {\"id\": 2, \"text\": 3}}\n")
                                 .out;
    QVERIFY2(inner.contains("\"id\":1,"), inner);
}

void TestAnnotateProgram::refusesTextsThatAreTooLong() {
    const QTemporaryDir folder;
    const QByteArray text = QByteArray((8 << 20) + 1, 'x');
    const QString message = "The article has 9 MB of text; Quoth reads up to 8 MB.";
    const QString path = write(folder, "long.txt", text);
    const Ran file = annotate({path});
    QCOMPARE(file.status, 1);
    QCOMPARE(QString(file.err), "quoth-annotate: " + path + ": " + message + "\n");

    const Ran lines = annotate({"--jsonl", "-j", "4"},
                               line(0) + "{\"id\": \"x\", \"text\": \"" + text + "\"}\n" + line(1));
    QCOMPARE(lines.status, 1);
    const auto objects = lines.objects();
    QCOMPARE(objects.size(), 3);
    QVERIFY(objects[0].contains("quotes") && objects[2].contains("quotes"));
    QCOMPARE(objects[1]["id"].toString(), QString("x"));
    QCOMPARE(objects[1]["error"]["code"].toString(), QString("too_large"));
    QCOMPARE(objects[1]["error"]["message"].toString(), message);
}

// The program with at most so many bytes of address space, or as a shell's ulimit has it.
Ran limited(const char* limit, const char* arguments, const QByteArray& input) {
    QProcess process;
    process.start("sh",
                  {"-c", QString("ulimit %1; exec '%2' %3")
                             .arg(QString(limit), QString(QUOTH_ANNOTATE), QString(arguments))});
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000)) qFatal("quoth-annotate does not end");
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestAnnotateProgram::goesOnWhenMemoryRunsOut() {
    if (sanitized) QSKIP("Sanitizers reserve more address space than the limit allows.");
    // The first has room for its text, but not for its tokens; the second not even for its line.
    for (const int megabytes : {7, 60}) {
        const QByteArray marks = QByteArray("( ").repeated(megabytes << 19);
        const Ran ran =
            limited("-v 500000", "--jsonl -j 1",
                    line(0) + "{\"id\": \"x\", \"text\": \"" + marks + "\"}\n" + line(1));
        QCOMPARE(ran.status, 1);
        const auto objects = ran.objects();
        QCOMPARE(objects.size(), 3);
        QVERIFY(objects[0].contains("quotes") && objects[2].contains("quotes"));
        const QString code = objects[1]["error"]["code"].toString();
        QVERIFY2(code == "out_of_memory" || (megabytes > 8 && code == "too_large"),
                 qPrintable(code));
    }
}

void TestAnnotateProgram::saysThatNoThreadStarts() {
    if (sanitized) QSKIP("Sanitizers reserve more address space than the limit allows.");
    // A thread's stack is as large as the limit of the first one's: none has room for it.
    const Ran ran = limited("-s 4000000; ulimit -v 1000000", "--jsonl -j 2", line(0));
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.err.contains("No thread can be started"), ran.err.constData());
    QVERIFY(ran.out.isEmpty());
}

// Once an article, and the annotation comes all the same.
void TestAnnotateProgram::warnsOfOtherLanguages() {
    const QTemporaryDir folder;
    const QByteArray german = germanArticle.toUtf8();
    const QString a = write(folder, "a.txt", german);
    const QString b = write(folder, "b.txt", "\"We won,\" Ann Lee said.\n");
    const Ran files = annotate({a, b});
    QCOMPARE(files.status, 0);
    QCOMPARE(files.objects().size(), 2);
    QCOMPARE(files.err.count("does not seem to be in English"), 1);
    QVERIFY(files.err.startsWith("quoth-annotate: " + a.toUtf8() + " does not seem"));

    const auto lineOf = [&](const QJsonObject& object) {
        return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    };
    const QString text = QString::fromUtf8(german);
    const Ran lines = annotate({"--jsonl"}, lineOf({{"id", "g"}, {"text", text}}) + line(1) +
                                                lineOf({{"text", text}}));
    QCOMPARE(lines.status, 0);
    QCOMPARE(lines.objects().size(), 3);
    QCOMPARE(lines.err.count('\n'), 2);
    QVERIFY(lines.err.contains("The article of id \"g\" does not seem to be in English."));
    QVERIFY(lines.err.contains("An article without id does not seem to be in English."));
}

QTEST_GUILESS_MAIN(TestAnnotateProgram)
#include "test_annotate_program.moc"
