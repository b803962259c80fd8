// The Check menu: going through the quotes, saying what is right and what is not.
#include "ui/main_window.h"
#include "ui/quotes/quote_text.h"
#include "ui/speakers/speaker_picker.h"

#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>

namespace quoth::ui {

void MainWindow::buildCheckMenu() {
    QMenu* check = menuBar()->addMenu(tr("&Check"));
    const auto onQuote = [this, check](const QString& id, const QString& text,
                                       std::function<void(QuoteId)> what) {
        QAction* action = add(check, id, text, [this, what = std::move(what)] {
            if (const auto quote = m_state.selectedQuote()) what(*quote);
        });
        m_quoteActions << action;
        m_quoteMenu << action;
        return action;
    };
    const auto separate = [&] {
        check->addSeparator();
        m_quoteMenu << nullptr;
    };
    onQuote(QStringLiteral("check.right"), tr("Quote Is &Right"), [this](QuoteId quote) {
        correctAndGoOn(quote, AcceptQuote{anchorOf(*m_state.document(), quote)});
    });
    onQuote(QStringLiteral("check.notQuote"), tr("&Not a Quote"), [this](QuoteId quote) {
        correctAndGoOn(quote, RejectQuote{anchorOf(*m_state.document(), quote)});
    });
    onQuote(QStringLiteral("check.speaker"), tr("Another &Speaker…"),
            [this](QuoteId quote) { pickSpeaker(quote); });
    separate();
    const auto state = [&](const QString& id, const QString& text, CheckState value) {
        onQuote(id, text, [this, value](QuoteId quote) { this->check(quote, value); });
    };
    state(QStringLiteral("check.confirmed"), tr("&Confirmed"), CheckState::Confirmed);
    state(QStringLiteral("check.altered"), tr("A&ltered"), CheckState::Altered);
    state(QStringLiteral("check.unsourced"), tr("&Unsourced"), CheckState::Unsourced);
    state(QStringLiteral("check.disputed"), tr("&Disputed"), CheckState::Disputed);
    onQuote(QStringLiteral("check.unchecked"), tr("Not Ch&ecked Yet"),
            [this](QuoteId quote) { this->check(quote, CheckState::Unchecked); });
    onQuote(QStringLiteral("check.note"), tr("N&ote and Source…"),
            [this](QuoteId quote) { editCheck(quote); });
    separate();
    buildBoundsMenu(check);
    check->addSeparator();
    addForArticle(check, QStringLiteral("check.acceptAll"), tr("Accept All A&bove…"),
                  [this] { acceptAll(); });
    addForArticle(check, QStringLiteral("check.nextUnchecked"), tr("Ne&xt Quote to Check"),
                  [this] { goToUnchecked(); });
}

// The next one is chosen first: the corrected one may leave its place in the list.
void MainWindow::correctAndGoOn(QuoteId quote, Correction correction) {
    const auto next = m_state.neighbour(1);
    const Anchor corrected = anchorOf(*m_state.document(), quote);
    if (next && *next != quote) m_state.select(*next);
    if (correct({std::move(correction)})) return;
    // The list may be another window's now.
    if (const auto again = findQuote(*m_state.document(), corrected)) m_state.select(*again);
}

bool MainWindow::correct(Step step) {
    const QString name = stepName(step);
    if (!m_desk.perform(std::move(step))) return false;
    statusBar()->showMessage(
        tr("%1. %2 takes it back.").arg(name, m_state.keys().name(QStringLiteral("edit.undo"))),
        4000);
    return true;
}

// Below the place's end, on the screen.
QPoint MainWindow::below(Span span) {
    m_article->showSpan(span);
    const TextRange words = toRange(*m_state.document(), span);
    const QRect end = m_article->characterRect(std::max(words.begin, words.end - 1));
    return m_article->viewport()->mapToGlobal(
        QPoint(end.left(), std::clamp(end.bottom() + 4, 0, m_article->height())));
}

void MainWindow::pickSpeaker(QuoteId id) {
    const Document& document = *m_state.document();
    // The quote may be another's by the time the answer comes: it is named by its words.
    const Anchor anchor = anchorOf(document, id);
    new SpeakerPicker(this, document, speakerCandidates(document, id),
                      below(document.quote(id).content.back()),
                      [this, anchor](std::optional<EntityRef> speaker) {
                          m_desk.refresh();
                          correct({ReassignSpeaker{anchor, std::move(speaker)}});
                      });
}

void MainWindow::check(QuoteId id, CheckState state) {
    const Quote& quote = m_state.document()->quote(id);
    correct({CheckQuote{anchorOf(*m_state.document(), id), state, quote.note, quote.checkSource,
                        checkTime(state)}});
}

void MainWindow::editCheck(QuoteId id) {
    const Document& document = *m_state.document();
    const Quote& quote = document.quote(id);
    const Anchor anchor = anchorOf(document, id);
    const CheckDetails before{
        quote.check, toQString(quote.note), toQString(quote.checkSource), quote.checkedAt,
        tr("%1: %2").arg(speakerLabel(document, quote), previewText(document, quote))};
    const auto after = m_services.dialogs->editCheck(this, before);
    if (!after || *after == before) return;
    m_desk.refresh(); // what was written is kept, whatever another window did meanwhile
    correct({CheckQuote{anchor, after->state, after->note.toStdString(),
                        after->source.toStdString(), checkTime(after->state)}});
}

// What is not checked has no time of it.
std::optional<std::chrono::sys_seconds> MainWindow::checkTime(CheckState state) const {
    if (state == CheckState::Unchecked) return std::nullopt;
    if (m_services.clock) return m_services.clock();
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

// The next one in front that nobody has checked, from the selected one on.
void MainWindow::goToUnchecked() {
    const auto& quotes = m_state.document()->quotes();
    const std::size_t count = quotes.size();
    const std::size_t from = m_state.selectedQuote() ? m_state.selectedQuote()->value + 1 : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto id = makeId<QuoteTag>((from + i) % count);
        if (quotes[id.value].check != CheckState::Unchecked || !m_state.passes(id)) continue;
        m_state.select(id);
        return;
    }
    statusBar()->showMessage(tr("Every quote is checked."), 4000);
}

} // namespace quoth::ui
