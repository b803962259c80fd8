#include "ui/why/why_panel.h"

#include "ui/reader/article_painter.h"
#include "ui/why/explanation.h"

#include <QEvent>

namespace quoth::ui {

WhyPanel::WhyPanel(ViewState* state, QWidget* parent) : QTextBrowser(parent), m_state(state) {
    setAccessibleName(tr("Why this speaker"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    document()->setDocumentMargin(14);
    connect(state, &ViewState::documentChanged, this, &WhyPanel::refresh);
    connect(state, &ViewState::selectionChanged, this, &WhyPanel::refresh);
    connect(state, &ViewState::coloursChanged, this, &WhyPanel::refresh);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        const QStringList ends = link.path().split(QLatin1Char('-'));
        if (link.scheme() == QLatin1String("at") && ends.size() == 2)
            emit placeActivated({ends[0].toUInt(), ends[1].toUInt()});
    });
    refresh();
}

void WhyPanel::refresh() {
    const auto quote = m_state->document() ? m_state->selectedQuote() : std::nullopt;
    if (quote) {
        setHtml(pageHtml(*m_state, *quote, palette()));
        return;
    }
    setHtml(QStringLiteral("<p style='color:%1'>%2</p>")
                .arg(mutedText(palette()).name(),
                     m_state->document()
                         ? tr("Select a quote, in the article or in the list, to see who said it "
                              "and why we think so.")
                         : QString()));
}

void WhyPanel::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) refresh();
}

} // namespace quoth::ui
