#include "ui/state/view_state.h"

#include "ui/state/search_text.h"

#include <algorithm>

namespace quoth::ui {
namespace {

void toggle(std::set<EntityId>& chosen, EntityId id, bool add) {
    if (add) {
        if (!chosen.erase(id)) chosen.insert(id);
    } else if (chosen == std::set<EntityId>{id}) {
        chosen.clear();
    } else {
        chosen = {id};
    }
}

// Where each entity's looks go: of several that are one now, only those of the one that it is
// called by.
std::vector<std::optional<EntityId>> looksOf(const Document& before, const Document& now,
                                             std::vector<std::optional<EntityId>> entities) {
    std::vector<int> heirs(now.entities().size());
    for (const auto& id : entities)
        if (id) ++heirs[id->value];
    for (std::size_t i = 0; i < entities.size(); ++i)
        if (entities[i] && heirs[entities[i]->value] > 1 &&
            before.entities()[i].name != now.entity(*entities[i]).name)
            entities[i].reset();
    return entities;
}

} // namespace

bool Filter::operator==(const Filter& other) const {
    return speakers == other.speakers && people == other.people && kind == other.kind &&
           act == other.act && check == other.check && withoutSpeaker == other.withoutSpeaker &&
           doubtful == other.doubtful && text == other.text &&
           minimumConfidence == other.minimumConfidence && days == other.days;
}

void ViewState::setDocument(std::shared_ptr<const Document> document, bool keepView) {
    m_document = std::move(document);
    if (!keepView) {
        m_filter = {};
        m_selection = {};
    }
    // Ids are indices: what the new document lacks cannot stay selected.
    const std::size_t entities = m_document ? m_document->entities().size() : 0;
    for (std::set<EntityId>* chosen : {&m_filter.speakers, &m_filter.people})
        std::erase_if(*chosen, [&](EntityId id) { return id.value >= entities; });
    const bool gone = !m_document ||
                      (selectedQuote() && selectedQuote()->value >= m_document->quotes().size()) ||
                      (selectedEntity() && selectedEntity()->value >= entities) ||
                      (selectedEvent() && selectedEvent()->value >= m_document->events().size());
    if (gone) m_selection = {};
    refreshPassing();
    const SpeakerPalette before = m_colours;
    m_colours = m_document ? SpeakerPalette(*m_document, m_appearance, m_colourSet,
                                            keepView ? &before : nullptr)
                           : SpeakerPalette();
    emit documentChanged();
    emit filterChanged();
    emit selectionChanged();
}

void ViewState::replaceDocument(std::shared_ptr<const Document> document,
                                const std::vector<std::optional<EntityId>>& entities,
                                const std::vector<std::optional<QuoteId>>& quotes,
                                const std::vector<std::optional<EventId>>& events) {
    for (std::set<EntityId>* chosen : {&m_filter.speakers, &m_filter.people}) {
        std::set<EntityId> now;
        for (const EntityId id : *chosen)
            if (id.value < entities.size() && entities[id.value]) now.insert(*entities[id.value]);
        *chosen = std::move(now);
    }
    if (const auto entity = selectedEntity()) {
        m_selection = {};
        if (entity->value < entities.size() && entities[entity->value])
            m_selection = *entities[entity->value];
    }
    if (const auto quote = selectedQuote()) {
        m_selection = {};
        // Where it is gone, the one after it, so that a reader who goes through them can go on.
        for (std::size_t i = quote->value; i < quotes.size() && !selectedQuote(); ++i)
            if (quotes[i]) m_selection = *quotes[i];
        if (!selectedQuote() && !document->quotes().empty())
            m_selection = makeId<QuoteTag>(document->quotes().size() - 1);
    }
    if (const auto event = selectedEvent()) {
        m_selection = {};
        if (event->value < events.size() && events[event->value])
            m_selection = *events[event->value];
    }
    m_colours = m_colours.moved(looksOf(*m_document, *document, entities));
    setDocument(std::move(document), true);
}

void ViewState::setAppearance(const QPalette& palette) {
    m_appearance = palette;
    recolour();
}

void ViewState::setColourSet(ColourSet set) {
    if (set == m_colourSet) return;
    m_colourSet = set;
    recolour();
}

void ViewState::restoreColours(std::unordered_map<EntityId, int> colours) {
    if (!m_document) return;
    const SpeakerPalette before = SpeakerPalette::ofColours(std::move(colours));
    m_colours = SpeakerPalette(*m_document, m_appearance, m_colourSet, &before);
    emit coloursChanged();
}

void ViewState::recolour() {
    if (!m_document) return;
    const SpeakerPalette before = m_colours;
    m_colours = SpeakerPalette(*m_document, m_appearance, m_colourSet, &before);
    emit coloursChanged();
}

void ViewState::setFilter(Filter filter) {
    if (filter == m_filter) return;
    m_filter = std::move(filter);
    refreshPassing();
    emit filterChanged();
}

void ViewState::toggleSpeaker(EntityId speaker, bool add) {
    Filter filter = m_filter;
    toggle(filter.speakers, speaker, add);
    setFilter(std::move(filter));
}

void ViewState::togglePerson(EntityId person, bool add) {
    Filter filter = m_filter;
    toggle(filter.people, person, add);
    setFilter(std::move(filter));
}

void ViewState::clear() {
    if (!m_filter.isOpen())
        setFilter({});
    else
        select({});
}

bool ViewState::passes(QuoteId quote) const {
    return quote.value < m_passing.size() && m_passing[quote.value];
}

bool ViewState::passes(EventId id) const {
    if (!m_document || id.value >= m_document->events().size()) return false;
    const Event& event = m_document->event(id);
    if (!onBrushedDays(event.value)) return false;
    const auto takesPart = [&](const std::set<EntityId>& chosen) {
        return chosen.empty() || std::any_of(event.participants.begin(), event.participants.end(),
                                             [&](EntityId p) { return chosen.contains(p); });
    };
    return takesPart(m_filter.speakers) && takesPart(m_filter.people);
}

bool ViewState::onBrushedDays(std::string_view value) const {
    if (!m_filter.days) return true;
    const auto calendar = CalendarValue::parse(value);
    return calendar && calendar->days().overlaps(*m_filter.days);
}

void ViewState::select(Selection selection) {
    if (selection == m_selection) return;
    m_selection = selection;
    emit selectionChanged();
}

std::optional<QuoteId> ViewState::selectedQuote() const {
    const auto* id = std::get_if<QuoteId>(&m_selection);
    return id ? std::optional(*id) : std::nullopt;
}
std::optional<EntityId> ViewState::selectedEntity() const {
    const auto* id = std::get_if<EntityId>(&m_selection);
    return id ? std::optional(*id) : std::nullopt;
}
std::optional<EventId> ViewState::selectedEvent() const {
    const auto* id = std::get_if<EventId>(&m_selection);
    return id ? std::optional(*id) : std::nullopt;
}

std::optional<QuoteId> ViewState::neighbour(int step) const {
    if (m_shown.empty()) return std::nullopt;
    const QuoteId edge = step > 0 ? m_shown.front() : m_shown.back();
    const auto selected = selectedQuote();
    if (!selected) return edge;
    const auto at = std::find(m_shown.begin(), m_shown.end(), *selected);
    if (at != m_shown.end()) {
        if (step > 0) return at + 1 == m_shown.end() ? edge : *(at + 1);
        return at == m_shown.begin() ? edge : *(at - 1);
    }
    // It left the list, such as by being checked: go on where it stood.
    if (step > 0) {
        const auto after = std::find_if(m_shown.begin(), m_shown.end(),
                                        [&](QuoteId id) { return id.value > selected->value; });
        return after == m_shown.end() ? edge : *after;
    }
    const auto before = std::find_if(m_shown.rbegin(), m_shown.rend(),
                                     [&](QuoteId id) { return id.value < selected->value; });
    return before == m_shown.rend() ? edge : *before;
}

void ViewState::stepQuote(int step) {
    if (const auto quote = neighbour(step)) select(*quote);
}

void ViewState::setOrder(QuoteOrder order) {
    if (order == m_order) return;
    m_order = order;
    refreshPassing();
    emit filterChanged();
}

bool ViewState::isDoubtful(QuoteId quote) const {
    return quoth::isDoubtful(m_document->quote(quote), m_doubtThreshold);
}

void ViewState::setDoubtThreshold(float threshold) {
    if (threshold == m_doubtThreshold) return;
    m_doubtThreshold = threshold;
    refreshPassing();
    emit filterChanged();
}

bool ViewState::computePasses(QuoteId id) const {
    const Quote& quote = m_document->quote(id);
    if (!m_filter.speakers.empty() &&
        (!quote.speaker || !m_filter.speakers.contains(*quote.speaker)))
        return false;
    if (!m_filter.people.empty() &&
        std::none_of(m_filter.people.begin(), m_filter.people.end(),
                     [&](EntityId person) { return concerns(quote, person); }))
        return false;
    if (m_filter.kind && quote.kind != *m_filter.kind) return false;
    if (m_filter.act && quote.act != *m_filter.act) return false;
    if (quote.confidence < m_filter.minimumConfidence) return false;
    if (m_filter.check && quote.check != *m_filter.check) return false;
    if (m_filter.withoutSpeaker && quote.speaker) return false;
    if (m_filter.doubtful && !isDoubtful(id)) return false;
    if (m_filter.days && !mentionsBrushedDays(quote.content.front().begin)) return false;
    if (m_filter.text.isEmpty()) return true;
    const auto matches = [wanted = foldForFind(m_filter.text)](const QString& text) {
        return foldForFind(text).contains(wanted, Qt::CaseInsensitive);
    };
    return matches(contentText(*m_document, quote)) ||
           (quote.speaker && matches(toQString(m_document->entity(*quote.speaker).name)));
}

bool ViewState::mentionsBrushedDays(std::uint32_t at) const {
    const auto sentence = m_document->sentenceAt(at);
    if (!sentence) return false;
    return std::any_of(m_document->times().begin(), m_document->times().end(),
                       [&](const TimeExpression& time) {
                           return sentence->contains(time.span) && onBrushedDays(time.value);
                       });
}

bool ViewState::concerns(const Quote& quote, EntityId person) const {
    if (quote.speaker == person || quote.addressee == person) return true;
    const auto& mentions = m_document->entity(person).mentions;
    return std::any_of(quote.content.begin(), quote.content.end(), [&](const Span& content) {
        return std::any_of(mentions.begin(), mentions.end(),
                           [&](const Mention& mention) { return content.contains(mention.span); });
    });
}

void ViewState::refreshPassing() {
    m_passing.assign(m_document ? m_document->quotes().size() : 0, 0);
    for (std::uint32_t i = 0; i < m_passing.size(); ++i)
        m_passing[i] = computePasses(QuoteId{i});
    m_shown.clear();
    for (std::uint32_t i = 0; i < m_passing.size(); ++i)
        if (m_passing[i]) m_shown.push_back(QuoteId{i});
    const auto speaker = [&](QuoteId id) -> std::string_view {
        const auto& who = m_document->quote(id).speaker;
        return who ? std::string_view(m_document->entity(*who).name) : std::string_view();
    };
    std::stable_sort(m_shown.begin(), m_shown.end(), [&](QuoteId a, QuoteId b) {
        if (isDoubtful(a) != isDoubtful(b)) return isDoubtful(b);
        const Quote& first = m_document->quote(a);
        const Quote& second = m_document->quote(b);
        switch (m_order) {
        case QuoteOrder::Reading:
            return false;
        case QuoteOrder::Confidence: // what wants a look comes first
            return first.confidence < second.confidence;
        case QuoteOrder::Speaker: // unknown ones last
            if (first.speaker.has_value() != second.speaker.has_value())
                return first.speaker.has_value();
            return speaker(a) < speaker(b);
        case QuoteOrder::Check:
            return first.check < second.check;
        }
        return false;
    });
}

QString contentText(const Document& document, const Quote& quote) {
    return toQString(joinedText(document, quote.content));
}

QString toQString(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace quoth::ui
