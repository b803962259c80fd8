#include "core/formats/in/saved_folder.h"

#include "core/formats/in/importers.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <string>
#include <system_error>
#include <vector>

namespace quoth {
namespace {

namespace fs = std::filesystem;

bool isPage(const fs::path& path) {
    const std::string extension = toLower(path.extension().string());
    return std::any_of(importers().begin(), importers().end(), [&](const Importer& importer) {
        return (importer.name == "html" || importer.name == "mhtml") &&
               std::any_of(importer.extensions.begin(), importer.extensions.end(),
                           [&](std::string_view each) {
                               return extension.size() == each.size() + 1 &&
                                      extension.ends_with(each);
                           });
    });
}

std::vector<fs::path> pagesIn(const fs::path& folder) {
    constexpr int mostLooked = 10'000;
    std::vector<fs::path> out;
    std::error_code error;
    int looked = 0;
    for (fs::directory_iterator each(folder, error), end;
         !error && each != end && looked++ < mostLooked; each.increment(error))
        if (isPage(each->path()) && each->is_regular_file(error)) out.push_back(each->path());
    return out;
}

} // namespace

Expected<fs::path> pageOfFolder(const fs::path& given) {
    fs::path folder = given;
    if (!folder.has_filename()) folder = folder.parent_path(); // "page_files/"
    const std::string name = folder.filename().string();
    fs::path beside;
    for (const fs::path& page :
         pagesIn(folder.parent_path().empty() ? "." : folder.parent_path())) {
        const std::string stem = page.stem().string();
        const bool belongs = name.size() > stem.size() && name.starts_with(stem) &&
                             std::string_view("_-.").find(name[stem.size()]) != std::string::npos;
        if (belongs && stem.size() > beside.stem().string().size()) beside = page;
    }
    if (!beside.empty()) return beside;
    const std::vector<fs::path> inside = pagesIn(folder);
    if (inside.size() == 1) return inside.front();
    for (const fs::path& page : inside)
        if (page.stem() == "index") return page;
    return unexpected(ErrorCode::Unreadable,
                      given.string() + (inside.empty()
                                            ? " is a folder that holds no saved page."
                                            : " is a folder of several pages; open one of them."));
}

} // namespace quoth
