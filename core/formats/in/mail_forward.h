// Mails that are passed on inside other mails as text: "---------- Forwarded message ---------",
// and the header that programs write below it.
#pragma once

#include "core/formats/in/mail_text.h"

#include <optional>
#include <string>

namespace quoth {

struct ForwardedMail {
    std::size_t begin = 0;           // the line that the mail in front of it ends at
    bool isMarked = false;           // a line says that a mail is passed on, rather than answered
    std::string from, subject, date; // as they stand there
    MailLines body;
};

// The first one in the lines. English, German and French headers.
std::optional<ForwardedMail> findForwarded(const MailLines& lines);

} // namespace quoth
