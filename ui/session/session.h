// The open article: where it comes from, its date, and the work that brings it into the view
// state. What was open stays until the new article is ready, and stays for good if that fails.
#pragma once

#include "core/document/changes.h"
#include "ui/session/analysis_job.h"
#include "ui/session/article_address.h"
#include "ui/session/settings.h"
#include "ui/state/desk.h"
#include "ui/state/view_state.h"

#include <QDate>
#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>
#include <functional>

namespace quoth::ui {

class Session : public QObject {
    Q_OBJECT
public:
    // `state`, `desk` and `settings` must outlive the session.
    Session(ViewState* state, Desk* desk, Settings* settings, EngineLoader engine,
            QObject* parent = nullptr);

    // A path, or the word of an article's address in a file of several.
    void open(const QString& address);
    void openText(const QString& text); // pasted or dropped
    void reload();                      // reads the open article's file again
    // The reader sets the article's date: a step of the desk. The article is then annotated again
    // with it, keeping selection and filter. `isGuess`: it is the file's.
    void setPublished(QDate date, bool isGuess = false);
    void close();
    void cancel();
    // Takes the open article and the reader's work on it out of the library and the list of recent
    // files, and closes it; failed() where that cannot be done.
    void forget();

    // Asked where a work file holds other steps than the library has on the same article: how many
    // of each are not in the other. Without it, the file's are taken.
    enum class WorkChoice { File, Library, Cancel };
    using AskForWork = std::function<WorkChoice(int inFile, int inLibrary)>;
    void setAskForWork(AskForWork ask) { m_askForWork = std::move(ask); }
    // Asked which article of a file that holds several: its id, wholeWork, or nullopt where the
    // reader changed their mind. Without it, the first. `name`: the file's.
    using AskForArticle =
        std::function<std::optional<std::string>(const QString& name, const Imported& file)>;
    void setAskForArticle(AskForArticle ask) { m_askForArticle = std::move(ask); }
    bool isBusy() const { return m_job.isRunning(); }

    // Empty for pasted text and while nothing is open.
    QString path() const { return m_address.file; }
    ArticleAddress address() const { return m_address; }
    QString displayName() const; // of what is open: file name; the title of one of several articles
    QString busyName() const { return m_next.name; } // of what is being read
    QDate fileDate() const; // the file's last change when it was opened; invalid without a file
    bool seemsEnglish() const { return m_seemsEnglish; } // what is open, or nothing is
    // Why what is open was read without the encoder; empty where it was not.
    const QString& withoutEncoder() const { return m_withoutEncoder; }
    int waitingTimes() const; // time expressions without value while the article has no date

    // The next (1) or previous (-1) article in the open one's file, then in its folder; empty at
    // its end.
    QString neighbour(int step) const;

signals:
    void busyChanged(bool busy);
    void progressed(int percent);
    // The view state holds another document: a new article, the same one with another date, or
    // none.
    void opened(bool newArticle);
    // The open file was read again, and its text is another one now; at least one change.
    void articleChanged(const std::vector<quoth::QuoteChange>& changes);
    void failed(const QString& reason); // one sentence; what was open is still there
    void noticed(const QString& note);  // for the status bar

private:
    struct Source {
        QString name;
        ArticleAddress address;
        QDate fileDate;
        std::vector<std::string> parts; // ids of all articles of the file, where it holds several
        bool keepView = false;          // the same article with another date
    };
    void start(Source source, AnalysisJob::Request request);
    void annotateAgain(const DateArticle& date);
    void finish(const AnalysisJob::Result& result);
    void choose(const Imported& file);
    std::optional<Work> workToOpen(const WorkFile& file) const;
    void reportChanges(std::shared_ptr<const Document> before);
    void watchFile();
    void fileChanged();

    ViewState* m_state;
    Desk* m_desk;
    Settings* m_settings;
    AnalysisJob m_job;
    QFileSystemWatcher m_files;
    AskForWork m_askForWork;
    AskForArticle m_askForArticle;
    Source m_next;
    ArticleAddress m_address;
    QString m_name;
    QDate m_fileDate;
    std::vector<std::string> m_parts;
    bool m_seemsEnglish = true;
    QString m_withoutEncoder;
};

QDate toQDate(Date date);

} // namespace quoth::ui
