// Which mentions of an entity are another's: a list with check boxes, and whose they are. Where one
// goes, the pronouns that rest on it are checked with it; the reader may take them out again.
#pragma once

#include "core/document/corrections.h"

#include <QDialog>
#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace quoth::ui {

class MentionsDialog : public QDialog {
    Q_OBJECT
public:
    // `others`: who may be meant instead, the likeliest first. `chosen`: a mention checked already.
    // Deletes itself when closed.
    MentionsDialog(QWidget* parent, std::shared_ptr<const Document> document, EntityId entity,
                   std::vector<EntityId> others, std::optional<Span> chosen);

    // What was chosen; only once the dialog is accepted.
    SplitEntity split() const;

private:
    void addRows(std::optional<Span> chosen);
    void follow(QListWidgetItem* item); // checks or clears what rests on it
    void updateButton();
    std::vector<Span> checked(bool pronounsThatFollowToo) const;

    std::shared_ptr<const Document> m_document;
    EntityId m_entity;
    std::vector<EntityId> m_others;
    QListWidget* m_list;
    QComboBox* m_name;
    QPushButton* m_accept = nullptr;
    bool m_named = false;   // by the reader
    bool m_filling = false; // boxes change that the reader did not touch
};

} // namespace quoth::ui
