#include "core/formats/in/plain_text.h"

#include "core/formats/in/decode.h"

namespace quoth {

Expected<Imported> readPlainText(std::string_view bytes) {
    auto text = decodeText(bytes);
    if (!text) return unexpected(text.error());
    Imported out;
    out.article.text = std::move(*text);
    return out;
}

} // namespace quoth
