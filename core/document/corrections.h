// What the reader corrected, as plain values, and how that changes a document: a document is never
// changed, apply() gives a new one. Corrections name their targets by anchors (anchor.h), so that
// they hold for a new analysis of the same article and for an edited article.
#pragma once

#include "core/document/anchor.h"
#include "core/document/document.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace quoth {

// An entity by its name and, where it has one, a mention (its first): the mention decides between
// entities of one name, the name holds when the mention is gone.
struct EntityRef {
    std::string name;
    EntityType type = EntityType::Person;
    std::optional<Anchor> mention;
};

// Quotes are named by the anchor of their first stretch of content.

// The quote is this entity's; one that does not exist yet is made, without mentions. nullopt:
// the speaker is not known.
struct ReassignSpeaker {
    Anchor quote;
    std::optional<EntityRef> speaker;
};
struct AcceptQuote {
    Anchor quote;
};
struct RejectQuote { // it is none: the new document does not list it
    Anchor quote;
};
struct QuoteBounds {
    std::vector<Anchor> content, cue, source; // content: at least one
    QuoteKind kind = QuoteKind::Direct;
};
struct AddQuote {
    QuoteBounds bounds;
    QuoteAct act = QuoteAct::Speech;
    std::optional<EntityRef> speaker;
};
struct ChangeBounds {
    Anchor quote;
    QuoteBounds bounds;
};
struct CheckQuote {
    Anchor quote;
    CheckState state = CheckState::Unchecked;
    std::string note;
    std::string source{};                         // Quote::checkSource
    std::optional<std::chrono::sys_seconds> at{}; // when it was checked; nullopt: not known
};
struct MergeEntities { // both are one, under the name of `into`
    EntityRef from, into;
};
// These mentions are another entity's, and so is what the machine rested on them (entity_split.h).
struct SplitEntity {
    EntityRef entity;
    std::vector<Anchor> mentions; // at least one
    std::string name;
    std::optional<EntityRef> into{}; // whose they are; nullopt: a new one's, called `name`
    std::vector<Anchor> stay{};      // pronouns that would go along, but do not
};
struct RenameEntity {
    EntityRef entity;
    std::string name;
};
struct RetypeEntity {
    EntityRef entity;
    EntityType type = EntityType::Person;
};

// Events are named by the anchor of their trigger. What is said of an event holds for this mention
// of it: who means the happening says it of all its mentions (happenings.h).
struct DateEvent {
    Anchor trigger;
    std::string value; // of the calendar (CalendarValue), or empty: undated
};
struct SetEventStatus {
    Anchor trigger;
    EventStatus status = EventStatus::Happened;
};
struct RemoveEvent { // it is none; others that repeat it repeat the first of them from now on
    Anchor trigger;
};
// Something happens here; where the trigger is an event's already, that one becomes this. Those
// named in the same sentence take part in it.
struct AddEvent {
    Anchor trigger;
    std::string value; // as DateEvent's
    EventStatus status = EventStatus::Happened;
    std::string summary;
};

// The day on which the article appeared. The days of its relative times rest on it, so that it
// holds for the machine's answers (dateFrom()), not for apply().
struct DateArticle {
    std::optional<Date> published; // nullopt: not known
    bool isGuess = false;          // the date of the file, for want of a better one

    bool operator==(const DateArticle&) const = default;
};

// An earlier step of the reader's work is taken back, whatever came after it.
struct WithdrawStep {
    std::size_t step = 0; // index in Work::steps
};

using Correction =
    std::variant<ReassignSpeaker, AcceptQuote, RejectQuote, AddQuote, ChangeBounds, CheckQuote,
                 MergeEntities, SplitEntity, RenameEntity, RetypeEntity, DateEvent, DateArticle,
                 SetEventStatus, RemoveEvent, AddEvent, WithdrawStep>;
bool isWithdrawal(const Correction& correction);
// In the order of making: each was made on the document that the earlier ones gave.
struct Corrections {
    std::vector<Correction> list;
    // Runs of the list, in order, that hold as a whole or not at all, such as the two parts of a
    // quote that was split.
    std::vector<IndexRange> whole{};
};

struct Applied {
    Document document;
    // Indices of the corrections that found no target any more; they changed nothing.
    std::vector<std::size_t> orphans;
    // Where each entity, quote and event of the given document is now; nullopt for a rejected quote
    // and an event that is none.
    std::vector<EntityId> entities;
    std::vector<std::optional<QuoteId>> quotes;
    std::vector<std::optional<EventId>> events;
};

// Quotes that the reader has touched get confidence 1 and a ReasonStep::Reader, events byReader.
//
// What the machine said of a person follows when the reader corrects the person:
// - Merged: mentions (pronouns too), quotes and events of both are the one's that stays.
// - Split: see entity_split.h.
// - Renamed: quotes, events and the reasons of quotes have the new name.
// What the reader said is never undone by what follows: a quote whose speaker was set stays with
// that speaker when mentions go.
Applied apply(const Document& document, const Corrections& corrections);

// The quote that the anchor names; at least half of both is shared, so that a new analysis may put
// a boundary elsewhere.
std::optional<QuoteId> findQuote(const Document& document, const Anchor& anchor);
std::optional<EntityId> findEntity(const Document& document, const EntityRef& ref);
// The quote that the correction is about; nullopt where it is about something else.
std::optional<Anchor> quoteOf(const Correction& correction);

// The document date that the last DateArticle sets, else `own`.
DateArticle dateFrom(const Corrections& corrections, DateArticle own);

// How a correction names what the window shows.
Anchor anchorOf(const Document& document, QuoteId quote);
Anchor anchorOf(const Document& document, EventId event);
EntityRef refTo(const Document& document, EntityId entity);

} // namespace quoth
