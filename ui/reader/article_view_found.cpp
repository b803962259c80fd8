// What the reader view marks and goes to: what the filter found, words looked for, mentions.
#include "ui/reader/article_view.h"
#include "ui/reader/filter_places.h"
#include "ui/state/search_text.h"

#include <algorithm>
#include <utility>

namespace quoth::ui {

void ArticleView::showFilter() {
    viewport()->update();
    if (!m_document || m_document.get() != m_state->document()) return;
    const Filter before = std::exchange(m_filter, m_state->filter());
    // The latest search has the marks.
    if (m_filter.text != before.text && !m_filter.text.isEmpty()) m_wanted.clear();
    markHits();
    emit findChanged();
    if (m_filter == before || m_filter.isOpen() || m_layout.rowCount() == 0) return;
    if (m_wanted.isEmpty() && findCount() > 0)
        showHit();
    else if (const auto place = foundOutOfView())
        showPlace(*place);
}

std::optional<TextRange> ArticleView::foundOutOfView() {
    // Chips may come over the first line.
    const qreal from = scrolled() + m_layout.type().body().pitch;
    const TextRange view = {m_layout.positionAt({0, std::max(0.0, from)}, false),
                            m_layout.positionAt({0, scrolled() + viewport()->height()}, false)};
    std::vector<TextRange> found = m_marks.dates;
    for (const Mark& mark : m_text->marks.items())
        if (mark.kind == MarkKind::Content && m_state->passes(mark.quote())) found.push_back(mark);
    if (found.empty()) // nothing is said by them or of them: where they are named
        for (const EntityId person : m_filter.people)
            for (const Mention& mention : m_document->entity(person).mentions)
                found.push_back(toRange(*m_document, mention.span));
    if (found.empty() || std::any_of(found.begin(), found.end(),
                                     [&](const TextRange& place) { return place.overlaps(view); }))
        return std::nullopt;
    return *std::min_element(
        found.begin(), found.end(),
        [](const TextRange& a, const TextRange& b) { return a.begin < b.begin; });
}

void ArticleView::markHits() {
    m_marks.dates.clear();
    std::vector<TextRange> hits;
    if (m_document && m_wanted.isEmpty()) {
        hits = searchedPlaces(*m_state, *m_text);
    } else if (m_document) {
        const QString needle = foldForFind(m_wanted);
        for (const qsizetype at : findAll(foldForFind(m_text->text), needle, mostHits))
            hits.push_back({static_cast<int>(at), static_cast<int>(at + needle.size())});
    }
    if (m_document) m_marks.dates = datedPlaces(*m_state);
    viewport()->update();
    if (hits == m_marks.findHits) return;
    m_marks.findHits = std::move(hits);
    m_marks.currentHit = -1;
    if (findCount() == 0 || m_layout.rowCount() == 0) return;
    const int top = m_layout.positionAt({0, std::max(0.0, scrolled())}, false);
    const auto first = std::find_if(m_marks.findHits.begin(), m_marks.findHits.end(),
                                    [&](const TextRange& hit) { return hit.begin >= top; });
    m_marks.currentHit =
        first == m_marks.findHits.end() ? 0 : static_cast<int>(first - m_marks.findHits.begin());
}

void ArticleView::find(const QString& wanted) {
    m_wanted = wanted;
    markHits();
    if (!wanted.isEmpty()) showHit();
    emit findChanged();
}

void ArticleView::showHit() {
    if (m_marks.currentHit >= 0)
        showPlace(m_marks.findHits[static_cast<std::size_t>(m_marks.currentHit)]);
}

void ArticleView::stepFind(int step) {
    if (findCount() == 0) return;
    m_marks.currentHit = (m_marks.currentHit + step + findCount()) % findCount();
    viewport()->update();
    showHit();
    emit findChanged();
}

void ArticleView::stepSearch(int step) {
    if (m_state->filter().text.isEmpty()) return;
    m_wanted.clear();
    markHits();
    emit findChanged(); // the find bar has none of its own any more
    stepFind(step);
}

bool ArticleView::stepMention(int step) {
    if (!m_document) return false;
    std::optional<EntityId> entity = m_state->selectedEntity();
    if (!entity && m_state->selectedQuote())
        entity = m_document->quote(*m_state->selectedQuote()).speaker;
    if (!entity && m_state->filter().speakers.size() == 1)
        entity = *m_state->filter().speakers.begin();
    if (!entity || m_document->entity(*entity).mentions.empty()) return false;

    const auto& mentions = m_document->entity(*entity).mentions;
    const int count = static_cast<int>(mentions.size());
    int next = step > 0 ? 0 : count - 1;
    if (!m_marks.currentMention.empty())
        for (int i = 0; i < count; ++i)
            if (toRange(*m_document, mentions[static_cast<std::size_t>(i)].span) ==
                m_marks.currentMention)
                next = (i + step + count) % count;
    m_marks.currentMention = toRange(*m_document, mentions[static_cast<std::size_t>(next)].span);
    viewport()->update();
    showPlace(m_marks.currentMention);
    return true;
}

} // namespace quoth::ui
