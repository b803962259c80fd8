#include "ui/article_chooser.h"

#include "ui/date_input.h"
#include "ui/session/session.h"
#include "ui/state/search_text.h"
#include "ui/state/view_state.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace quoth::ui {
namespace {

enum Column { Title, Published, Words, Columns };
constexpr int idRole = Qt::UserRole;
constexpr QSize usualSize(720, 460);

// Runs of what is no white space: about what a reader calls words.
int wordsIn(const std::string& text) {
    int count = 0;
    bool inWord = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        count += !space && !inWord ? 1 : 0;
        inWord = !space;
    }
    return count;
}

QString titleOf(const Article& article) {
    constexpr std::size_t longest = 300; // bytes
    if (!article.title.empty()) return toQString(article.title).simplified();
    const std::string& text = article.text;
    return toQString(text.substr(0, std::min(text.find('\n'), longest))).simplified();
}

} // namespace

ArticleChooser::ArticleChooser(const QString& name, const Imported& file, QWidget* parent)
    : QDialog(parent), m_text(new QLineEdit(this)), m_list(new QTreeWidget(this)),
      m_none(new QLabel(tr("No title has these words."), this)) {
    setWindowTitle(file.isOneWork ? tr("Open a Chapter") : tr("Open an Article"));
    const int count = static_cast<int>(file.articles.size());
    auto* heading =
        new QLabel(file.isOneWork ? tr("%1 holds %n chapter(s).", nullptr, count).arg(name)
                                  : tr("%1 holds %n article(s).", nullptr, count).arg(name),
                   this);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    m_text->setPlaceholderText(tr("Find a title"));
    m_text->setAccessibleName(tr("Words of a title"));
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    m_list->setAccessibleName(heading->text());
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setStyleSheet(QStringLiteral("QTreeView::item { padding: 2px 6px 2px 2px; }"));
    m_list->setAllColumnsShowFocus(true);
    m_list->setColumnCount(Columns);
    m_list->setHeaderLabels({tr("Title"), tr("Published"), tr("Words")});
    m_list->headerItem()->setTextAlignment(Words, Qt::AlignRight | Qt::AlignVCenter);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(Title, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(Published, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(Words, QHeaderView::ResizeToContents);
    m_list->setColumnHidden(Published, file.isOneWork);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel, this);
    m_open = buttons->button(QDialogButtonBox::Open);
    auto* layout = new QVBoxLayout(this);
    for (QWidget* widget : std::initializer_list<QWidget*>{heading, m_text, m_list, m_none})
        layout->addWidget(widget);
    layout->addWidget(buttons);
    layout->setStretchFactor(m_list, 1);
    layout->setStretchFactor(m_none, 1);
    addRows(file);
    narrow({});
    resize(usualSize);

    connect(m_text, &QLineEdit::textChanged, this, &ArticleChooser::narrow);
    connect(m_list, &QTreeWidget::itemActivated, this, &ArticleChooser::openCurrent);
    connect(buttons, &QDialogButtonBox::accepted, this, &ArticleChooser::openCurrent);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_open->setDefault(true);
    if (file.isOneWork) {
        auto* whole = buttons->addButton(tr("Open the &Whole Book"), QDialogButtonBox::ActionRole);
        whole->setAutoDefault(false);
        connect(whole, &QPushButton::clicked, this, [this] {
            m_chosen = wholeWork;
            accept();
        });
    }
    m_text->setFocus();
}

void ArticleChooser::addRows(const Imported& file) {
    for (const FileArticle& each : file.articles) {
        auto* row = new QTreeWidgetItem(m_list);
        row->setText(Title, titleOf(each.article));
        row->setToolTip(Title, QStringLiteral("<p>%1</p>").arg(row->text(Title).toHtmlEscaped()));
        if (each.article.published)
            row->setText(Published, dayInWords(toQDate(*each.article.published)));
        row->setText(Words, QLocale().toString(wordsIn(each.article.text)));
        row->setTextAlignment(Words, Qt::AlignRight | Qt::AlignVCenter);
        row->setData(Title, idRole, toQString(each.id));
    }
}

// Shows the titles that have all words typed.
void ArticleChooser::narrow(const QString& typed) {
    const QStringList words = foldForFind(typed.simplified()).split(u' ', Qt::SkipEmptyParts);
    QTreeWidgetItem* first = nullptr;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* row = m_list->topLevelItem(i);
        const QString title = foldForFind(row->text(Title));
        const bool fits = std::all_of(words.begin(), words.end(), [&](const QString& word) {
            return title.contains(word, Qt::CaseInsensitive);
        });
        row->setHidden(!fits);
        if (fits && !first) first = row;
    }
    const QTreeWidgetItem* current = m_list->currentItem();
    if (!current || current->isHidden()) m_list->setCurrentItem(first);
    m_list->setVisible(first);
    m_none->setVisible(!first);
    m_open->setEnabled(first);
}

void ArticleChooser::openCurrent() {
    const QTreeWidgetItem* row = m_list->currentItem();
    if (!row || row->isHidden()) return;
    m_chosen = row->data(Title, idRole).toString().toStdString();
    accept();
}

// Keys that move in the list do so while the reader types.
bool ArticleChooser::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
        case Qt::Key_Up:
        case Qt::Key_PageDown:
        case Qt::Key_PageUp:
            QCoreApplication::sendEvent(m_list, event);
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace quoth::ui
