// Pages that a browser saved complete: PAGE.html beside a folder of its pictures, "PAGE_files" (the
// ending differs by language), or all of it in a folder of its own.
#pragma once

#include "core/support/expected.h"

#include <filesystem>

namespace quoth {

// The page that a folder belongs to or that it holds: beside it, the page whose name the folder's
// begins with; in it, index.html or the only page. Unreadable where there is none, or several.
Expected<std::filesystem::path> pageOfFolder(const std::filesystem::path& folder);

} // namespace quoth
