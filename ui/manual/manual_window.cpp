#include "ui/manual/manual_window.h"

#include "ui/state/key_map.h"

#include <QAbstractTextDocumentLayout>
#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace quoth::ui {
namespace {

constexpr int chapterLevel = 2; // of a heading
constexpr qreal margin = 24;

QList<QTextBlock> chaptersOf(const QTextDocument& document) {
    QList<QTextBlock> out;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        if (block.blockFormat().headingLevel() == chapterLevel) out << block;
    return out;
}

// A code span; more marks around than are in the key.
QString code(const QString& key) {
    return key.contains(QLatin1Char('`')) ? QStringLiteral("`` %1 ``").arg(key)
                                          : QStringLiteral("`%1`").arg(key);
}

// Markdown says nothing of leading, and leaves headings and tables without room.
void setSpacing(QTextDocument& document) {
    constexpr qreal leading = 125; // percent
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(leading, QTextBlockFormat::ProportionalHeight);
        if (format.headingLevel() >= chapterLevel) format.setTopMargin(margin);
        QTextCursor(block).setBlockFormat(format);
    }
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        QTextFrameFormat format = frame->frameFormat();
        format.setTopMargin(margin / 2);
        format.setBottomMargin(margin / 2);
        frame->setFrameFormat(format);
    }
}

} // namespace

QString manualSource() {
    QFile file(QStringLiteral(":/manual/manual.md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString manualText(const KeyMap& keys) {
    static const QRegularExpression named(QStringLiteral("\\[`([^`]+)`\\]\\(key:([A-Za-z.-]+)\\)"));
    const QString source = manualSource();
    QString out;
    qsizetype from = 0;
    for (auto matches = named.globalMatch(source); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        out += source.mid(from, match.capturedStart() - from);
        const QString name = keys.name(match.captured(2));
        out += code(name.isEmpty() ? match.captured(1) : name);
        from = match.capturedEnd();
    }
    return out + source.mid(from);
}

ManualWindow::ManualWindow(const KeyMap* keys, QWidget* parent)
    : QWidget(parent, Qt::Window), m_keys(keys), m_chapters(new QListWidget),
      m_text(new QTextBrowser), m_search(new QLineEdit), m_found(new QLabel) {
    setWindowTitle(tr("Manual – Quoth"));
    m_chapters->setObjectName(QStringLiteral("chapters"));
    m_chapters->setAccessibleName(tr("Chapters"));
    m_chapters->setSpacing(2);
    m_chapters->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setObjectName(QStringLiteral("manual"));
    m_text->setAccessibleName(tr("Manual"));
    m_text->setOpenLinks(false);
    m_search->setObjectName(QStringLiteral("manualSearch"));
    m_search->setPlaceholderText(tr("Find in the manual"));
    m_search->setAccessibleName(tr("Find in the manual"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_found->setObjectName(QStringLiteral("manualFound"));

    auto* side = new QVBoxLayout;
    side->addWidget(m_search);
    side->addWidget(m_found);
    side->addWidget(m_chapters, 1);
    auto* layout = new QHBoxLayout(this);
    layout->addLayout(side);
    layout->addWidget(m_text, 1);
    const int letter = fontMetrics().averageCharWidth();
    m_chapters->setFixedWidth(26 * letter);
    m_search->setFixedWidth(26 * letter);
    resize(QSize(120 * letter, 44 * fontMetrics().height())
               .boundedTo(screen()->availableSize() * 0.9));

    connect(m_chapters, &QListWidget::currentRowChanged, this, &ManualWindow::goToChapter);
    connect(m_text->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &ManualWindow::showChapter);
    connect(m_text->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged,
            this, &ManualWindow::showChapter);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_text->moveCursor(QTextCursor::Start);
        find(false);
    });
    connect(m_keys, &KeyMap::changed, this, &ManualWindow::fill);
    fill();
    m_text->setFocus();
}

void ManualWindow::fill() {
    const int top = m_text->verticalScrollBar()->value();
    m_text->setMarkdown(manualText(*m_keys));
    m_text->document()->setDocumentMargin(margin);
    setSpacing(*m_text->document());
    const QSignalBlocker silent(m_chapters);
    m_chapters->clear();
    for (const QTextBlock& block : chaptersOf(*m_text->document()))
        m_chapters->addItem(block.text());
    m_text->verticalScrollBar()->setValue(top);
    showChapter();
}

void ManualWindow::goToChapter(int chapter) {
    const QList<QTextBlock> chapters = chaptersOf(*m_text->document());
    if (chapter < 0 || chapter >= chapters.size()) return;
    const QRectF at = m_text->document()->documentLayout()->blockBoundingRect(chapters[chapter]);
    m_text->verticalScrollBar()->setValue(static_cast<int>(at.top()) - 8);
}

void ManualWindow::showChapter() {
    const QList<QTextBlock> chapters = chaptersOf(*m_text->document());
    const int middle = m_text->verticalScrollBar()->value() + m_text->viewport()->height() / 3;
    int chapter = 0;
    for (int i = 0; i < chapters.size(); ++i)
        if (m_text->document()->documentLayout()->blockBoundingRect(chapters[i]).top() <= middle)
            chapter = i;
    const QSignalBlocker silent(m_chapters); // a place is chosen there, too
    if (!m_chapters->hasFocus()) m_chapters->setCurrentRow(chapter);
}

void ManualWindow::find(bool backward) {
    m_found->clear();
    if (m_search->text().isEmpty()) {
        QTextCursor none = m_text->textCursor();
        none.clearSelection();
        m_text->setTextCursor(none);
        return;
    }
    const auto flags = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_text->find(m_search->text(), flags)) return;
    m_text->moveCursor(backward ? QTextCursor::End : QTextCursor::Start); // and around
    if (!m_text->find(m_search->text(), flags)) m_found->setText(tr("Not found"));
}

bool ManualWindow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (watched == m_search && enter) {
            find(key->modifiers().testFlag(Qt::ShiftModifier));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ManualWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else if (m_keys->matches(*event, QStringLiteral("edit.find")))
        m_search->setFocus(Qt::ShortcutFocusReason);
    else if (m_keys->matches(*event, QStringLiteral("edit.findNext")))
        find(false);
    else if (m_keys->matches(*event, QStringLiteral("edit.findPrevious")))
        find(true);
    else
        QWidget::keyPressEvent(event);
}

} // namespace quoth::ui
