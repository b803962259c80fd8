// The text of a mail as its author wrote it, out of what stands in it as well: signatures, quoted
// mails, notices of mailing lists, lines broken for narrow screens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quoth {

using MailLines = std::vector<std::string>; // without white space at their ends, but for "-- "

MailLines mailLines(std::string_view text);

// Lines of format=flowed (RFC 3676) whose author let them flow, joined. `deleteSpaces`: delsp=yes.
std::string unflowed(std::string_view text, bool deleteSpaces);

// The text inside "-----BEGIN PGP SIGNED MESSAGE-----" (RFC 9580, section 7); else the text.
std::string withoutPgpSignature(std::string text);

// "FW: Re: [EXTERNAL] Press release: Bridge closes" is "Bridge closes".
std::string withoutReplyLeads(std::string_view subject);
bool isReply(std::string_view subject); // "Re: ..."

// "On Monday Mia Stone <mia@a.example> wrote:"
bool announcesQuote(std::string_view line);
// What a mailing list, a newsletter's sender or a lawyer says below or above every mail.
bool isMailNotice(const std::string& line);

// Without signature, footer of a mailing list, and (`reply`, or where a line announces them)
// quoted lines. What would leave nothing is left in, quoted lines without their marks.
MailLines ownWords(const MailLines& lines, bool reply);
MailLines withoutQuoteMarks(const MailLines& lines); // one level

// Lines that were broken to a width of at most 80 characters, joined to paragraphs; a blank line
// between paragraphs is an empty one.
MailLines joinedLines(const MailLines& lines);
// "the bridge <https://a.example/click?id=1>" without the address that a program put there; so with
// names of pictures, "[cid:image001.png]".
std::string withoutInsertedLinks(const std::string& line);

} // namespace quoth
