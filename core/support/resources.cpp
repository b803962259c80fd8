#include "core/support/resources.h"

#include "core/support/unicode.h"

#include <cstdlib>
#include <fstream>

namespace quoth {
namespace {

bool isResources(const std::filesystem::path& folder) {
    std::error_code error;
    return std::filesystem::is_directory(folder / "lexicons", error);
}

// A folder named in the environment is the only one asked. Else that below the running program's
// prefix, that where an installation puts it, that of the source or build tree.
std::vector<std::filesystem::path> places(const char* variable,
                                          const std::filesystem::path& belowPrefix,
                                          const char* installed, const char* built) {
    if (const char* named = std::getenv(variable); named && *named) return {named};
    std::vector<std::filesystem::path> out;
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error) out.push_back(program.parent_path().parent_path() / belowPrefix);
    out.emplace_back(installed);
    out.emplace_back(built);
    return out;
}

std::string listed(const std::vector<std::filesystem::path>& places) {
    std::string out;
    for (const auto& place : places)
        out += (out.empty() ? "" : ", ") + place.string();
    return out;
}

// A regular file: a pipe would be waited for, and a device may never end.
Expected<std::string> readFile(const std::filesystem::path& path) {
    constexpr std::uintmax_t largest = std::uintmax_t{64} << 20;
    std::error_code error;
    const bool regular = std::filesystem::is_regular_file(path, error);
    const auto size = regular ? std::filesystem::file_size(path, error) : 0;
    if (regular && !error && size > largest)
        return unexpected(ErrorCode::BadResource, "The lexicon " + path.string() +
                                                      " has more than " +
                                                      std::to_string(largest >> 20) + " MB.");
    std::string text(static_cast<std::size_t>(size), '\0');
    std::ifstream file;
    if (regular) file.open(path, std::ios::binary);
    if (!file.is_open() || !file.read(text.data(), static_cast<std::streamsize>(text.size())))
        return unexpected(ErrorCode::BadResource,
                          "The lexicon " + path.string() + " cannot be read.");
    return text;
}

} // namespace

std::filesystem::path modelPath(const std::filesystem::path& resources, const std::string& stage,
                                ModelSet models) {
    const auto folder = resources / "models", own = folder / "encoded" / (stage + ".model");
    std::error_code error;
    const bool hasOwn = models == ModelSet::Encoded && std::filesystem::exists(own, error);
    return hasOwn ? own : folder / (stage + ".model");
}

Expected<std::filesystem::path> findResources() {
    const auto searched = places("QUOTH_RESOURCES", std::filesystem::path("share") / "quoth",
                                 QUOTH_INSTALL_RESOURCES, QUOTH_SOURCE_RESOURCES);
    for (const auto& place : searched)
        if (isResources(place)) return place;
    return unexpected(ErrorCode::BadResource,
                      "The program's lexicons were not found; searched " + listed(searched) + ".");
}

Expected<std::filesystem::path> findHelper(const std::string& name) {
    const auto searched = places("QUOTH_LIBEXEC", std::filesystem::path("libexec") / "quoth",
                                 QUOTH_INSTALL_LIBEXEC, QUOTH_BUILD_PROGRAMS);
    for (const auto& place : searched) {
        std::error_code error;
        if (std::filesystem::is_regular_file(place / name, error)) return place / name;
    }
    return unexpected(ErrorCode::BadResource,
                      "The program " + name + " was not found; searched " + listed(searched) + ".");
}

Outcome visitLexicon(const std::filesystem::path& resources, const std::string& name,
                     std::size_t fields, const RowVisitor& visit) {
    const auto path = resources / "lexicons" / name;
    const auto bytes = readFile(path);
    if (!bytes) return unexpected(bytes.error());
    const std::string& text = *bytes;
    if (const auto bad = findInvalidUtf8(text); bad != std::string::npos)
        return unexpected(ErrorCode::BadResource,
                          "The lexicon " + path.string() + " is not valid UTF-8.", bad);

    // A list without entries has its head, at least.
    if (text.empty())
        return unexpected(ErrorCode::BadResource, "The lexicon " + path.string() + " is empty.");
    std::vector<std::string_view> row;
    std::size_t line = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        ++line;
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view content = std::string_view(text).substr(begin, end - begin);
        begin = end + 1;
        if (content.empty() || content[0] == '#') continue;
        row.clear();
        for (std::size_t from = 0; from <= content.size();) {
            const std::size_t tab = std::min(content.find('\t', from), content.size());
            row.push_back(content.substr(from, tab - from));
            from = tab + 1;
        }
        if (row.size() < fields || !visit(row))
            return unexpected(ErrorCode::BadResource, "The lexicon " + path.string() +
                                                          " is damaged at line " +
                                                          std::to_string(line) + ".");
    }
    return std::monostate{};
}

Expected<std::vector<LexiconRow>> readLexicon(const std::filesystem::path& resources,
                                              const std::string& name, std::size_t fields) {
    std::vector<LexiconRow> rows;
    const Outcome read = visitLexicon(resources, name, fields, [&](auto row) {
        rows.emplace_back(row.begin(), row.end());
        return true;
    });
    if (!read) return unexpected(read.error());
    return rows;
}

} // namespace quoth
