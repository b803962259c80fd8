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
// These mentions, and the quotes whose source they stand in, are another entity's.
struct SplitEntity {
    EntityRef entity;
    std::vector<Anchor> mentions;
    std::string name;
};
struct RenameEntity {
    EntityRef entity;
    std::string name;
};
struct RetypeEntity {
    EntityRef entity;
    EntityType type = EntityType::Person;
};
struct DateEvent {
    Anchor trigger;
    std::string value; // with calendar days (daysOf), or empty: undated
};

// The day on which the article appeared. The days of its relative times rest on it, so that it
// holds for the machine's answers (dateFrom()), not for apply().
struct DateArticle {
    std::optional<Date> published; // nullopt: not known
};

using Correction =
    std::variant<ReassignSpeaker, AcceptQuote, RejectQuote, AddQuote, ChangeBounds, CheckQuote,
                 MergeEntities, SplitEntity, RenameEntity, RetypeEntity, DateEvent, DateArticle>;
// In the order of making: each was made on the document that the earlier ones gave.
struct Corrections {
    std::vector<Correction> list;
};

struct Applied {
    Document document;
    // Indices of the corrections that found no target any more; they changed nothing.
    std::vector<std::size_t> orphans;
    // Where each entity and quote of the given document is now; nullopt for a rejected quote.
    std::vector<EntityId> entities;
    std::vector<std::optional<QuoteId>> quotes;
};

// Quotes that the reader has touched get confidence 1 and a ReasonStep::Reader.
Applied apply(const Document& document, const Corrections& corrections);

// The document date that the last DateArticle sets, else `own`.
std::optional<Date> dateFrom(const Corrections& corrections, std::optional<Date> own);

// How a correction names what the window shows.
Anchor anchorOf(const Document& document, QuoteId quote);
Anchor anchorOf(const Document& document, EventId event);
EntityRef refTo(const Document& document, EntityId entity);

} // namespace quoth
