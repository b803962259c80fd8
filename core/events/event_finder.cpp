#include "core/events/event_finder.h"

namespace quoth {

Expected<EventFinder> EventFinder::load(const std::filesystem::path&) {
    return EventFinder{};
}

std::vector<Event> EventFinder::find(const TokenizedText&, const std::vector<TimeExpression>&,
                                     const std::vector<Entity>&, const std::vector<Quote>&,
                                     std::optional<Date>) const {
    return {};
}

} // namespace quoth
