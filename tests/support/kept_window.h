// What window tests of kept work share: the real window on an article's file, with a library of the
// test's own, and opened again as after the end of the program.
#pragma once

#include "tests/support/window_fixture.h"

namespace quoth::ui::test {

class KeptWindowTest : public QObject {
protected:
    // A new folder with the article and nothing kept.
    void openFirstWindow() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(path("settings.ini"));
        m_dialogs = CannedDialogs();
        m_file = path("ferry.txt");
        m_library = path("kept/library.db");
        write(article);
        openWindow();
        QVERIFY(document().quotes().size() >= 3);
    }

    void openWindow() {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(services());
        m_window->resize(1300, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->openFiles({m_file});
        QTRY_VERIFY(m_window->state().document());
    }

    Services services() {
        return {engine(), m_settings.get(), &m_dialogs, m_library, [this] { return m_now; }};
    }
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    void write(const QByteArray& bytes) { // the article's file
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    const Document& document() const { return *m_window->state().document(); }
    // In the article.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&m_window->article(), key, modifiers);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    CannedDialogs m_dialogs;
    QString m_file, m_library;
    std::chrono::sys_seconds m_now = parseMoment("2021-05-20T10:00:00Z").value();
    std::unique_ptr<MainWindow> m_window;
};

} // namespace quoth::ui::test
