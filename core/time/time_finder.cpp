#include "core/time/time_finder.h"

namespace quoth {

std::vector<TimeExpression> findTimes(const TokenizedText&, std::optional<Date>) {
    return {};
}

} // namespace quoth
