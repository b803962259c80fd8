// The header at the front of a mail, a web archive or a part of one (RFC 5322): its fields,
// unfolded but not decoded. Any bytes may come in; nothing fails.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

struct MimeHeader {
    struct Field {
        std::string name; // in lower case
        std::string value;
    };
    std::vector<Field> fields;
    std::size_t length = 0; // bytes up to the body, the blank line between them included
    bool closed = false;    // a blank line or the end of the bytes follows, not a line of text

    bool has(std::string_view lowerName) const;
    // Of the first field of this name; empty where there is none.
    std::string_view value(std::string_view lowerName) const;
};

// A byte-order mark and an mbox's "From " line before it are passed over. The first fields only,
// and of each the first bytes (see the .cpp), so that no header takes much memory.
MimeHeader readMimeHeader(std::string_view bytes);

// At least two fields that mails have, one of them such as no author writes above a text ("To: the
// editor", "Date: 20 May").
bool looksLikeMail(std::string_view bytes);

} // namespace quoth
