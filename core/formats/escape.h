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

// As HTML among other words, whose order it leaves alone whatever its direction and its controls of
// direction: in <bdi> where it has any (Unicode Standard Annex 9).
std::string isolatedHtml(std::string_view text);

// For plain text: every control of direction with its partner. What closes nothing is left out,
// what stays open is closed at the end.
std::string withPairedDirections(std::string_view text);

// The URL where it is an http, https or mailto one without white space or controls, else empty.
std::string safeLink(std::string_view url);

// safeLink() as a URI (RFC 3986): what may not stand in one is percent-encoded.
std::string safeUri(std::string_view url);

// Words that may be a link, as HTML: a link where safeLink() says so, else isolatedHtml().
std::string linkedHtml(std::string_view words);

// "0.97": a share with two digits, the same in every locale.
std::string decimal(float share);

} // namespace quoth
