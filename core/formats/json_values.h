// What the readers of our JSON formats share: they take values of any shape, the first that does
// not fit makes the whole file bad, and reading goes on with a default, so that the checks stay out
// of the way of the structure. Places are code points of the article's text.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/support/offset_map.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

class JsonValues {
public:
    using Json = nlohmann::json;

    bool isBad() const { return m_bad; }
    void setBad() { m_bad = true; }

    // `text` must outlive the reading of places.
    void setText(std::string_view text);

    // Null where it is no object, or has no such member.
    static const Json& at(const Json& object, const char* key);

    const Json& list(const Json& json);
    std::string string(const Json& json);
    std::string stringOrEmpty(const Json& json); // null, or no such member: empty
    float probability(const Json& json);
    template <class Enum>
    Enum value(std::optional<Enum> found) {
        if (!found) m_bad = true;
        return found.value_or(Enum{});
    }
    Span span(const Json& begin, const Json& end);
    Span span(const Json& pair);
    std::vector<Span> spans(const Json& list);

private:
    std::string_view m_text;
    OffsetMap m_offsets;
    bool m_bad = false;
};

} // namespace quoth
