#include "ui/preferences/keys_page.h"

#include "ui/dialogs.h"
#include "ui/preferences/key_input.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace quoth::ui {
namespace {

enum Column { CommandColumn, PlaceColumn, KeysColumn };
constexpr int idRole = Qt::UserRole;
constexpr int mostListWidth = 850; // pixels: fits the smallest window, whatever the language

} // namespace

KeysPage::KeysPage(KeyMap* keys, Dialogs* dialogs, QWidget* parent)
    : QWidget(parent), m_keys(keys), m_search(new QLineEdit), m_list(new QTreeWidget),
      m_message(new QLabel), m_take(new QPushButton(tr("&Take It Over"))),
      m_reset(new QPushButton(tr("&Reset This"))), m_resetAll(new QPushButton(tr("Reset &All…"))) {
    m_search->setObjectName(QStringLiteral("keySearch"));
    m_search->setPlaceholderText(tr("Find a command or a key"));
    m_search->setAccessibleName(tr("Find a command or a key"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("keyList"));
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_list->setHeaderLabels({tr("Command"), tr("Where"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(CommandColumn, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_message->setObjectName(QStringLiteral("keyMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(2 * fontMetrics().lineSpacing()); // the page stays as it is
    m_message->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_take->setObjectName(QStringLiteral("takeKey"));
    m_reset->setObjectName(QStringLiteral("resetKey"));
    m_resetAll->setObjectName(QStringLiteral("resetKeys"));

    auto* editing = new QHBoxLayout;
    const std::array<QString, KeyMap::mostKeys> names = {tr("&Key:"), tr("&Other key:")};
    const std::array<QString, KeyMap::mostKeys> spoken = {tr("Key"), tr("Other key")};
    for (std::size_t i = 0; i < m_inputs.size(); ++i) {
        m_inputs[i] = new KeyInput;
        m_inputs[i]->setObjectName(QStringLiteral("keyInput%1").arg(i + 1));
        m_inputs[i]->setAccessibleName(spoken[i]);
        auto* label = new QLabel(names[i]);
        label->setBuddy(m_inputs[i]);
        auto* none = new QPushButton(tr("None"));
        none->setObjectName(QStringLiteral("noKey%1").arg(i + 1));
        none->setAccessibleName(tr("%1: none").arg(spoken[i]));
        none->setAutoDefault(false);
        editing->addWidget(label);
        editing->addWidget(m_inputs[i], 1);
        editing->addWidget(none);
        m_ofCommand << m_inputs[i] << none;
        connect(m_inputs[i], &KeyInput::pressed, this,
                [this, i](const QKeySequence& key) { propose(i, key); });
        connect(none, &QPushButton::clicked, this, [this, i] { propose(i, {}); });
    }
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_take, m_reset, m_resetAll})
        button->setAutoDefault(false);
    buttons->addWidget(m_take);
    buttons->addStretch();
    buttons->addWidget(m_reset);
    buttons->addWidget(m_resetAll);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addLayout(editing);
    layout->addWidget(m_message);
    layout->addLayout(buttons);

    connect(m_search, &QLineEdit::textChanged, this, &KeysPage::search);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeysPage::showCurrent);
    connect(m_take, &QPushButton::clicked, this, &KeysPage::takeOver);
    connect(m_reset, &QPushButton::clicked, this, [this] { propose(standardKeys(current())); });
    connect(m_resetAll, &QPushButton::clicked, this, [this, dialogs] {
        if (dialogs->confirm(this, tr("Give every command its standard keys again?"),
                             tr("All keys of your own go."), tr("&Reset All")))
            m_keys->resetAll();
    });
    connect(m_keys, &KeyMap::changed, this, &KeysPage::showKeys);
    fill();
    showKeys();
    m_list->setMinimumWidth(std::min(widthOfColumns(), mostListWidth));
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

// Where no column is cut.
int KeysPage::widthOfColumns() const {
    const QAbstractItemView* list = m_list; // a tree keeps this to itself
    int width = 2 * m_list->frameWidth() + m_list->verticalScrollBar()->sizeHint().width();
    for (const Column column : {CommandColumn, PlaceColumn, KeysColumn})
        width +=
            std::max(list->sizeHintForColumn(column), m_list->header()->sectionSizeHint(column));
    return width;
}

void KeysPage::fill() {
    for (const Command& command : m_keys->commands()) {
        auto* item = new QTreeWidgetItem(m_list, {command.text, command.place});
        item->setData(CommandColumn, idRole, command.id);
    }
}

void KeysPage::showKeys() {
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_list->topLevelItem(i);
        const QString id = item->data(CommandColumn, idRole).toString();
        item->setText(KeysColumn, joinedKeys(m_keys->keys(id)));
        QFont font = m_list->font();
        font.setBold(m_keys->isChanged(id));
        item->setFont(KeysColumn, font);
    }
    showCurrent();
}

void KeysPage::search(const QString& text) {
    QTreeWidgetItem* first = nullptr;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_list->topLevelItem(i);
        bool found = false;
        for (const Column column : {CommandColumn, PlaceColumn, KeysColumn})
            found = found || item->text(column).contains(text, Qt::CaseInsensitive);
        item->setHidden(!found);
        if (found && !first) first = item;
    }
    if (!m_list->currentItem() || m_list->currentItem()->isHidden()) m_list->setCurrentItem(first);
    if (m_list->currentItem()) m_list->scrollToItem(m_list->currentItem());
}

QString KeysPage::current() const {
    const QTreeWidgetItem* item = m_list->currentItem();
    return item ? item->data(CommandColumn, idRole).toString() : QString();
}

void KeysPage::showCurrent() {
    const QString id = current();
    const QList<QKeySequence> keys = m_keys->keys(id);
    for (std::size_t i = 0; i < m_inputs.size(); ++i)
        m_inputs[i]->setKey(keys.value(static_cast<qsizetype>(i)));
    for (QWidget* widget : m_ofCommand)
        widget->setEnabled(!id.isEmpty());
    m_reset->setEnabled(m_keys->isChanged(id));
    say({}, false);
}

void KeysPage::propose(std::size_t place, const QKeySequence& key) {
    if (KeyMap::isReserved(key)) {
        showCurrent();
        say(tr("%1 moves through texts, lists and dialogs and cannot be a command’s key.")
                .arg(key.toString(QKeySequence::NativeText)),
            false);
        return;
    }
    // After what is proposed already, and waits to be taken over.
    QList<QKeySequence> keys = m_take->isEnabled() ? m_proposed : m_keys->keys(current());
    const auto at = static_cast<qsizetype>(place);
    keys.resize(std::max(keys.size(), at + 1));
    if (!key.isEmpty())
        for (QKeySequence& other : keys)
            if (other == key) other = {};
    keys[at] = key;
    keys.removeAll(QKeySequence());
    propose(keys);
    if (m_take->isEnabled()) m_inputs[place]->setKey(key);
}

void KeysPage::propose(const QList<QKeySequence>& keys) {
    const QString id = current();
    QStringList held;
    for (const QKeySequence& key : keys)
        for (const Command* other : m_keys->holders(key, id))
            held << tr("%1 is the key of “%2” (%3).")
                        .arg(key.toString(QKeySequence::NativeText), other->text, other->place);
    if (held.isEmpty()) {
        m_keys->setKeys(id, keys);
        return;
    }
    m_proposed = keys;
    say(held.join(QLatin1Char(' ')) + QLatin1Char(' ') + tr("Nothing is changed yet."), true);
}

void KeysPage::takeOver() {
    const QList<QKeySequence> keys = m_proposed;
    m_keys->setKeys(current(), keys);
    m_list->setFocus();
}

void KeysPage::say(const QString& message, bool canTakeOver) {
    m_message->setText(message);
    m_take->setEnabled(canTakeOver);
    if (!canTakeOver) m_proposed.clear();
}

} // namespace quoth::ui
