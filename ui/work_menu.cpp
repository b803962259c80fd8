// The reader's work as a whole: saved as a file, forgotten; what changed in its article.
#include "core/formats/in/importers.h"
#include "core/quotes/quote_editing.h"
#include "core/support/guarded.h"
#include "core/support/output_file.h"
#include "ui/main_window.h"
#include "ui/session/background.h"

#include <QApplication>
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

// Not under what the reader is about to answer.
void MainWindow::refreshWork() {
    if (!QApplication::activePopupWidget() && !QApplication::activeModalWidget() &&
        !m_session.isBusy())
        m_desk.refresh();
}

void MainWindow::showLost() {
    int lost = 0;
    for (const Desk::Standing& standing : m_desk.standings())
        lost += standing.state == Desk::Standing::Lost ? 1 : 0;
    m_lost->setText(tr("%Ln correction(s) found no place in this text.", nullptr, lost));
    m_lost->setVisible(lost > 0);
}

// What the reader has selected: words, else a quote, an event or a name.
void MainWindow::putBack(std::size_t step) {
    const Document& document = *m_state.document();
    Span place;
    if (const TextRange words = m_article->selectedRange(); !words.empty())
        place = QuoteEditing(document).snapped(toSpan(document, words));
    else if (const auto quote = m_state.selectedQuote())
        place = document.quote(*quote).content.front();
    else if (const auto event = m_state.selectedEvent())
        place = document.event(*event).trigger;
    else if (const auto entity = m_state.selectedEntity())
        if (const auto& mentions = document.entity(*entity).mentions; !mentions.empty())
            place = mentions.front().span;
    if (place.empty())
        statusBar()->showMessage(
            tr("Select words, a quote, a name or an event in the article first."), 8000);
    else if (m_desk.putBack(step, place))
        statusBar()->showMessage(tr("The correction is back in force."), 8000);
    else
        statusBar()->showMessage(tr("Nothing there suits this correction."), 8000);
}

} // namespace quoth::ui
