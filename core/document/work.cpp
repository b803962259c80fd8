#include "core/document/work.h"

#include <algorithm>
#include <utility>

namespace quoth {

bool holdsAsAWhole(const Step& step) {
    return step.size() > 1 && std::any_of(step.begin(), step.end(), [](const Correction& c) {
               return std::holds_alternative<ChangeBounds>(c);
           });
}

void Work::add(Step step) {
    steps.resize(done);
    steps.push_back(std::move(step));
    done = steps.size();
}

Corrections Work::corrections() const {
    Corrections out;
    const std::vector<bool> counts = inForce();
    for (std::size_t i = 0; i < done; ++i)
        if (counts[i]) {
            const std::size_t begin = out.list.size();
            out.list.insert(out.list.end(), steps[i].begin(), steps[i].end());
            if (holdsAsAWhole(steps[i]))
                out.whole.push_back({static_cast<std::uint32_t>(begin),
                                     static_cast<std::uint32_t>(out.list.size())});
        }
    return out;
}

std::vector<bool> Work::inForce() const {
    std::vector<bool> out(steps.size(), false);
    std::fill_n(out.begin(), done, true);
    for (std::size_t i = done; i-- > 0;) // from the last: a withdrawn step withdraws nothing
        for (const Correction& correction : steps[i])
            if (const auto* withdraw = std::get_if<WithdrawStep>(&correction);
                withdraw && out[i] && withdraw->step < i)
                out[withdraw->step] = false;
    return out;
}

} // namespace quoth
