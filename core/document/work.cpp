#include "core/document/work.h"

#include <algorithm>

namespace quoth {

Corrections Work::corrections() const {
    Corrections out;
    const std::vector<bool> counts = inForce();
    for (std::size_t i = 0; i < done; ++i)
        if (counts[i]) out.list.insert(out.list.end(), steps[i].begin(), steps[i].end());
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
