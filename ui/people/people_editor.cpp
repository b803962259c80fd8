#include "ui/people/people_editor.h"

#include "core/people/name_forms.h"
#include "ui/people/mentions_dialog.h"
#include "ui/state/view_state.h"
#include "ui/widgets/name_picker.h"

#include <QActionGroup>
#include <QInputDialog>
#include <QMenu>
#include <algorithm>
#include <tuple>

namespace quoth::ui {
namespace {

int sharedWords(const NameWords& a, const NameWords& b) {
    return static_cast<int>(std::count_if(a.begin(), a.end(), [&](const std::string& word) {
        return !isSmallWord(word) && std::find(b.begin(), b.end(), word) != b.end();
    }));
}

std::vector<NamePicker::Row> rowsOf(const Document& document, const std::vector<EntityId>& ids) {
    std::vector<NamePicker::Row> rows;
    for (const EntityId id : ids)
        rows.push_back({toQString(document.entity(id).name), {}});
    return rows;
}

QString typeLabel(EntityType type) {
    switch (type) {
    case EntityType::Person:
        return PeopleEditor::tr("&Person");
    case EntityType::Organization:
        return PeopleEditor::tr("&Organisation");
    case EntityType::Place:
        return PeopleEditor::tr("P&lace");
    case EntityType::Group:
        return PeopleEditor::tr("&Group");
    case EntityType::Other:
        return PeopleEditor::tr("O&ther");
    }
    return {};
}

} // namespace

std::optional<std::pair<EntityId, Span>> mentionAt(const Document& document, std::uint32_t at) {
    std::optional<std::pair<EntityId, Span>> best;
    for (std::size_t i = 0; i < document.entities().size(); ++i)
        for (const Mention& mention : document.entities()[i].mentions)
            if (mention.span.contains(at) && (!best || mention.span.size() < best->second.size()))
                best.emplace(makeId<EntityTag>(i), mention.span);
    return best;
}

std::vector<EntityId> likelySame(const Document& document, EntityId entity) {
    struct Other {
        EntityId id;
        int shared;
        bool sameType;
        std::size_t mentions;
    };
    const Entity& own = document.entity(entity);
    const NameWords words = nameWords(own.name);
    std::vector<Other> others;
    for (std::size_t i = 0; i < document.entities().size(); ++i) {
        const auto id = makeId<EntityTag>(i);
        const Entity& other = document.entity(id);
        if (id != entity)
            others.push_back({id, sharedWords(words, nameWords(other.name)), other.type == own.type,
                              other.mentions.size()});
    }
    std::stable_sort(others.begin(), others.end(), [](const Other& a, const Other& b) {
        return std::tie(a.shared, a.sameType, a.mentions) >
               std::tie(b.shared, b.sameType, b.mentions);
    });
    std::vector<EntityId> out;
    for (const Other& other : others)
        out.push_back(other.id);
    return out;
}

PeopleEditor::PeopleEditor(ViewState* state, Perform perform, QWidget* window)
    : m_state(state), m_perform(std::move(perform)), m_window(window) {}

void PeopleEditor::fillMenu(QMenu* menu, EntityId entity, std::optional<Span> mention,
                            std::function<void()> rename) {
    const auto shown = m_state->sharedDocument();
    const Entity& own = shown->entity(entity);
    // The document may be another by the time an entry is chosen; ids are of this one.
    const auto onlyHere = [this, shown](std::function<void()> what) {
        return [this, shown, what = std::move(what)] {
            if (shown == m_state->sharedDocument()) what();
        };
    };
    QAction* same =
        menu->addAction(own.type == EntityType::Person ? tr("&Same person as…") : tr("&Same as…"),
                        this, onlyHere([this, entity, menu] { askForSame(entity, menu->pos()); }));
    same->setEnabled(shown->entities().size() > 1);
    const bool several = own.mentions.size() > 1;
    if (mention) {
        QAction* other =
            menu->addAction(own.type == EntityType::Person ? tr("This mention is some&one else…")
                                                           : tr("This mention is s&omething else…"),
                            this, onlyHere([this, entity, at = *mention, menu] {
                                askWhoseMention(entity, at, menu->pos());
                            }));
        other->setEnabled(several);
    }
    QAction* split =
        menu->addAction(tr("Split &mentions off…"), this,
                        onlyHere([this, entity, mention] { askWhichMentions(entity, mention); }));
    split->setEnabled(several);
    QAction* name = menu->addAction(tr("&Rename…"), this,
                                    rename ? onlyHere(rename)
                                           : onlyHere([this, entity] { askForName(entity); }));
    if (rename) name->setShortcuts(m_state->keys().keys(QStringLiteral("names.rename")));
    QMenu* types = menu->addMenu(tr("&Type"));
    auto* group = new QActionGroup(types);
    for (const EntityType type : {EntityType::Person, EntityType::Organization, EntityType::Place,
                                  EntityType::Group, EntityType::Other}) {
        QAction* action = types->addAction(
            typeLabel(type), this, onlyHere([this, entity, type] { retype(entity, type); }));
        action->setCheckable(true);
        action->setChecked(type == own.type);
        group->addAction(action);
    }
}

bool PeopleEditor::merge(EntityId from, EntityId into) {
    const Document& document = *m_state->document();
    if (from == into) return false;
    const QString what =
        tr("Merged %1 into %2. %3 takes it back.")
            .arg(toQString(document.entity(from).name), toQString(document.entity(into).name),
                 m_state->keys().name(QStringLiteral("edit.undo")));
    if (!m_perform({MergeEntities{refTo(document, from), refTo(document, into)}})) return false;
    emit said(what);
    return true;
}

bool PeopleEditor::rename(EntityId entity, const QString& name) {
    const Document& document = *m_state->document();
    const std::string wanted = name.simplified().toStdString();
    if (wanted.empty() || wanted == document.entity(entity).name) return false;
    return m_perform({RenameEntity{refTo(document, entity), wanted}});
}

bool PeopleEditor::retype(EntityId entity, EntityType type) {
    const Document& document = *m_state->document();
    return document.entity(entity).type != type &&
           m_perform({RetypeEntity{refTo(document, entity), type}});
}

void PeopleEditor::askForSame(EntityId entity, QPoint global) {
    const auto shown = m_state->sharedDocument();
    const std::vector<EntityId> others = likelySame(*shown, entity);
    const QString name = toQString(shown->entity(entity).name);
    new NamePicker(m_window, rowsOf(*shown, others),
                   {tr("%1 is the same as …").arg(name),
                    tr("Same as %1").arg(name),
                    tr("Names in the article"),
                    {},
                    {}},
                   global, [this, shown, entity, others](const NamePicker::Choice& choice) {
                       if (shown == m_state->sharedDocument() && choice.row)
                           merge(entity, others[*choice.row]);
                   });
}

void PeopleEditor::askWhoseMention(EntityId entity, Span mention, QPoint global) {
    const auto shown = m_state->sharedDocument();
    const std::vector<EntityId> others = likelySame(*shown, entity);
    const QString words = toQString(shown->slice(mention)).simplified();
    new NamePicker(
        m_window, rowsOf(*shown, others),
        {tr("Who is “%1”? Type a name").arg(words),
         tr("Whom “%1” names").arg(words),
         tr("Names in the article"),
         tr("New name “%1”"),
         {}},
        global, [this, shown, entity, mention, others](const NamePicker::Choice& choice) {
            if (shown != m_state->sharedDocument()) return;
            SplitEntity split{refTo(*shown, entity), {makeAnchor(shown->text(), mention)}, {}};
            if (choice.row) split.into = refTo(*shown, others[*choice.row]);
            split.name = split.into ? split.into->name : choice.newName.toStdString();
            m_perform({std::move(split)});
        });
}

void PeopleEditor::askWhichMentions(EntityId entity, std::optional<Span> chosen) {
    const auto shown = m_state->sharedDocument();
    auto* dialog = new MentionsDialog(m_window, shown, entity, likelySame(*shown, entity), chosen);
    connect(dialog, &QDialog::accepted, this, [this, shown, dialog] {
        if (shown == m_state->sharedDocument()) m_perform({dialog->split()});
    });
    dialog->open();
}

void PeopleEditor::askForName(EntityId entity) {
    const auto shown = m_state->sharedDocument();
    auto* dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename"));
    dialog->setLabelText(tr("Name:"));
    dialog->setTextValue(toQString(shown->entity(entity).name));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, shown, entity](const QString& name) {
                if (shown == m_state->sharedDocument()) rename(entity, name);
            });
    dialog->open();
}

} // namespace quoth::ui
