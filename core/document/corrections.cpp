#include "core/document/corrections.h"

#include "core/document/calendar_value.h"
#include "core/document/entity_split.h"
#include "core/document/event_edits.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <numeric>

namespace quoth {
namespace {

float overlapShare(Span a, Span b) { // intersection over union
    const std::uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
    if (begin >= end) return 0;
    const auto shared = static_cast<float>(end - begin);
    return shared / (static_cast<float>(a.size()) + static_cast<float>(b.size()) - shared);
}

std::optional<std::vector<Span>> locateAll(std::string_view text,
                                           const std::vector<Anchor>& anchors) {
    std::vector<Span> spans;
    for (const Anchor& anchor : anchors) {
        const auto span = locate(text, anchor);
        if (!span) return std::nullopt;
        spans.push_back(*span);
    }
    std::sort(spans.begin(), spans.end());
    return spans;
}

template <class T>
bool eraseAt(std::vector<T>& items, std::size_t index) {
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(index));
    return true;
}

// The quote with the stretch of content nearest to the anchor.
std::optional<std::size_t> nearestQuote(std::string_view text, const std::vector<Quote>& quotes,
                                        const Anchor& anchor) {
    const auto span = locate(text, anchor);
    if (!span) return std::nullopt;
    std::optional<std::size_t> best;
    float share = 0.5F;
    for (std::size_t i = 0; i < quotes.size(); ++i)
        for (const Span& content : quotes[i].content)
            if (const float s = overlapShare(content, *span); s > share || (s == share && !best)) {
                share = s;
                best = i;
            }
    return best;
}

// The letters and digits of a text, whatever their case.
std::string lettersOf(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = codePointAt(text, i);
        if (isLetter(c.value) || isDigit(c.value)) out += text.substr(i, c.length);
        i += c.length;
    }
    return toLower(out);
}

// By mention and name, else by name, else by mention.
std::optional<EntityId> namedEntity(std::string_view text, const std::vector<Entity>& entities,
                                    const EntityRef& ref) {
    std::optional<Span> span;
    if (ref.mention) span = locate(text, *ref.mention);
    std::optional<EntityId> named, mentioned;
    for (std::size_t i = 0; i < entities.size(); ++i) {
        const Entity& entity = entities[i];
        const bool here = span && std::any_of(entity.mentions.begin(), entity.mentions.end(),
                                              [&](const Mention& m) { return m.span == *span; });
        const bool sameName = entity.name == ref.name;
        if (here && sameName) return makeId<EntityTag>(i);
        if (here && !mentioned) mentioned = makeId<EntityTag>(i);
        if (sameName && !named) named = makeId<EntityTag>(i);
    }
    return named ? named : mentioned;
}

// Holds the parts of the new document while corrections pass over it, one overload of edit() each;
// edit() returns false, and changes nothing, where the target is gone.
class Editor {
public:
    explicit Editor(const Document& document)
        : m_parts(document.parts()), m_entityNow(document.entities().size()),
          m_quoteWas(document.quotes().size()), m_quotesGiven(document.quotes().size()),
          m_eventWas(document.events().size()), m_eventsGiven(document.events().size()) {
        for (std::size_t i = 0; i < m_entityNow.size(); ++i)
            m_entityNow[i] = makeId<EntityTag>(i);
        std::iota(m_quoteWas.begin(), m_quoteWas.end(), std::size_t{0});
        std::iota(m_eventWas.begin(), m_eventWas.end(), std::size_t{0});
    }

    bool edit(const ReassignSpeaker& c) {
        const auto quote = findQuote(c.quote);
        if (!quote) return false;
        assign(m_parts.quotes[*quote], c.speaker);
        return true;
    }

    bool edit(const AcceptQuote& c) {
        const auto quote = findQuote(c.quote);
        if (!quote) return false;
        touch(m_parts.quotes[*quote], "accepted");
        return true;
    }

    bool edit(const RejectQuote& c) {
        const auto quote = findQuote(c.quote);
        return quote && eraseAt(m_parts.quotes, *quote) && eraseAt(m_quoteWas, *quote);
    }

    bool edit(const AddQuote& c) {
        Quote quote;
        quote.act = c.act;
        if (!setBounds(quote, c.bounds)) return false;
        touch(quote, "added");
        if (c.speaker) assign(quote, c.speaker);
        m_parts.quotes.push_back(std::move(quote));
        m_quoteWas.push_back(added);
        orderQuotes();
        return true;
    }

    bool edit(const ChangeBounds& c) {
        const auto quote = findQuote(c.quote);
        if (!quote || !setBounds(m_parts.quotes[*quote], c.bounds)) return false;
        touch(m_parts.quotes[*quote], "bounds");
        orderQuotes();
        return true;
    }

    bool edit(const CheckQuote& c) {
        const auto quote = findQuote(c.quote);
        if (!quote) return false;
        // What was checked are these words: others are to be checked again.
        if (c.state != CheckState::Unchecked && !hasWordsOf(c.quote)) return false;
        Quote& checked = m_parts.quotes[*quote];
        checked.check = c.state;
        checked.note = c.note;
        checked.checkSource = c.source;
        checked.checkedAt = c.at;
        return true;
    }

    bool edit(const MergeEntities& c) {
        const auto from = findEntity(c.from), into = findEntity(c.into);
        if (!from || !into) return false;
        if (*from == *into) return true; // a new analysis already sees one
        Entity& gone = m_parts.entities[from->value];
        Entity& kept = m_parts.entities[into->value];
        kept.mentions.insert(kept.mentions.end(), gone.mentions.begin(), gone.mentions.end());
        orderMentions(kept);
        if (kept.gender == Gender::Unknown) kept.gender = gone.gender;
        for (Quote& quote : m_parts.quotes)
            if (quote.speaker == *from) renameInReasons(quote, gone.name, kept.name);
        removeEntity(*from, *into);
        return true;
    }

    bool edit(const SplitEntity& c) {
        const auto entity = findEntity(c.entity);
        const auto chosen = locateAll(m_parts.article.text, c.mentions);
        if (!entity || !chosen) return false;
        const auto& mentions = m_parts.entities[entity->value].mentions;
        std::vector<Span> going;
        for (const Mention& mention : mentions)
            if (std::binary_search(chosen->begin(), chosen->end(), mention.span))
                going.push_back(mention.span);
        if (going.empty()) return false;
        std::optional<EntityId> heir;
        if (c.into) heir = findEntity(*c.into);
        if (heir == entity) return true; // a new analysis takes both for one
        if (!heir) {
            if (c.name.empty()) return false;
            heir = addEntity({m_parts.entities[entity->value].type, c.name, {}});
        }
        std::vector<Span> stay;
        for (const Anchor& anchor : c.stay)
            if (const auto span = locate(m_parts.article.text, anchor)) stay.push_back(*span);
        moveMentions(m_parts, *entity, *heir, going, stay);
        return true;
    }

    bool edit(const RenameEntity& c) {
        const auto entity = findEntity(c.entity);
        if (!entity || c.name.empty()) return false;
        std::string& name = m_parts.entities[entity->value].name;
        for (Quote& quote : m_parts.quotes)
            if (quote.speaker == entity) renameInReasons(quote, name, c.name);
        name = c.name;
        return true;
    }

    bool edit(const RetypeEntity& c) {
        const auto entity = findEntity(c.entity);
        if (!entity) return false;
        m_parts.entities[entity->value].type = c.type;
        return true;
    }

    bool edit(const DateEvent& c) {
        const auto event = findEvent(m_parts, c.trigger);
        if (!event || !isEventValue(c.value)) return false;
        date(m_parts.events[*event], c.value);
        return true;
    }

    bool edit(const SetEventStatus& c) {
        const auto event = findEvent(m_parts, c.trigger);
        if (!event) return false;
        m_parts.events[*event].status = c.status;
        m_parts.events[*event].byReader = true;
        return true;
    }

    bool edit(const RemoveEvent& c) {
        const auto event = findEvent(m_parts, c.trigger);
        if (!event) return false;
        removeEvent(m_parts, *event);
        return eraseAt(m_eventWas, *event);
    }

    bool edit(const AddEvent& c) {
        const auto trigger = locate(m_parts.article.text, c.trigger);
        if (!trigger || !isEventValue(c.value)) return false;
        auto index = findEvent(m_parts, c.trigger);
        if (!index) {
            index = addEvent(m_parts, *trigger);
            m_eventWas.insert(m_eventWas.begin() + static_cast<std::ptrdiff_t>(*index), added);
        }
        Event& event = m_parts.events[*index];
        date(event, c.value);
        event.status = c.status;
        event.summary = c.summary;
        event.eventClass = EventClass::Occurrence;
        event.same.reset(); // the reader told this one
        return true;
    }

    bool edit(const DateArticle&) { return true; }  // the machine's answers follow it already
    bool edit(const WithdrawStep&) { return true; } // the list is made without the step

    Applied finish(std::vector<std::size_t> orphans) && {
        Applied applied;
        applied.orphans = std::move(orphans);
        applied.entities = std::move(m_entityNow);
        applied.quotes.resize(m_quotesGiven);
        for (std::size_t now = 0; now < m_quoteWas.size(); ++now)
            if (m_quoteWas[now] != added) applied.quotes[m_quoteWas[now]] = makeId<QuoteTag>(now);
        applied.events.resize(m_eventsGiven);
        for (std::size_t now = 0; now < m_eventWas.size(); ++now)
            if (m_eventWas[now] != added) applied.events[m_eventWas[now]] = makeId<EventTag>(now);
        applied.document = Document(std::move(m_parts));
        return applied;
    }

private:
    std::optional<std::size_t> findQuote(const Anchor& anchor) const {
        return nearestQuote(m_parts.article.text, m_parts.quotes, anchor);
    }

    // Do the anchor's words stand where it is found, but for marks, spaces and case?
    bool hasWordsOf(const Anchor& anchor) const {
        const std::string_view text = m_parts.article.text;
        if (text.substr(0, anchor.span.end).ends_with(anchor.exact)) return true;
        const auto span = locate(text, anchor);
        return span && lettersOf(quoth::slice(text, *span)) == lettersOf(anchor.exact);
    }

    std::optional<EntityId> findEntity(const EntityRef& ref) const {
        return namedEntity(m_parts.article.text, m_parts.entities, ref);
    }

    EntityId addEntity(Entity entity) {
        m_parts.entities.push_back(std::move(entity));
        return makeId<EntityTag>(m_parts.entities.size() - 1);
    }

    // Takes an entity out; its places go to `heir`, later ids move down by one.
    void removeEntity(EntityId gone, EntityId heir) {
        const auto now = [&](EntityId id) {
            if (id == gone) id = heir;
            return id.value > gone.value ? EntityId{id.value - 1} : id;
        };
        const auto move = [&](std::optional<EntityId>& id) {
            if (id) id = now(*id);
        };
        for (Quote& quote : m_parts.quotes) {
            move(quote.speaker);
            move(quote.addressee);
            move(quote.runnerUp);
            if (quote.runnerUp == quote.speaker) quote.runnerUp.reset();
        }
        for (Event& event : m_parts.events) {
            std::vector<EntityId> participants;
            for (const EntityId id : event.participants)
                if (std::find(participants.begin(), participants.end(), now(id)) ==
                    participants.end())
                    participants.push_back(now(id));
            event.participants = std::move(participants);
        }
        for (EntityId& id : m_entityNow)
            id = now(id);
        eraseAt(m_parts.entities, gone.value);
    }

    void assign(Quote& quote, const std::optional<EntityRef>& speaker) {
        const std::optional<EntityId> before = quote.speaker;
        if (speaker) {
            const auto known = findEntity(*speaker);
            quote.speaker = known ? *known : addEntity({speaker->type, speaker->name, {}});
        } else {
            quote.speaker.reset();
        }
        if (before && before != quote.speaker) quote.runnerUp = before;
        if (quote.runnerUp == quote.speaker) quote.runnerUp.reset();
        touch(quote, speaker ? speaker->name : "unknown");
    }

    static void touch(Quote& quote, std::string what) {
        quote.confidence = 1;
        quote.why.push_back({ReasonStep::Reader, std::move(what), {}});
    }

    static bool isEventValue(const std::string& value) {
        return value.empty() || CalendarValue::parse(value).has_value();
    }

    static void date(Event& event, const std::string& value) {
        event.value = value;
        event.time.reset(); // the reader's date stands in no expression of the text
        event.byReader = true;
    }

    bool setBounds(Quote& quote, const QuoteBounds& bounds) const {
        const std::string& text = m_parts.article.text;
        auto content = locateAll(text, bounds.content);
        auto cue = locateAll(text, bounds.cue);
        auto source = locateAll(text, bounds.source);
        if (!content || content->empty() || !cue || !source) return false;
        quote.content = std::move(*content);
        quote.cue = std::move(*cue);
        quote.source = std::move(*source);
        quote.kind = bounds.kind;
        return true;
    }

    static void orderMentions(Entity& entity) {
        std::sort(entity.mentions.begin(), entity.mentions.end(),
                  [](const Mention& a, const Mention& b) { return a.span < b.span; });
    }

    void orderQuotes() {
        std::vector<std::size_t> order(m_parts.quotes.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return m_parts.quotes[a].content.front() < m_parts.quotes[b].content.front();
        });
        std::vector<Quote> quotes;
        std::vector<std::size_t> was;
        for (const std::size_t i : order) {
            quotes.push_back(std::move(m_parts.quotes[i]));
            was.push_back(m_quoteWas[i]);
        }
        m_parts.quotes = std::move(quotes);
        m_quoteWas = std::move(was);
    }

    static constexpr std::size_t added = static_cast<std::size_t>(-1);

    Document::Parts m_parts;
    std::vector<EntityId> m_entityNow;   // by index in the given document
    std::vector<std::size_t> m_quoteWas; // for each quote, its index in the given document
    std::size_t m_quotesGiven;
    std::vector<std::size_t> m_eventWas; // likewise for each event
    std::size_t m_eventsGiven;
};

} // namespace

Applied apply(const Document& document, const Corrections& corrections) {
    Editor editor(document);
    std::vector<std::size_t> orphans;
    const auto holds = [&](std::size_t i) {
        return std::visit([&](const auto& c) { return editor.edit(c); }, corrections.list[i]);
    };
    auto whole = corrections.whole.begin();
    for (std::size_t i = 0; i < corrections.list.size();) {
        if (whole == corrections.whole.end() || whole->begin != i) {
            if (!holds(i)) orphans.push_back(i);
            ++i;
            continue;
        }
        Editor before = editor;
        bool all = true;
        for (std::size_t k = i; k < whole->end && all; ++k)
            all = holds(k);
        if (!all) editor = std::move(before);
        for (; i < whole->end; ++i)
            if (!all) orphans.push_back(i);
        ++whole;
    }
    return std::move(editor).finish(std::move(orphans));
}

std::optional<QuoteId> findQuote(const Document& document, const Anchor& anchor) {
    const auto found = nearestQuote(document.text(), document.quotes(), anchor);
    return found ? std::optional(makeId<QuoteTag>(*found)) : std::nullopt;
}

std::optional<EntityId> findEntity(const Document& document, const EntityRef& ref) {
    return namedEntity(document.text(), document.entities(), ref);
}

bool isWithdrawal(const Correction& correction) {
    return std::holds_alternative<WithdrawStep>(correction);
}

std::optional<Anchor> quoteOf(const Correction& correction) {
    return std::visit(
        [](const auto& c) -> std::optional<Anchor> {
            if constexpr (requires { c.quote; })
                return c.quote;
            else if constexpr (requires { c.bounds; })
                return c.bounds.content.front();
            else
                return std::nullopt;
        },
        correction);
}

DateArticle dateFrom(const Corrections& corrections, DateArticle own) {
    for (auto it = corrections.list.rbegin(); it != corrections.list.rend(); ++it)
        if (const auto* dated = std::get_if<DateArticle>(&*it)) return *dated;
    return own;
}

Anchor anchorOf(const Document& document, QuoteId quote) {
    return makeAnchor(document.text(), document.quote(quote).content.front());
}

Anchor anchorOf(const Document& document, EventId event) {
    return makeAnchor(document.text(), document.event(event).trigger);
}

EntityRef refTo(const Document& document, EntityId entity) {
    const Entity& named = document.entity(entity);
    EntityRef ref{named.name, named.type, std::nullopt};
    if (!named.mentions.empty())
        ref.mention = makeAnchor(document.text(), named.mentions.front().span);
    return ref;
}

} // namespace quoth
