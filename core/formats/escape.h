// Untrusted text into other formats, never as markup.
#pragma once

#include <string>
#include <string_view>

namespace quoth {

// & < > " ' as character references, fit for HTML text and quoted attributes; characters that HTML
// forbids (controls, non-characters) as U+FFFD.
std::string escapeHtml(std::string_view text);
void appendEscapedHtml(std::string& out, std::string_view text);

// Control characters other than tab and line ends as U+FFFD.
std::string withoutControls(std::string_view text);

// The URL where it is an http, https or mailto one without white space or controls, else empty.
std::string safeLink(std::string_view url);

// "0.97": a share with two digits, the same in every locale.
std::string decimal(float share);

} // namespace quoth
