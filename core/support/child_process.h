// Another program as a function: bytes go to its standard input, what it writes to its standard
// output comes back. It is a process of its own, so that what goes wrong in it stays there.
#pragma once

#include "core/support/expected.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace quoth {

struct ChildLimits {
    std::size_t outputBytes = std::size_t{64} << 20;
    std::chrono::milliseconds wallTime = std::chrono::minutes(3);
};

enum class ChildEnd {
    Exited,       // of itself, with `status`
    Crashed,      // by a signal, which is `status`
    TookTooLong,  // killed at the limit
    WroteTooMuch, // likewise
};

struct ChildOutput {
    std::string output;
    ChildEnd end = ChildEnd::Exited;
    int status = 0;
};

// Runs it without arguments, with an empty environment, no descriptors but the standard ones, its
// errors to /dev/null and signals as at a program's start; waits for its end. A program that does
// not read all of its input may end all the same. Standard input is a socket, which cannot be
// opened anew as /dev/stdin. Safe to call from several threads; changes no signal's disposition.
// Errors: NotFound where the program is missing or is none; Internal where the system gives no
// process or pipe.
Expected<ChildOutput> runChild(const std::filesystem::path& program, std::string_view input,
                               const ChildLimits& limits = {});

} // namespace quoth
