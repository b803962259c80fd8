// The reader's work as a whole: saved as a file, forgotten; what changed in its article.
#include "core/formats/importers.h"
#include "core/support/guarded.h"
#include "core/support/output_file.h"
#include "ui/main_window.h"
#include "ui/session/background.h"

#include <QFile>
#include <QMenu>
#include <QStatusBar>
#include <algorithm>

namespace quoth::ui {
namespace {

QString changeLabel(const QuoteChange& change) {
    constexpr int mostCharacters = 60;
    const bool gone = change.kind == QuoteChangeKind::Dropped;
    QString words = toQString(gone ? change.wordsBefore : change.wordsAfter).simplified();
    if (words.size() > mostCharacters) words = words.left(mostCharacters).trimmed() + u'…';
    const auto nameOf = [](const std::string& name) {
        return name.empty() ? MainWindow::tr("nobody known") : toQString(name);
    };
    const QString before = nameOf(change.speakerBefore), after = nameOf(change.speakerAfter);
    QString what;
    switch (change.kind) {
    case QuoteChangeKind::Added:
        what = MainWindow::tr("Added, %1").arg(after);
        break;
    case QuoteChangeKind::Dropped:
        what = MainWindow::tr("Dropped, %1").arg(before);
        break;
    case QuoteChangeKind::Reworded:
        what = before == after ? MainWindow::tr("Reworded, %1").arg(after)
                               : MainWindow::tr("Reworded, %1 instead of %2").arg(after, before);
        break;
    case QuoteChangeKind::Reattributed:
        what = MainWindow::tr("%1 instead of %2").arg(after, before);
        break;
    }
    QString label = what + QStringLiteral(": ") + words;
    return label.replace(u'&', QStringLiteral("&&"));
}

} // namespace

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

void MainWindow::showChanges(const std::vector<QuoteChange>& changes) {
    const auto count = [&](QuoteChangeKind kind) {
        return static_cast<int>(
            std::count_if(changes.begin(), changes.end(),
                          [&](const QuoteChange& change) { return change.kind == kind; }));
    };
    QStringList parts;
    if (const int n = count(QuoteChangeKind::Added)) parts << tr("%n quote(s) added", nullptr, n);
    if (const int n = count(QuoteChangeKind::Dropped))
        parts << tr("%n quote(s) dropped", nullptr, n);
    if (const int n = count(QuoteChangeKind::Reworded))
        parts << tr("%n quote(s) reworded", nullptr, n);
    if (const int n = count(QuoteChangeKind::Reattributed))
        parts << tr("%n quote(s) with another speaker", nullptr, n);
    m_changes->setText(tr("Since you last read it: %1.").arg(parts.join(QStringLiteral(", "))));
    m_changeList->clear();
    for (const QuoteChange& change : changes) {
        QAction* row = m_changeList->addAction(changeLabel(change));
        row->setEnabled(change.after.has_value()); // a dropped one leads nowhere
        if (!change.after) continue;
        // By its place, since corrections may have moved it in the list.
        const Span place = m_state.document()->quote(*change.after).content.front();
        connect(row, &QAction::triggered, this, [this, place] {
            const Document* document = m_state.document();
            if (!document) return;
            for (std::size_t i = 0; i < document->quotes().size(); ++i)
                if (document->quotes()[i].content.front() == place)
                    m_state.select(makeId<QuoteTag>(i));
        });
    }
    m_changes->show();
}

} // namespace quoth::ui
