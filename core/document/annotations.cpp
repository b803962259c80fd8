#include "core/document/annotations.h"

#include "core/support/enum_names.h"

namespace quoth {
namespace {

constexpr EnumNames<EntityType, 5> entityTypes{
    {"person", "organization", "place", "group", "other"}};
constexpr EnumNames<Gender, 4> genders{{"unknown", "female", "male", "neuter"}};
constexpr EnumNames<MentionKind, 3> mentionKinds{{"name", "noun", "pronoun"}};
constexpr EnumNames<QuoteKind, 3> quoteKinds{{"direct", "mixed", "indirect"}};
constexpr EnumNames<QuoteAct, 2> quoteActs{{"speech", "thought"}};
constexpr EnumNames<ReasonStep, 9> reasonSteps{
    {"cue", "source", "title", "alias", "role", "pronoun", "continuation", "turn", "reader"}};
constexpr EnumNames<TimeType, 4> timeTypes{{"date", "time", "duration", "set"}};
constexpr EnumNames<CheckState, 5> checkStates{
    {"unchecked", "confirmed", "altered", "unsourced", "disputed"}};
constexpr EnumNames<EventStatus, 4> eventStatuses{{"happened", "planned", "possible", "negated"}};
constexpr EnumNames<EventClass, 3> eventClasses{{"occurrence", "state", "reporting"}};

} // namespace

std::string_view name(EntityType type) {
    return entityTypes.of(type);
}
std::string_view name(Gender gender) {
    return genders.of(gender);
}
std::string_view name(MentionKind kind) {
    return mentionKinds.of(kind);
}
std::string_view name(QuoteKind kind) {
    return quoteKinds.of(kind);
}
std::string_view name(QuoteAct act) {
    return quoteActs.of(act);
}
std::string_view name(ReasonStep step) {
    return reasonSteps.of(step);
}
std::string_view name(TimeType type) {
    return timeTypes.of(type);
}
std::string_view name(CheckState state) {
    return checkStates.of(state);
}
std::string_view name(EventStatus status) {
    return eventStatuses.of(status);
}
std::string_view name(EventClass eventClass) {
    return eventClasses.of(eventClass);
}

std::optional<EntityType> entityTypeFromName(std::string_view name) {
    return entityTypes.find(name);
}
std::optional<Gender> genderFromName(std::string_view name) {
    return genders.find(name);
}
std::optional<MentionKind> mentionKindFromName(std::string_view name) {
    return mentionKinds.find(name);
}
std::optional<QuoteKind> quoteKindFromName(std::string_view name) {
    return quoteKinds.find(name);
}
std::optional<QuoteAct> quoteActFromName(std::string_view name) {
    return quoteActs.find(name);
}
std::optional<ReasonStep> reasonStepFromName(std::string_view name) {
    return reasonSteps.find(name);
}
std::optional<TimeType> timeTypeFromName(std::string_view name) {
    return timeTypes.find(name);
}
std::optional<CheckState> checkStateFromName(std::string_view name) {
    return checkStates.find(name);
}
std::optional<EventStatus> eventStatusFromName(std::string_view name) {
    return eventStatuses.find(name);
}
std::optional<EventClass> eventClassFromName(std::string_view name) {
    return eventClasses.find(name);
}

bool isDoubtful(const Quote& quote, float threshold) {
    return quote.check == CheckState::Unchecked && quote.confidence < threshold;
}

} // namespace quoth
