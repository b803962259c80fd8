#include "ui/dialogs.h"

#include "core/formats/importers.h"
#include "ui/date_dialog.h"
#include "ui/session/view_state.h"
#include "ui/text_dialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPushButton>
#include <QScreen>

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
    DateDialog dialog(start, QDate::currentDate(), parent);
    return dialog.exec() == QDialog::Accepted ? dialog.date() : QDate();
}

std::optional<QString> DesktopDialogs::editNote(QWidget* parent, const QString& note) {
    bool accepted = false;
    const QString text = QInputDialog::getMultiLineText(
        parent, QObject::tr("Note"), QObject::tr("What did you find about this quote?"), note,
        &accepted);
    return accepted ? std::optional(text) : std::nullopt;
}

bool DesktopDialogs::setUpPrinter(QWidget* parent, QPrinter& printer) {
    QPrintDialog dialog(&printer, parent);
    return dialog.exec() == QDialog::Accepted;
}

bool DesktopDialogs::confirm(QWidget* parent, const QString& title, const QString& question,
                             const QString& goOn) {
    QMessageBox box(QMessageBox::Question, title, question, QMessageBox::Cancel, parent);
    box.setTextFormat(Qt::PlainText);
    QPushButton* yes = box.addButton(goOn, QMessageBox::AcceptRole);
    box.setDefaultButton(yes);
    box.exec();
    return box.clickedButton() == yes;
}

void DesktopDialogs::inform(QWidget* parent, const QString& title, const QString& html) {
    TextDialog(title, html, parent->screen()->availableSize(), parent).exec();
}

} // namespace quoth::ui
