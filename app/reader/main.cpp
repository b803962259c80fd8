// quoth: the window. Opens the files named, else the article that was open last.
#include "core/support/resources.h"
#include "core/support/temporary_file.h"
#include "core/support/version.h"
#include "ui/main_window.h"
#include "ui/theme.h"
#include "ui/translation.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>

int main(int argc, char** argv) {
    using namespace quoth;
    handleSignals();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("quoth"));
    QApplication::setApplicationDisplayName(QStringLiteral("Quoth"));
    QApplication::setApplicationVersion(ui::toQString(version()));
    QApplication::setDesktopFileName(QStringLiteral("org.quoth.Quoth"));
    ui::installTranslation();

    QCommandLineParser arguments;
    arguments.setApplicationDescription(QCoreApplication::translate(
        "main", "Opens news articles and shows who said what, and when."));
    arguments.addHelpOption();
    arguments.addVersionOption();
    arguments.addPositionalArgument(QStringLiteral("FILES"),
                                    QCoreApplication::translate("main", "Articles to open."),
                                    QStringLiteral("[FILES...]"));
    const QCommandLineOption library(
        QStringLiteral("library"),
        QCoreApplication::translate("main", "Keep articles and your work on them in FILE."),
        QStringLiteral("FILE"), ui::Keeper::usualFile());
    arguments.addOption(library);
    arguments.process(application);

    ui::Settings settings;
    ui::DesktopDialogs dialogs;
    ui::applyTheme(settings.preferences().theme);
    const auto resources = findResources();
    if (resources) { // an installed program's icon is in the theme, a built one's in the source tree
        const auto file = QString::fromStdString((*resources / "icons" / "quoth.svg").string());
        QApplication::setWindowIcon(QIcon::fromTheme(
            QStringLiteral("quoth"), QFileInfo::exists(file) ? QIcon(file) : QIcon()));
    }
    const auto engine = ui::EngineLoader::start(resources);
    ui::MainWindow window({engine, &settings, &dialogs, arguments.value(library)});
    QStringList files = arguments.positionalArguments();
    const QString last = settings.lastFile();
    if (files.isEmpty() && QFileInfo::exists(ui::ArticleAddress::of(last).file)) files << last;
    window.show();
    window.openFiles(files);
    return QApplication::exec();
}
