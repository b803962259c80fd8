#include "core/formats/importers.h"

#include "core/support/unicode.h"

#include <fstream>
#include <iterator>
#include <string>

namespace quoth {

const std::vector<Importer>& importers() {
    static const std::vector<Importer> table;
    return table;
}

Expected<Imported> importFile(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return unexpected(ErrorCode::NotFound, "The file " + path.string() + " cannot be read.");
    const std::string bytes((std::istreambuf_iterator<char>(file)),
                            std::istreambuf_iterator<char>());
    return importBytes(bytes, path.filename().string());
}

Expected<Imported> importBytes(std::string_view bytes, std::string_view) {
    Imported out;
    out.article.text = repairUtf8(bytes);
    return out;
}

} // namespace quoth
