#include "core/formats/in/json_import.h"

#include "core/formats/in/decode.h"
#include "core/formats/json.h"
#include "core/formats/json_parts.h"

namespace quoth {

bool looksLikeQuothJson(std::string_view bytes) {
    const std::string head = asciiPrefix(bytes, 1024);
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    return first != std::string::npos && head[first] == '{' &&
           head.find("\"schema\"") != std::string::npos &&
           head.find("\"quoth/") != std::string::npos;
}

Expected<Imported> readJsonFile(std::string_view bytes) {
    const auto json = decodeText(bytes);
    if (!json) return unexpected(json.error());
    Imported out;
    if (isJson(*json) && holdsWork(*json)) {
        auto work = readWork(*json);
        if (!work) return unexpected(work.error());
        out.annotated = work->corrected();
        out.work = std::move(*work);
    } else {
        auto document = readJson(*json);
        if (!document) return unexpected(document.error());
        out.annotated = std::move(*document);
    }
    out.article = out.annotated->article();
    return out;
}

} // namespace quoth
