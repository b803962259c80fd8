// What tests of the preferences share: the real window on an article with a library of the test's
// own, and the dialog, driven by keys.
#pragma once

#include "tests/support/kept_window.h"
#include "ui/preferences/preferences_dialog.h"

#include <QMenuBar>
#include <QTabWidget>
#include <QTreeWidget>

namespace quoth::ui::test {

class PreferencesTest : public KeptWindowTest {
protected:
    // As after the end of the program.
    void restart() {
        m_window.reset();
        m_settings = std::make_unique<Settings>(path("settings.ini"));
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
};

} // namespace quoth::ui::test
