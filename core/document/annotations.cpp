#include "core/document/annotations.h"

#include <array>

namespace quoth {
namespace {

constexpr std::array<std::string_view, 5> entityTypes = {"person", "organization", "place", "group",
                                                         "other"};
constexpr std::array<std::string_view, 3> mentionKinds = {"name", "noun", "pronoun"};
constexpr std::array<std::string_view, 3> quoteKinds = {"direct", "mixed", "indirect"};
constexpr std::array<std::string_view, 2> quoteActs = {"speech", "thought"};
constexpr std::array<std::string_view, 9> reasonSteps = {
    "cue", "source", "title", "alias", "role", "pronoun", "continuation", "turn", "reader"};
constexpr std::array<std::string_view, 4> timeTypes = {"date", "time", "duration", "set"};
constexpr std::array<std::string_view, 5> checkStates = {"unchecked", "confirmed", "altered",
                                                         "unsourced", "disputed"};
constexpr std::array<std::string_view, 4> eventStatuses = {"happened", "planned", "possible",
                                                           "negated"};

constexpr std::array<std::string_view, 3> eventClasses = {"occurrence", "state", "reporting"};

template <class Enum, std::size_t n>
std::optional<Enum> find(const std::array<std::string_view, n>& names, std::string_view name) {
    for (std::size_t i = 0; i < n; ++i)
        if (names[i] == name) return static_cast<Enum>(i);
    return std::nullopt;
}

} // namespace

std::string_view name(EntityType type) {
    return entityTypes[static_cast<std::size_t>(type)];
}
std::string_view name(MentionKind kind) {
    return mentionKinds[static_cast<std::size_t>(kind)];
}
std::string_view name(QuoteKind kind) {
    return quoteKinds[static_cast<std::size_t>(kind)];
}
std::string_view name(QuoteAct act) {
    return quoteActs[static_cast<std::size_t>(act)];
}
std::string_view name(ReasonStep step) {
    return reasonSteps[static_cast<std::size_t>(step)];
}
std::string_view name(TimeType type) {
    return timeTypes[static_cast<std::size_t>(type)];
}
std::string_view name(CheckState state) {
    return checkStates[static_cast<std::size_t>(state)];
}

std::string_view name(EventStatus status) {
    return eventStatuses[static_cast<std::size_t>(status)];
}
std::string_view name(EventClass eventClass) {
    return eventClasses[static_cast<std::size_t>(eventClass)];
}

std::optional<EntityType> entityTypeFromName(std::string_view n) {
    return find<EntityType>(entityTypes, n);
}
std::optional<MentionKind> mentionKindFromName(std::string_view n) {
    return find<MentionKind>(mentionKinds, n);
}
std::optional<QuoteKind> quoteKindFromName(std::string_view n) {
    return find<QuoteKind>(quoteKinds, n);
}
std::optional<QuoteAct> quoteActFromName(std::string_view n) {
    return find<QuoteAct>(quoteActs, n);
}
std::optional<ReasonStep> reasonStepFromName(std::string_view n) {
    return find<ReasonStep>(reasonSteps, n);
}
std::optional<TimeType> timeTypeFromName(std::string_view n) {
    return find<TimeType>(timeTypes, n);
}
std::optional<CheckState> checkStateFromName(std::string_view n) {
    return find<CheckState>(checkStates, n);
}
std::optional<EventStatus> eventStatusFromName(std::string_view n) {
    return find<EventStatus>(eventStatuses, n);
}
std::optional<EventClass> eventClassFromName(std::string_view n) {
    return find<EventClass>(eventClasses, n);
}

bool isDoubtful(const Quote& quote, float threshold) {
    return quote.check == CheckState::Unchecked && quote.confidence < threshold;
}

} // namespace quoth
