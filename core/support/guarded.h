// The one place where exceptions become errors. Core itself throws none, but what it is built on
// does when memory runs out; who has other articles to go on with guards the work of each.
#pragma once

#include "core/support/expected.h"

#include <string_view>
#include <utility>

namespace quoth {

// The exception that is being handled, as OutOfMemory or Internal; call it in a handler only.
// `subject` (a file's name, or empty) begins the message.
Error errorOfException(std::string_view subject);

// What `work` gives, an Expected<T>, or the error of what it throws.
template <class Work>
auto guarded(Work&& work, std::string_view subject = {}) -> decltype(work()) {
    try {
        return std::forward<Work>(work)();
    } catch (...) {
        return unexpected(errorOfException(subject));
    }
}

} // namespace quoth
