// The window's questions to the reader, behind an interface so that tests can answer.
#pragma once

#include "ui/check_dialog.h"
#include "ui/session/session.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <functional>
#include <optional>

class QPrinter;
class QWidget;

namespace quoth::ui {

class Dialogs {
public:
    virtual ~Dialogs() = default;
    // Empty where the reader changed their mind.
    virtual QStringList openFiles(QWidget* parent) = 0;
    // `suggested` is a file name or path, `filter` as QFileDialog takes it.
    virtual QString saveFile(QWidget* parent, const QString& title, const QString& suggested,
                             const QString& filter) = 0;
    // An invalid date where the reader changed their mind. `start` may be invalid.
    virtual QDate pickDate(QWidget* parent, QDate start) = 0;
    // The check as the reader left it; nullopt where they changed their mind.
    virtual std::optional<CheckDetails> editCheck(QWidget* parent, const CheckDetails& check) = 0;
    // From which confidence on, in percent, quotes are accepted; `count` tells how many these are.
    virtual std::optional<int> pickConfidence(QWidget* parent,
                                              const std::function<int(int)>& count) = 0;
    // Lets the reader set the printer up; false where they changed their mind.
    virtual bool setUpPrinter(QWidget* parent, QPrinter& printer) = 0;
    // Says `details` and asks `question`; true where the reader chose `action`, a button's text.
    virtual bool confirm(QWidget* parent, const QString& question, const QString& details,
                         const QString& action) = 0;
    // Which work on an article to go on with: so many steps are only in the file, so many only in
    // the library.
    virtual Session::WorkChoice chooseWork(QWidget* parent, int inFile, int inLibrary) = 0;
    // Which article of a file that holds several to open; see Session::AskForArticle.
    virtual std::optional<std::string> chooseArticle(QWidget* parent, const QString& name,
                                                     const Imported& file) = 0;
    // Lines of (keys, what they do) or plain text, shown until closed.
    virtual void inform(QWidget* parent, const QString& title, const QString& html) = 0;
};

// The real ones.
class DesktopDialogs final : public Dialogs {
public:
    QStringList openFiles(QWidget* parent) override;
    QString saveFile(QWidget* parent, const QString& title, const QString& suggested,
                     const QString& filter) override;
    QDate pickDate(QWidget* parent, QDate start) override;
    std::optional<CheckDetails> editCheck(QWidget* parent, const CheckDetails& check) override;
    std::optional<int> pickConfidence(QWidget* parent,
                                      const std::function<int(int)>& count) override;
    bool setUpPrinter(QWidget* parent, QPrinter& printer) override;
    bool confirm(QWidget* parent, const QString& question, const QString& details,
                 const QString& action) override;
    Session::WorkChoice chooseWork(QWidget* parent, int inFile, int inLibrary) override;
    std::optional<std::string> chooseArticle(QWidget* parent, const QString& name,
                                             const Imported& file) override;
    void inform(QWidget* parent, const QString& title, const QString& html) override;

private:
    QString m_folder; // of the last file chosen
};

} // namespace quoth::ui
