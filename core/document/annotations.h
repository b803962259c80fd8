// What the engine says about an article: entities and their mentions, quotes, times, events. Plain
// values over byte spans of the canonical text; the JSON contract (schema quoth/1) mirrors them.
#pragma once

#include "core/document/ids.h"
#include "core/document/span.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

enum class EntityType : std::uint8_t { Person, Organization, Place, Group, Other };
enum class MentionKind : std::uint8_t { Name, Noun, Pronoun };
enum class Gender : std::uint8_t { Unknown, Female, Male, Neuter };

struct Mention {
    Span span; // without title or determiner for names; the whole noun phrase for nouns
    MentionKind kind = MentionKind::Name;
};

struct Entity {
    EntityType type = EntityType::Other;
    std::string name;              // fullest name in the article, without title
    std::vector<Mention> mentions; // ordered by position
    Gender gender = Gender::Unknown;
};

enum class QuoteKind : std::uint8_t { Direct, Mixed, Indirect };
enum class QuoteAct : std::uint8_t { Speech, Thought };

// One step of the explanation why a quote has its speaker, in the order of reasoning.
enum class ReasonStep : std::uint8_t {
    Cue,          // "told": the word that states the act
    Source,       // "Mr Blinken": the source as written
    Title,        // a title or role led to the name
    Alias,        // another form of the same name
    Role,         // "the department" for "the US state department"
    Pronoun,      // "he" stands for
    Continuation, // the run of an earlier quote goes on
    Turn,         // two speakers alternate
    Reader,       // set by the reader's correction
};

struct Reason {
    ReasonStep step = ReasonStep::Source;
    std::string text; // what the step found, as written
    Span where{};     // its place; empty where it has none
};

// What the reader found when checking a quote against its source.
enum class CheckState : std::uint8_t { Unchecked, Confirmed, Altered, Unsourced, Disputed };

struct Quote {
    QuoteKind kind = QuoteKind::Indirect;
    QuoteAct act = QuoteAct::Speech;
    std::vector<Span> content; // at least one; ordered
    std::vector<Span> cue;     // empty where there is none
    std::vector<Span> source;  // likewise
    std::optional<EntityId> speaker, addressee, runnerUp;
    float confidence = 0; // probability that content and speaker are right
    std::vector<Reason> why;
    CheckState check = CheckState::Unchecked; // only a correction sets it
    std::string note{};                       // the reader's, to the check
    std::string checkSource{}; // what it was checked against: a link, a file name, any words
    std::optional<std::chrono::sys_seconds> checkedAt{};
};

// Below this confidence a quote is more likely wrong than right.
inline constexpr float doubtfulConfidence = 0.5F;

// Is the quote a guess that nobody has looked at? One that the reader checked or corrected is not.
bool isDoubtful(const Quote& quote, float threshold = doubtfulConfidence);

enum class TimeType : std::uint8_t { Date, Time, Duration, Set };

struct TimeExpression {
    Span span;
    TimeType type = TimeType::Date;
    std::string
        value; // ISO-TimeML (TIMEX3): "2021-05-19", "2021-W20", "P5Y", "PRESENT_REF"; or empty
};

// As the text has it, seen from the article's date.
enum class EventStatus : std::uint8_t {
    Happened, // or goes on
    Planned,  // to happen: "will meet"
    Possible, // may or should happen, if something else does: "could meet", "urged him to meet"
    Negated,  // did or will not happen: "refused to meet"
};

// The classes of ISO-TimeML, joined: actions, beginnings and perceptions are occurrences.
enum class EventClass : std::uint8_t {
    Occurrence, // something happens
    State,      // something holds: "was afraid"
    Reporting,  // somebody states something: "said"; the statement itself is a quote
};

struct Event {
    Span trigger;               // the one word that names the happening
    std::optional<TimeId> time; // the expression that dates it
    std::string value;          // day, week, month, year or start/end; empty where undated
    std::vector<EntityId> participants;
    std::string summary; // the clause around the trigger, for the timeline
    EventStatus status = EventStatus::Happened;
    EventClass eventClass = EventClass::Occurrence;
    std::optional<EventId> same{}; // the first event that names the same happening, before this one
    bool byReader = false;         // a correction set its date or status, or the event itself
};

// Names as in the JSON contract.
std::string_view name(EntityType type);
std::string_view name(Gender gender);
std::string_view name(MentionKind kind);
std::string_view name(QuoteKind kind);
std::string_view name(QuoteAct act);
std::string_view name(ReasonStep step);
std::string_view name(TimeType type);
std::string_view name(CheckState state);
std::string_view name(EventStatus status);
std::string_view name(EventClass eventClass);

// The reverse; nullopt for an unknown name.
std::optional<EntityType> entityTypeFromName(std::string_view name);
std::optional<Gender> genderFromName(std::string_view name);
std::optional<MentionKind> mentionKindFromName(std::string_view name);
std::optional<QuoteKind> quoteKindFromName(std::string_view name);
std::optional<QuoteAct> quoteActFromName(std::string_view name);
std::optional<ReasonStep> reasonStepFromName(std::string_view name);
std::optional<TimeType> timeTypeFromName(std::string_view name);
std::optional<CheckState> checkStateFromName(std::string_view name);
std::optional<EventStatus> eventStatusFromName(std::string_view name);
std::optional<EventClass> eventClassFromName(std::string_view name);

} // namespace quoth
