#include "core/formats/digest.h"

#include <array>
#include <nettle/base64.h>
#include <nettle/sha2.h>

namespace quoth {
namespace {

using Digest = std::array<std::uint8_t, SHA256_DIGEST_SIZE>;

Digest sha256(std::string_view bytes) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    Digest out;
    sha256_digest(&context, out.size(), out.data());
    return out;
}

} // namespace

std::string sha256Hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const std::uint8_t byte : sha256(bytes)) {
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

std::string sha256Base64(std::string_view bytes) {
    const Digest digest = sha256(bytes);
    std::string out(BASE64_ENCODE_RAW_LENGTH(digest.size()), '\0');
    base64_encode_raw(out.data(), digest.size(), digest.data());
    return out;
}

} // namespace quoth
