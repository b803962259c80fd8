// What all views share: the document shown, one selection, one filter. Views change it only through
// the setters and redraw on the signals; none knows another view.
#pragma once

#include "core/document/document.h"
#include "core/document/calendar_value.h"
#include "ui/state/key_map.h"
#include "ui/state/speaker_palette.h"

#include <QObject>
#include <QString>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <variant>

namespace quoth::ui {

// Which quotes (and through their speakers, events) are in front; the rest is dimmed in the article
// and left out of the lists. A default one lets all pass.
struct Filter {
    std::set<EntityId> speakers; // empty: all
    std::set<EntityId> people;   // empty: all; else what is said by, to or of any of them, or done
    std::optional<QuoteKind> kind;   // nullopt: all
    std::optional<QuoteAct> act;     // nullopt: all
    QString text;                    // in the quote's content or its speaker's name (search_text.h)
    float minimumConfidence = 0;     // 0 to 1
    std::optional<CheckState> check; // nullopt: all
    bool withoutSpeaker = false;     // only those whose speaker is not known
    bool doubtful = false;           // only those under the threshold
    std::optional<DayRange> days;    // brushed on the timeline: quotes whose sentence tells of them

    bool operator==(const Filter& other) const;
    bool isOpen() const { return *this == Filter{}; }
};

// How lists of quotes are sorted. Doubtful quotes come last in every order.
enum class QuoteOrder { Reading, Confidence, Speaker, Check };

// At most one thing is selected.
using Selection = std::variant<std::monostate, QuoteId, EntityId, EventId>;

class ViewState : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // Null while nothing is open. A new document clears selection and filter, but keepView keeps
    // them (the same article annotated again, such as with another date).
    void setDocument(std::shared_ptr<const Document> document, bool keepView = false);
    // The same article after a correction: selection, filter and colours follow their entities,
    // quotes and events. For each of the document shown so far, where it is now; nullopt for one
    // that is gone.
    void replaceDocument(std::shared_ptr<const Document> document,
                         const std::vector<std::optional<EntityId>>& entities,
                         const std::vector<std::optional<QuoteId>>& quotes,
                         const std::vector<std::optional<EventId>>& events);
    const Document* document() const { return m_document.get(); }
    std::shared_ptr<const Document> sharedDocument() const { return m_document; }

    // The speakers' looks for the window's palette; set again when that turns light or dark.
    void setAppearance(const QPalette& palette);
    ColourSet colourSet() const { return m_colourSet; }
    void setColourSet(ColourSet set);
    const SpeakerPalette& colours() const { return m_colours; }
    // Places in the colour set that entities had before; the other speakers take what is left.
    void restoreColours(std::unordered_map<EntityId, int> colours);

    // What keys mean in the views: the standard ones until a window sets its own, which must
    // outlive the state.
    const KeyMap& keys() const { return *m_keys; }
    void setKeys(const KeyMap* keys) { m_keys = keys; }

    const Filter& filter() const { return m_filter; }
    void setFilter(Filter filter);
    // A click (add false) shows this speaker alone, or all again when it was alone; Ctrl+click (add
    // true) puts it in or takes it out.
    void toggleSpeaker(EntityId speaker, bool add = false);
    // Likewise for whom the quotes and events must concern, whether or not they speak.
    void togglePerson(EntityId person, bool add = false);
    // Escape: the filter first, then the selection.
    void clear();

    bool passes(QuoteId quote) const;
    // The quotes that pass, in the order of lists.
    const std::vector<QuoteId>& shownQuotes() const { return m_shown; }
    QuoteOrder order() const { return m_order; }
    void setOrder(QuoteOrder order);
    bool isDoubtful(QuoteId quote) const;
    float doubtThreshold() const { return m_doubtThreshold; }
    void setDoubtThreshold(float threshold); // 0 to 1

    // A filter of speakers or people keeps the events that they take part in.
    bool passes(EventId event) const;
    // Does a value of a time or event fall on the days brushed? All do where none are.
    bool onBrushedDays(std::string_view value) const;

    const Selection& selection() const { return m_selection; }
    void select(Selection selection);
    std::optional<QuoteId> selectedQuote() const;
    std::optional<EntityId> selectedEntity() const;
    std::optional<EventId> selectedEvent() const;
    // The next (step 1) or previous (-1) shown quote in the order of lists; wraps around. nullopt
    // where none is shown.
    std::optional<QuoteId> neighbour(int step) const;
    void stepQuote(int step); // selects it

signals:
    void documentChanged(); // colours() are new as well
    void coloursChanged();  // the same document in other colours
    void filterChanged();   // or the order, or what is doubtful
    void selectionChanged();

private:
    bool computePasses(QuoteId quote) const;
    bool mentionsBrushedDays(std::uint32_t at) const; // the sentence there
    bool concerns(const Quote& quote, EntityId person) const;
    void refreshPassing();
    void recolour(); // every speaker keeps the place in the set

    std::shared_ptr<const Document> m_document;
    Filter m_filter;
    Selection m_selection;
    std::vector<char> m_passing; // one a quote
    std::vector<QuoteId> m_shown;
    QuoteOrder m_order = QuoteOrder::Reading;
    float m_doubtThreshold = doubtfulConfidence;
    QPalette m_appearance;
    ColourSet m_colourSet = ColourSet::Standard;
    const KeyMap* m_keys = &KeyMap::standard();
    SpeakerPalette m_colours;
};

// The quote's content as one line of text, stretches joined by " … ".
QString contentText(const Document& document, const Quote& quote);
QString toQString(std::string_view utf8);

} // namespace quoth::ui
