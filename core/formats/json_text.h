// JSON values as text.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace quoth {

// On one line; what is no UTF-8 becomes U+FFFD.
inline std::string jsonText(const nlohmann::ordered_json& json) {
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace quoth
