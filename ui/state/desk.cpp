#include "ui/state/desk.h"

#include "core/document/put_back.h"
#include "core/support/version.h"

#include <algorithm>

namespace quoth::ui {
namespace {

Corrections firstSteps(const Work& work, std::size_t done) {
    Work first = work;
    first.done = done;
    return first.corrections();
}

DateArticle dateOf(const Document& document) {
    return {document.published(), document.article().publishedIsGuess};
}

template <class T>
bool has(const Step& step) {
    return std::any_of(step.begin(), step.end(),
                       [](const Correction& c) { return std::holds_alternative<T>(c); });
}

// The words of one correction.
struct NameOf {
    QString operator()(const ReassignSpeaker& c) const {
        return c.speaker ? Desk::tr("Speaker: %1").arg(toQString(c.speaker->name))
                         : Desk::tr("Speaker: Nobody Known");
    }
    QString operator()(const AcceptQuote&) const { return Desk::tr("Quote Is Right"); }
    QString operator()(const RejectQuote&) const { return Desk::tr("Not a Quote"); }
    QString operator()(const AddQuote&) const { return Desk::tr("Add Quote"); }
    QString operator()(const ChangeBounds&) const { return Desk::tr("Change Bounds"); }
    QString operator()(const CheckQuote& c) const {
        return c.note.empty() ? checkLabel(c.state)
                              : Desk::tr("%1, with a Note").arg(checkLabel(c.state));
    }
    QString operator()(const MergeEntities& c) const {
        return Desk::tr("Merge into %1").arg(toQString(c.into.name));
    }
    QString operator()(const SplitEntity& c) const {
        return Desk::tr("Split off %1").arg(toQString(c.name));
    }
    QString operator()(const RenameEntity& c) const {
        return Desk::tr("Rename to %1").arg(toQString(c.name));
    }
    QString operator()(const RetypeEntity& c) const {
        return Desk::tr("Type of %1").arg(toQString(c.entity.name));
    }
    QString operator()(const DateEvent&) const { return Desk::tr("Date of Event"); }
    QString operator()(const WithdrawStep&) const { return Desk::tr("Take Back a Correction"); }
    QString operator()(const SetEventStatus& c) const { return eventStatusLabel(c.status); }
    QString operator()(const RemoveEvent&) const { return Desk::tr("Not an Event"); }
    QString operator()(const AddEvent&) const { return Desk::tr("Add Event"); }
    QString operator()(const DateArticle& c) const {
        return c.published ? Desk::tr("Article Date %1").arg(toQString(toIso(*c.published)))
                           : Desk::tr("No Article Date");
    }
};

} // namespace

// Where the ids of the document shown are in the one to be shown.
struct Desk::Moves {
    explicit Moves(const Applied& applied)
        : entities(applied.entities.begin(), applied.entities.end()), quotes(applied.quotes),
          events(applied.events) {}

    // Back from the corrected document to `given`, which it was made of; of merged entities, to the
    // one that they are called by.
    static Moves back(const Applied& applied, const Document& given) {
        Moves out;
        out.entities.resize(applied.document.entities().size());
        out.quotes.resize(applied.document.quotes().size());
        for (std::size_t i = 0; i < applied.entities.size(); ++i) {
            auto& was = out.entities[applied.entities[i].value];
            const std::string& name = applied.document.entity(applied.entities[i]).name;
            if (!was || given.entities()[i].name == name) was = makeId<EntityTag>(i);
        }
        for (std::size_t i = 0; i < applied.quotes.size(); ++i)
            if (applied.quotes[i]) out.quotes[applied.quotes[i]->value] = makeId<QuoteTag>(i);
        out.events.resize(applied.document.events().size());
        for (std::size_t i = 0; i < applied.events.size(); ++i)
            if (applied.events[i]) out.events[applied.events[i]->value] = makeId<EventTag>(i);
        return out;
    }

    // First the one way, then the other.
    Moves(const Moves& first, const Applied& then)
        : entities(first.entities), quotes(first.quotes), events(first.events) {
        for (auto& entity : entities)
            if (entity) entity = then.entities[entity->value];
        for (auto& quote : quotes)
            if (quote) quote = then.quotes[quote->value];
        for (auto& event : events)
            if (event) event = then.events[event->value];
    }

    // What the reader added is in no answers of the machine: where the same words are again.
    void followWords(const Document& before, const Document& after) {
        for (std::size_t i = 0; i < quotes.size(); ++i)
            for (std::size_t j = 0; !quotes[i] && j < after.quotes().size(); ++j)
                if (after.quotes()[j].content == before.quotes()[i].content)
                    quotes[i] = makeId<QuoteTag>(j);
        for (std::size_t i = 0; i < events.size(); ++i)
            for (std::size_t j = 0; !events[i] && j < after.events().size(); ++j)
                if (after.events()[j].trigger == before.events()[i].trigger)
                    events[i] = makeId<EventTag>(j);
    }

    std::vector<std::optional<EntityId>> entities;
    std::vector<std::optional<QuoteId>> quotes;
    std::vector<std::optional<EventId>> events;

private:
    Moves() = default;
};

Desk::Desk(ViewState* state, Keeper* keeper, QObject* parent)
    : QObject(parent), m_state(state), m_keeper(keeper) {}

void Desk::open(const QString& path, const QString& name, std::shared_ptr<const Document> machine,
                bool isExport) {
    m_engine = version();
    const DateArticle ownDate = dateOf(*machine);
    if (m_machine) emit leaving();
    Work work = m_keeper->open(path, name, *machine, isExport);
    begin(std::move(machine), ownDate, std::move(work));
}

void Desk::openWork(const WorkFile& file, Work work) {
    m_engine = file.engine;
    if (m_machine) emit leaving();
    work = m_keeper->openWork(file, std::move(work));
    begin(std::make_shared<const Document>(file.machine), {file.ownDate}, std::move(work));
}

void Desk::begin(std::shared_ptr<const Document> machine, DateArticle ownDate, Work work) {
    m_machine = std::move(machine);
    m_ownDate = ownDate;
    m_work = std::move(work);
    m_state->setDocument(corrected());
    wantDate();
    emit changed();
}

WorkFile Desk::workFile(const QString& name) const {
    Work work = m_work;
    work.revision = 0; // a library's
    return {name.toStdString(), *m_machine, m_engine, m_ownDate.published, std::move(work)};
}

Outcome Desk::forget() {
    auto forgotten = m_keeper->forget();
    if (forgotten) close();
    return forgotten;
}

void Desk::keepIn(const QString& file) {
    m_keeper->setFile(file);
    if (!m_machine || file.isEmpty()) return;
    take(m_keeper->resume(m_work));
}

// Other work on the same article. What is selected and filtered stays what it is.
void Desk::take(Work work) {
    const Applied before = applied(m_work.done);
    m_work = std::move(work);
    show(Moves(Moves::back(before, *m_machine), applied(m_work.done)));
    emit changed();
}

void Desk::renew(std::shared_ptr<const Document> machine) {
    m_machine = std::move(machine);
    m_engine = version();
    m_keeper->renew(*m_machine);
    m_state->setDocument(corrected(), true);
    emit changed();
}

void Desk::close() {
    if (m_machine) emit leaving();
    m_keeper->close();
    m_machine.reset();
    m_work = {};
    m_orphans.clear();
    m_state->setDocument(nullptr);
    emit changed();
}

bool Desk::perform(Step step) {
    if (!m_machine || step.empty()) return false;
    const Applied after = apply(*m_state->document(), {step});
    if (after.orphans.size() == step.size()) return false;
    return make(std::move(step), Moves(after));
}

bool Desk::withdraw(std::size_t step) {
    if (!m_machine || step >= m_work.done || !m_work.inForce()[step]) return false;
    return makeWithdrawing({WithdrawStep{step}}, m_orphans.size());
}

bool Desk::reinstate(const Standing& standing) {
    return standing.state == Standing::TakenBack && withdraw(standing.takenBackBy);
}

bool Desk::putBack(std::size_t step, Span place) {
    // Two parts do not fit one place.
    if (!m_machine || step >= m_work.done || holdsAsAWhole(m_work.steps[step])) return false;
    Step moved = m_work.steps[step];
    std::size_t lost = 0; // of its corrections
    for (const Orphan& orphan : m_orphans) {
        if (orphan.step != step) continue;
        auto to = movedTo(*m_state->document(), moved[orphan.correction], place);
        if (!to) return false;
        moved[orphan.correction] = std::move(*to);
        ++lost;
    }
    if (lost == 0) return false;
    moved.push_back(WithdrawStep{step});
    return makeWithdrawing(std::move(moved), m_orphans.size() - lost);
}

// A step that takes back an earlier one: the answers are made anew with what is left. Not made
// where more corrections than `mostLost` would have no place then.
bool Desk::makeWithdrawing(Step step, std::size_t mostLost) {
    Work then = m_work;
    then.add(step);
    const Applied after = apply(*m_machine, then.corrections());
    if (after.orphans.size() > mostLost) return false;
    // Through the machine's answers: what it found stays what it is.
    return make(std::move(step), Moves(Moves::back(applied(m_work.done), *m_machine), after));
}

std::vector<Desk::Standing> Desk::standings() const {
    const auto inForce = m_work.inForce();
    std::vector<std::optional<std::size_t>> by(m_work.done);
    for (std::size_t i = 0; i < m_work.done; ++i)
        if (inForce[i])
            for (const Correction& correction : m_work.steps[i])
                if (const auto* back = std::get_if<WithdrawStep>(&correction);
                    back && back->step < i)
                    by[back->step] = i;
    std::vector<Standing> out;
    for (std::size_t i = 0; i < m_work.done; ++i) {
        const Step& step = m_work.steps[i];
        if (step.empty() || isWithdrawal(step.front())) continue;
        Standing standing{i, Standing::InForce, stepName(step), step.front()};
        if (by[i]) {
            // One that was put back elsewhere lives on in the step that did so.
            if (!isWithdrawal(m_work.steps[*by[i]].front())) continue;
            standing.state = Standing::TakenBack;
            standing.takenBackBy = *by[i];
        }
        const auto orphan = std::find_if(m_orphans.begin(), m_orphans.end(),
                                         [&](const Orphan& lost) { return lost.step == i; });
        if (orphan != m_orphans.end()) {
            standing.state = Standing::Lost;
            standing.about = step[orphan->correction];
        }
        out.push_back(std::move(standing));
    }
    return out;
}

bool Desk::make(Step step, const Moves& moves) {
    const auto revision = m_keeper->append(m_work.revision, step);
    if (!takeRevision(revision)) return false;
    m_work.add(std::move(step));
    show(moves);
    emit changed();
    return true;
}

void Desk::undo() {
    if (canUndo()) setDone(m_work.done - 1);
}

void Desk::redo() {
    if (canRedo()) setDone(m_work.done + 1);
}

void Desk::setDone(std::size_t done) {
    const std::size_t before = m_work.done;
    const Step& step = m_work.steps[std::min(done, before)];
    const bool withdraws = std::any_of(step.begin(), step.end(), isWithdrawal);
    const auto moves = [&] {
        if (withdraws) return Moves(Moves::back(applied(before), *m_machine), applied(done));
        const Document earlier = applied(std::min(done, before)).document;
        const Applied one = apply(earlier, {step});
        return done < before ? Moves::back(one, earlier) : Moves(one);
    }();
    if (!takeRevision(m_keeper->setDone(m_work.revision, done))) return;
    m_work.done = done;
    show(moves);
    emit changed();
}

// Takes the revision of a change that was kept; else shows what another window has made.
bool Desk::takeRevision(const Expected<std::int64_t>& revision) {
    if (revision) {
        m_work.revision = *revision;
        return true;
    }
    refresh();
    return false;
}

void Desk::refresh() {
    if (!m_machine) return;
    auto newer = m_keeper->newerThan(m_work.revision);
    if (!newer) return;
    take(std::move(*newer));
    emit conflicted();
}

Applied Desk::applied(std::size_t done) const {
    return apply(*m_machine, firstSteps(m_work, done));
}

std::shared_ptr<const Document> Desk::corrected() {
    std::vector<Orphan> all; // every correction in force
    const auto inForce = m_work.inForce();
    for (std::size_t i = 0; i < m_work.done; ++i)
        for (std::size_t k = 0; inForce[i] && k < m_work.steps[i].size(); ++k)
            all.push_back({i, k});
    Applied now = applied(m_work.done);
    m_orphans.clear();
    for (const std::size_t orphan : now.orphans)
        m_orphans.push_back(all[orphan]);
    return std::make_shared<const Document>(std::move(now.document));
}

void Desk::show(Moves moves) {
    auto now = corrected();
    moves.followWords(*m_state->document(), *now);
    m_state->replaceDocument(std::move(now), moves.entities, moves.quotes, moves.events);
    wantDate();
}

void Desk::wantDate() {
    const DateArticle wanted = dateFrom(m_work.corrections(), m_ownDate);
    if (wanted != dateOf(*m_machine)) emit dateWanted(wanted);
}

QString Desk::undoName() const {
    return canUndo() ? stepName(m_work.steps[m_work.done - 1]) : QString();
}

QString Desk::redoName() const {
    return canRedo() ? stepName(m_work.steps[m_work.done]) : QString();
}

QString checkLabel(CheckState state) {
    switch (state) {
    case CheckState::Unchecked:
        return Desk::tr("Not checked");
    case CheckState::Confirmed:
        return Desk::tr("Confirmed");
    case CheckState::Altered:
        return Desk::tr("Altered");
    case CheckState::Unsourced:
        return Desk::tr("Unsourced");
    case CheckState::Disputed:
        return Desk::tr("Disputed");
    }
    return {};
}

QString eventStatusLabel(EventStatus status) {
    switch (status) {
    case EventStatus::Happened:
        return Desk::tr("Happened");
    case EventStatus::Planned:
        return Desk::tr("Planned");
    case EventStatus::Possible:
        return Desk::tr("Possible");
    case EventStatus::Negated:
        return Desk::tr("Did Not Happen");
    }
    return {};
}

QString stepName(const Step& step) {
    if (step.empty()) return {};
    if (has<ChangeBounds>(step)) { // of more than one quote: quote_editing.h
        if (has<AddQuote>(step)) return Desk::tr("Split Quote");
        if (has<RejectQuote>(step)) return Desk::tr("Join Quotes");
    }
    const QString first = std::visit(NameOf{}, step.front());
    // One thing said of several mentions of an event is one thing; what was put back elsewhere
    // takes back its old place by the way.
    int more = 0;
    bool alike = true;
    for (auto it = step.begin() + 1; it != step.end(); ++it) {
        if (isWithdrawal(*it)) continue;
        ++more;
        alike = alike && it->index() == step.front().index() && std::visit(NameOf{}, *it) == first;
    }
    return alike ? first : Desk::tr("%1 and %Ln more", nullptr, more).arg(first);
}

} // namespace quoth::ui
