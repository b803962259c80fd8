// What the reader does to the bounds of quotes, and the menus that open on a quote.
#include "core/quotes/quote_editing.h"
#include "ui/main_window.h"
#include "ui/speakers/speaker_picker.h"

#include <QMenu>
#include <QStatusBar>

namespace quoth::ui {

void MainWindow::buildBoundsMenu(QMenu* check) {
    QMenu* bounds = check->addMenu(tr("&Bounds"));
    const auto onQuote = [this](QMenu* menu, const QString& id, const QString& text,
                                std::function<void(QuoteId)> what) {
        QAction* action = add(menu, id, text, [this, what = std::move(what)] {
            if (const auto quote = m_state.selectedQuote()) what(*quote);
        });
        m_quoteActions << action;
        return action;
    };
    const auto edge = [&](const QString& id, const QString& text, Edge which, int words) {
        onQuote(bounds, id, text, [this, which, words](QuoteId) { moveEdge(which, words); });
    };
    edge(QStringLiteral("check.beginEarlier"), tr("Begin a Word &Earlier"), Edge::Begin, -1);
    edge(QStringLiteral("check.beginLater"), tr("Begin a Word &Later"), Edge::Begin, 1);
    edge(QStringLiteral("check.endEarlier"), tr("End a Word Ea&rlier"), Edge::End, -1);
    edge(QStringLiteral("check.endLater"), tr("End a Word La&ter"), Edge::End, 1);
    m_quoteMenu << bounds->menuAction();
    m_quoteMenu << onQuote(check, QStringLiteral("check.split"), tr("S&plit at the Cursor"),
                           [this](QuoteId quote) { splitQuote(quote); });
    m_quoteMenu << onQuote(check, QStringLiteral("check.join"), tr("&Join with the Next"),
                           [this](QuoteId quote) { joinQuote(quote); });
    m_addQuote = add(check, QStringLiteral("check.addQuote"), tr("Add &Quote from Selection…"),
                     [this] { addQuote(); });

    connect(m_article, &ArticleView::menuOpening, this, [this](QMenu* menu, int position) {
        if (!m_state.document()) return;
        menu->addSeparator();
        if (!m_article->selectedRange().empty()) {
            menu->addAction(m_addQuote);
            menu->addAction(m_addEvent);
        }
        if (position >= 0) addMentionMenu(menu, position);
        if (const auto quote = m_state.selectedQuote()) fillQuoteMenu(menu, *quote);
    });
    connect(m_article, &ArticleView::edgeDragged, this, [this](Edge edge, int position) {
        const auto quote = m_state.selectedQuote();
        if (!quote) return;
        const Document& document = *m_state.document();
        const int at = edge == Edge::Begin ? position : std::max(0, position - 1);
        const auto byte = static_cast<std::uint32_t>(
            document.offsets().byteFromUtf16(document.text(), static_cast<std::size_t>(at)));
        if (auto change = QuoteEditing(document).placed(*quote, edge, byte))
            correct({std::move(*change)});
    });
}

void MainWindow::addMentionMenu(QMenu* menu, int position) {
    const Document& document = *m_state.document();
    const Span at = toSpan(document, {position, position});
    const auto mention = mentionAt(document, at.begin);
    if (!mention) return;
    QString name = toQString(document.entity(mention->first).name);
    m_people.fillMenu(menu->addMenu(name.replace(QLatin1Char('&'), QStringLiteral("&&"))),
                      mention->first, mention->second);
}

void MainWindow::moveEdge(Edge edge, int words) {
    const auto quote = m_state.selectedQuote();
    if (!quote) return;
    if (auto change = QuoteEditing(*m_state.document()).moved(*quote, edge, words))
        correct({std::move(*change)});
}

void MainWindow::splitQuote(QuoteId quote) {
    const Document& document = *m_state.document();
    const auto at = static_cast<std::uint32_t>(document.offsets().byteFromUtf16(
        document.text(), static_cast<std::size_t>(std::max(0, m_article->caret()))));
    if (auto step = QuoteEditing(document).split(quote, at))
        correct(std::move(*step));
    else
        statusBar()->showMessage(
            tr("Put the cursor inside the quote first, by a click or the arrow keys."), 6000);
}

void MainWindow::joinQuote(QuoteId quote) {
    const auto& quotes = m_state.document()->quotes();
    if (quote.value + 1 >= quotes.size()) {
        statusBar()->showMessage(tr("There is no quote after this one."), 6000);
        return;
    }
    if (auto step = QuoteEditing(*m_state.document()).joined(quote, QuoteId{quote.value + 1}))
        correct(std::move(*step));
}

void MainWindow::addQuote() {
    const Document& document = *m_state.document();
    const TextRange range = m_article->selectedRange();
    const auto quote = QuoteEditing(document).added(toSpan(document, range));
    if (!quote) {
        statusBar()->showMessage(tr("Select the words of the quote first."), 6000);
        return;
    }
    const Span content = *locate(document.text(), quote->bounds.content.front());
    const auto likeliest = quote->speaker ? findEntity(document, *quote->speaker) : std::nullopt;
    new SpeakerPicker(this, document, speakerCandidates(document, content, likeliest),
                      below(content), [this, quote](std::optional<EntityRef> speaker) {
                          AddQuote added = *quote;
                          added.speaker = std::move(speaker);
                          const Anchor place = added.bounds.content.front();
                          if (!correct({std::move(added)})) return;
                          m_article->selectRange({});
                          if (const auto made = findQuote(*m_state.document(), place))
                              m_state.select(*made);
                      });
}

void MainWindow::acceptAll() {
    const auto shown = m_state.sharedDocument(); // an analysis may end under the dialog
    const Document& document = *shown;
    const auto percent = m_services.dialogs->pickConfidence(this, [&](int from) {
        if (shown != m_state.sharedDocument()) return 0;
        return static_cast<int>(
            std::count_if(m_state.shownQuotes().begin(), m_state.shownQuotes().end(), [&](auto id) {
                const float confidence = document.quote(id).confidence;
                return confidence < 1 && confidence * 100 >= static_cast<float>(from);
            }));
    });
    if (!percent || shown != m_state.sharedDocument()) return;
    Step step;
    for (const QuoteId id : m_state.shownQuotes()) {
        const float confidence = document.quote(id).confidence;
        if (confidence < 1 && confidence * 100 >= static_cast<float>(*percent))
            step.push_back(AcceptQuote{anchorOf(document, id)});
    }
    correct(std::move(step));
}

void MainWindow::fillQuoteMenu(QMenu* menu, QuoteId id) {
    for (QAction* action : m_quoteMenu) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->addSeparator();
    menu->addAction(m_copyQuote);
    if (const auto speaker = m_state.document()->quote(id).speaker) {
        const QString name = toQString(m_state.document()->entity(*speaker).name)
                                 .replace(QLatin1Char('&'), QStringLiteral("&&"));
        menu->addAction(tr("S&how Only %1").arg(name), this, [this, speaker] {
            Filter filter = m_state.filter();
            filter.speakers = {*speaker};
            m_state.setFilter(std::move(filter));
        });
    }
}

void MainWindow::openQuoteMenu(QuoteId quote, QPoint global) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillQuoteMenu(menu, quote);
    menu->popup(global);
}

void MainWindow::step(bool back) {
    if (back ? !m_desk.canUndo() : !m_desk.canRedo()) return;
    const Work& work = m_desk.work();
    const Step step = work.steps[back ? work.done - 1 : work.done];
    if (back)
        m_desk.undo();
    else
        m_desk.redo();
    if (!m_state.document()) return;
    for (const Correction& correction : step)
        if (const auto anchor = quoteOf(correction))
            if (const auto quote = findQuote(*m_state.document(), *anchor)) {
                m_state.select(*quote);
                return;
            }
}

} // namespace quoth::ui
