#include "ui/people/mentions_dialog.h"

#include "core/document/entity_split.h"
#include "ui/state/view_state.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>
#include <algorithm>

namespace quoth::ui {
namespace {

// The mention in brackets, with the words around it.
QString inContext(const Document& document, Span mention) {
    constexpr std::uint32_t context = 42; // bytes
    const std::string& text = document.text();
    const auto isSpace = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n'; };
    const auto size = static_cast<std::uint32_t>(text.size());
    std::uint32_t begin = mention.begin - std::min(mention.begin, context);
    auto end = std::min(size, mention.end + context);
    const bool cutBefore = begin > 0, cutAfter = end < size;
    while (cutBefore && begin < mention.begin && !isSpace(begin))
        ++begin;
    while (cutAfter && end > mention.end && !isSpace(end - 1))
        --end;
    const auto words = [&](Span span) { return toQString(document.slice(span)); };
    return ((cutBefore ? QStringLiteral("… ") : QString()) + words({begin, mention.begin}) +
            QLatin1Char('[') + words(mention) + QLatin1Char(']') + words({mention.end, end}) +
            (cutAfter ? QStringLiteral(" …") : QString()))
        .simplified();
}

} // namespace

MentionsDialog::MentionsDialog(QWidget* parent, std::shared_ptr<const Document> document,
                               EntityId entity, std::vector<EntityId> others,
                               std::optional<Span> chosen)
    : QDialog(parent), m_document(std::move(document)), m_entity(entity),
      m_others(std::move(others)), m_list(new QListWidget(this)), m_name(new QComboBox(this)) {
    const QString own = toQString(m_document->entity(entity).name);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Split Mentions Off"));
    auto* heading = new QLabel(tr("Which of these are not %1?").arg(own), this);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    m_list->setAccessibleName(heading->text());
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(1);
    m_list->setTextElideMode(Qt::ElideRight);
    auto* label = new QLabel(tr("They are &instead:"), this);
    m_name->setEditable(true);
    m_name->setAccessibleName(tr("Whom they name"));
    m_name->setInsertPolicy(QComboBox::NoInsert);
    for (const EntityId other : m_others)
        m_name->addItem(toQString(m_document->entity(other).name));
    m_name->setCurrentIndex(-1);
    m_name->lineEdit()->setPlaceholderText(tr("A name of the article, or a new one"));
    label->setBuddy(m_name);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("&Split Off"), QDialogButtonBox::AcceptRole);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(heading);
    layout->addWidget(m_list, 1);
    layout->addWidget(label);
    layout->addWidget(m_name);
    layout->addWidget(buttons);
    addRows(chosen);
    resize(560, 380);

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemChanged, this, &MentionsDialog::follow);
    connect(m_name->lineEdit(), &QLineEdit::textEdited, this, [this] { m_named = true; });
    connect(m_name, &QComboBox::activated, this, [this] { m_named = true; });
    connect(m_name, &QComboBox::editTextChanged, this, &MentionsDialog::updateButton);
    updateButton();
}

void MentionsDialog::addRows(std::optional<Span> chosen) {
    for (const Mention& mention : m_document->entity(m_entity).mentions) {
        auto* item = new QListWidgetItem(inContext(*m_document, mention.span), m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        if (mention.span == chosen) m_list->setCurrentItem(item);
    }
    if (QListWidgetItem* item = m_list->currentItem()) {
        item->setCheckState(Qt::Checked);
        follow(item);
    } else {
        m_list->setCurrentRow(0);
    }
}

void MentionsDialog::follow(QListWidgetItem* item) {
    if (m_filling) return;
    const auto& mentions = m_document->entity(m_entity).mentions;
    const Mention& touched = mentions[static_cast<std::size_t>(m_list->row(item))];
    {
        const QScopedValueRollback filling(m_filling, true);
        const auto along = pronounsThatFollow(m_document->parts(), m_entity, {touched.span});
        for (int row = 0; row < m_list->count(); ++row) {
            const Span span = mentions[static_cast<std::size_t>(row)].span;
            if (std::find(along.begin(), along.end(), span) != along.end())
                m_list->item(row)->setCheckState(item->checkState());
        }
    }
    if (!m_named) { // what the first of them is called
        QString name;
        for (int row = 0; row < m_list->count() && name.isEmpty(); ++row) {
            const Mention& mention = mentions[static_cast<std::size_t>(row)];
            if (m_list->item(row)->checkState() == Qt::Checked && mention.kind == MentionKind::Name)
                name = toQString(m_document->slice(mention.span)).simplified();
        }
        m_name->setEditText(name);
    }
    updateButton();
}

// Those with a check; of the pronouns that go along by themselves, only where wanted.
std::vector<Span> MentionsDialog::checked(bool pronounsThatFollowToo) const {
    const auto& mentions = m_document->entity(m_entity).mentions;
    std::vector<Span> all, others;
    for (int row = 0; row < m_list->count(); ++row) {
        const Mention& mention = mentions[static_cast<std::size_t>(row)];
        if (m_list->item(row)->checkState() != Qt::Checked) continue;
        all.push_back(mention.span);
        if (mention.kind != MentionKind::Pronoun) others.push_back(mention.span);
    }
    if (pronounsThatFollowToo) return all;
    const auto following = pronounsThatFollow(m_document->parts(), m_entity, others);
    std::erase_if(all, [&](Span span) {
        return std::find(following.begin(), following.end(), span) != following.end();
    });
    return all;
}

void MentionsDialog::updateButton() {
    const auto count = static_cast<int>(checked(true).size());
    const bool named = !m_name->currentText().simplified().isEmpty();
    m_accept->setEnabled(count > 0 && count < m_list->count() && named);
}

SplitEntity MentionsDialog::split() const {
    const auto anchors = [&](const std::vector<Span>& spans) {
        std::vector<Anchor> out;
        for (const Span& span : spans)
            out.push_back(makeAnchor(m_document->text(), span));
        return out;
    };
    const std::vector<Span> chosen = checked(false), all = checked(true);
    std::vector<Span> stay = pronounsThatFollow(m_document->parts(), m_entity, chosen);
    std::erase_if(stay,
                  [&](Span span) { return std::find(all.begin(), all.end(), span) != all.end(); });
    const QString name = m_name->currentText().simplified();
    SplitEntity out{
        refTo(*m_document, m_entity), anchors(chosen), name.toStdString(), {}, anchors(stay)};
    for (const EntityId other : m_others)
        if (!out.into && m_document->entity(other).name == out.name)
            out.into = refTo(*m_document, other);
    return out;
}

} // namespace quoth::ui
