#include "ui/preferences/preferences_dialog.h"

#include "ui/preferences/keeping_page.h"
#include "ui/preferences/keys_page.h"
#include "ui/preferences/reading_page.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace quoth::ui {

PreferencesDialog::PreferencesDialog(Settings* settings, Dialogs* dialogs, const QString& library,
                                     std::function<void()> forget, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Preferences"));
    auto* pages = new QTabWidget;
    pages->setObjectName(QStringLiteral("pages"));
    pages->tabBar()->setAccessibleName(tr("Pages"));
    pages->addTab(new ReadingPage(settings), tr("Reading"));
    pages->addTab(new KeepingPage(settings, library, std::move(forget)), tr("Keeping"));
    pages->addTab(new KeysPage(&settings->keys(), dialogs), tr("Keys"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Return ends a number
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(pages, 1);
    layout->addWidget(buttons);
    const QSize most = screen()->availableSize() * 0.9;
    resize(QSize(46 * fontMetrics().averageCharWidth() * 2, 34 * fontMetrics().height())
               .boundedTo(most));
    pages->tabBar()->setFocus();
    setAttribute(Qt::WA_KeyboardFocusChange); // the focus shows from the start
}

} // namespace quoth::ui
