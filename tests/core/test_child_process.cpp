// Other programs as functions: their output, their end, and what they may not do to us.
#include "core/support/child_process.h"

#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <filesystem>
#include <thread>

using namespace quoth;

namespace {

std::size_t openDescriptors() {
    const std::filesystem::directory_iterator all("/proc/self/fd");
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

ChildLimits generousTime() {
    ChildLimits limits;
    limits.wallTime = std::chrono::minutes(4);
    return limits;
}

} // namespace

class TestChildProcess : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void copies_data() {
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a line") << QByteArray("a\0line\n", 7);
        // Far more than pipes hold: writing and reading have to take turns.
        QTest::newRow("8 MB") << QByteArray(8 << 20, 'a');
    }
    void copies() {
        QFETCH(QByteArray, input);
        const auto output = runChild("/bin/cat", input.toStdString(), generousTime());
        QVERIFY(output.has_value());
        QVERIFY(output->output == input.toStdString());
        QVERIFY(output->end == ChildEnd::Exited);
        QCOMPARE(output->status, 0);
    }

    void tellsHowItEnds_data() {
        QTest::addColumn<QByteArray>("commands");
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("status");
        QTest::newRow("exits") << QByteArray("exit 3") << int(ChildEnd::Exited) << 3;
        QTest::newRow("crashes") << QByteArray("kill -SEGV $$") << int(ChildEnd::Crashed)
                                 << SIGSEGV;
        QTest::newRow("floods") << QByteArray("exec cat /dev/zero") << int(ChildEnd::WroteTooMuch)
                                << 0;
    }
    void tellsHowItEnds() {
        QFETCH(QByteArray, commands);
        QFETCH(int, end);
        QFETCH(int, status);
        ChildLimits limits = generousTime();
        limits.outputBytes = 100'000;
        const auto output = runChild(script(commands), {}, limits);
        QVERIFY(output.has_value());
        QCOMPARE(int(output->end), end);
        QCOMPARE(output->status, status);
    }

    void killsTheSlow_data() {
        QTest::addColumn<QByteArray>("commands");
        QTest::newRow("sleeps") << QByteArray("exec sleep 1000");
        QTest::newRow("sleeps without output") << QByteArray("exec sleep 1000 >/dev/null");
    }
    void killsTheSlow() {
        QFETCH(QByteArray, commands);
        ChildLimits limits;
        limits.wallTime = std::chrono::milliseconds(300);
        const auto output = runChild(script(commands), std::string(8 << 20, 'a'), limits);
        QVERIFY(output.has_value());
        QVERIFY(output->end == ChildEnd::TookTooLong);
    }

    void refusesWhatIsNoProgram() {
        for (const char* path : {"/no/such/program", "/etc", "/etc/passwd"}) {
            const auto output = runChild(path, "input");
            QVERIFY(!output.has_value());
            QVERIFY(output.error().code == ErrorCode::NotFound);
        }
    }

    // What it does not read is no signal for us, whatever we do at that signal.
    void bearsInputThatIsNotRead() {
        struct sigaction before {
        }, after{};
        QCOMPARE(::sigaction(SIGPIPE, nullptr, &before), 0);
        std::signal(SIGPIPE, SIG_DFL);
        const auto output = runChild(script("echo no"), std::string(8 << 20, 'a'), generousTime());
        QCOMPARE(::sigaction(SIGPIPE, nullptr, &after), 0);
        QVERIFY(after.sa_handler == SIG_DFL);
        ::sigaction(SIGPIPE, &before, nullptr);
        QVERIFY(output.has_value());
        QCOMPARE(output->output, std::string("no\n"));
    }

    void inheritsNothing() {
        const std::filesystem::path file = m_folder.filePath(QStringLiteral("open")).toStdString();
        std::FILE* open = std::fopen(file.c_str(), "w"); // without O_CLOEXEC
        QVERIFY(open != nullptr);
        qputenv("QUOTH_TEST_SECRET", "secret");
        std::signal(SIGPIPE, SIG_IGN);
        const auto output = runChild(
            script("/bin/ls -l /proc/self/fd/; /usr/bin/env; /bin/grep SigIgn /proc/self/status"),
            {}, generousTime());
        std::signal(SIGPIPE, SIG_DFL);
        std::fclose(open);
        QVERIFY(output.has_value());
        const QString said = QString::fromStdString(output->output);
        QVERIFY2(!said.contains(QString::fromStdString(file)), qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("secret")), qPrintable(said));
        // The lower half are the usual signals; the C library holds two of the others back.
        const QRegularExpression none(QStringLiteral("SigIgn:\\t[0-9a-f]{8}[08]0000000\\n"));
        QVERIFY2(said.contains(none), qPrintable(said));
    }

    void leaksNoDescriptors() {
        const std::size_t before = openDescriptors();
        ChildLimits limits = generousTime();
        limits.outputBytes = 1000;
        for (int i = 0; i < 5; ++i) {
            QVERIFY(runChild("/bin/cat", "a", limits).has_value());
            QVERIFY(runChild("/bin/cat", std::string(100'000, 'a'), limits).has_value());
            QVERIFY(!runChild("/no/such/program", "a", limits).has_value());
        }
        QCOMPARE(openDescriptors(), before);
    }

    void runsInSeveralThreads() {
        constexpr int count = 4;
        std::array<bool, count> right{};
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < count; ++i)
            threads.emplace_back([&right, i] {
                right[i] = true;
                for (int k = 0; k < 10; ++k) {
                    const std::string input(300'000 + i, static_cast<char>('a' + i));
                    const auto output = runChild("/bin/cat", input, generousTime());
                    right[i] = right[i] && output && output->output == input;
                }
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(right, (std::array<bool, count>{true, true, true, true}));
    }

private:
    std::filesystem::path script(const QByteArray& commands) {
        QFile file(m_folder.filePath(QString::number(m_scripts++)));
        if (!file.open(QIODevice::WriteOnly)) qFatal("no script can be written");
        file.write("#!/bin/sh\n" + commands + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName().toStdString();
    }

    QTemporaryDir m_folder;
    int m_scripts = 0;
};

QTEST_GUILESS_MAIN(TestChildProcess)
#include "test_child_process.moc"
