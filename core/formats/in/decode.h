// Bytes of a file to canonical text: UTF-8 with LF line ends, BOM off, invalid sequences as U+FFFD,
// nothing else changed.
#pragma once

#include "core/support/expected.h"

#include <string>
#include <string_view>

namespace quoth {

// The encoding is, in this order: that of a byte-order mark; UTF-16 or UTF-32 told by the pattern
// of their NULs; UTF-8 where the bytes are valid UTF-8 beyond ASCII; the declared one (a label as
// in HTML: "windows-1252", "iso-8859-1"); UTF-8 where most sequences beyond ASCII are valid; ICU's
// detection; Windows-1252.
// Errors: Empty (nothing but white space), Binary (a known binary format or many control bytes).
Expected<std::string> decodeText(std::string_view bytes, std::string_view declared = {});

// The charset that an HTML or XML file declares near its beginning; empty where it does not.
std::string declaredCharset(std::string_view bytes);

// The first bytes as ASCII, NULs left out, so that content can be recognised in any encoding.
std::string asciiPrefix(std::string_view bytes, std::size_t length = 4096);

// CR LF and CR to LF.
std::string unifyLineEnds(std::string text);

} // namespace quoth
