// What tests of the preferences share: the real window on an article with a library of the test's
// own, and the dialog, driven by keys.
#pragma once

#include "tests/support/window_fixture.h"
#include "ui/preferences/preferences_dialog.h"

#include <QMenuBar>
#include <QTabWidget>
#include <QTreeWidget>

namespace quoth::ui::test {

class PreferencesTest : public QObject {
protected:
    void openFirstWindow() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(settingsFile());
        m_file = m_folder->filePath(QStringLiteral("ferry.txt"));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(article) == article.size());
        file.close();
        openWindow();
    }

    void openWindow() {
        m_window = std::make_unique<MainWindow>(
            Services{engine(), m_settings.get(), &m_dialogs, libraryFile()});
        m_window->resize(1300, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->openFiles({m_file});
        QTRY_VERIFY(m_window->state().document());
    }

    // As after the end of the program.
    void restart() {
        m_window.reset();
        m_settings = std::make_unique<Settings>(settingsFile());
        openWindow();
    }

    // A window counts as active to Qt's own test while one that belongs to it is.
    static bool activate(QWidget* window) {
        window->activateWindow();
        return QTest::qWaitFor([&] { return QApplication::activeWindow() == window; });
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QVERIFY(activate(m_window.get()));
        QTest::keyClick(m_window.get(), key, modifiers);
    }

    // Opens the dialog by its key and goes to a page by the arrow keys.
    PreferencesDialog* openPreferences(int page) {
        key(Qt::Key_Comma, Qt::ControlModifier);
        auto* dialog = m_window->findChild<PreferencesDialog*>();
        if (!dialog || !activate(dialog)) return nullptr;
        auto* pages = dialog->findChild<QTabWidget*>(QStringLiteral("pages"));
        pages->setCurrentIndex(0);
        for (int i = 0; i < page; ++i)
            QTest::keyClick(pages->tabBar(), Qt::Key_Right);
        return dialog;
    }

    template <typename Widget>
    Widget* part(const char* name) {
        auto* dialog = m_window->findChild<PreferencesDialog*>();
        return dialog ? dialog->findChild<Widget*>(QLatin1String(name)) : nullptr;
    }

    QString settingsFile() const { return m_folder->filePath(QStringLiteral("settings.ini")); }
    QString libraryFile() const { return m_folder->filePath(QStringLiteral("kept/library.db")); }
    const Document& document() const { return *m_window->state().document(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    CannedDialogs m_dialogs;
    QString m_file;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace quoth::ui::test
