// A reader with large letters on the desktop: the article is never smaller than the panels, titles
// of panels keep their letters, and the window still fits a small screen.
#include "tests/support/window_fixture.h"
#include "ui/reader/type_scale.h"

#include <QTabBar>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

class TestLargeFont : public QObject {
    Q_OBJECT

private slots:
    void articleFollowsTheInterface_data() {
        QTest::addColumn<int>("interface");
        QTest::addColumn<qreal>("body");
        QTest::newRow("9 points") << 12 << 18.0;
        QTest::newRow("10 points") << 13 << 18.0;
        QTest::newRow("12 points") << 16 << 22.0;
        QTest::newRow("18 points") << 24 << 32.0;
    }
    void articleFollowsTheInterface() {
        QFETCH(int, interface);
        QFont font = QApplication::font();
        font.setPixelSize(interface);
        QTEST(bodySizeBeside(font), "body");
    }

    void fitsASmallScreen() {
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPixelSize(24); // 18 points
        QApplication::setFont(large);
        applyTheme(Theme::Light);
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("settings.ini")));
        CannedDialogs dialogs;
        MainWindow window({engine(), &settings, &dialogs});
        window.resize(1024, 700);
        window.show();
        window.openText(QString::fromUtf8(article));
        QTRY_VERIFY_WITH_TIMEOUT(window.state().document(), 60000);
        QTest::qWait(50);
        const QSize least = window.minimumSizeHint();
        QVERIFY2(least.width() <= 1024 && least.height() <= 700,
                 qPrintable(QStringLiteral("%1x%2").arg(least.width()).arg(least.height())));
        QCOMPARE(window.size(), QSize(1024, 700));
        QVERIFY(window.article().viewport()->width() >= 400);

        const auto bars = window.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(!bars.isEmpty());
        for (const QTabBar* tabs : bars) {
            QCOMPARE(tabs->elideMode(), Qt::ElideNone);
            for (int i = 0; i < tabs->count(); ++i)
                QVERIFY(tabs->tabRect(i).width() >
                        tabs->fontMetrics().horizontalAdvance(tabs->tabText(i)));
        }
        QApplication::setFont(before);
    }
};

QTEST_MAIN(TestLargeFont)
#include "test_large_font.moc"
