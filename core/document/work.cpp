#include "core/document/work.h"

namespace quoth {

Corrections Work::corrections() const {
    Corrections out;
    for (std::size_t i = 0; i < done; ++i)
        out.list.insert(out.list.end(), steps[i].begin(), steps[i].end());
    return out;
}

} // namespace quoth
