// Reads a whole file, pipe or device up to the limit of what Quoth opens.
#pragma once

#include "core/support/expected.h"

#include <filesystem>
#include <string>

namespace quoth {

// Errors: NotFound, Unreadable (a folder, no permission, a failing device), TooLarge (over
// maximumInputBytes); the message names the path.
Expected<std::string> readInputFile(const std::filesystem::path& path);
// The same from an open file descriptor; `name` is for messages. The descriptor stays open.
Expected<std::string> readInput(int descriptor, const std::string& name);

} // namespace quoth
