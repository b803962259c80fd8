#include "ui/dialogs.h"

#include "core/formats/importers.h"
#include "ui/session/view_state.h"

#include <QCalendarWidget>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPrintDialog>
#include <QPushButton>
#include <QVBoxLayout>

namespace quoth::ui {
namespace {

// "Articles (*.txt *.html ...);;Web page (*.html *.htm);;...;;All files (*)"
QString openFilter() {
    QStringList all, filters;
    for (const Importer& importer : importers()) {
        QStringList patterns;
        for (const std::string_view extension : importer.extensions)
            patterns << QStringLiteral("*.") + toQString(extension);
        all += patterns;
        filters << QStringLiteral("%1 (%2)").arg(toQString(importer.description),
                                                 patterns.join(QLatin1Char(' ')));
    }
    if (!all.isEmpty())
        filters.prepend(QFileDialog::tr("Articles") +
                        QStringLiteral(" (%1)").arg(all.join(QLatin1Char(' '))));
    filters << QFileDialog::tr("All files") + QStringLiteral(" (*)");
    return filters.join(QStringLiteral(";;"));
}

} // namespace

QStringList DesktopDialogs::openFiles(QWidget* parent) {
    const QStringList files = QFileDialog::getOpenFileNames(
        parent, QFileDialog::tr("Open articles"), m_folder, openFilter());
    if (!files.isEmpty()) m_folder = QFileInfo(files.first()).absolutePath();
    return files;
}

QString DesktopDialogs::saveFile(QWidget* parent, const QString& title, const QString& suggested,
                                 const QString& filter) {
    return QFileDialog::getSaveFileName(parent, title, suggested, filter);
}

QDate DesktopDialogs::pickDate(QWidget* parent, QDate start) {
    QDialog dialog(parent);
    dialog.setWindowTitle(QObject::tr("When was the article published?"));
    auto* calendar = new QCalendarWidget;
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setSelectedDate(start.isValid() ? start : QDate::currentDate());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(QObject::tr("Use this date"));
    auto* layout = new QVBoxLayout(&dialog);
    layout->addWidget(calendar);
    layout->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    QObject::connect(calendar, &QCalendarWidget::activated, &dialog, &QDialog::accept);
    return dialog.exec() == QDialog::Accepted ? calendar->selectedDate() : QDate();
}

std::optional<CheckDetails> DesktopDialogs::editCheck(QWidget* parent, const CheckDetails& check) {
    CheckDialog dialog(check, parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.details()) : std::nullopt;
}

bool DesktopDialogs::setUpPrinter(QWidget* parent, QPrinter& printer) {
    QPrintDialog dialog(&printer, parent);
    return dialog.exec() == QDialog::Accepted;
}

void DesktopDialogs::inform(QWidget* parent, const QString& title, const QString& html) {
    QDialog dialog(parent);
    dialog.setWindowTitle(title);
    auto* label = new QLabel(html);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(label);
    layout->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    dialog.exec();
}

} // namespace quoth::ui
