// What the reader says about people and other entities: two are one, a mention is somebody else's,
// a name or a type is wrong. Fills menus; asks in small windows; each answer is one step.
#pragma once

#include "core/document/corrections.h"
#include "ui/state/desk.h"

#include <QObject>
#include <QPoint>
#include <QString>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

class QMenu;
class QWidget;

namespace quoth::ui {

class ViewState;

class PeopleEditor : public QObject {
    Q_OBJECT
public:
    using Perform = std::function<bool(Step)>; // makes a step; false where it changed nothing

    // `state` and `window`, over which windows open, must outlive the editor.
    PeopleEditor(ViewState* state, Perform perform, QWidget* window);

    // Entries for an entity of the document shown, and for one of its mentions where the menu is
    // opened on one. `rename`: how the place renames by itself, else a window asks.
    void fillMenu(QMenu* menu, EntityId entity, std::optional<Span> mention = {},
                  std::function<void()> rename = {});

    // The document's ids. False where nothing changed.
    bool merge(EntityId from, EntityId into);
    bool rename(EntityId entity, const QString& name);
    bool retype(EntityId entity, EntityType type);

    void askForSame(EntityId entity, QPoint global);
    void askWhoseMention(EntityId entity, Span mention, QPoint global);
    void askWhichMentions(EntityId entity, std::optional<Span> chosen = {});
    void askForName(EntityId entity);

signals:
    void said(const QString& what); // what was done, where its name does not say it all

private:
    ViewState* m_state;
    Perform m_perform;
    QWidget* m_window;
};

// Whom a byte of the text is part of a mention of, by the shortest one, and where that stands.
std::optional<std::pair<EntityId, Span>> mentionAt(const Document& document, std::uint32_t at);

// All others, those first that the entity may be: names that share words, then those of its type,
// then by mentions.
std::vector<EntityId> likelySame(const Document& document, EntityId entity);

} // namespace quoth::ui
