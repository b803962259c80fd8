#include "ui/reader/welcome_page.h"

#include "ui/reader/type_scale.h"
#include "ui/widgets/tool_tip.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace quoth::ui {
namespace {

constexpr qsizetype mostRecent = 5;

} // namespace

WelcomePage::WelcomePage(QWidget* parent) : QWidget(parent) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    const TypeScale type(bodySizeBeside(font()) - 1);
    auto* title = new QLabel(tr("Who said what, and when"));
    title->setFont(type.style(BlockKind::Headline).font);
    auto* about = new QLabel(tr(
        "Open a news article and see its speakers in colour, every quotation with the one who "
        "said it, and the events it tells of on a timeline. Everything stays on this computer."));
    about->setFont(type.style(BlockKind::Paragraph).font);
    about->setWordWrap(true);

    auto* open = new QPushButton(tr("Open an article…"));
    open->setDefault(true);
    auto* paste = new QPushButton(tr("Paste an article"));
    m_sample = new QPushButton(tr("Open the sample"));
    for (QPushButton* button : {open, paste, m_sample}) {
        button->setMinimumHeight(34);
        button->setMinimumWidth(140);
    }
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    for (QPushButton* button : {open, paste, m_sample})
        buttons->addWidget(button);
    buttons->addStretch();
    auto* hint = new QLabel(tr("Or drop a file or a text anywhere on this window."));
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setWordWrap(true);

    m_recent = new QWidget;
    m_recentLayout = new QVBoxLayout(m_recent);
    m_recentLayout->setContentsMargins(0, 12, 0, 0);
    m_recentLayout->setSpacing(2);

    auto* column = new QVBoxLayout;
    column->setSpacing(16);
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(about);
    column->addLayout(buttons);
    column->addWidget(hint);
    column->addWidget(m_recent);
    column->addStretch(3);
    auto* holder = new QWidget;
    holder->setMaximumWidth(560);
    holder->setLayout(column);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(32, 24, 32, 24);
    layout->addStretch(1);
    layout->addWidget(holder, 100);
    layout->addStretch(1);

    connect(open, &QPushButton::clicked, this, &WelcomePage::openWanted);
    connect(paste, &QPushButton::clicked, this, &WelcomePage::pasteWanted);
    connect(m_sample, &QPushButton::clicked, this, &WelcomePage::sampleWanted);
}

void WelcomePage::setSamplesAvailable(bool available) {
    m_sample->setVisible(available);
}

void WelcomePage::setRecentFiles(const QStringList& paths) {
    while (QLayoutItem* item = m_recentLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_recent->setVisible(!paths.isEmpty());
    for (const QString& path : paths.mid(0, mostRecent)) {
        auto* button = new QPushButton(
            QFileInfo(path).fileName().replace(QLatin1Char('&'), QStringLiteral("&&")));
        button->setFlat(true);
        button->setCursor(Qt::PointingHandCursor);
        button->setToolTip(toolTipOf(path));
        button->setStyleSheet(
            QStringLiteral("text-align:left; padding:4px 0; color:palette(link);"));
        connect(button, &QPushButton::clicked, this, [this, path] { emit fileWanted(path); });
        m_recentLayout->addWidget(button);
    }
}

} // namespace quoth::ui
