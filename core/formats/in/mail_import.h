// Mails (RFC 5322): press releases and newsletters. The article is what the mail's author wrote, of
// a forwarded mail what the first author wrote; attachments are not opened.
#pragma once

#include "core/formats/in/importers.h"

namespace quoth {

// Title and headline are the subject, the byline is the sender's name, the day that of sending, in
// the sender's zone.
// Errors: those of readMimeMessage; Malformed for what is no mail; Unreadable for an encrypted one;
// Empty without text.
Expected<Imported> readMail(std::string_view bytes);

} // namespace quoth
