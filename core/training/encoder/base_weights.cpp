#include "core/training/encoder/base_weights.h"

#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace quoth::training {
namespace {

Expected<std::string> readAll(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return unexpected(ErrorCode::NotFound, path.string() + " cannot be read.");
    return std::string(std::istreambuf_iterator<char>(file), {});
}

Unexpected malformed(const std::filesystem::path& path, const std::string& what) {
    return unexpected(ErrorCode::Malformed, path.string() + ": " + what + ".");
}

Expected<std::map<std::string, BaseTensor>> readTensors(const std::filesystem::path& path) {
    const auto bytes = readAll(path);
    if (!bytes) return unexpected(bytes.error());
    std::uint64_t size = 0;
    if (bytes->size() < sizeof size) return malformed(path, "it is too short");
    std::memcpy(&size, bytes->data(), sizeof size);
    if (size > bytes->size() - sizeof size) return malformed(path, "its header is cut off");
    const auto header = nlohmann::json::parse(bytes->substr(sizeof size, size), nullptr,
                                              /*allow_exceptions=*/false);
    if (!header.is_object()) return malformed(path, "its header is no JSON object");
    const std::string_view data = std::string_view(*bytes).substr(sizeof size + size);
    std::map<std::string, BaseTensor> out;
    for (const auto& [name, entry] : header.items()) {
        if (name == "__metadata__" || !entry.is_object() || entry.value("dtype", "") != "F32")
            continue;
        BaseTensor tensor;
        std::size_t count = 1;
        for (const auto& extent : entry.value("shape", nlohmann::json::array())) {
            tensor.shape.push_back(extent.get<std::size_t>());
            count *= tensor.shape.back();
        }
        const auto offsets = entry.value("data_offsets", std::vector<std::size_t>{});
        if (offsets.size() != 2 || offsets[1] > data.size() || offsets[0] > offsets[1] ||
            offsets[1] - offsets[0] != count * sizeof(float))
            return malformed(path, "the numbers of " + name + " are cut off");
        tensor.values.resize(count);
        std::memcpy(tensor.values.data(), data.data() + offsets[0], count * sizeof(float));
        out.emplace(name, std::move(tensor));
    }
    return out;
}

Expected<std::string> readPieces(const std::filesystem::path& path) {
    const auto bytes = readAll(path);
    if (!bytes) return unexpected(bytes.error());
    const auto root = nlohmann::json::parse(*bytes, nullptr, /*allow_exceptions=*/false);
    const auto vocabulary = nlohmann::json::json_pointer("/model/vocab");
    if (!root.is_object() || !root.contains(vocabulary))
        return malformed(path, "it has no vocabulary");
    std::vector<std::string> pieces(root[vocabulary].size());
    for (const auto& [piece, id] : root[vocabulary].items()) {
        if (!id.is_number_unsigned() || id.get<std::size_t>() >= pieces.size())
            return malformed(path, "the number of \"" + piece + "\" is out of range");
        pieces[id.get<std::size_t>()] = piece;
    }
    std::string out;
    for (const std::string& piece : pieces)
        out += piece + '\n';
    return out;
}

} // namespace

Expected<BaseWeights> readBaseWeights(const std::filesystem::path& folder) {
    auto tensors = readTensors(folder / "model.safetensors");
    if (!tensors) return unexpected(tensors.error());
    auto pieces = readPieces(folder / "tokenizer.json");
    if (!pieces) return unexpected(pieces.error());
    return BaseWeights{std::move(*tensors), std::move(*pieces)};
}

} // namespace quoth::training
