// A mail or a web archive (MIME, RFC 2045 to 2049) as a plain value. The only file that knows
// GMime: it decodes headers and contents; the parts are split here, since GMime's own parser has no
// bounds to the number of parts and fields and gives way to some addresses.
#pragma once

#include "core/formats/in/day_stamp.h"
#include "core/support/expected.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

struct MimePart {
    std::string contentType; // lower case: "text/html"
    std::string charset;     // as the part says; empty where it does not
    std::string fileName;
    std::string contentId;       // without its brackets
    std::string contentLocation; // an address, or empty
    bool isAttachment = false;
    bool isFlowed = false;      // format=flowed (RFC 3676) ...
    bool deletesSpaces = false; // ... with delsp=yes
    std::string bytes;          // transfer encoding undone, charset not; of texts and messages only
};

struct MimeMessage {
    std::string subject;
    std::vector<std::string> from; // names; addresses without one are left out
    std::optional<DayStamp> sent;  // the day in the sender's zone
    std::string snapshotLocation, contentLocation;
    std::string start;           // the Content-ID of the root of multipart/related; mostly empty
    bool isEncrypted = false;    // some of it is
    std::vector<MimePart> parts; // in their order, multiparts dissolved, messages in it as one part
};

inline constexpr int maximumMimeNesting = 50;
inline constexpr std::size_t maximumMimeParts = 1000; // the rest is left out

// All texts are valid UTF-8 but for the parts' bytes. May be called from several threads at once.
// Errors: TooDeep, TooLarge (more than 64 MB of decoded bytes, or most of it many levels deep).
Expected<MimeMessage> readMimeMessage(std::string_view bytes);

} // namespace quoth
