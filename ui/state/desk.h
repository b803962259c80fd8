// The reader's work on the open article: steps that correct what the machine found, undo and redo,
// and how the article looks with them. The machine's answers stay as they are; what the views show
// is those answers with the steps in force applied.
//
// Each step goes to the keeper before it shows. Where another window has changed the same article
// in the meantime, the step is not made: what the other one did is shown, and conflicted() says so.
#pragma once

#include "ui/state/keeper.h"
#include "ui/state/view_state.h"

#include <QObject>
#include <QString>
#include <memory>

namespace quoth::ui {

class Desk : public QObject {
    Q_OBJECT
public:
    // `state` and `keeper` must outlive the desk.
    Desk(ViewState* state, Keeper* keeper, QObject* parent = nullptr);

    // Shows a newly opened article with the work that is kept on it.
    // (`isExport`: see Keeper).
    void open(const QString& path, const QString& name, std::shared_ptr<const Document> machine,
              bool isExport = false);
    // Shows the article of a work file with `work`, which then is what is kept on it.
    void openWork(const WorkFile& file, Work work);
    // What a work file of the open article holds.
    WorkFile workFile(const QString& name) const;
    // Takes the open article and its work out of the library and closes it; what was open stays
    // where that fails.
    Outcome forget();
    // Keeps work in another library from now on, or nowhere where `file` is empty. The open article
    // stays open with its work, which the other library then has as well.
    void keepIn(const QString& file);
    // New answers for the open article, such as with another date.
    void renew(std::shared_ptr<const Document> machine);
    void close();

    // Makes a step; false where it would change nothing or could not be made.
    bool perform(Step step);
    // Takes back one step, wherever it stands, by a step of its own; false where later ones rest on
    // it.
    bool withdraw(std::size_t step);
    void undo();
    void redo();
    bool canUndo() const { return m_work.done > 0; }
    bool canRedo() const { return m_work.done < m_work.steps.size(); }
    QString undoName() const; // "Speaker: Anna Berg"; empty where there is nothing to undo
    QString redoName() const;

    const Work& work() const { return m_work; }
    // See Keeper::kept() and path().
    std::optional<Work> kept(const std::string& text) { return m_keeper->kept(text); }
    QString keptPath() const { return m_keeper->path(); }

    // How a step stands among the reader's corrections. Steps undone are not listed.
    struct Standing {
        enum State {
            InForce,
            Lost, // it, or a part of it, found no place in the article
            TakenBack,
        };
        std::size_t step = 0; // index in work()
        State state = InForce;
        QString name;              // "Speaker: Anna Berg"
        Correction about;          // its first correction, or the first that is lost
        std::size_t takenBackBy{}; // for TakenBack, the step that did it
    };
    std::vector<Standing> standings() const; // in the order of making
    // Puts a taken back step in force again; false where it is not one.
    bool reinstate(const Standing& standing);
    // Gives a lost step the place that the reader names; false where nothing there suits it.
    bool putBack(std::size_t step, Span place);

    // The article as it was kept, with its corrections, where it was opened with another text now;
    // else null.
    std::shared_ptr<const Document> formerly() const { return m_keeper->formerly(); }

    // Shows what other windows did since; conflicted() where that is anything.
    void refresh();

signals:
    void leaving();    // the article shown is about to be closed, or another one to take its place
    void changed();    // what can be undone and redone
    void conflicted(); // another window changed the article; its state is shown now
    // The answers rest on another document date than the one in force: annotate the article again.
    void dateWanted(const quoth::DateArticle& wanted);

private:
    struct Moves;
    struct Orphan { // a correction in force that found no place
        std::size_t step, correction;
    };
    bool make(Step step, const Moves& moves);
    bool makeWithdrawing(Step step, std::size_t mostLost);
    void take(Work work);
    void begin(std::shared_ptr<const Document> machine, DateArticle ownDate, Work work);
    void setDone(std::size_t done);
    std::shared_ptr<const Document> corrected(); // finds the orphans, too
    void show(Moves moves);
    void wantDate();
    bool takeRevision(const Expected<std::int64_t>& revision);
    Applied applied(std::size_t done) const; // the answers with the first steps

    ViewState* m_state;
    Keeper* m_keeper;
    std::shared_ptr<const Document> m_machine;
    std::string m_engine;  // that gave the answers
    DateArticle m_ownDate; // the article's, without the reader's steps
    Work m_work;
    std::vector<Orphan> m_orphans;
};

QString checkLabel(CheckState state);         // "Confirmed"
QString eventStatusLabel(EventStatus status); // "Did Not Happen"

// What a step does, in a few words for menus and lists.
QString stepName(const Step& step);

} // namespace quoth::ui
