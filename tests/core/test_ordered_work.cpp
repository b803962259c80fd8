// Jobs on several threads: in order, and no more of them at once than their bytes allow.
#include "app/annotate/ordered_work.h"

#include <QtTest>
#include <algorithm>
#include <atomic>

using quoth::app::OrderedWork;

class TestOrderedWork : public QObject {
    Q_OBJECT
private slots:
    void boundsTheBytesAtWork_data();
    void boundsTheBytesAtWork();
};

void TestOrderedWork::boundsTheBytesAtWork_data() {
    QTest::addColumn<int>("bytes"); // of each job, where 10 may be at work
    QTest::addColumn<int>("most");  // jobs at once
    QTest::newRow("small") << 1 << 8;
    QTest::newRow("half") << 5 << 2;
    QTest::newRow("more than half") << 6 << 1;
    QTest::newRow("more than the bound") << 50 << 1;
}

void TestOrderedWork::boundsTheBytesAtWork() {
    QFETCH(int, bytes);
    QFETCH(int, most);
    std::atomic<int> working = 0, highest = 0;
    std::vector<int> delivered;
    OrderedWork<int, int> work(
        8, 10,
        [&](int job) {
            const int now = ++working;
            for (int seen = highest; now > seen && !highest.compare_exchange_weak(seen, now);) {
            }
            std::this_thread::yield();
            --working;
            return job;
        },
        [&](int result) {
            delivered.push_back(result);
            return true;
        });
    QCOMPARE(work.workers(), 8U);
    for (int i = 0; i < 200; ++i)
        QVERIFY(work.add(i, static_cast<std::size_t>(bytes)));
    work.finish();
    QVERIFY(highest <= most);
    QCOMPARE(delivered.size(), std::size_t{200});
    QVERIFY(std::is_sorted(delivered.begin(), delivered.end()));
}

QTEST_GUILESS_MAIN(TestOrderedWork)
#include "test_ordered_work.moc"
