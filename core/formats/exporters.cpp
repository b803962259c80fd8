#include "core/formats/exporters.h"

#include "core/formats/json.h"

#include <fstream>

namespace quoth {
namespace {

std::string json(const Document& document, const ExportContext& context) {
    return writeJson(document, context.sourceName) + "\n";
}

} // namespace

const std::vector<Exporter>& exporters() {
    static const std::vector<Exporter> table = {{"json", "JSON (quoth/1)", "json", json}};
    return table;
}

const Exporter* findExporter(std::string_view name) {
    for (const Exporter& exporter : exporters())
        if (exporter.name == name) return &exporter;
    return nullptr;
}

Outcome writeFile(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file) return unexpected(ErrorCode::NotWritable, path.string() + " cannot be written.");
    return Outcome{std::monostate{}};
}

} // namespace quoth
