// The reader's work as a whole: saved as a file, forgotten.
#include "core/formats/importers.h"
#include "core/support/guarded.h"
#include "core/support/output_file.h"
#include "ui/main_window.h"
#include "ui/session/background.h"

#include <QFile>
#include <QStatusBar>

namespace quoth::ui {

void MainWindow::saveWork() {
    const QString extension = toQString(workFileExtension);
    const bool isWork = m_session.path().endsWith(QLatin1Char('.') + extension);
    const QString path = m_services.dialogs->saveFile(
        this, tr("Save Work"), isWork ? m_session.path() : suggestedPath(extension),
        QStringLiteral("%1 (*.%2)").arg(tr("Work file"), extension));
    if (path.isEmpty()) return;
    runInBackground(
        this,
        [file = m_desk.workFile(m_session.displayName()),
         target = std::filesystem::path(QFile::encodeName(path).toStdString())] {
            return guarded([&]() -> Outcome {
                const std::string bytes = writeWork(file);
                if (bytes.size() <= maximumInputBytes) return writeFile(target, bytes);
                return unexpected(ErrorCode::TooLarge, "The work on this article is too large for "
                                                       "a file that Quoth opens again.");
            });
        },
        [this, path](const Outcome& outcome) {
            if (outcome)
                statusBar()->showMessage(tr("Saved as %1.").arg(path), 8000);
            else
                showProblem(toQString(outcome.error().message));
        });
}

void MainWindow::forgetArticle() {
    const QString question =
        tr("Forget “%1” and all your work on it?").arg(m_session.displayName());
    const QString details = tr("Your corrections, checks and notes go for good; the article’s own "
                               "file stays as it is.");
    if (m_services.dialogs->confirm(this, question, details, tr("&Forget It"))) m_session.forget();
}

} // namespace quoth::ui
