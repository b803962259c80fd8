// What tests of corrections by menus share: the real window on an article, and its menus.
#pragma once

#include "tests/support/window_fixture.h"

#include <QMenu>

namespace quoth::ui::test {

class EditingTest : public QObject {
protected:
    void openWindow(const char* name, const QByteArray& text) {
        openWindow();
        const QString path = m_folder->filePath(QLatin1String(name));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        m_window->openFiles({path});
        QTRY_VERIFY(m_window->state().document());
    }
    // On annotations made by hand.
    void openWindow(std::shared_ptr<const Document> document) {
        openWindow();
        showDocument(std::move(document));
    }
    void showDocument(std::shared_ptr<const Document> document) {
        m_window->state().setDocument(std::move(document));
        emit m_window->session().opened(true);
        QCoreApplication::processEvents();
    }

    const Document& document() const { return *m_window->state().document(); }

    static QMenu* openMenu() { return qobject_cast<QMenu*>(QApplication::activePopupWidget()); }
    static QMenu* menuByKey(QWidget* widget) {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(widget, &event);
        return openMenu();
    }
    // By keys where the menu is open.
    static void trigger(QMenu* menu, const QString& text) {
        for (QAction* action : menu->actions())
            if (action->text().remove(QLatin1Char('&')) == text && action->isEnabled()) {
                if (!menu->isVisible()) return action->trigger();
                menu->setActiveAction(action);
                QTest::keyClick(menu, Qt::Key_Return);
                return;
            }
        QFAIL(qPrintable(text));
    }

    void openWindow() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_window =
            std::make_unique<MainWindow>(Services{engine(), m_settings.get(), &m_dialogs, {}});
        m_window->resize(1300, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    CannedDialogs m_dialogs;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace quoth::ui::test
