// SHA-256, by Nettle.
#pragma once

#include <string>
#include <string_view>

namespace quoth {

std::string sha256Hex(std::string_view bytes);    // 64 lower-case digits
std::string sha256Base64(std::string_view bytes); // as in a Content-Security-Policy

} // namespace quoth
