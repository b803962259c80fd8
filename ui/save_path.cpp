#include "ui/save_path.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace quoth::ui {
namespace {

// What this file says, translated.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(SavePath)
};

} // namespace

QString withExtension(const QString& path, const QString& extension) {
    // Not every dot begins an extension: "Vol. 2", "Dr. Lund".
    static const QRegularExpression ending(QStringLiteral("\\.[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*$"));
    if (ending.match(QFileInfo(path).fileName()).hasMatch()) return path;
    return (path.endsWith(QLatin1Char('.')) ? path.chopped(1) : path) + QLatin1Char('.') +
           extension;
}

QString fileNameOf(const QString& title) {
    static const QRegularExpression troublesome(QStringLiteral(R"([/\\:*?"<>|.\p{C}])"));
    constexpr qsizetype longest = 80;
    const QString name =
        QString(title).replace(troublesome, QStringLiteral(" ")).simplified().left(longest);
    return name.isEmpty() ? Words::tr("article") : name.trimmed();
}

QString chooseSavePath(Dialogs& dialogs, QWidget* parent, const QString& title,
                       const QString& suggested, const QString& filter, const QString& extension) {
    const QString chosen = dialogs.saveFile(parent, title, suggested, filter);
    if (chosen.isEmpty()) return {};
    const QString path = withExtension(chosen, extension);
    // The dialog has asked about the name as it was typed.
    if (path == chosen || !QFileInfo::exists(path)) return path;
    const QString question =
        Words::tr("%1 exists already. Replace it?").arg(QFileInfo(path).fileName());
    return dialogs.confirm(parent, question, {}, Words::tr("Replace")) ? path : QString();
}

} // namespace quoth::ui
