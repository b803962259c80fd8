// Copying quotes with their speakers and source, in the format that the reader chose last.
#include "ui/main_window.h"
#include "ui/quotes/quote_clipboard.h"
#include "ui/quotes/quotes_panel.h"
#include "ui/widgets/panel_style.h"

#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QStatusBar>

namespace quoth::ui {

void MainWindow::buildCopyMenu(QMenu* edit) {
    m_copyQuote = add(edit, QStringLiteral("edit.copyQuote"), tr("Copy &Quote with Attribution"),
                      [this] { copyQuotes(m_quoteList->selectedQuotes()); });
    QMenu* formats = edit->addMenu(tr("Copy Quote &As"));
    formats->setObjectName(QStringLiteral("copyFormats"));
    auto* group = new QActionGroup(formats);
    const auto addFormat = [&](const QString& id, const QString& text, CitationFormat format) {
        QAction* action = add(formats, id, text, [this, format] {
            m_services.settings->setCopyFormat(format);
            copyQuotes(m_quoteList->selectedQuotes());
        });
        action->setCheckable(true);
        action->setChecked(m_services.settings->copyFormat() == format);
        group->addAction(action);
        m_quoteActions << action;
    };
    addFormat(QStringLiteral("edit.copyPlain"), tr("&Plain Text"), CitationFormat::Plain);
    addFormat(QStringLiteral("edit.copyMarkdown"), tr("&Markdown"), CitationFormat::Markdown);
    addFormat(QStringLiteral("edit.copyHtml"), tr("&HTML"), CitationFormat::Html);
    // Another window may have chosen since.
    connect(formats, &QMenu::aboutToShow, group, [this, group] {
        const auto chosen = static_cast<int>(m_services.settings->copyFormat());
        group->actions().at(chosen)->setChecked(true);
    });
    connect(m_quoteList, &QuotesPanel::copyWanted, this, &MainWindow::copyQuotes);
}

void MainWindow::copyQuotes(const std::vector<QuoteId>& quotes) {
    if (quotes.empty()) return;
    QGuiApplication::clipboard()->setMimeData(
        mimeDataOf(*m_state.document(), quotes, m_services.settings->copyFormat()).release());
    statusBar()->showMessage(tr("Copied %Ln quote(s) with speaker and source.", nullptr,
                                static_cast<int>(quotes.size())),
                             4000);
}

} // namespace quoth::ui
