#include "ui/reader/find_bar.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace quoth::ui {

FindBar::FindBar(ArticleView* view, QWidget* parent)
    : QFrame(parent), m_view(view), m_text(new SearchField(tr("Find in the article"))),
      m_count(new QLabel) {
    setObjectName(QStringLiteral("findBar"));
    m_text->setObjectName(QStringLiteral("findText"));
    m_text->setMaximumWidth(360);
    m_count->setMinimumWidth(110);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 8, 6);
    layout->setSpacing(4);
    layout->addWidget(m_text, 1);
    const auto addButton = [&](const QString& text, const QString& tip, auto action) {
        auto* button = new QToolButton;
        button->setText(text);
        button->setAutoRaise(true);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        connect(button, &QToolButton::clicked, this, action);
        layout->addWidget(button);
    };
    addButton(QStringLiteral("▲"), tr("Previous (Shift+Enter)"), [this] { m_view->stepFind(-1); });
    addButton(QStringLiteral("▼"), tr("Next (Enter)"), [this] { m_view->stepFind(1); });
    layout->addWidget(m_count);
    layout->addStretch();
    addButton(QStringLiteral("✕"), tr("Close"), [this] { close(); });
    connect(m_text, &QLineEdit::textChanged, m_view, &ArticleView::find);
    connect(m_text, &SearchField::stepped, m_view, &ArticleView::stepFind);
    connect(m_view, &ArticleView::findChanged, this, &FindBar::refresh);
    hide();
}

void FindBar::open() {
    const QString selected = m_view->selectedText();
    show();
    if (!selected.isEmpty() && selected.size() < 80 && !selected.contains(QLatin1Char('\n')))
        m_text->setText(selected);
    m_view->find(m_text->text());
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindBar::close() {
    hide();
    m_view->find({});
    m_view->setFocus();
}

void FindBar::refresh() {
    if (isVisible() && m_view->wanted() != m_text->text()) hide(); // a search of quotes took over
    if (m_text->text().isEmpty())
        m_count->clear();
    else if (m_view->findCount() == 0)
        m_count->setText(tr("Not found"));
    else
        m_count->setText(tr("%1 of %2").arg(m_view->findIndex() + 1).arg(m_view->findCount()));
}

} // namespace quoth::ui
