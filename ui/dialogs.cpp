#include "ui/dialogs.h"

#include "core/formats/in/importers.h"
#include "ui/article_chooser.h"
#include "ui/date_dialog.h"
#include "ui/state/view_state.h"
#include "ui/text_dialog.h"
#include "ui/translation.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
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
        filters << QStringLiteral("%1 (%2)").arg(formatLabel(importer.description),
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

std::optional<CheckDetails> DesktopDialogs::editCheck(QWidget* parent, const CheckDetails& check) {
    CheckDialog dialog(check, parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.details()) : std::nullopt;
}

std::optional<int> DesktopDialogs::pickConfidence(QWidget* parent,
                                                  const std::function<int(int)>& count) {
    QDialog dialog(parent);
    dialog.setWindowTitle(QObject::tr("Accept quotes"));
    auto* percent = new QSpinBox;
    percent->setRange(1, 99);
    percent->setValue(90);
    percent->setSuffix(QObject::tr(" %"));
    auto* label = new QLabel(QObject::tr("Accept what the machine is at least this &sure of:"));
    label->setBuddy(percent);
    auto* told = new QLabel;
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    QPushButton* accept = buttons->button(QDialogButtonBox::Ok);
    accept->setText(QObject::tr("Accept"));
    const auto tell = [&](int from) {
        const int quotes = count(from);
        told->setText(QObject::tr("%Ln quote(s) of those shown", nullptr, quotes));
        accept->setEnabled(quotes > 0);
    };
    QObject::connect(percent, &QSpinBox::valueChanged, &dialog, tell);
    tell(percent->value());
    auto* layout = new QVBoxLayout(&dialog);
    for (QWidget* widget : std::initializer_list<QWidget*>{label, percent, told, buttons})
        layout->addWidget(widget);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    return dialog.exec() == QDialog::Accepted ? std::optional(percent->value()) : std::nullopt;
}

bool DesktopDialogs::setUpPrinter(QWidget* parent, QPrinter& printer) {
    QPrintDialog dialog(&printer, parent);
    return dialog.exec() == QDialog::Accepted;
}

bool DesktopDialogs::confirm(QWidget* parent, const QString& question, const QString& details,
                             const QString& action) {
    QMessageBox box(QMessageBox::Question, QCoreApplication::applicationName(), question,
                    QMessageBox::Cancel, parent);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(details);
    const auto* yes = box.addButton(action, QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == yes;
}

Session::WorkChoice DesktopDialogs::chooseWork(QWidget* parent, int inFile, int inLibrary) {
    QMessageBox box(QMessageBox::Question, QCoreApplication::applicationName(),
                    QObject::tr("You have done other work on this article here."),
                    QMessageBox::Cancel, parent);
    const QString here = QObject::tr("%n step(s) here are not in the file.", nullptr, inLibrary);
    const QString there = QObject::tr("%n step(s) of the file are not here.", nullptr, inFile);
    box.setInformativeText((inFile > 0 ? here + QLatin1Char(' ') + there : here) +
                           QLatin1Char(' ') + QObject::tr("With which do you want to go on?"));
    const auto* file = box.addButton(QObject::tr("The &File’s"), QMessageBox::AcceptRole);
    auto* library = box.addButton(QObject::tr("&What Is Here"), QMessageBox::AcceptRole);
    box.setDefaultButton(library);
    box.exec();
    if (box.clickedButton() == file) return Session::WorkChoice::File;
    return box.clickedButton() == library ? Session::WorkChoice::Library
                                          : Session::WorkChoice::Cancel;
}

std::optional<std::string> DesktopDialogs::chooseArticle(QWidget* parent, const QString& name,
                                                         const Imported& file) {
    ArticleChooser chooser(name, file, parent);
    return chooser.exec() == QDialog::Accepted ? std::optional(chooser.chosen()) : std::nullopt;
}

void DesktopDialogs::inform(QWidget* parent, const QString& title, const QString& html) {
    TextDialog(title, html, parent->screen()->availableSize(), parent).exec();
}

} // namespace quoth::ui
