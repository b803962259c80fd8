#include "ui/widgets/name_picker.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>

namespace quoth::ui {
namespace {

constexpr int pickerWidth = 320, rowsShown = 9;
constexpr int digits = 9; // rows that a key chooses

enum Role { RowRole = Qt::UserRole }; // index; newRow or noneRow
constexpr int newRow = -1, noneRow = -2;

} // namespace

NamePicker::NamePicker(QWidget* parent, std::vector<Row> rows, Words words, QPoint global,
                       Chosen chosen)
    : QFrame(parent, Qt::Popup), m_rows(std::move(rows)), m_words(std::move(words)),
      m_text(new QLineEdit(this)), m_list(new QListWidget(this)), m_chosen(std::move(chosen)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    m_text->setPlaceholderText(m_words.prompt);
    m_text->setAccessibleName(m_words.label);
    m_text->setClearButtonEnabled(true);
    m_list->setAccessibleName(m_words.listLabel);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setFocusPolicy(Qt::NoFocus); // keys go to the text
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_text);
    layout->addWidget(m_list);
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, this, &NamePicker::fill);
    connect(m_text, &QLineEdit::returnPressed, this, &NamePicker::choose);
    connect(m_list, &QListWidget::itemClicked, this, &NamePicker::choose);
    fill();

    const int row = std::max(1, m_list->sizeHintForRow(0));
    resize(pickerWidth, m_text->sizeHint().height() + rowsShown * row + 24);
    const QRect screen = parent->screen()->availableGeometry();
    global.setX(std::clamp(global.x(), screen.left(),
                           std::max(screen.left(), screen.right() - pickerWidth)));
    if (global.y() + height() > screen.bottom()) global.setY(screen.bottom() - height());
    move(global);
    show();
    m_text->setFocus();
}

void NamePicker::fill() {
    m_list->clear();
    const QString typed = m_text->text().simplified();
    const auto add = [&](const QString& text, int index) {
        const int number = m_list->count() + 1;
        auto* item = new QListWidgetItem(
            number <= digits ? QStringLiteral("%1   %2").arg(number).arg(text) : text, m_list);
        item->setData(RowRole, index);
    };
    bool exact = false;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        if (!row.name.contains(typed, Qt::CaseInsensitive)) continue;
        exact = exact || row.name.compare(typed, Qt::CaseInsensitive) == 0;
        add(row.note.isEmpty() ? row.name : QStringLiteral("%1 — %2").arg(row.name, row.note),
            static_cast<int>(i));
    }
    if (!typed.isEmpty() && !exact && !m_words.newName.isEmpty())
        add(m_words.newName.arg(typed), newRow);
    if (!m_words.none.isEmpty()) add(m_words.none, noneRow);
    m_list->setCurrentRow(0);
}

void NamePicker::choose() {
    const QListWidgetItem* item = m_list->currentItem();
    if (!item) return;
    const int index = item->data(RowRole).toInt();
    Choice choice;
    if (index == newRow)
        choice.newName = m_text->text().simplified();
    else if (index != noneRow)
        choice.row = static_cast<std::size_t>(index);
    const Chosen chosen = std::move(m_chosen);
    close();
    chosen(choice);
}

bool NamePicker::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
        const int digit = key->key() - Qt::Key_0;
        if (m_text->text().isEmpty() && digit >= 1 && digit <= digits) {
            if (digit <= m_list->count()) {
                m_list->setCurrentRow(digit - 1);
                choose();
            }
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace quoth::ui
