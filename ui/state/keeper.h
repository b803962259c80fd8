// Keeps the reader's work in the library, and says when it cannot: then the work goes on in memory,
// and what waits is written as soon as the library takes it. The one place of the window that knows
// the library.
#pragma once

#include "core/formats/work_file.h"
#include "core/library/library.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <deque>
#include <memory>
#include <optional>

namespace quoth::ui {

class Keeper : public QObject {
    Q_OBJECT
public:
    // Empty: nothing is kept, as the reader wishes. A damaged library is set aside beside the file
    // and begun anew; one that cannot be used is left alone, and nothing is kept.
    explicit Keeper(const QString& file, QObject* parent = nullptr);

    // The library in the user's data folder.
    static QString usualFile();
    // Takes all articles and work out of a library, and removes damaged ones that were set aside
    // beside it. Windows that have an article of it open must close it.
    static Outcome forgetAll(const QString& file);
    // How many articles a library holds; 0 where there is none.
    static int countKept(const QString& file);

    // Turns to another library, or to none where `file` is empty. The open article is kept nowhere
    // then, until it is opened again.
    void setFile(const QString& file);
    // Keeps the open article and `mine`, the work on it so far, after what the library has of it
    // already: nothing of either is lost. The work as it is kept now.
    Work resume(Work mine);

    // Why work is not kept, or not yet; what was set aside. Empty when all is well.
    QString problem() const { return m_problem; }
    bool isWaiting() const { return !m_waiting.empty(); } // is there work that is not kept yet?

    // The kept work on an article that was just annotated; the article is added where it is new,
    // and its answers are brought up to date where they are older.
    // An export has answers of its own, and is another article than the one it was made of.
    Work open(const QString& path, const QString& name, const Document& machine,
              bool isExport = false);
    // The work that is kept on an article with this text; nullopt where there is none.
    std::optional<Work> kept(const std::string& text);
    // The open article as it was kept, with the work in force, where it was opened with another
    // text; else null.
    std::shared_ptr<const Document> formerly() const { return m_formerly; }
    // The article of a work file, which is the kept one with its text: keeps its answers and `work`
    // in the place of what was kept. The work as it is kept now.
    Work openWork(const WorkFile& file, Work work);
    // Takes the open article with all its work out of the library; it is closed then.
    Outcome forget();
    // The open article's own file, as the library has it; empty where it has none.
    QString path() const { return m_path; }
    void renew(const Document& machine); // other answers for the open article
    void close();                        // tries once more to write what waits

    // The new revision; Conflict where another window was first. Every other failure is told by
    // problemChanged(), and the change waits in memory.
    Expected<std::int64_t> append(std::int64_t revision, const Step& step);
    Expected<std::int64_t> setDone(std::int64_t revision, std::size_t done);
    // How the reader left the open article (kept_view.h); empty where nothing is kept. Failures to
    // keep it are passed over: it is no work.
    const std::string& view() const { return m_view; }
    void setView(const std::string& view);
    // What is kept now, where that is newer than `revision`.
    std::optional<Work> newerThan(std::int64_t revision);

signals:
    void problemChanged();

private:
    struct Change {
        std::optional<Step> step; // to append, else only `done` is set
        std::size_t done = 0;

        void makeOn(Work& work) const;
    };
    Expected<std::int64_t> make(Change change, std::int64_t revision);
    Expected<std::int64_t> write(const Change& change, std::int64_t revision);
    void retry();
    bool writeAfterOthers();
    void loseArticle(const Error& error);
    void setProblem(const QString& problem);
    Outcome update();
    void openFile(const QString& file);
    Work failed(const Error& error); // to open it in the library

    std::optional<Library> m_library;
    std::optional<ArticleKey> m_article;
    std::optional<Document> m_machine; // positions of corrections are in its text
    std::shared_ptr<const Document> m_formerly;
    std::string m_view;
    QString m_path, m_name; // of the open article
    bool m_isExport = false;
    std::string m_engine; // that gave its answers
    std::deque<Change> m_waiting;
    Work m_written;               // as the library has it, where no other window was at it
    bool m_hasOthersWork = false; // that came in with what waited, and the window has not yet seen
    QTimer m_retry;
    QString m_problem;
};

} // namespace quoth::ui
